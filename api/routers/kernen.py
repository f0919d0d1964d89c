"""The villages and towns, as JSON and as GeoJSON."""

import json
from collections.abc import Callable
from functools import partial
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from api.afbeeldingen import MetBeeld
from api.crs import MetCrs
from api.lezing import Lezing
from api.lijst import rondom
from api.router import maak_router
from api.schemas import kernen as s
from api.schemas.keuzes import Uitrolfase, naar_model
from api.sinds import MetSinds, sinds
from api.vormen import lezen
from api.vormen.kernen import KERNEN
from api.vormen.lezen import Rij, Stuk
from api.vormen.soort import Json, Nu
from api.vraag import JaOfNee, LijstVraag, Slug, Vraag
from kernpagina import keuzes
from kernpagina.models import KernPage
from kernpagina.querysets import KernQuerySet

router = maak_router("Kernen", "Accept", "Accept-Crs", met_crs=True)

GEOJSON = "application/geo+json"


def _rechthoek(waarde: object) -> tuple[float, float, float, float]:
    delen = str(waarde).split(",")
    try:
        getallen = [float(deel) for deel in delen if deel.strip() == deel and "_" not in deel]
    except ValueError:
        getallen = []
    if len(delen) != 4 or len(getallen) != 4 or not all(abs(getal) < float("inf") for getal in getallen):
        raise ValueError("Schrijf vier getallen met een komma ertussen: west, zuid, oost, noord.")
    west, zuid, oost, noord = getallen
    if not (-180 <= west <= oost <= 180 and -90 <= zuid <= noord <= 90):
        raise ValueError(
            "Deze rechthoek ligt niet op de wereld: -180 <= west <= oost <= 180, -90 <= zuid <= noord <= 90."
        )
    # What a list was asked is what is remembered of it, and so has to be hashable.
    return west, zuid, oost, noord


Rechthoek = Annotated[
    str,
    BeforeValidator(str),
    AfterValidator(_rechthoek),
    WithJsonSchema({"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}),
]


class KernVraag(MetBeeld, MetCrs, MetSinds, LijstVraag):
    uitrolfase: Uitrolfase | None = Field(None, description="Alleen kernen die zo ver zijn met Bloei!.")
    bbox: Rechthoek | None = Field(
        None,
        description="Alleen kernen in deze rechthoek: west, zuid, oost, noord, in graden (CRS84).",
        examples=[[5.0, 51.8, 5.3, 51.95]],
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet; niet in GeoJSON.")


class EenKernVraag(MetBeeld, MetCrs, Vraag):
    pass


@router.get(
    "/kernen",
    response=s.Kernen,
    operation_id="kernen",
    summary="De kernen",
    description="De dorpen en steden, op naam. Met `Accept: application/geo+json` komen ze als GeoJSON voor op een kaart.",
)
def lijst(request: HttpRequest, vraag: Query[KernVraag]) -> HttpResponse:
    lezing = Lezing.van(request, vraag.taal)
    kernen = partial(_gekozen, vraag)
    if _wil_geojson(request):
        return _verzameling(lezing, vraag, kernen)
    return lezen.lijst(lezing, vraag, KERNEN, kernen)


def _gekozen(vraag: KernVraag) -> KernQuerySet:
    kernen = sinds(KernPage.objects.op_naam(), vraag.gewijzigd_sinds, vraag.taal)
    if vraag.uitrolfase:
        kernen = kernen.in_fase(naar_model(keuzes.Uitrolfase, vraag.uitrolfase))
    if vraag.bbox:
        west, zuid, oost, noord = vraag.bbox
        kernen = kernen.filter(lengtegraad__range=(west, oost), breedtegraad__range=(zuid, noord))
    return kernen.order_by("title", "pk")


@router.get(
    "/kernen/{slug:slug}",
    response=s.KernDetail,
    operation_id="kern",
    summary="Eén kern",
    description="Een kern met haar tekst, inwonersgroepen en contact. Ook als GeoJSON.",
)
def detail(request: HttpRequest, slug: Path[Slug], vraag: Query[EenKernVraag]) -> HttpResponse:
    lezing = Lezing.van(request, vraag.taal)
    lezing.eis_kern(slug)

    def kern() -> KernQuerySet:
        return KernPage.objects.filter(lezing.in_kern(slug))

    if _wil_geojson(request):
        return lezen.antwoord(lezing, lezen.een(lezing, kern, _als_features(lezing)), GEOJSON)
    return lezen.detail(lezing, KERNEN, kern)


def _verzameling(lezing: Lezing, vraag: KernVraag, kernen: Callable[[], KernQuerySet]) -> HttpResponse:
    aantal, features = lezen.van_lijst(lezing, vraag, kernen, _als_features(lezing))
    om = s.KernFeatureCollection(**rondom(lezing.request, vraag, aantal), features=[]).model_dump(
        by_alias=True
    )
    eromheen = lezen.als_tekst(om).removesuffix("[]}").encode()
    return lezen.antwoord(lezing, b"%b[%b]}" % (eromheen, b",".join(features)), GEOJSON)


def _als_features(lezing: Lezing) -> Stuk:
    def maak(rijen: list[Rij]) -> list[str]:
        nu = lezen.nu_voor(lezing)
        return [lezen.als_tekst(_als_feature(rij, nu)) for rij in rijen]

    return Stuk("feature", ("kort", "feiten"), maak)


def _als_feature(rij: Rij, nu: Nu) -> Json:
    eigenschappen = json.loads(rij[0])
    KERNEN.maak_af(eigenschappen, json.loads(rij[1]), nu)
    plek = eigenschappen.pop("locatie")
    return {"type": "Feature", "id": eigenschappen["slug"], "geometry": plek, "properties": eigenschappen}


def _wil_geojson(request: HttpRequest) -> bool:
    return request.get_preferred_type(["application/json", GEOJSON]) == GEOJSON

"""The 26 villages and towns, as JSON and as GeoJSON."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from ninja import Path, Query
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from api.aantallen import GEEN, per_kern
from api.afbeeldingen import MetBeeld
from api.crs import MetCrs
from api.deelvragen import Kinderen
from api.inhoud import Inhoudslader
from api.lezing import Lezing, punt
from api.lijst import lees_lijst
from api.router import maak_router
from api.schemas import kernen as s
from api.schemas.basis import Resultaat, Schema
from api.schemas.keuzes import Uitrolfase, naar_model
from api.sinds import MetSinds, sinds
from api.versie import BASIS
from api.vraag import JaOfNee, LijstVraag, Slug, Vraag
from api.vullen import vul
from kernpagina import keuzes
from kernpagina.models import Inwonersgroep, KernPage
from kernpagina.querysets import KernQuerySet

router = maak_router("Kernen", "Accept", "Accept-Crs", met_crs=True)

GEOJSON = "application/geo+json"
GROEPEN = Kinderen(Inwonersgroep, s.Inwonersgroep)


def _rechthoek(waarde: object) -> list[float]:
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
    return getallen


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
def lijst(request: HttpRequest, vraag: Query[KernVraag]) -> Any:
    lezing = Lezing.van(request, vraag.taal)
    kernen = sinds(KernPage.objects.op_naam(), vraag.gewijzigd_sinds, vraag.taal)
    if vraag.uitrolfase:
        kernen = kernen.in_fase(naar_model(keuzes.Uitrolfase, vraag.uitrolfase))
    if vraag.bbox:
        west, zuid, oost, noord = vraag.bbox
        kernen = kernen.filter(lengtegraad__range=(west, oost), breedtegraad__range=(zuid, noord))
    geojson = _wil_geojson(request)
    om, resultaten = lees_lijst(
        lezing,
        vraag,
        met_alles(kernen.order_by("title", "pk")),
        partial(als_feature if geojson else partial(als_resultaat, s.Kern), tel(lezing)),
        met_inhoud=vraag.met_inhoud and not geojson,
    )
    if geojson:
        return _geojson(s.KernFeatureCollection.model_validate(om | {"features": resultaten}))
    return s.Kernen.model_validate(om | {"resultaten": resultaten})


@router.get(
    "/kernen/{slug:slug}",
    response=s.KernDetail,
    operation_id="kern",
    summary="Eén kern",
    description="Een kern met haar tekst, inwonersgroepen en contact. Ook als GeoJSON.",
)
def detail(request: HttpRequest, slug: Path[Slug], vraag: Query[EenKernVraag]) -> Any:
    lezing = Lezing.van(request, vraag.taal)
    lezing.eis_kern(slug)
    kernen = met_alles(KernPage.objects.filter(lezing.in_kern(slug)))
    kern: Any = lezing.lees_een(GROEPEN.erbij(lezing.paginas(kernen)), vraag=GROEPEN.erbij)
    if kern is None:
        raise Http404
    lader = Inhoudslader(lezing)
    if _wil_geojson(request):
        return _geojson(als_feature(tel(lezing), lezing, lader, kern))
    lader.neem(kern.inhoud)
    return als_resultaat(
        s.KernDetail,
        tel(lezing),
        lezing,
        lader,
        kern,
        inwonersgroepen=[vul(s.Inwonersgroep, rij) for rij in GROEPEN.van(kern)],
        gebiedsmakelaar=_of_geen(vul(s.Gebiedsmakelaar, kern)),
        ontmoetingsplek=_of_geen(vul(s.Ontmoetingsplek, kern)),
        inhoud=lader.inhoud_van(kern),
    )


def _of_geen(schema: Any) -> Any:
    """None for a group of fields that are all empty."""
    return schema if any(schema.model_dump().values()) else None


def met_alles(kernen: KernQuerySet) -> KernQuerySet:
    return kernen.select_related("foto")


def tel(lezing: Lezing) -> Mapping[str, s.Aantallen]:
    """The counts by the slug of a village, once the first is asked for: a page without villages doesn't."""
    return cast("Mapping[str, s.Aantallen]", SimpleLazyObject(lambda: per_kern(lezing)))


def als_resultaat(
    soort: type[Resultaat],
    aantallen: Mapping[str, s.Aantallen],
    lezing: Lezing,
    lader: Inhoudslader,
    kern: KernPage,
    **rest: Any,
) -> Any:
    if "locatie" in soort.model_fields:
        rest["locatie"] = punt(kern.breedtegraad, kern.lengtegraad)
    slug = kern.slug
    return vul(
        soort,
        kern,
        slug=slug,
        afbeelding=lezing.afbeelding(kern.foto),
        url=lezing.url(kern),
        api_url=lezing.absoluut(f"{BASIS}/kernen/{slug}"),
        aantallen=aantallen.get(slug, GEEN),
        **rest,
    )


def als_feature(
    aantallen: Mapping[str, s.Aantallen], lezing: Lezing, lader: Inhoudslader, kern: KernPage, **rest: Any
) -> s.KernFeature:
    eigenschappen = als_resultaat(s.KernEigenschappen, aantallen, lezing, lader, kern)
    return s.KernFeature(
        id=eigenschappen.slug, geometry=punt(kern.breedtegraad, kern.lengtegraad), properties=eigenschappen
    )


def _wil_geojson(request: HttpRequest) -> bool:
    return request.get_preferred_type(["application/json", GEOJSON]) == GEOJSON


def _geojson(schema: Schema) -> HttpResponse:
    return HttpResponse(schema.model_dump_json(by_alias=True), content_type=GEOJSON)

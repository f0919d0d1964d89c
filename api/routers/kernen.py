"""The 26 villages and towns, as JSON and as GeoJSON."""

from typing import Annotated, Any

from django.db.models import OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from api.aantallen import GEEN, per_kern
from api.crs import MetCrs, in_crs84
from api.deelvragen import rijen
from api.inhoud import Inhoudslader
from api.lezing import Lezing, punt
from api.lijst import haal, rondom
from api.schemas import kernen as s
from api.schemas.basis import Schema
from api.schemas.keuzes import Uitrolfase, naar_api, naar_model
from api.versie import BASIS, VERSIE
from api.vraag import JaOfNee, LijstVraag, Slug, Vraag
from core.voorwaardelijk import met_etag
from kernpagina import keuzes
from kernpagina.models import Inwonersgroep, KernPage
from kernpagina.querysets import KernQuerySet

router = Router(tags=["Kernen"], by_alias=True)

GEOJSON = "application/geo+json"
router.add_decorator(in_crs84, mode="view")
router.add_decorator(met_etag("Accept", "Accept-Crs", vorm=VERSIE), mode="view")


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


class KernVraag(MetCrs, LijstVraag):
    uitrolfase: Uitrolfase | None = Field(None, description="Alleen kernen die zo ver zijn met Bloei!.")
    bbox: Rechthoek | None = Field(
        None,
        description="Alleen kernen in deze rechthoek: west, zuid, oost, noord, in graden (CRS84).",
        examples=[[5.0, 51.8, 5.3, 51.95]],
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet; niet in GeoJSON.")


class EenKernVraag(MetCrs, Vraag):
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
    kernen = KernPage.objects.op_naam()
    if vraag.uitrolfase:
        kernen = kernen.in_fase(naar_model(keuzes.Uitrolfase, vraag.uitrolfase))
    if vraag.bbox:
        west, zuid, oost, noord = vraag.bbox
        kernen = kernen.filter(lengtegraad__range=(west, oost), breedtegraad__range=(zuid, noord))
    kernen = met_alles(lezing.paginas(kernen).order_by("title", "pk"))
    geojson = _wil_geojson(request)
    met_inhoud = vraag.met_inhoud and not geojson
    if not met_inhoud:
        kernen = kernen.defer_streamfields()
    aantal, deel = haal(kernen, vraag)
    om = rondom(request, vraag, aantal)
    aantallen = per_kern(lezing) if deel else {}
    if geojson:
        return _geojson(
            s.KernFeatureCollection(**om, features=[_feature(lezing, kern, aantallen) for kern in deel])
        )
    lader = Inhoudslader(lezing).neem(*(kern.inhoud for kern in deel if met_inhoud))
    resultaten = [
        s.Kern(
            **gegevens(lezing, kern, aantallen),
            locatie=punt(kern.breedtegraad, kern.lengtegraad),
            inhoud=lader.blokken(kern.inhoud, lezing.kern(kern.path)) if met_inhoud else None,
        )
        for kern in deel
    ]
    return s.Kernen(**om, resultaten=resultaten)


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
    groepen = Inwonersgroep.objects.filter(kern=OuterRef("pk")).order_by("sort_order")
    velden = ("naam", "soort", "over_ons", "contact", "website")
    kernen = met_alles(lezing.paginas(KernPage.objects.filter(lezing.in_kern(slug))))
    kern = kernen.annotate(groep_rijen=rijen(groepen, **{veld: veld for veld in velden})).first()
    if kern is None:
        raise Http404
    aantallen = per_kern(lezing)
    if _wil_geojson(request):
        return _geojson(_feature(lezing, kern, aantallen))
    lader = Inhoudslader(lezing).neem(kern.inhoud)
    return s.KernDetail(
        **gegevens(lezing, kern, aantallen),
        locatie=punt(kern.breedtegraad, kern.lengtegraad),
        inwonersgroepen=[
            s.Inwonersgroep(**{**rij, "soort": naar_api(rij["soort"])}) for rij in kern.groep_rijen
        ],
        gebiedsmakelaar=_of_geen(
            s.Gebiedsmakelaar(
                naam=kern.gebiedsmakelaar_naam,
                email=kern.gebiedsmakelaar_email,
                telefoon=kern.gebiedsmakelaar_telefoon,
            )
        ),
        ontmoetingsplek=_of_geen(
            s.Ontmoetingsplek(naam=kern.ontmoetingsplek_naam, adres=kern.ontmoetingsplek_adres)
        ),
        dorpssite=kern.dorpssite,
        inhoud=lader.blokken(kern.inhoud, lezing.kern(kern.path)),
    )


def _of_geen(schema: Any) -> Any:
    """None for a group of fields that are all empty."""
    return schema if any(schema.model_dump().values()) else None


def met_alles(kernen: KernQuerySet) -> KernQuerySet:
    return kernen.select_related("foto", "locale")


def gegevens(lezing: Lezing, kern: KernPage, aantallen: dict[str, s.Aantallen]) -> dict[str, Any]:
    slug = lezing.kern(kern.path).slug
    return {
        "id": kern.pk,
        "taal": kern.locale.language_code,
        "slug": slug,
        "naam": kern.title,
        "type": naar_api(kern.type),
        "uitrolfase": naar_api(kern.uitrolfase),
        "woonplaatscode": kern.woonplaatscode,
        "intro": kern.intro,
        "afbeelding": lezing.afbeelding(kern.foto),
        "url": lezing.url(kern),
        "api_url": lezing.absoluut(f"{BASIS}/kernen/{slug}"),
        "aantallen": aantallen.get(slug, GEEN),
        "gewijzigd": kern.last_published_at,
    }


def _feature(lezing: Lezing, kern: KernPage, aantallen: dict[str, s.Aantallen]) -> s.KernFeature:
    eigenschappen = s.KernEigenschappen(**gegevens(lezing, kern, aantallen))
    return s.KernFeature(
        id=eigenschappen.slug, geometry=punt(kern.breedtegraad, kern.lengtegraad), properties=eigenschappen
    )


def _wil_geojson(request: HttpRequest) -> bool:
    return request.get_preferred_type(["application/json", GEOJSON]) == GEOJSON


def _geojson(schema: Schema) -> HttpResponse:
    return HttpResponse(schema.model_dump_json(by_alias=True), content_type=GEOJSON)

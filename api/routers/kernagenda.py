"""The village's plan of action, whole and point by point. Not a calendar: see `agenda.py` for that."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router
from pydantic import Field

from api.bestaand import BestaandeKern, BestaandThema
from api.deelvragen import project_van
from api.inhoud import Inhoudslader
from api.lezing import Lezing, thema
from api.lijst import als_lijst
from api.schemas import kernagenda as s
from api.schemas.keuzes import PuntStatus, Trekker, naar_api, naar_model
from api.versie import VERSIE
from api.vraag import JaOfNee, LijstVraag, Slug, Vraag
from core.talen.taal import BRONTAAL
from core.teksten.plat import is_leeg
from core.voorwaardelijk import met_etag
from kernpagina import keuzes
from kernpagina.models import KernagendaPage, Kernagendapunt
from kernpagina.querysets import KernagendapuntQuerySet

router = Router(tags=["Kernagenda"], by_alias=True)
router.add_decorator(met_etag(vorm=VERSIE), mode="view")


class PuntVraag(LijstVraag):
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])
    status: PuntStatus | None = Field(None, description="Alleen met deze status.")
    trekker: Trekker | None = Field(None, description="Alleen wat deze trekker oppakt.")
    prioriteit: JaOfNee | None = Field(None, description="Alleen met (`true`) of zonder (`false`) voorrang.")


@router.get(
    "/kernagendapunten",
    response=s.Kernagendapunten,
    operation_id="kernagendapunten",
    summary="Punten van alle kernagenda's",
    description="Wensen, afspraken en klussen van de kernen. Per kern in de volgorde van het dorp.",
)
def punten(request: HttpRequest, vraag: Query[PuntVraag]) -> s.Kernagendapunten:
    lezing = Lezing.van(request, vraag.taal)
    kernagendas = KernagendaPage.objects.all()
    if vraag.kern:
        kernagendas = kernagendas.filter(lezing.in_kern(vraag.kern))
    gekozen = Kernagendapunt.objects.filter(kernagenda__in=lezing.bronnen(kernagendas))
    if vraag.thema:
        gekozen = gekozen.filter(thema__slug=vraag.thema)
    if vraag.status:
        gekozen = gekozen.filter(status=naar_model(keuzes.PuntStatus, vraag.status))
    if vraag.trekker:
        gekozen = gekozen.filter(trekker=naar_model(keuzes.Trekker, vraag.trekker))
    if vraag.prioriteit is not None:
        gekozen = gekozen.filter(prioriteit=vraag.prioriteit)
    gekozen = met_alles(lezing, gekozen.op_volgorde())
    return als_lijst(request, vraag, s.Kernagendapunten, gekozen, lambda deel: als_punten(lezing, deel))


@router.get(
    "/kernen/{slug:slug}/kernagenda",
    response=s.Kernagenda,
    operation_id="kernagenda",
    summary="De kernagenda van een kern",
    description="Het plan van het dorp: de punten per thema, met wie het oppakt en hoe het ervoor staat.",
)
def kernagenda(request: HttpRequest, slug: Path[Slug], vraag: Query[Vraag]) -> s.Kernagenda:
    lezing = Lezing.van(request, vraag.taal)
    lezing.eis_kern(slug)
    van_kern = KernagendaPage.objects.filter(lezing.in_kern(slug))
    pagina = lezing.paginas(van_kern).defer_streamfields().select_related("locale").first()
    if pagina is None:
        raise Http404
    punten_van_kern = Kernagendapunt.objects.filter(kernagenda__in=lezing.bronnen(van_kern))
    rijen = list(met_alles(lezing, punten_van_kern.op_volgorde()))
    # The rich text of the page and of its points is looked up together.
    lader = _lader(lezing, rijen).neem(pagina.inleiding)
    gebouwd = [(rij.thema_id, als_punt(lezing, lader, rij)) for rij in rijen]
    themas = [list(groep) for _, groep in groupby(gebouwd, key=lambda paar: paar[0])]
    return s.Kernagenda(
        id=pagina.pk,
        taal=pagina.locale.language_code,
        kern=lezing.kern(pagina.path),
        titel=pagina.title,
        versie=pagina.versie,
        vastgesteld_datum=pagina.vastgesteld_op,
        periode=_periode(pagina),
        herziening_datum=pagina.volgende_herziening,
        inleiding=None if is_leeg(pagina.inleiding) else lader.tekst(pagina.inleiding),
        themas=[
            s.PuntenBijThema(thema=groep[0][1].thema, punten=[punt for _, punt in groep]) for groep in themas
        ],
        url=lezing.url(pagina),
        gewijzigd=pagina.last_published_at,
    )


def _periode(pagina: KernagendaPage) -> s.Periode | None:
    if not (pagina.periode_van or pagina.periode_tot):
        return None
    return s.Periode(van=pagina.periode_van, tot=pagina.periode_tot)


def met_alles(lezing: Lezing, gekozen: KernagendapuntQuerySet) -> KernagendapuntQuerySet:
    """With everything of a result in one query, and one more for the text in another language.

    State, order and theme are those of the Dutch points, as on the site: a point that is done is done in every
    language, also while the translation still waits.
    """
    pagina = ("path", "url_path", "title")
    return (
        gekozen.om_te_lezen()
        .select_related("thema", "kernagenda")
        .only(*_velden(), "thema__slug", "thema__name", *(f"kernagenda__{veld}" for veld in pagina))
        .annotate(project_rijen=project_van(lezing))
    )


def _velden() -> list[str]:
    return [veld.name for veld in Kernagendapunt._meta.concrete_fields if not veld.is_relation]


def _lader(lezing: Lezing, rijen: list[Kernagendapunt]) -> Inhoudslader:
    return Inhoudslader(lezing).neem(
        *(tekst for punt in rijen for tekst in (punt.omschrijving, punt.motivering))
    )


def als_punten(lezing: Lezing, rijen: list[Kernagendapunt]) -> list[s.Kernagendapunt]:
    lader = _lader(lezing, rijen)
    return [als_punt(lezing, lader, punt) for punt in rijen]


def als_punt(lezing: Lezing, lader: Inhoudslader, punt: Kernagendapunt) -> s.Kernagendapunt:
    def tekst(bron: str) -> Any:
        return None if is_leeg(bron) else lader.tekst(bron)

    taal = getattr(punt, "taal", BRONTAAL)
    adres = lezing.absoluut(lezing.pad(punt.kernagenda.url_path, taal))
    return s.Kernagendapunt(
        id=str(punt.uuid),
        taal=taal,
        kern=lezing.kern(punt.kernagenda.path),
        thema=thema({"slug": punt.thema.slug, "naam": punt.thema.name}),
        titel=punt.titel,
        omschrijving=tekst(punt.omschrijving),
        herkomst=naar_api(punt.herkomst),
        trekker=naar_api(punt.trekker),
        naam_trekker=punt.naam_trekker,
        status=naar_api(punt.status),
        motivering=tekst(punt.motivering),
        planning=punt.planning,
        prioriteit=punt.prioriteit,
        project=lezing.verwijzing(next(iter(punt.project_rijen), None)),
        url=f"{adres}#{punt.anker}",
    )

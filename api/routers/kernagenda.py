"""The village's plan of action, whole and point by point. Not a calendar: see `agenda.py` for that."""

from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Path, Query
from pydantic import Field

from api.afspraken import bij_punt, van_punt
from api.bestaand import BestaandeKern, BestaandThema
from api.deelvragen import project_van
from api.inhoud import Inhoudslader
from api.lezing import Lezing, thema
from api.lijst import als_lijst
from api.router import maak_router
from api.schemas import kernagenda as s
from api.schemas.keuzes import PuntStatus, Trekker, naar_model
from api.sinds import MetSinds, sinds
from api.vraag import JaOfNee, LijstVraag, Slug, Vraag
from api.vullen import Rij, vul
from core.teksten.plat import is_leeg
from kernpagina import keuzes
from kernpagina.models import KernagendaPage, Kernagendapunt
from kernpagina.querysets import KernagendapuntQuerySet

router = maak_router("Kernagenda")


class PuntVraag(MetSinds, LijstVraag):
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
    kernagendas = sinds(KernagendaPage.objects.all(), vraag.gewijzigd_sinds, vraag.taal)
    if vraag.kern:
        kernagendas = kernagendas.filter(lezing.in_kern(vraag.kern))
    gekozen = van_kernagendas(lezing, kernagendas)
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
    pagina: Any = lezing.lees_een(lezing.paginas(van_kern).defer_streamfields())
    if pagina is None:
        raise Http404
    rijen = list(met_alles(lezing, van_kernagendas(lezing, van_kern).op_volgorde()))
    # The rich text of the page and of its points is looked up together.
    lader = _lader(lezing, rijen).neem(pagina.inleiding)
    gebouwd = [(rij.thema_id, als_punt(lezing, lader, rij)) for rij in rijen]
    themas = [list(groep) for _, groep in groupby(gebouwd, key=lambda paar: paar[0])]
    return vul(
        s.Kernagenda,
        pagina,
        kern=lezing.kern(pagina.path),
        periode=_periode(pagina),
        inleiding=None if is_leeg(pagina.inleiding) else lader.tekst(pagina.inleiding),
        themas=[
            s.PuntenBijThema(thema=groep[0][1].thema, punten=[punt for _, punt in groep]) for groep in themas
        ],
        url=lezing.url(pagina),
    )


def van_kernagendas(lezing: Lezing, kernagendas: QuerySet) -> KernagendapuntQuerySet:
    zichtbaar = lezing.paginas(kernagendas).order_by()
    return Kernagendapunt.objects.filter(kernagenda__in=zichtbaar.values("pk"))


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
        .annotate(project_rijen=project_van(lezing), afgesproken_rijen=van_punt(lezing))
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


def als_punt(lezing: Lezing, lader: Inhoudslader, punt: Rij) -> s.Kernagendapunt:
    def tekst(bron: str) -> Any:
        return None if is_leeg(bron) else lader.tekst(bron)

    adres = lezing.absoluut(lezing.pad(punt.kernagenda.url_path, punt.taal))
    return vul(
        s.Kernagendapunt,
        punt,
        id=str(punt.uuid),
        kern=lezing.kern(punt.kernagenda.path),
        thema=thema({"slug": punt.thema.slug, "naam": punt.thema.name}),
        omschrijving=tekst(punt.omschrijving),
        motivering=tekst(punt.motivering),
        project=lezing.verwijzing(next(iter(punt.project_rijen), None)),
        afspraken=bij_punt(lezing, punt),
        url=f"{adres}#{punt.anker}",
    )

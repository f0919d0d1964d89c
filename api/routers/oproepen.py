"""Calls to take part."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router
from pydantic import Field

from api.bestaand import BestaandeKern, BestaandProject, BestaandThema
from api.deelvragen import project_van, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, thema
from api.lijst import als_lijst
from api.schemas import oproepen as s
from api.schemas.keuzes import Niveau, OproepSoort, OproepStatus, naar_api, naar_model
from api.versie import VERSIE
from api.vraag import JaOfNee, LijstVraag, Vraag
from core.keuzes import Niveau as ModelNiveau
from core.teksten.plat import is_leeg
from core.voorwaardelijk import met_etag
from kernpagina import keuzes
from kernpagina.models import OproepPage, OproepThema
from kernpagina.querysets import OproepQuerySet

router = Router(tags=["Oproepen"], by_alias=True)
router.add_decorator(met_etag(vorm=VERSIE), mode="view")


class OproepVraag(LijstVraag):
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    status: OproepStatus | None = Field(None, description="Alleen met deze status vandaag.")
    soort: OproepSoort | None = Field(None, description="Alleen dit soort oproep.")
    niveau: Niveau | None = Field(None, description="Alleen met zoveel invloed.")
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])
    project: BestaandProject | None = Field(
        None, description="Alleen bij dit project (nummer).", examples=[412]
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")


@router.get(
    "",
    response=s.Oproepen,
    operation_id="oproepen",
    summary="Oproepen om mee te doen",
    description="Vragen aan inwoners, met wat ze mogen verwachten. Wat het eerst sluit staat bovenaan.",
)
def lijst(request: HttpRequest, vraag: Query[OproepVraag]) -> s.Oproepen:
    lezing = Lezing.van(request, vraag.taal)
    oproepen = OproepPage.objects.eerst_sluitend()
    if vraag.kern:
        oproepen = oproepen.filter(lezing.in_kern(vraag.kern))
    if vraag.status:
        oproepen = oproepen.met_status(naar_model(keuzes.OproepStatus, vraag.status), lezing.vandaag)
    if vraag.soort:
        oproepen = oproepen.filter(soort=naar_model(keuzes.OproepSoort, vraag.soort))
    if vraag.niveau:
        oproepen = oproepen.filter(niveau=naar_model(ModelNiveau, vraag.niveau))
    if vraag.thema:
        oproepen = oproepen.filter(themas__slug=vraag.thema)
    if vraag.project:
        oproepen = oproepen.filter(project__translation_key__in=lezing.sleutel_van(vraag.project))
    gekozen = met_alles(lezing, lezing.paginas(oproepen))
    if not vraag.met_inhoud:
        gekozen = gekozen.defer_streamfields()

    def bouw(deel: list[OproepPage]) -> list[s.Oproep]:
        lader = Inhoudslader(lezing).neem(*(o.inhoud for o in deel if vraag.met_inhoud))
        return [
            s.Oproep(
                **gegevens(lezing, o),
                inhoud=lader.blokken(o.inhoud, lezing.kern(o.path)) if vraag.met_inhoud else None,
            )
            for o in deel
        ]

    return als_lijst(request, vraag, s.Oproepen, gekozen, bouw)


@router.get(
    "/{int:id}",
    response=s.OproepDetail,
    operation_id="oproep",
    summary="Eén oproep",
    description="Een oproep met haar tekst, de afspraken met inwoners en de uitkomst.",
)
def detail(request: HttpRequest, id: int, vraag: Query[Vraag]) -> s.OproepDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    oproep = met_alles(lezing, lezing.lees(OproepPage.objects.all(), id)).first()
    if oproep is None:
        raise Http404
    lader = Inhoudslader(lezing).neem(oproep.inhoud, oproep.uitkomst, oproep.motivering)
    return s.OproepDetail(
        **gegevens(lezing, oproep),
        inhoud=lader.blokken(oproep.inhoud, lezing.kern(oproep.path)),
        voor_wie=oproep.voor_wie,
        wat_staat_vast=oproep.wat_staat_vast,
        ruimte_voor_invloed=oproep.ruimte_voor_invloed,
        besluitnemer=naar_api(oproep.besluitnemer),
        uitkomst=None if is_leeg(oproep.uitkomst) else lader.tekst(oproep.uitkomst),
        motivering=None if is_leeg(oproep.motivering) else lader.tekst(oproep.motivering),
    )


def met_alles(lezing: Lezing, oproepen: OproepQuerySet) -> OproepQuerySet:
    """With everything of a result in one query."""
    return oproepen.select_related("locale").annotate(
        thema_rijen=themas(OproepThema), project_rijen=project_van(lezing)
    )


def gegevens(lezing: Lezing, oproep: OproepPage) -> dict[str, Any]:
    return {
        "id": oproep.pk,
        "taal": oproep.locale.language_code,
        "kern": lezing.kern(oproep.path),
        "titel": oproep.title,
        "vraag": oproep.vraag,
        "soort": naar_api(oproep.soort),
        "niveau": naar_api(oproep.niveau),
        "belofte": oproep.belofte_tekst,
        "opent": oproep.opent,
        "sluit": oproep.sluit,
        "terugkoppeling_uiterlijk": oproep.terugkoppeling_uiterlijk,
        "status": naar_api(oproep.status(lezing.vandaag)),
        "offline_meedoen": oproep.offline_meedoen,
        "online_meedoen": oproep.online_meedoen,
        "themas": [thema(rij) for rij in oproep.thema_rijen],
        "project": lezing.verwijzing(next(iter(oproep.project_rijen), None)),
        "url": lezing.url(oproep),
        "gewijzigd": oproep.last_published_at,
    }

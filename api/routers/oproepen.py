"""Calls to take part."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from api.afbeeldingen import MetBeeld
from api.bestaand import BestaandeKern, BestaandProject, BestaandThema
from api.lezing import Lezing
from api.lijst import als_lijst, kies
from api.router import maak_router
from api.schemas import oproepen as s
from api.schemas.keuzes import Niveau, OproepSoort, OproepStatus, naar_model
from api.sinds import MetSinds, sinds
from api.vormen import lezen
from api.vormen.oproepen import OPROEPEN
from api.vraag import JaOfNee, LijstVraag, Vraag
from api.vullen import vul
from core.keuzes import Niveau as ModelNiveau
from core.lezer import met_nummer
from kernpagina import keuzes
from kernpagina.models import OproepPage
from kernpagina.querysets import OproepQuerySet
from meedoen.models import Reactie
from meedoen.soorten import onderdelen

router = maak_router("Oproepen")
# What people wrote isn't kept by those in between: it may be taken off.
reacties = maak_router("Oproepen", cache_control="no-store")


class OproepenVraag(MetBeeld, MetSinds, LijstVraag):
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    status: OproepStatus | None = Field(None, description="Alleen met deze status vandaag.")
    soort: OproepSoort | None = Field(None, description="Alleen dit soort oproep.")
    niveau: Niveau | None = Field(None, description="Alleen met zoveel invloed.")
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])
    project: BestaandProject | None = Field(
        None, description="Alleen bij dit project (nummer).", examples=[412]
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")


class DetailVraag(MetBeeld, Vraag):
    pass


@router.get(
    "",
    response=s.Oproepen,
    operation_id="oproepen",
    summary="Oproepen om mee te doen",
    description="Vragen aan inwoners, met wat ze mogen verwachten. Wat het eerst sluit staat bovenaan; bij `status=te-laat` wat het langst te laat is.",
)
def lijst(request: HttpRequest, vraag: Query[OproepenVraag]) -> HttpResponse:
    lezing = Lezing.van(request, vraag.taal)
    return lezen.lijst(lezing, vraag, OPROEPEN, partial(_gekozen, lezing, vraag))


def _gekozen(lezing: Lezing, vraag: OproepenVraag) -> OproepQuerySet:
    oproepen = OproepPage.objects.eerst_sluitend()
    if vraag.status:
        status = naar_model(keuzes.OproepStatus, vraag.status)
        oproepen = oproepen.met_status(status, lezing.vandaag)
        if status == keuzes.OproepStatus.TE_LAAT:
            oproepen = oproepen.order_by("terugkoppeling_uiterlijk", "pk")
    oproepen = sinds(oproepen, vraag.gewijzigd_sinds, vraag.taal)
    return kies(lezing, vraag, oproepen, soort=keuzes.OproepSoort, niveau=ModelNiveau)


@router.get(
    "/{int:id}",
    response=s.OproepDetail,
    operation_id="oproep",
    summary="Eén oproep",
    description="Een oproep met haar tekst, de afspraken met inwoners en de uitkomst.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> HttpResponse:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    return lezen.detail(lezing, OPROEPEN, lambda: met_nummer(OproepPage.objects.order_by(), id))


@reacties.get(
    "/{int:id}/reacties",
    response=s.Reacties,
    operation_id="oproep_reacties",
    summary="De reacties op een oproep",
    description="Wat mensen schreven en wat geplaatst is, de nieuwste bovenaan. Van een vragenlijst of peiling staat hier niets.",
)
def lijst_van_reacties(request: HttpRequest, id: int, vraag: Query[LijstVraag]) -> s.Reacties:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    oproep = lezing.lees_een(lezing.lees(OproepPage.objects.order_by(), id))
    if not isinstance(oproep, OproepPage):
        raise Http404
    geplaatst = Reactie.objects.filter(oproep=oproep.pk).los_te_lezen()
    # A point that isn't public yet is nobody's business.
    punten = {punt.kenmerk for punt in oproep.uitkomstpunten.all()}
    namen = {deel.kenmerk: deel.naam for deel in onderdelen(oproep)}

    def bouw(rijen: list[Reactie]) -> list[s.Reactie]:
        return [
            vul(
                s.Reactie,
                rij,
                onderdeel=namen.get(rij.onderdeel),
                uitkomstpunt=rij.uitkomstpunt if rij.uitkomstpunt in punten else None,
            )
            for rij in rijen
        ]

    return als_lijst(request, vraag, s.Reacties, geplaatst, bouw)

"""Calls to take part."""

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from api.bestaand import BestaandeKern, BestaandProject, BestaandThema
from api.deelvragen import Kinderen, project_van, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, thema
from api.lijst import als_lijst, kies, lees_detail, lijst_van
from api.router import maak_router
from api.schemas import oproepen as s
from api.schemas.basis import Resultaat
from api.schemas.keuzes import Niveau, OproepSoort, OproepStatus, naar_api, naar_model
from api.vraag import JaOfNee, LijstVraag, Vraag
from api.vullen import Rij, vul
from core.keuzes import Niveau as ModelNiveau
from core.teksten.plat import is_leeg
from kernpagina import keuzes
from kernpagina.models import OproepPage, OproepThema, Uitkomstpunt
from kernpagina.models import OproepVraag as Vraagrij
from kernpagina.querysets import OproepQuerySet
from meedoen.keuzes import IN_WOORDEN
from meedoen.models import Reactie
from meedoen.soorten import onderdelen
from meedoen.tellen import aantallen

router = maak_router("Oproepen")
# What people wrote isn't kept by those in between: it may be taken off.
reacties = maak_router("Oproepen", cache_control="no-store")

VRAGEN = Kinderen(Vraagrij, s.OproepVraag)
PUNTEN = Kinderen(Uitkomstpunt, s.Uitkomstpunt)


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
    description="Vragen aan inwoners, met wat ze mogen verwachten. Wat het eerst sluit staat bovenaan; bij `status=te-laat` wat het langst te laat is.",
)
def lijst(request: HttpRequest, vraag: Query[OproepVraag]) -> s.Oproepen:
    lezing = Lezing.van(request, vraag.taal)
    oproepen = OproepPage.objects.eerst_sluitend()
    if vraag.status:
        status = naar_model(keuzes.OproepStatus, vraag.status)
        oproepen = oproepen.met_status(status, lezing.vandaag)
        if status == keuzes.OproepStatus.TE_LAAT:
            oproepen = oproepen.order_by("terugkoppeling_uiterlijk", "pk")
    oproepen = kies(lezing, vraag, oproepen, soort=keuzes.OproepSoort, niveau=ModelNiveau)
    return lijst_van(lezing, vraag, s.Oproepen, met_alles(lezing, oproepen), partial(als_resultaat, s.Oproep))


@router.get(
    "/{int:id}",
    response=s.OproepDetail,
    operation_id="oproep",
    summary="Eén oproep",
    description="Een oproep met haar tekst, de afspraken met inwoners en de uitkomst.",
)
def detail(request: HttpRequest, id: int, vraag: Query[Vraag]) -> s.OproepDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    oproep, lader = lees_detail(lezing, met_alles(lezing, OproepPage.objects.all()), id, VRAGEN, PUNTEN)
    lader.neem(oproep.uitkomst, oproep.motivering)
    return als_resultaat(
        s.OproepDetail,
        lezing,
        lader,
        oproep,
        inhoud=lader.inhoud_van(oproep),
        aantallen=_aantallen(oproep.pk),
        vragen=[vul(s.OproepVraag, rij, keuzes=_keuzes(rij)) for rij in VRAGEN.van(oproep)],
        uitkomstpunten=[vul(s.Uitkomstpunt, rij) for rij in PUNTEN.van(oproep)],
        uitkomst=None if is_leeg(oproep.uitkomst) else lader.tekst(oproep.uitkomst),
        motivering=None if is_leeg(oproep.motivering) else lader.tekst(oproep.motivering),
    )


@reacties.get(
    "/{int:id}/reacties",
    response=s.Reacties,
    operation_id="oproep_reacties",
    summary="De reacties op een oproep",
    description="Wat mensen schreven en wat geplaatst is, de nieuwste bovenaan. Van een vragenlijst of peiling staat hier niets.",
)
def lijst_van_reacties(request: HttpRequest, id: int, vraag: Query[LijstVraag]) -> s.Reacties:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    oproep, _ = lees_detail(lezing, OproepPage.objects.all(), id, PUNTEN)
    geplaatst = Reactie.objects.filter(oproep=oproep.pk, oproep__soort__in=IN_WOORDEN).openbaar()
    # A point that isn't public yet is nobody's business.
    punten = {UUID(str(rij["id"])) for rij in PUNTEN.van(oproep)}
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


def _dagen_te_laat(oproep: Rij, op: date) -> int | None:
    te_laat = oproep.status(op) == keuzes.OproepStatus.TE_LAAT
    return (op - oproep.terugkoppeling_uiterlijk).days if te_laat else None


def _aantallen(oproep: int) -> s.Deelname:
    geteld = aantallen(oproep)
    bronnen = [s.BronAantal(bron=naar_api(bron), aantal=n) for bron, n in sorted(geteld.per_bron.items())]
    return s.Deelname(geplaatst=geteld.geplaatst, niet_geplaatst=geteld.niet_geplaatst, bronnen=bronnen)


def _keuzes(rij: dict[str, Any]) -> list[str]:
    return Vraagrij(soort=rij["soort"], keuzes=rij["keuzes"]).keuzelijst


def met_alles(lezing: Lezing, oproepen: OproepQuerySet) -> OproepQuerySet:
    """With everything of a result in one query."""
    return oproepen.annotate(thema_rijen=themas(OproepThema), project_rijen=project_van(lezing))


def als_resultaat(
    soort: type[Resultaat], lezing: Lezing, lader: Inhoudslader, oproep: Rij, **rest: Any
) -> Any:
    return vul(
        soort,
        oproep,
        kern=lezing.kern(oproep.path),
        status=naar_api(oproep.status(lezing.vandaag)),
        dagen_te_laat=_dagen_te_laat(oproep, lezing.vandaag),
        themas=[thema(rij) for rij in oproep.thema_rijen],
        project=lezing.verwijzing(next(iter(oproep.project_rijen), None)),
        url=lezing.url(oproep),
        **rest,
    )

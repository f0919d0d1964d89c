"""The form of a call to take part."""

from datetime import date
from typing import Any
from uuid import UUID

from api.deelvragen import Kinderen, project_van, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, thema
from api.schemas import oproepen as s
from api.schemas.blokken import Blok
from api.schemas.keuzes import naar_api
from api.vormen.soort import Json, Nu, Soort
from api.vullen import Rij, vul
from core.teksten.plat import is_leeg
from kernpagina import keuzes
from kernpagina.models import OproepPage, OproepTaak, OproepThema, OproepVraag, Uitkomstpunt
from kernpagina.oproepen import oproep_status
from kernpagina.querysets import OproepQuerySet
from meedoen.aanmelden.open import met_aanmelding
from meedoen.aanmelden.plaatsen import vrij_van
from meedoen.tellen import aantallen

VRAGEN = Kinderen(OproepVraag, s.OproepVraag)
TAKEN = Kinderen(OproepTaak, s.OproepTaak, zonder=("plaatsen_vrij",))
PUNTEN = Kinderen(Uitkomstpunt, s.Uitkomstpunt)


def met_alles(lezing: Lezing, oproepen: OproepQuerySet) -> OproepQuerySet:
    """With everything of a result in one query."""
    return oproepen.annotate(thema_rijen=themas(OproepThema), project_rijen=project_van(lezing))


def neem(lader: Inhoudslader, oproep: Rij) -> None:
    lader.neem(oproep.uitkomst, oproep.motivering)


def bouw(lezing: Lezing, lader: Inhoudslader, oproep: Rij, inhoud: list[Blok]) -> s.OproepDetail:
    return vul(
        s.OproepDetail,
        oproep,
        kern=None,
        status="gepland",
        themas=[thema(rij) for rij in oproep.thema_rijen],
        project=lezing.verwijzing(next(iter(oproep.project_rijen), None)),
        url=lezing.url(oproep),
        inhoud=inhoud,
        # Both are told when somebody reads: reactions are placed without the call being published.
        dagen_te_laat=None,
        aantallen=s.Deelname(geplaatst=0, niet_geplaatst=0, bronnen=[]),
        vragen=[vul(s.OproepVraag, rij, keuzes=_keuzes(rij)) for rij in VRAGEN.van(oproep)],
        aanmelden_hier=f"{lezing.url(oproep)}aanmelden/" if met_aanmelding(oproep) else None,
        taken=[vul(s.OproepTaak, rij, plaatsen_vrij=None) for rij in TAKEN.van(oproep)],
        uitkomstpunten=[vul(s.Uitkomstpunt, rij) for rij in PUNTEN.van(oproep)],
        uitkomst=None if is_leeg(oproep.uitkomst) else lader.tekst(oproep.uitkomst),
        motivering=None if is_leeg(oproep.motivering) else lader.tekst(oproep.motivering),
    )


def _keuzes(rij: dict[str, Any]) -> list[str]:
    return OproepVraag(soort=rij["soort"], keuzes=rij["keuzes"]).keuzelijst


def feiten(oproep: OproepPage) -> Json:
    return {"uitkomst": bool(oproep.uitkomst)}


def status_nu(opent: str, sluit: str, uiterlijk: str, heeft_uitkomst: bool, op: date) -> str | None:
    """The state of a call on a day, of what its form has of it."""
    datums = [date.fromisoformat(datum) for datum in (opent, sluit, uiterlijk)]
    return naar_api(oproep_status(*datums, heeft_uitkomst, op))


def maak_af(resultaat: Json, feit: Json, nu: Nu) -> None:
    resultaat["kern"] = nu.kern(feit["kern"])
    datums = [resultaat[naam] for naam in ("opent", "sluit", "terugkoppelingUiterlijk")]
    resultaat["status"] = status_nu(*datums, feit["uitkomst"], nu.vandaag)
    if resultaat["status"] == naar_api(keuzes.OproepStatus.TE_LAAT):
        resultaat["dagenTeLaat"] = (nu.vandaag - date.fromisoformat(datums[-1])).days
    if "aantallen" in resultaat:
        resultaat["aantallen"] = deelname(resultaat["id"]).model_dump(by_alias=True, mode="json")
        if resultaat["status"] != naar_api(keuzes.OproepStatus.OPEN):
            resultaat["aanmeldenHier"] = None
        vrij = vrij_van(resultaat["id"], {UUID(taak["id"]): taak["nodig"] for taak in resultaat["taken"]})
        for taak in resultaat["taken"]:
            taak["plaatsenVrij"] = vrij[UUID(taak["id"])]


def deelname(oproep: int) -> s.Deelname:
    """How many took part, by how they did."""
    geteld = aantallen(oproep)
    bronnen = [s.BronAantal(bron=naar_api(bron), aantal=n) for bron, n in sorted(geteld.per_bron.items())]
    return s.Deelname(geplaatst=geteld.geplaatst, niet_geplaatst=geteld.niet_geplaatst, bronnen=bronnen)


OPROEPEN = Soort(
    OproepPage,
    s.Oproep,
    s.OproepDetail,
    vraag=met_alles,
    bouw=bouw,
    maak_af=maak_af,
    neem=neem,
    feiten=feiten,
    kinderen=(VRAGEN, TAKEN, PUNTEN),
    wijst_naar=("project",),
)

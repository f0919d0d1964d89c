"""The form of a dated meeting or activity."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate

from api.afspraken import in_verslag, tel_dagen, van_verslag
from api.blokken import bijlage
from api.deelvragen import Kinderen, oproep_van, project_van, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, punt, thema
from api.schemas import agenda as s
from api.schemas.afspraken import Afspraak
from api.schemas.blokken import Blok
from api.schemas.keuzes import naar_api
from api.vormen.lezing import VormLezing
from api.vormen.soort import Json, Nu, Soort
from api.vullen import Rij, vul
from core.teksten.plat import is_leeg
from core.wanneer import laatste_dag
from kernpagina.keuzes import Aanmelden
from kernpagina.models import AgendaAfspraak, AgendaItemPage, AgendaItemThema, ProgrammaOnderdeel
from kernpagina.querysets import AgendaItemQuerySet
from meedoen.aanmelden.plaatsen import vrij_van

PROGRAMMA = Kinderen(ProgrammaOnderdeel, s.ProgrammaOnderdeel)
AFSPRAKEN = Kinderen(
    AgendaAfspraak,
    Afspraak,
    ("stand", "uitleg", "stand_datum", "dagen_te_laat", "kernagendapunt", "project"),
)


def met_alles(lezing: Lezing, items: AgendaItemQuerySet) -> AgendaItemQuerySet:
    """With everything of a result in one query."""
    return (
        items.select_related("foto")
        .prefetch_related("bijlagen")
        .annotate(
            thema_rijen=themas(AgendaItemThema),
            project_rijen=project_van(lezing),
            oproep_rijen=oproep_van(lezing),
            **van_verslag(lezing),
        )
    )


def _documenten(item: Rij) -> list[int]:
    return [stuk.document_id for stuk in item.bijlagen.all()]


def neem(lader: Inhoudslader, item: Rij) -> None:
    lader.neem(item.verslag).neem_nummers("document", _documenten(item))


def bouw(lezing: VormLezing, lader: Inhoudslader, item: Rij, inhoud: list[Blok]) -> s.AgendaItemDetail:
    url = lezing.url(item)
    return vul(
        s.AgendaItemDetail,
        item,
        kern=None,
        begin_datum=localdate(item.begin),
        einde_datum=localdate(item.einde or item.begin),
        locatie=s.Locatie(
            naam=item.locatie, adres=item.adres, punt=punt(item.breedtegraad, item.lengtegraad)
        ),
        aanmelden=s.Aanmelding(hoe=naar_api(item.aanmelden), contact=None, tot_datum=item.aanmelden_tot),
        themas=[thema(rij) for rij in item.thema_rijen],
        afbeelding=lezing.afbeelding(item.foto),
        project=lezing.verwijzing(next(iter(item.project_rijen), None)),
        oproep=lezing.verwijzing(next(iter(item.oproep_rijen), None)),
        heeft_verslag=not is_leeg(item.verslag),
        url=url,
        ics_url=f"{url}afspraak.ics",
        inhoud=inhoud,
        # Both are told when somebody reads: people sign up without the page being published.
        aanmelden_hier=f"{url}aanmelden/" if item.aanmelden == Aanmelden.HIER else None,
        plaatsen_vrij=None,
        programma=[vul(s.ProgrammaOnderdeel, rij) for rij in PROGRAMMA.van(item)],
        verslag=_verslag(lezing, item, lader),
    )


def _verslag(lezing: VormLezing, item: Any, lader: Inhoudslader) -> s.Verslag | None:
    """The report, once there is one: the site shows nothing of it before its text is there."""
    if is_leeg(item.verslag):
        return None
    gevonden = (lader.adres("document", nummer) for nummer in _documenten(item))
    register = {rij["kenmerk"]: rij for rij in item.register_rijen}
    afspraken = [in_verslag(lezing, rij, register.get(rij["id"], {})) for rij in AFSPRAKEN.van(item)]
    if afspraken:
        # Any of them may become a point there.
        lezing.zag("pagina", item.kernagenda_nummer)
    for rij in item.register_rijen:
        # Also one that isn't public: it may be one day.
        lezing.zag("pagina", rij["project_id"])
    return s.Verslag(
        aanwezigen=item.aantal_aanwezigen,
        samenvatting=lader.tekst(item.verslag),
        afspraken=afspraken,
        bijlagen=[bijlage(rij) for rij in gevonden if rij],
    )


def feiten(item: AgendaItemPage) -> Json:
    """Until which day one can sign up: `AgendaItemPage.aanmelden_kan`."""
    tot = min(filter(None, (laatste_dag(item), item.aanmelden_tot)))
    contact = "" if item.geannuleerd else item.aanmelden_contact
    plaatsen = item.max_aantal if item.aanmelden == Aanmelden.HIER else None
    return {"contact": contact or None, "tot": tot.isoformat(), "af": item.geannuleerd, "plaatsen": plaatsen}


def maak_af(resultaat: Json, feit: Json, nu: Nu) -> None:
    resultaat["kern"] = nu.kern(feit["kern"])
    # Whoever it is too late for isn't sent anywhere.
    op_tijd = nu.vandaag <= date.fromisoformat(feit["tot"])
    if op_tijd:
        resultaat["aanmelden"]["contact"] = feit["contact"]
    for afspraak in (resultaat.get("verslag") or {}).get("afspraken", ()):
        tel_dagen(afspraak, nu.vandaag)
    if "plaatsenVrij" in resultaat:
        if not op_tijd or feit["af"]:
            resultaat["aanmeldenHier"] = None
        resultaat["plaatsenVrij"] = vrij_van(resultaat["id"], {None: feit["plaatsen"]})[None]


AGENDA = Soort(
    AgendaItemPage,
    s.AgendaItem,
    s.AgendaItemDetail,
    vraag=met_alles,
    bouw=bouw,
    maak_af=maak_af,
    neem=neem,
    feiten=feiten,
    kinderen=(PROGRAMMA, AFSPRAKEN),
    wijst_naar=("project", "oproep"),
)

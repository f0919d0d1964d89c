"""The versions of a kernagenda: kept at each publication, and compared point by point."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.teksten.plat import platte_tekst
from kernpagina.keuzes import PuntStatus
from kernpagina.models import KernagendaPage, Kernagendapunt, KernagendaVersie

VELDEN: dict[str, Promise] = {
    "titel": _("Titel"),
    "trekker": _("Wie pakt het op"),
    "planning": _("Planning"),
    "omschrijving": _("Omschrijving"),
    "motivering": _("Toelichting"),
}


@dataclass
class Wijziging:
    """What happened to one point. `regels` has a dict per changed field: veld, was, nu."""

    uuid: str
    titel: str
    bestaat_nu: bool = True
    status_was: dict[str, str] | None = None
    status_nu: dict[str, str] | None = None
    reden: str = ""
    regels: list[dict[str, str]] = field(default_factory=list)


@dataclass
class Groep:
    naam: Promise
    wijzigingen: list[Wijziging]


@dataclass
class Vergelijking:
    """What changed between two versions, in groups that are not empty."""

    van: KernagendaVersie
    tot: KernagendaVersie
    groepen: list[Groep]


def leg_vast(kernagenda: KernagendaPage, punten: Iterable[Kernagendapunt]) -> None:
    """Keep what was just published as the last text of this version number."""
    KernagendaVersie.objects.update_or_create(
        kernagenda=kernagenda,
        versie=kernagenda.versie,
        defaults={"vastgesteld_op": kernagenda.vastgesteld_op, "punten": [_momentopname(p) for p in punten]},
    )


def kies(versies: list[KernagendaVersie], van: str, tot: str) -> Vergelijking | None:
    """Compare the two versions that a visitor asks for by number, the older one first; None if that can't be."""
    per_nummer = {str(v.versie): v for v in versies}
    if van not in per_nummer or tot not in per_nummer or van == tot:
        return None
    oud, nieuw = sorted((per_nummer[van], per_nummer[tot]), key=lambda v: v.versie)
    return Vergelijking(oud, nieuw, vergelijk(oud.punten, nieuw.punten))


def sinds_online(kernagenda: KernagendaPage) -> Vergelijking | None:
    """What the version in memory, which may be a draft, says otherwise than what was public last; None before that."""
    laatste = kernagenda.versies.order_by("versie").last() if kernagenda.pk else None
    if laatste is None:
        return None
    nu = [_momentopname(punt) for punt in kernagenda.punten_in_tekst()]
    hier = KernagendaVersie(kernagenda=kernagenda, versie=kernagenda.versie or laatste.versie, punten=nu)
    return Vergelijking(laatste, hier, vergelijk(laatste.punten, nu))


def vergelijk(oud: list[dict], nieuw: list[dict]) -> list[Groep]:
    """What is new, has another state, has another text, or is gone; a point is known by its uuid."""
    was, nu = {p["uuid"]: p for p in oud}, {p["uuid"]: p for p in nieuw}
    erbij = [Wijziging(uuid, p["titel"]) for uuid, p in nu.items() if uuid not in was]
    weg = [Wijziging(uuid, p["titel"], bestaat_nu=False) for uuid, p in was.items() if uuid not in nu]
    gebleven = [_wijziging(was[uuid], p) for uuid, p in nu.items() if uuid in was]
    groepen = [
        Groep(_("Nieuw"), erbij),
        Groep(_("Andere status"), [w for w in gebleven if w.status_nu]),
        Groep(_("Andere tekst"), [w for w in gebleven if w.regels and not w.status_nu]),
        Groep(_("Staat er niet meer op"), weg),
    ]
    return [groep for groep in groepen if groep.wijzigingen]


def _wijziging(was: dict, nu: dict) -> Wijziging:
    regels = [
        {"veld": str(naam), "was": was.get(veld, ""), "nu": nu[veld]}
        for veld, naam in VELDEN.items()
        if was.get(veld, "") != nu[veld]
    ]
    wijziging = Wijziging(nu["uuid"], nu["titel"], regels=regels)
    if was["status"] != nu["status"]:
        wijziging.status_was, wijziging.status_nu = _status(was["status"]), _status(nu["status"])
        wijziging.reden = nu.get("reden", "")
    return wijziging


def _status(waarde: str) -> dict[str, str]:
    bekend = waarde in PuntStatus.values
    return {"waarde": waarde, "label": str(PuntStatus(waarde).label) if bekend else waarde}


def _momentopname(punt: Kernagendapunt) -> dict[str, str]:
    """What is kept of a point: text, and nothing else."""
    return {
        "uuid": str(punt.uuid),
        "thema": punt.thema.name,
        "titel": punt.titel,
        "status": punt.status,
        "trekker": punt.naam_trekker or str(punt.get_trekker_display()),
        "planning": punt.planning,
        "omschrijving": platte_tekst(punt.omschrijving),
        "motivering": platte_tekst(punt.motivering),
        "reden": punt.reden,
        "veranderd_op": punt.veranderd_op.isoformat() if punt.veranderd_op else "",
    }

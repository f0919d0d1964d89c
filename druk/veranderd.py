"""What changed since the version before, for the folder of a kernagenda."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from kernpagina.models import KernagendaPage, Kernagendapunt
from kernpagina.versies import Wijziging, vergelijk


def veranderd(kernagenda: KernagendaPage, punten: Iterable[Kernagendapunt]) -> dict[str, Any]:
    """Heading and groups, each with its lines; no groups for a first version, or when nothing changed.

    `punten` are those that are online, as they are read: a title comes in the language of the folder where there is one.
    """
    versies = list(kernagenda.versies.order_by("-versie")[:2])
    if len(versies) < 2:
        return {"kop": "", "groepen": []}
    nu, vorige = versies
    gelezen = {str(punt.uuid): punt for punt in punten}
    groepen = vergelijk(vorige.punten, nu.punten)
    return {
        "kop": _("Wat is er veranderd sinds versie %(nummer)s?") % {"nummer": vorige.versie},
        "groepen": [
            {"naam": str(groep.naam), "regels": [_regel(w, gelezen.get(w.uuid)) for w in groep.wijzigingen]}
            for groep in groepen
        ],
    }


def _regel(wijziging: Wijziging, punt: Kernagendapunt | None) -> dict[str, str]:
    status = ""
    if wijziging.status_was and wijziging.status_nu:
        status = _("%(was)s wordt %(nu)s") % {
            "was": wijziging.status_was["label"],
            "nu": wijziging.status_nu["label"],
        }
    return {
        "titel": punt.titel if punt else wijziging.titel,
        "status": status,
        "reden": (punt.reden if punt else wijziging.reden) if status else "",
    }

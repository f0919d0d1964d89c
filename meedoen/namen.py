"""How a sender stands with a reaction: frozen in Dutch when it is placed, and read with our words in each language."""

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from core.talen.taal import BRONTAAL
from inwoners.mensen import getoonde_naam
from kernpagina.kernen import kern_van
from kernpagina.models import KernPage, OproepPage
from meedoen.models import Reactie

# What stands there in place of a name.
INWONER, BEKEND = "een inwoner", ", naam bekend"
VOORBEELD = {"kort": "Ria V.", "voluit": "Ria Verhoef"}


def voorbeeldnamen(oproep: OproepPage) -> dict[str, str]:
    """As the form shows it, short and in full, of somebody of its own village, in the language that is being read."""
    if not (kern := kern_van(oproep)):
        return VOORBEELD
    return {
        hoe: _("%(naam)s uit %(kern)s") % {"naam": naam, "kern": kern.title}
        for hoe, naam in VOORBEELD.items()
    }


def kernen() -> list[tuple[str, str]]:
    """The kernen to choose from: their code and their name."""
    openbaar = KernPage.objects.openbaar().exclude(woonplaatscode="").op_naam()
    return list(openbaar.filter(locale__language_code=BRONTAAL).values_list("woonplaatscode", "title"))


def naam_met_kern(reactie: Reactie) -> str:
    """“Ria V. uit Beesd”; a meeting by its own name."""
    if reactie.inwoner is None:
        return reactie.agenda_item.title if reactie.agenda_item else ""
    # In a village of three hundred people the name of the kern would say who it is.
    kern = "" if reactie.inwoner.afgeschermd else dict(kernen()).get(reactie.kern)
    if not reactie.naam_erbij:
        # Who didn't tick on paper that their name may stand with it. We know it.
        return f"{INWONER} van {kern}{BEKEND}" if kern else f"{INWONER}{BEKEND}"
    with override(BRONTAAL):
        naam = getoonde_naam(reactie.inwoner, reactie.naam_openbaar)
    return f"{naam} uit {kern}" if kern else naam


def naam_in_leestaal(reactie: Reactie) -> str:
    """The name as it was frozen, or as it will be, with the words of ours around it in the language that is being read."""
    nog_niet = reactie.inwoner_id and not reactie.openbaar
    getoond = naam_met_kern(reactie) if nog_niet else reactie.naam_getoond
    if get_language() == BRONTAAL or reactie.agenda_item_id:
        return getoond
    van, los, kern = getoond.rpartition(" uit ")
    if los:
        return _("%(naam)s uit %(kern)s") % {"naam": van, "kern": kern}
    if not getoond.startswith(INWONER):
        return getoond
    kern = getoond.removeprefix(INWONER).removesuffix(BEKEND).removeprefix(" van ")
    wie = _("een inwoner van %(kern)s") % {"kern": kern} if kern else _("een inwoner")
    return f"{wie}, {_('naam bekend')}" if getoond.endswith(BEKEND) else wie

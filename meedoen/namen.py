"""How a sender stands with a reaction: in Dutch, in every language, because it is frozen when it is placed."""

from django.utils.translation import override

from core.talen.taal import BRONTAAL
from inwoners.mensen import getoonde_naam
from inwoners.models import Inwoner
from kernpagina.models import KernPage
from meedoen.models import Reactie

# As the form shows it, short and in full.
VOORBEELDNAAM = {"kort": "Ria V. uit Beesd", "voluit": "Ria Verhoef uit Beesd"}


def kernen() -> list[tuple[str, str]]:
    """The kernen to choose from: their code and their name."""
    openbaar = KernPage.objects.openbaar().exclude(woonplaatscode="").op_naam()
    return list(openbaar.filter(locale__language_code=BRONTAAL).values_list("woonplaatscode", "title"))


def naam_met_kern(reactie: Reactie) -> str:
    """“Ria V. uit Beesd”; a meeting by its own name."""
    if reactie.inwoner is None:
        return reactie.agenda_item.title if reactie.agenda_item else ""
    return getoond(reactie.inwoner) if reactie.naam_erbij else zonder_naam(reactie.inwoner)


def zonder_naam(inwoner: Inwoner) -> str:
    """Who didn't tick on paper that their name may stand with it. We know it."""
    kern = "" if inwoner.afgeschermd else dict(kernen()).get(inwoner.kern)
    return f"een inwoner van {kern}, naam bekend" if kern else "een inwoner, naam bekend"


def getoond(inwoner: Inwoner) -> str:
    with override(BRONTAAL):
        naam = getoonde_naam(inwoner)
    if inwoner.afgeschermd:
        # In a village of three hundred people the name of the kern would say who it is.
        return naam
    kern = dict(kernen()).get(inwoner.kern)
    return f"{naam} uit {kern}" if kern else naam

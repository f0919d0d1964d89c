"""What was said at a meeting about a call: a reaction, with the meeting as its sender and never a person."""

from uuid import UUID

from django.utils import timezone

from core.openbaar import is_openbaar
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.keuzes import IN_WOORDEN, Bron, Stand
from meedoen.models import Reactie
from meedoen.soorten import heeft_formulier, is_open


def oproep_van(item: AgendaItemPage) -> OproepPage | None:
    """The call that this meeting is about, when it takes reactions in words now. Its name will be read: it is public."""
    oproep = item.oproep
    if oproep is None or oproep.soort not in IN_WOORDEN or not is_openbaar(item):
        return None
    return oproep if heeft_formulier(oproep) and is_open(oproep) else None


def breng_in(item: AgendaItemPage, oproep: OproepPage, tekst: str, user, formulier: UUID) -> None:
    """Let it wait to be read, by somebody else than who typed it. The same form again changes nothing."""
    Reactie.objects.get_or_create(
        formulier=formulier,
        defaults={
            "oproep": oproep,
            "agenda_item": item,
            "bron": Bron.BIJEENKOMST,
            "tekst": tekst,
            "stand": Stand.BEVESTIGD,
            "bevestigd_op": timezone.now(),
            "ingevoerd_door": user,
        },
    )

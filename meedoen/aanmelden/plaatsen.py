"""Who has a place and who waits: a pure function of the order of confirming, and of how many there are places for.

Whoever the total still fits has a place; from the first one that it doesn't fit, everybody waits. So nobody who has a
place loses it because of somebody else, and nobody who waits is overtaken: a group for which there isn't room keeps its
turn (docs/adr/0046).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum

from core.geheugen import onthoud
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.models import Aanmelding

Plek = AgendaItemPage | OproepPage


@dataclass(frozen=True)
class Indeling:
    """Who comes to one thing. `plaatsen` None: everybody fits."""

    plaatsen: int | None
    binnen: tuple[int, ...]  # primary keys of who has a place
    wacht: tuple[int, ...]  # and of who waits, in turn
    totaal: int  # people, waiting ones too
    binnen_totaal: int  # people who have a place

    @property
    def vrij(self) -> int | None:
        """Places for who signs up now; None without a limit. While somebody waits there are none."""
        return None if self.plaatsen is None else max(0, self.plaatsen - self.totaal)

    @property
    def over(self) -> int:
        """Places that stay free while who is first in turn waits for more."""
        return self.plaatsen - self.binnen_totaal if self.plaatsen is not None and self.wacht else 0

    @property
    def wachtenden(self) -> int:
        """How many people wait."""
        return self.totaal - self.binnen_totaal

    def heeft_plek(self, pk: int) -> bool:
        return pk not in self.wacht

    def beurt(self, pk: int) -> int:
        """The place on the waiting list, from 1; 0 for who has a place."""
        return self.wacht.index(pk) + 1 if pk in self.wacht else 0


def deel_in(rijen: Iterable[tuple[int, int]], plaatsen: int | None) -> Indeling:
    """`rijen`: (primary key, number of people), in the order of confirming."""
    binnen: list[int] = []
    wacht: list[int] = []
    totaal = binnen_totaal = 0
    for pk, aantal in rijen:
        totaal += aantal
        past = plaatsen is None or totaal <= plaatsen
        (binnen if past else wacht).append(pk)
        binnen_totaal = totaal if past else binnen_totaal
    return Indeling(plaatsen, tuple(binnen), tuple(wacht), totaal, binnen_totaal)


def indeling(pagina: Plek, taak: UUID | None) -> Indeling:
    rijen = Aanmelding.objects.bevestigd().filter(pagina=pagina.pk, taak=taak)
    return deel_in(rijen.values_list("pk", "aantal"), plaatsen_voor(pagina, taak))


def plaatsen_voor(pagina: Plek, taak: UUID | None) -> int | None:
    """How many people there are places for, as the public page says; None for as many as come."""
    if isinstance(pagina, AgendaItemPage):
        return pagina.max_aantal
    return next((rij.nodig for rij in pagina.taken.all() if rij.kenmerk == taak), None)


def vrije_plaatsen(pagina: Plek) -> dict[UUID | None, int | None]:
    """By task (None: for the whole) how many places are left; None without a limit. One query for all of it."""
    grenzen = (
        {taak.kenmerk: taak.nodig for taak in pagina.taken.all()} if isinstance(pagina, OproepPage) else {}
    )
    grenzen = grenzen or {None: plaatsen_voor(pagina, None)}
    return vrij_van(pagina.pk, grenzen)


def getoonde_plaatsen(pagina: Plek) -> dict[UUID | None, int | None]:
    """The same for a public page that asks for it more than once: what is remembered goes when somebody signs up."""
    return onthoud(("plaatsen", pagina.pk), lambda: vrije_plaatsen(pagina))


def getoond_over(item: AgendaItemPage) -> int:
    """How many places of a meeting stay free for who waits, for its public page."""
    return onthoud(("plaatsen over", item.pk), lambda: indeling(item, None).over)


def vrij_van(pagina: int | None, grenzen: dict[UUID | None, int | None]) -> dict[UUID | None, int | None]:
    """The same of a page by its number, and by task how many there are places for."""
    # Of what isn't saved yet nobody knows.
    if pagina is None or not any(grenzen.values()):
        return dict(grenzen)
    bevestigd = Aanmelding.objects.bevestigd().filter(pagina=pagina).order_by()
    geteld = dict(bevestigd.values_list("taak").annotate(mensen=Sum("aantal")))
    return {
        taak: None if plaatsen is None else max(0, plaatsen - geteld.get(taak, 0))
        for taak, plaatsen in grenzen.items()
    }

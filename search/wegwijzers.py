"""Pages that aren't written by anybody, such as the list of all agreements: in no index, so known by the words of a question."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.talen.taal import BRONTAAL, leestaal, nummer_van
from core.tijd import vandaag
from kernpagina.maand import laatste_dag
from kernpagina.models import AgendaItemPage
from kernpagina.querysets import AgendaItemQuerySet
from search.dagen import Gevraagd, lees_dag
from search.woorden import woorden_in


@dataclass(frozen=True)
class Wegwijzer:
    """Where to go, what it is called there, and the words that ask for it."""

    naam: str
    titel: str | Promise
    uitleg: str | Promise
    woorden: frozenset[str] = frozenset()
    # What comes behind its address: a choice, a place on the page.
    waar: str = ""

    @property
    def adres(self) -> str:
        return reverse(self.naam) + self.waar


WEGWIJZERS = (
    Wegwijzer(
        "afspraken",
        _("Afspraken in alle kernen"),
        _("Wat er op bijeenkomsten is afgesproken, wie het doet en hoe het ervoor staat."),
        frozenset({"afspraak", "afspraken", "agreement", "agreements", "ustalenie", "ustalenia"}),
    ),
    Wegwijzer(
        "voortgang",
        _("Hoe ver zijn we?"),
        _(
            "De punten van alle kernagenda's, wat er beloofd is en wat ervan terechtkwam. In cijfers die je kunt natellen."
        ),
        frozenset({"voortgang", "beantwoord", "beloofd", "belofte", "beloften", "progress", "postępy"}),
    ),
)


def wegwijzers_voor(tekst: str) -> list[Wegwijzer]:
    woorden, gevraagd = woorden_in(tekst), lees_dag(tekst, (leestaal(), BRONTAAL), vandaag())
    gevonden = [wegwijzer for wegwijzer in WEGWIJZERS if wegwijzer.woorden & woorden]
    return [_in_de_agenda(gevraagd), *gevonden] if gevraagd else gevonden


def _in_de_agenda(gevraagd: Gevraagd) -> Wegwijzer:
    """The month of it in the calendar of all kernen, and there the day that was named."""
    van, tot = _wanneer(gevraagd)
    aantal = _items().tussen(van, tot).count()
    naam = date_format(van, "DATE_FORMAT" if gevraagd.dag else "YEAR_MONTH_FORMAT")
    uitleg = ngettext("%(aantal)s keer iets te doen", "%(aantal)s keer iets te doen", aantal)
    waar = f"?weergave=maand&maand={van:%Y-%m}#{f'dag-{van.day}' if gevraagd.dag else 'resultaten'}"
    return Wegwijzer("agenda", f"{_('Agenda')}: {naam}", uitleg % {"aantal": aantal}, waar=waar)


def _wanneer(gevraagd: Gevraagd) -> tuple[date, date]:
    """From and until when. Without a year the one that comes; or the one that was, when only then there was something."""
    komt, was = ((dag, dag if gevraagd.dag else laatste_dag(dag)) for dag in gevraagd.mogelijk)
    return was if _items().tussen(*was).exists() and not _items().tussen(*komt).exists() else komt


def _items() -> AgendaItemQuerySet:
    return AgendaItemPage.objects.openbaar().filter(locale_id=nummer_van(BRONTAAL))

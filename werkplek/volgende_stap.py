"""What an editor can do next: what is late, then the rest in the order of dates. One button each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from wagtail.admin.ui.components import Component

from core.talen.taal import BRONTAAL, nummer_van
from core.wanneer import laatste_dag
from kernpagina.keuzes import AgendaStatus, OproepStatus
from kernpagina.models import Afspraak, AgendaItemPage, KernagendaPage, KernPage, OproepPage
from kernpagina.querysets import AgendaItemQuerySet, OproepQuerySet
from kernpagina.redactie import kernen_van
from kernpagina.reeksen import dag_van
from meedoen.aanmelden.bellen import te_bellen, zonder_mail
from werkplek.bellen import bel_nog
from werkplek.bijeenkomst import uiterlijk_verslag, wie_komen
from werkplek.ophalen import Lijsten, Opgehaald, haal_op
from werkplek.weggehaald import weggehaald

# How far ahead and how far back it looks, and how many it shows.
KOMT, BEGINT, TERUG = timedelta(days=14), timedelta(days=30), timedelta(days=60)
# From then on it is time to put things ready; so long after a report its folder is brought round.
KLAAR, ROND = timedelta(days=2), timedelta(days=14)
MEESTE = 5
# Of one village: what is over leaves room for what comes.
NA_AFLOOP = 2
UITKOMST = "#panel-child-inhoud-uitkomst_na_afloop-section"


@dataclass(frozen=True)
class Volgende:
    """What is due, on which day, for which page, and the one button for it."""

    op: date
    pk: int
    titel: str
    wat: str
    knop: str
    adres: str
    te_laat: bool = False


def lijsten_voor(user, op: date) -> Lijsten:
    """What `volgende_stappen` looks at."""
    return {
        (vertel, kern.pk): lijst(kern, op).filter(locale=nummer_van(BRONTAAL))[:aantal]
        for kern in kernen_van(user)
        for lijst, aantal, vertel in WAT
    }


def volgende_stappen(user, op: date, opgehaald: Opgehaald | None = None) -> list[Volgende]:
    """The first few; `opgehaald` for who has the pages of `lijsten_voor`."""
    paginas = haal_op(lijsten_voor(user, op)) if opgehaald is None else opgehaald
    stappen = [
        stap
        for kern in kernen_van(user)
        for _, _, vertel in WAT
        for stap in vertel(paginas[vertel, kern.pk], op)
    ]
    return sorted(stappen, key=lambda stap: (not stap.te_laat, stap.op, stap.titel))[:MEESTE]


class VolgendePanel(Component):
    name = "volgende"
    template_name = "werkplek/panel_volgende.html"

    def __init__(self, stappen: list[Volgende]) -> None:
        self.stappen = stappen
        # What is late comes before everything with which something new is begun.
        self.order = 16 if any(stap.te_laat for stap in stappen) else 25

    def get_context_data(self, parent_context=None):
        return {"stappen": self.stappen}


def _komt(kern: KernPage, op: date) -> AgendaItemQuerySet:
    items = AgendaItemPage.objects.descendant_of(kern).zonder_herhaling(op).komend(op)
    return items.exclude(status=AgendaStatus.GEANNULEERD)


def _bijeenkomsten(items: list[AgendaItemPage], op: date) -> Iterator[Volgende]:
    weg = weggehaald(items)
    for item in items:
        dag = dag_van(item)
        stap = reverse("werkplek:bijeenkomst", args=[item.pk])
        if item.live and dag <= op + KOMT:
            wat = "Ligt alles klaar?" if dag <= op + KLAAR else "Hangt het affiche er al?"
            yield Volgende(dag, item.pk, item.title, wat, "Stap voor stap", stap)
        elif not item.live and not item.current_workflow_state and dag <= op + BEGINT:
            wat = str(weg.get(item.pk, "Is nog niet ingediend."))
            yield Volgende(dag, item.pk, item.draft_title, wat, "Stap voor stap", stap)


def _met_wie_belt(kern: KernPage, op: date) -> AgendaItemQuerySet:
    """To come, cancelled ones too, with somebody on the list who has no e-mail."""
    zonder = zonder_mail().filter(pagina=OuterRef("pk"))
    return AgendaItemPage.objects.descendant_of(kern).komend(op).filter(Exists(zonder))


def _bellen(items: list[AgendaItemPage], op: date) -> Iterator[Volgende]:
    for item in items:
        if wat := bel_nog(item, len(te_bellen(item))):
            yield Volgende(dag_van(item), item.pk, item.title, wat, "Wie moet je bellen?", wie_komen(item))


def _zonder_verslag(kern: KernPage, op: date) -> AgendaItemQuerySet:
    return _geweest(kern, op).laatste_van_reeks(op).filter(verslag="")


def _verslagen(items: list[AgendaItemPage], op: date) -> Iterator[Volgende]:
    """On the day of the meeting: what was said is forgotten first, so it comes before what is still ahead."""
    for item in items:
        if not item.workflow_in_progress:
            klaar = uiterlijk_verslag(item)
            wat = f"Maak het verslag, uiterlijk op {date_format(klaar, 'j F')}."
            yield _na_afloop(item, "Mensen wachten op het verslag." if klaar < op else wat, klaar < op)


def _met_verslag(kern: KernPage, op: date) -> AgendaItemQuerySet:
    items = _geweest(kern, op).exclude(verslag="").filter(last_published_at__date__gte=op - ROND)
    return items.filter(Exists(Afspraak.objects.filter(agenda_item=OuterRef("pk"))))


def _rondbrengen(items: list[AgendaItemPage], op: date) -> Iterator[Volgende]:
    """What was agreed, to who doesn't read the site. Nobody sees from here whether it was done: so for some days."""
    for item in items:
        yield _na_afloop(item, "Het verslag staat online. Breng rond wat jullie afspraken.")


def _geweest(kern: KernPage, op: date) -> AgendaItemQuerySet:
    """The newest first."""
    items = AgendaItemPage.objects.descendant_of(kern).live().voorbij(op).doorgaand()
    return items.filter(begin__date__gte=op - TERUG)


def _na_afloop(item: AgendaItemPage, wat: str, te_laat: bool = False) -> Volgende:
    adres = reverse("werkplek:bijeenkomst", args=[item.pk])
    return Volgende(laatste_dag(item), item.pk, item.title, wat, "Stap voor stap", adres, te_laat)


def _zonder_uitkomst(kern: KernPage, op: date) -> OproepQuerySet:
    oproepen = OproepPage.objects.descendant_of(kern).live().filter(uitkomst="", sluit__lt=op)
    return oproepen.order_by("terugkoppeling_uiterlijk")


def _terugkoppeling(oproepen: list[OproepPage], op: date) -> Iterator[Volgende]:
    for oproep in oproepen:
        if not oproep.workflow_in_progress:
            adres = f"{reverse('wagtailadmin_pages:edit', args=[oproep.pk])}{UITKOMST}"
            laat = oproep.status(op) == OproepStatus.TE_LAAT
            yield Volgende(
                oproep.terugkoppeling_uiterlijk,
                oproep.pk,
                oproep.title,
                "Vertel wat er met de reacties gebeurt.",
                "Uitkomst vertellen",
                adres,
                laat,
            )


def _te_herzien(kern: KernPage, op: date) -> QuerySet[KernagendaPage]:
    return KernagendaPage.objects.child_of(kern).live().filter(volgende_herziening__lte=op + BEGINT)


def _herziening(kernagendas: list[KernagendaPage], op: date) -> Iterator[Volgende]:
    for kernagenda in kernagendas:
        adres = reverse("wagtailadmin_pages:edit", args=[kernagenda.pk])
        dag = kernagenda.volgende_herziening
        yield Volgende(
            dag,
            kernagenda.pk,
            kernagenda.title,
            "Is aan herziening toe.",
            "Kernagenda bijwerken",
            adres,
            dag < op,
        )


# Which pages of a kern, how many of them at most, and what there is to do about them.
WAT = (
    (_met_wie_belt, MEESTE, _bellen),
    (_komt, MEESTE, _bijeenkomsten),
    (_zonder_verslag, NA_AFLOOP, _verslagen),
    (_met_verslag, NA_AFLOOP, _rondbrengen),
    (_zonder_uitkomst, MEESTE, _terugkoppeling),
    (_te_herzien, 1, _herziening),
)

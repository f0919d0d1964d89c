"""The meeting from invitation to agreement: what is done, by what exists, and what comes next under a button."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache

from core.tijd import vandaag
from core.wanneer import laatste_dag
from kernpagina.keuzes import Aanmelden
from kernpagina.models import Afspraak, AgendaItemPage, Inbreng
from kernpagina.naar_kernagenda import kernagenda_bij, punten_in_concept
from meedoen.aanmelden.afspraken import aantal_gemaild
from meedoen.aanmelden.bellen import te_bellen
from meedoen.aanmelden.plaatsen import indeling
from werkplek.bellen import bel_nog
from werkplek.herhalen import bewerkbaar
from werkplek.inbreng import VERSLAG
from werkplek.weggehaald import weggehaald

# From the last day on, that long it is looked for.
VERSLAG_BINNEN = timedelta(days=14)
Knop = tuple[str, str]


@dataclass(frozen=True)
class Stap:
    """One step: how it stands, and what can be done about it. `gedaan` is None for what nobody can see from here."""

    naam: str
    stand: str
    gedaan: bool | None = None
    knop: Knop | None = None
    # What else can be printed for it.
    ook: tuple[Knop, ...] = ()


@never_cache
def bijeenkomst(request: HttpRequest, page_id: int) -> HttpResponse:
    """The steps of one meeting, to go through or to print."""
    item = bewerkbaar(request, page_id)
    context = {"page": item, "stappen": list(stappen_van(item, vandaag())), "page_title": "Stap voor stap"}
    return render(request, "werkplek/bijeenkomst.html", context)


def stappen_van(item: AgendaItemPage, op: date) -> Iterator[Stap]:
    """In order. What is called off has nothing left but to tell."""
    yield uitnodigen(item)
    yield from _bellen(item)
    if item.geannuleerd:
        return
    voorbij = item.is_voorbij(op)
    if not voorbij:
        yield _ophangen(item)
    if item.aanmelden == Aanmelden.HIER:
        yield _aanmelden(item)
    yield _klaarzetten(item, voorbij)
    yield _inbreng(item)
    tekst = cast("AgendaItemPage", item.get_latest_revision_as_object())
    yield _verslag(item, tekst, voorbij)
    afspraken = list(Afspraak.objects.filter(agenda_item=item.pk))
    yield _kernagenda(item, tekst, afspraken)
    yield _terugkoppelen(item, bool(afspraken))


def bewerken(item: AgendaItemPage, deel: str = "") -> str:
    return f"{reverse('wagtailadmin_pages:edit', args=[item.pk])}{deel}"


def uiterlijk_verslag(item: AgendaItemPage) -> date:
    """When people may expect the report."""
    return laatste_dag(item) + VERSLAG_BINNEN


def uitnodigen(item: AgendaItemPage) -> Stap:
    if item.live:
        stand = "Gaat niet door. Dat staat online." if item.geannuleerd else "Staat online."
        return Stap("Uitnodigen", stand, gedaan=True, knop=("Bekijk de pagina", item.url or ""))
    if item.workflow_in_progress:
        return Stap("Uitnodigen", "Ligt bij Communicatie.", False, ("Bekijken", bewerken(item)))
    stand = str(weggehaald([item]).get(item.pk, "Nog niet ingediend."))
    return Stap("Uitnodigen", stand, False, ("Afmaken en indienen", bewerken(item)))


def _bellen(item: AgendaItemPage) -> Iterator[Stap]:
    """Who doesn't hear by itself that something is different."""
    if stand := bel_nog(item, len(te_bellen(item))):
        yield Stap("Bellen", stand, False, ("Wie moet je bellen?", wie_komen(item)))


def wie_komen(item: AgendaItemPage) -> str:
    return reverse("werkplek:aanmeldingen", args=[item.pk])


def _ophangen(item: AgendaItemPage) -> Stap:
    if not item.live:
        return Stap("Ophangen", "Het affiche kan als de pagina online staat.", False)
    return Stap(
        "Ophangen", "Print het affiche en hang het op.", None, ("Affiche", f"{item.url}affiche-a4.pdf")
    )


def _aanmelden(item: AgendaItemPage) -> Stap:
    verdeeld = indeling(item, None)
    mensen, wacht = verdeeld.totaal, verdeeld.wachtenden
    stand = "Er is 1 mens aangemeld." if mensen == 1 else f"Er zijn {mensen} mensen aangemeld."
    stand += f" Op de wachtlijst: {wacht}." if wacht else ""
    return Stap(
        "Aanmelden",
        stand,
        None,
        ("Wie komen er?", wie_komen(item)),
        (("Presentielijst", reverse("werkplek:presentielijst", args=[item.pk])),),
    )


def _klaarzetten(item: AgendaItemPage, voorbij: bool) -> Stap:
    if not item.live:
        return Stap("Klaarzetten", "De tafelvellen kunnen als de pagina online staat.", False)
    stand = "Print vellen om op te schrijven, en kaartjes met de punten van de kernagenda."
    if not item.themas.exists():
        stand = (
            f"{stand} Er is een vel voor elk thema. Kies bij de bijeenkomst de thema’s waar het over gaat."
        )
    return Stap(
        "Klaarzetten",
        stand,
        voorbij or None,
        ("Tafelvellen", f"{item.url}tafelvellen.pdf"),
        (("Kaartjes", f"{item.url}kaartjes.pdf"),),
    )


def _inbreng(item: AgendaItemPage) -> Stap:
    aantal = Inbreng.objects.van(item).count()
    stand = (
        f"{aantal} {'regel' if aantal == 1 else 'regels'} opgeschreven."
        if aantal
        else "Nog niets opgeschreven."
    )
    adres = reverse("werkplek:inbreng", args=[item.pk])
    # With the report online it is done, also when it was written without this.
    af = bool(item.live and item.verslag)
    if af and not aantal:
        stand = "Staat in het verslag."
    return Stap("Inbreng", stand, bool(aantal) or af, ("Typ over wat er gezegd werd", adres))


def _verslag(item: AgendaItemPage, tekst: AgendaItemPage, voorbij: bool) -> Stap:
    if item.live and item.verslag:
        return Stap("Verslag", "Staat online.", True, ("Bekijk de pagina", item.url or ""))
    if tekst.verslag and item.workflow_in_progress:
        return Stap("Verslag", "Ligt bij Communicatie.", False, ("Bekijken", bewerken(item)))
    if tekst.verslag:
        return Stap("Verslag", "Is begonnen.", False, ("Verslag afmaken", bewerken(item, VERSLAG)))
    dag = date_format(uiterlijk_verslag(item), "j F")
    stand = f"Verwacht op {dag}." if voorbij else f"Na afloop, uiterlijk op {dag}."
    return Stap("Verslag", stand, False, ("Verslag maken", bewerken(item, VERSLAG)) if voorbij else None)


def _kernagenda(item: AgendaItemPage, tekst: AgendaItemPage, register: list[Afspraak]) -> Stap:
    """What was agreed goes on the kernagenda from the register, where it is once the report is public."""
    aantal = len(register) or tekst.afspraken.count()
    if not aantal:
        return Stap("Kernagenda", "Nog geen afspraken.")
    stand = f"{aantal} {'afspraak' if aantal == 1 else 'afspraken'} gemaakt."
    if not register:
        return Stap("Kernagenda", f"{stand} Ze kunnen op de kernagenda als het verslag online staat.")
    kernagenda = kernagenda_bij(item)
    erop = {str(rij.punt) for rij in register} & (punten_in_concept(kernagenda) if kernagenda else set())
    if erop:
        stand = f"{stand} Op de kernagenda of in het concept: {len(erop)}."
    adres = f"{reverse('werkplek:afspraken')}?van={item.pk}"
    return Stap("Kernagenda", stand, len(erop) == aantal or None, ("Zet ze op de kernagenda", adres))


def _terugkoppelen(item: AgendaItemPage, in_register: bool) -> Stap:
    """Not everybody was there, and not everybody reads a site."""
    if not (item.live and item.verslag):
        return Stap("Terugkoppelen", "Kan als het verslag online staat.")
    gemaild = _gemaild(item)
    if not in_register:
        stand = f"Het verslag staat online. Er staan geen afspraken in om rond te brengen.{gemaild}"
        return Stap("Terugkoppelen", stand, None, ("Bekijk de pagina", item.url or ""))
    return Stap(
        "Terugkoppelen",
        f"Breng de folder ‘Dit spraken we af’ rond, en hang hem op.{gemaild}",
        None,
        ("Folder voor de brievenbus (A5)", f"{item.url}afspraken-a5.pdf"),
        (("Voor het prikbord (A4)", f"{item.url}afspraken-a4.pdf"),),
    )


def _gemaild(item: AgendaItemPage) -> str:
    """How many heard it by mail; of a meeting without signing up here nobody could ask for it."""
    if item.aanmelden != Aanmelden.HIER:
        return ""
    match aantal_gemaild(item):
        case 0:
            return " Geen deelnemer vroeg om een mail."
        case 1:
            return " 1 deelnemer kreeg een mail."
        case aantal:
            return f" {aantal} deelnemers kregen een mail."

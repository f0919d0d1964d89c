"""All that can happen to what is public, at random: each does one thing to the village, or nothing when it can't."""

import json
from collections.abc import Callable
from random import Random

from wagtail.models import Locale, Page, PageViewRestriction, Site

from core.models import BloeiImage, Thema
from home.models import InformatiePage
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepenPage, OproepPage
from tests import factories
from tests.blokken import blok

Kern = KernPage


def _pagina(kans: Random, kern: Kern, *soorten: type[Page], live: bool | None = None) -> Page | None:
    keus = Page.objects.descendant_of(kern, inclusive=True).type(soorten or (Page,)).order_by("pk")
    if live is not None:
        keus = keus.filter(live=live)
    gekozen = list(keus)
    return kans.choice(gekozen).specific if gekozen else None


def _inhoud(kans: Random) -> str:
    """Text that names a page, a picture and another page by its number in another language."""
    pagina = kans.choice(list(Page.objects.filter(depth__gt=1).order_by("pk")))
    foto = kans.choice(list(BloeiImage.objects.order_by("pk")))
    tekst = f'<p>{kans.random()} <a linktype="page" id="{pagina.pk}">hier</a></p>'
    return json.dumps([blok("tekst", tekst), blok("afbeelding", {"afbeelding": foto.pk, "bijschrift": ""})])


def nieuw(kans: Random, kern: Kern) -> None:
    agenda = _pagina(kans, kern, AgendaPage)
    factories.AgendaItemPageFactory(parent=agenda, title=f"Nieuw {kans.random()}", inhoud=_inhoud(kans))


def tekst(kans: Random, kern: Kern) -> None:
    pagina = _pagina(kans, kern, AgendaItemPage, OproepPage, KernPage)
    pagina.title = f"{pagina.title[:30]} {kans.randrange(99)}"
    if not isinstance(pagina, KernPage):
        pagina.inhoud = _inhoud(kans)
    factories.publiceer(pagina)


def zelfde(kans: Random, kern: Kern) -> None:
    if pagina := _pagina(kans, kern, live=True):
        factories.publiceer(pagina)


def concept(kans: Random, kern: Kern) -> None:
    if pagina := _pagina(kans, kern, AgendaItemPage):
        pagina.title, pagina.inhoud = "Een geheim", _inhoud(kans)
        with factories.opzetten():
            pagina.save_revision()


def adres(kans: Random, kern: Kern) -> None:
    pagina = _pagina(kans, kern)
    pagina.slug = f"s{kans.randrange(10**9)}"
    factories.publiceer(pagina)


def adres_van_een_concept(kans: Random, kern: Kern) -> None:
    if pagina := _pagina(kans, kern, live=False):
        pagina.slug = f"c{kans.randrange(10**9)}"
        with factories.opzetten():
            pagina.save()


def weg(kans: Random, kern: Kern) -> None:
    if pagina := _pagina(kans, kern, live=True):
        factories.depubliceer(pagina)


def terug(kans: Random, kern: Kern) -> None:
    if pagina := _pagina(kans, kern, live=False):
        factories.publiceer(pagina)


def verwijder(kans: Random, kern: Kern) -> None:
    if pagina := _pagina(kans, kern, AgendaItemPage, OproepPage):
        with factories.opzetten():
            pagina.delete()


def verplaats(kans: Random, kern: Kern) -> None:
    andere = kans.choice(list(KernPage.objects.exclude(pk=kern.pk).order_by("pk")))
    item, agenda = _pagina(kans, kern, AgendaItemPage), _pagina(kans, andere, AgendaPage)
    if item and agenda:
        item.slug = f"m{kans.randrange(10**9)}"
        with factories.opzetten():
            factories.publiceer(item).move(agenda, pos="last-child")


def volgorde(kans: Random, kern: Kern) -> None:
    with factories.opzetten():
        KernPage.objects.get(pk=kern.pk).move(kern.get_parent(), pos="first-child")


def scherm_af(kans: Random, kern: Kern) -> None:
    PageViewRestriction.objects.create(page=_pagina(kans, kern), restriction_type="login")


def geef_vrij(kans: Random, kern: Kern) -> None:
    if afscherming := PageViewRestriction.objects.filter(page__path__startswith=kern.path).first():
        afscherming.delete()


def foto(kans: Random, kern: Kern) -> None:
    ding = kans.choice(list(BloeiImage.objects.order_by("pk")))
    ding.alt_tekst = f"Een bankje {kans.randrange(5)}"
    with factories.opzetten():
        ding.save()


def foto_weg(kans: Random, kern: Kern) -> None:
    factories.ImageFactory()
    with factories.opzetten():
        kans.choice(list(BloeiImage.objects.order_by("pk"))).delete()


def thema(kans: Random, kern: Kern) -> None:
    ding = kans.choice(list(Thema.objects.order_by("pk")))
    ding.name = f"Thema {kans.randrange(10**9)}"  # two writers never choose the same
    ding.save()


def kernagenda(kans: Random, kern: Kern) -> None:
    if pagina := _pagina(kans, kern, KernagendaPage):
        ding = kans.choice(list(Thema.objects.order_by("pk")))
        pagina.onderdelen = json.dumps([factories.onderdeel(ding, factories.punt(f"Punt {kans.random()}"))])
        factories.publiceer(pagina)


def vertaal(kans: Random, kern: Kern) -> None:
    engels = Locale.objects.get(language_code="en")
    pagina = _pagina(kans, kern, AgendaItemPage, AgendaPage, KernPage)
    with factories.opzetten():
        vertaling = pagina.get_translation_or_none(engels) or pagina.copy_for_translation(
            engels, copy_parents=True
        )
        if vertaling.alias_of_id:
            # Made as a place for what stands below it; now it gets words of its own.
            vertaling.alias_of = None
            vertaling.save(update_fields=["alias_of"])
        vertaling.title = f"English {kans.randrange(99)}"
    factories.publiceer(vertaling)


def vertaling_weg(kans: Random, kern: Kern) -> None:
    vertalingen = Page.objects.filter(locale__language_code="en", live=True, depth__gt=2).order_by("pk")
    sleutels = Page.objects.descendant_of(kern, inclusive=True).values("translation_key")
    if gekozen := list(vertalingen.filter(translation_key__in=sleutels)):
        factories.depubliceer(kans.choice(gekozen).specific)


def informatie(kans: Random, kern: Kern) -> None:
    pagina = kans.choice(list(InformatiePage.objects.filter(locale__language_code="nl").order_by("pk")))
    pagina.inhoud = _inhoud(kans)
    factories.publiceer(pagina)


def site(kans: Random, kern: Kern) -> None:
    hier = Site.objects.get(is_default_site=True)
    hier.site_name = f"Bloei {kans.randrange(9)}"
    hier.save()


def oproep(kans: Random, kern: Kern) -> None:
    if lijst := _pagina(kans, kern, OproepenPage):
        factories.OproepPageFactory(parent=lijst, inhoud=_inhoud(kans))


Daad = Callable[[Random, Kern], None]
DADEN: list[Daad] = [
    nieuw, tekst, tekst, zelfde, concept, adres, adres_van_een_concept, adres_van_een_concept, weg, terug, terug,
    verwijder, verplaats, volgorde, scherm_af, geef_vrij, geef_vrij, foto, foto_weg, thema, kernagenda, vertaal, vertaal,
    vertaling_weg, informatie, site, oproep,
]  # fmt: skip
# These change places that others stand in too: treebeard numbers places by what it read before, so not two at once.
IN_DE_BOOM: set[Daad] = {verplaats, volgorde, vertaal}

"""Two who write at the same moment, and a mirror that asks meanwhile: no line is missing, and none comes too late."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from random import Random
from threading import Lock

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Locale, Page, PageViewRestriction

from core.models import Thema
from kernpagina.models import AgendaItemPage, AgendaPage, KernPage
from tests import factories
from tests.dorp import maak_dorp
from tests.goedkeuring.tegelijk.hulp import Persoon, eigen_database, tegelijk
from tests.volgen.daden import DADEN, IN_DE_BOOM
from tests.volgen.spiegel import Spiegel, de_site
from tests.volgen.volgorde import elke_transactie_begint_met_de_versie
from volgen.models import Wijziging
from werkplek.vertrek import laat_gaan

# `TOEVAL=2000 pytest tests/volgen/test_tegelijk.py` looks longer: so many for each of the two.
HOE_VAAK = int(os.environ.get("TOEVAL", "30"))
ZAAD = int(os.environ.get("ZAAD", "0"))


@pytest.fixture(scope="module")
def kernen(django_db_setup, django_db_blocker) -> Iterator[list[KernPage]]:
    with django_db_blocker.unblock(), eigen_database(), factories.zonder_taken():
        dorp = maak_dorp()
        Locale.objects.get_or_create(language_code="en")
        factories.drie_themas()
        for _ in range(3):
            factories.ImageFactory()
            factories.InformatiePageFactory()
        yield [dorp.beesd, dorp.heukelum]


def schrijver(wie: int, kernen: list[KernPage], sloten: list[Lock]) -> Persoon:
    """Each in a village of their own. Who changes places in the tree does that alone: treebeard numbers them by what
    it read before."""

    def schrijf() -> int:
        kans = Random(ZAAD + wie)  # noqa: S311 - nothing to keep secret
        for _ in range(HOE_VAAK):
            daad = kans.choice(DADEN)
            with ExitStack() as houdt, elke_transactie_begint_met_de_versie():
                for slot in sloten if daad in IN_DE_BOOM else sloten[wie : wie + 1]:
                    houdt.enter_context(slot)
                daad(kans, KernPage.objects.get(pk=kernen[wie].pk))
        return HOE_VAAK

    return Persoon(schrijf)


def test_twee_schrijvers_en_een_lezer(kernen):
    spiegel, sloten = Spiegel(Client()), [Lock(), Lock()]
    schrijvers = [schrijver(wie, kernen, sloten) for wie in range(2)]
    for persoon in schrijvers:
        persoon.start()
    keren = 0
    while bezig := [persoon for persoon in schrijvers if persoon.is_alive()]:
        spiegel.werk_bij()  # asserts that no number is missing
        keren += 1
        bezig[0].join(0.1)
    assert [persoon.uitkomst for persoon in schrijvers] == [HOE_VAAK, HOE_VAAK], ZAAD
    assert keren
    spiegel.werk_bij()
    site = de_site(spiegel.client)
    assert not {pk for pk in spiegel.paginas.keys() | site if spiegel.paginas.get(pk) != site.get(pk)}, ZAAD


def agenda_voor_iedereen(kern: KernPage) -> AgendaPage:
    """Whatever was done to the village by then."""
    for afscherming in PageViewRestriction.objects.all():
        afscherming.delete()
    kern = KernPage.objects.get(pk=kern.pk)
    agenda = AgendaPage.objects.child_of(kern).first() or factories.AgendaPageFactory(parent=kern)
    for pagina in (kern, agenda):
        if not pagina.live:
            factories.publiceer(pagina)
    return AgendaPage.objects.get(pk=agenda.pk)


def test_wat_niet_doorgaat_laat_geen_gat(kernen):
    agenda = agenda_voor_iedereen(kernen[0])
    voor = Wijziging.objects.laatste()
    with transaction.atomic():
        factories.AgendaItemPageFactory(parent=agenda)
        assert Wijziging.objects.laatste() > voor
        transaction.set_rollback(True)
    assert Wijziging.objects.laatste() == voor
    factories.AgendaItemPageFactory(parent=agenda)
    assert Wijziging.objects.laatste() == voor + 1


def test_de_tweede_wacht_en_krijgt_het_nummer_erna(kernen):
    """Also when it began first: a number is given when what it is about is there for everybody."""
    agenda, andere = (agenda_voor_iedereen(kern) for kern in kernen)
    voor = Wijziging.objects.laatste()
    thema = Thema.objects.first()
    tweede = Persoon(lambda: factories.AgendaItemPageFactory(parent=andere))
    with transaction.atomic():
        item = factories.AgendaItemPageFactory(parent=agenda)
        item.themas.add(thema)
        tweede.start()
        tweede.join(0.5)
        assert tweede.is_alive()
        item = factories.publiceer(item)
    tweede.join(30)
    regels = Wijziging.objects.na(voor)
    assert [regel.pagina for regel in regels] == [item.pk, item.pk, tweede.uitkomst.pk]


def test_een_dorp_krijgt_een_andere_naam_terwijl_iemand_er_iets_in_zet(kernen):
    """Who renames it writes in all that stands below it; who adds something holds the list that it comes to stand in."""
    agenda = agenda_voor_iedereen(kernen[0])
    kern = agenda.get_parent().specific
    kern.slug = "een-ander-beesd"
    hernoemd, item = tegelijk(
        lambda: factories.publiceer(kern),
        lambda: factories.AgendaItemPageFactory(parent=agenda),
        "volgen.bijhouden.leg_vast",
    )
    assert hernoemd.slug == "een-ander-beesd"
    assert AgendaItemPage.objects.get(pk=item.pk).url_path.startswith(hernoemd.url_path)


def test_wie_in_paginas_schrijft_zonder_er_een_te_bewaren_begint_ook_met_de_versie(kernen):
    """Django does, for who is deleted and for a version that is; so does who leaves."""
    agenda = agenda_voor_iedereen(kernen[0])
    weg, gaat, door = (factories.UserFactory() for _ in range(3))
    door.is_superuser = True
    door.save()
    item = factories.AgendaItemPageFactory(parent=agenda, owner=weg)
    with factories.opzetten():
        versie = item.save_revision()
    Page.objects.filter(pk=item.pk).update(locked=True, locked_by=gaat)
    for daad in (weg.delete, versie.delete, lambda: laat_gaan(gaat, door, None)):
        with elke_transactie_begint_met_de_versie():
            daad()
    item = AgendaItemPage.objects.get(pk=item.pk)
    assert (item.owner, item.locked_by, item.latest_revision) == (None, None, None)

"""The number of the content goes up once for whatever is done, as the last thing of its transaction (docs/adr/0056)."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction, Site

from core import inhoudsversie
from core.goedkeuring.besluiten import keur_goed
from core.inhoudsversie import huidige_inhoudsversie, verhoog_inhoudsversie
from kernpagina.models import AgendaItemPage
from tests import factories
from tests.dorp import Dorp, agenda_item, dien_in
from tests.talen.vertaler import vertaal
from werkplek.intrekken import haal_weg


def online(dorp: Dorp, titel: str) -> AgendaItemPage:
    return agenda_item(dorp.agenda, titel, live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


def publicatie(dorp: Dorp) -> Callable:
    _, wacht = dien_in(online(dorp, "Feest"), dorp.gebruikers["redactie-beesd"], title="Groot feest")
    return lambda: keur_goed(wacht, dorp.gebruikers["communicatie"])


def vertaling(dorp: Dorp) -> Callable:
    Locale.objects.get_or_create(language_code="en")
    vertaald = vertaal(online(dorp, "In twee talen"), "en")
    _, wacht = dien_in(vertaald, dorp.gebruikers["redactie-beesd"], title="In two languages")
    return lambda: keur_goed(wacht, dorp.gebruikers["communicatie"])


def intrekking(dorp: Dorp) -> Callable:
    item = online(dorp, "Kapot")
    return lambda: haal_weg(item, dorp.gebruikers["communicatie"], "Stuk")


def verhuizing(dorp: Dorp) -> Callable:
    item = online(dorp, "Verhuist")
    return lambda: item.move(dorp.agenda_heukelum, pos="last-child")


def verwijdering(dorp: Dorp) -> Callable:
    item = agenda_item(dorp.agenda, "Nooit online", live=False)
    return item.delete


def thema(dorp: Dorp) -> Callable:
    return factories.ThemaFactory(name="Anders").save


def foto(dorp: Dorp) -> Callable:
    beeld = factories.ImageFactory()
    beeld.alt_tekst = "Een andere tekst"
    return beeld.save


def afscherming(dorp: Dorp) -> Callable:
    item = online(dorp, "Besloten")
    return lambda: PageViewRestriction.objects.create(page=item, restriction_type="login")


def site(dorp: Dorp) -> Callable:
    gevonden = Site.objects.get(is_default_site=True)
    gevonden.hostname = "ergens.example.nl"
    return gevonden.save


DADEN = (publicatie, vertaling, intrekking, verhuizing, verwijdering, thema, foto, afscherming, site)


@pytest.mark.parametrize("daad", DADEN, ids=lambda daad: daad.__name__)
def test_wat_je_ook_doet_telt_een_keer(dorp, daad):
    doe = daad(dorp)
    voor = huidige_inhoudsversie().nummer
    doe()
    assert huidige_inhoudsversie().nummer == voor + 1


def test_een_nieuwe_naam_telt_nog_een_keer_om_de_omleidingen_die_wagtail_daarna_pas_schrijft(dorp):
    online(dorp, "Onder een andere naam")
    _, wacht = dien_in(dorp.agenda, dorp.gebruikers["redactie-beesd"], slug="wat-er-is")
    voor = huidige_inhoudsversie().nummer
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert huidige_inhoudsversie().nummer == voor + 2


def test_het_is_het_laatste_van_de_transactie(dorp, monkeypatch):
    """Whoever has to do something while the row is held, finds everything else written."""
    doe, echt = publicatie(dorp), inhoudsversie._tel
    gesteld: list[list[str]] = []

    def tel():
        gesteld.append([vraag["sql"] for vraag in vragen.captured_queries])
        return echt()

    monkeypatch.setattr(inhoudsversie, "_tel", tel)
    with CaptureQueriesContext(connection) as vragen:
        doe()
    [ervoor] = gesteld
    erna = [vraag["sql"] for vraag in vragen.captured_queries[len(ervoor) :]]
    assert any("core_inhoudsversie" in vraag and "FOR UPDATE" in vraag for vraag in ervoor)
    assert erna[0] == "COMMIT"


def test_wat_niet_doorgaat_telt_niet(dorp):
    voor = huidige_inhoudsversie()
    with transaction.atomic():
        verhoog_inhoudsversie()
        transaction.set_rollback(True)
    with transaction.atomic(), transaction.atomic():
        verhoog_inhoudsversie()
        transaction.set_rollback(True)
    assert huidige_inhoudsversie() == voor


def test_wie_het_halverwege_vraagt_ziet_het_geteld_en_wat_daarna_komt_telt_ook(dorp):
    voor = huidige_inhoudsversie().nummer
    with transaction.atomic():
        verhoog_inhoudsversie()
        with transaction.atomic():
            assert huidige_inhoudsversie().nummer == voor + 1
            transaction.set_rollback(True)
        # What was asked there is undone; the change isn't.
        assert [huidige_inhoudsversie().nummer, huidige_inhoudsversie().nummer] == [voor + 1] * 2
        verhoog_inhoudsversie()
    assert huidige_inhoudsversie().nummer == voor + 2


def test_wat_niet_te_tellen_is_wordt_niet_openbaar(dorp, monkeypatch):
    doe, titels = publicatie(dorp), AgendaItemPage.objects.filter(title="Groot feest")
    voor, aantal = huidige_inhoudsversie(), titels.count()
    with monkeypatch.context() as stuk:
        stuk.setattr(inhoudsversie, "_tel", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            doe()
    assert huidige_inhoudsversie() == voor
    assert titels.count() == aantal
    doe()
    assert titels.count() == aantal + 1

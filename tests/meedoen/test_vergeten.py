"""How long what is kept: each term the day before, on the day, and the day after; and what somebody may have erased."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from core.inhoudsversie import huidige_inhoudsversie
from core.tijd import begin_van
from inwoners.houders import Wie
from inwoners.mensen import zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Inwoner, NaamOpenbaar
from inwoners.seinen import naam_veranderd
from kernpagina.models import KernPage
from meedoen import stappen, vergeten
from meedoen.houder import Reacties
from meedoen.keuzes import Reden, Soort, Stand
from meedoen.models import Besluit, Melding, Reactie
from tests.meedoen.hulp import IDEE, RIA, bevestigd, sluit_gisteren, verstuur

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


@pytest.fixture
def reactie(client, dorp, oproep, time_machine) -> Reactie:
    KernPage.objects.filter(pk=dorp.beesd.pk).update(woonplaatscode="3213")
    return bevestigd(client, oproep, time_machine, IDEE | {"kern": "3213"})


def plaats(dorp, reactie) -> Reactie:
    reactie = stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    assert reactie.naam_getoond == "Ria V. uit Beesd"
    return reactie


def test_what_nobody_confirmed_goes_after_48_hours(client, oproep, time_machine):
    verstuur(client, oproep, time_machine, RIA | IDEE)
    op = Reactie.objects.get().gemaakt_op + timedelta(hours=48)
    uur = timedelta(hours=1)
    for nu, over in ((op - uur, 1), (op, 1), (op + uur, 0)):
        vergeten.ruim_op(nu)
        assert Reactie.objects.count() == over


def test_what_was_taken_back_goes_after_30_days(reactie):
    stappen.trek_in(reactie.pk)
    op = reactie.gemaakt_op + vergeten.INGETROKKEN
    for dagen, over in ((-1, 1), (0, 0), (1, 0)):
        vergeten.ruim_op(op + dagen * DAG)
        assert Reactie.objects.count() == over


def test_the_text_of_what_was_refused_goes_after_half_a_year(dorp, reactie):
    stappen.wijs_af(reactie.pk, dorp.gebruikers["communicatie"], Reden.RECLAME)
    reactie.refresh_from_db()
    for dagen, tekst in ((-1, IDEE["tekst"]), (0, ""), (1, "")):
        vergeten.ruim_op(reactie.besloten_op + vergeten.GEWEIGERDE_TEKST + dagen * DAG)
        reactie.refresh_from_db()
        assert reactie.tekst == tekst
    for dagen, over in ((-1, 1), (0, 0), (1, 0)):
        vergeten.ruim_op(reactie.besloten_op + vergeten.BESLUITEN + dagen * DAG)
        assert Reactie.objects.count() == over
    assert Besluit.objects.count() == 0


def test_what_was_never_changed_goes_as_what_was_refused_from_the_day_it_could_be(dorp, reactie):
    stappen.vraag_aanpassen(reactie.pk, dorp.gebruikers["communicatie"], "Zonder namen.")
    reactie.refresh_from_db()
    voor = begin_van(reactie.aanpassen_voor)
    for dagen, tekst in ((-1, IDEE["tekst"]), (0, ""), (1, "")):
        vergeten.ruim_op(voor + vergeten.GEWEIGERDE_TEKST + dagen * DAG)
        reactie.refresh_from_db()
        assert reactie.tekst == tekst
    for dagen, over in ((-1, 1), (0, 0), (1, 0)):
        vergeten.ruim_op(voor + vergeten.BESLUITEN + dagen * DAG)
        assert Reactie.objects.count() == over


def test_the_name_goes_a_year_after_the_feedback_and_the_total_stays(client, dorp, oproep, reactie):
    plaats(dorp, reactie)
    einde = begin_van(oproep.terugkoppeling_uiterlijk)
    for dagen, naam in ((-1, "Ria V."), (0, "Ria V."), (1, "een inwoner van Beesd")):
        vergeten.ruim_op(einde + timedelta(days=365) + dagen * DAG)
        pagina = client.get(oproep.url).content.decode()
        assert naam in pagina
        assert "1 reactie geplaatst" in pagina
    reactie.refresh_from_db()
    assert (reactie.stand, reactie.inwoner) == (Stand.GEANONIMISEERD, None)


def test_who_reported_is_known_until_half_a_year_after_the_decision(dorp, reactie):
    besluit = Besluit.objects.create(reactie=reactie, besluit=Soort.BLIJFT)
    melding = Melding.objects.create(
        reactie=reactie, waarom=Reden.RECLAME, te_goeder_trouw=True, naam="Kees", email="k@example.org", besluit=besluit
    )  # fmt: skip
    for dagen, naam in ((-1, "Kees"), (0, ""), (1, "")):
        vergeten.ruim_meldingen_op(besluit.op + vergeten.GEWEIGERDE_TEKST + dagen * DAG)
        melding.refresh_from_db()
        assert melding.naam == naam
    for dagen, over in ((-1, 1), (0, 0), (1, 0)):
        vergeten.ruim_meldingen_op(besluit.op + vergeten.BESLUITEN + dagen * DAG)
        assert Melding.objects.count() == over


def test_another_way_to_show_a_name_holds_for_what_stands_there(client, dorp, oproep, reactie):
    plaats(dorp, reactie)
    inwoner = reactie.inwoner
    inwoner.naam_openbaar = NaamOpenbaar.VOLUIT
    inwoner.save()
    eerst = huidige_inhoudsversie().nummer
    naam_veranderd.send(sender=Inwoner, inwoner=inwoner, gekozen=True)
    assert "Ria Verhoef uit Beesd" in client.get(oproep.url).content.decode()
    assert huidige_inhoudsversie().nummer == eerst + 1


def wie() -> Wie:
    return Wie.van(zorg_voor_adres(RIA["email"]))


def test_somebody_sees_what_is_kept_and_takes_it_back(dorp, oproep, reactie):
    (stuk,) = Reacties().toon(wie())
    assert IDEE["tekst"] in stuk.gegevens.values()
    assert "Je reactie wacht op lezen. Dat doen we binnen 2 werkdagen." in stuk.gegevens.values()
    (knop,) = stuk.knoppen
    for _ in range(2):
        assert "ingetrokken" in Reacties().doe(wie(), knop.wat)
    reactie.refresh_from_db()
    assert reactie.stand == Stand.INGETROKKEN
    (stuk,) = Reacties().toon(wie())
    assert "Je reactie is ingetrokken." in stuk.gegevens.values()


def test_who_did_not_press_the_button_yet_reads_so(client, oproep, time_machine):
    verstuur(client, oproep, time_machine, RIA | IDEE)
    (stuk,) = Reacties().toon(wie())
    assert any("Je reactie is nog niet klaar." in deel for deel in stuk.gegevens.values())


def test_nobody_takes_back_what_is_anothers(reactie):
    kees = zorg_voor_adres("kees@example.org")
    zorg_voor_inwoner(kees, "Kees Bos")
    for wat in (f"intrekken:{reactie.pk}", f"tekst-weg:{reactie.pk}", "intrekken:x", "iets:1"):
        with pytest.raises(Http404):
            Reacties().doe(Wie.van(kees), wat)
    reactie.refresh_from_db()
    assert reactie.stand == Stand.BEVESTIGD


def test_after_closing_name_or_text_may_go(client, dorp, oproep, reactie):
    plaats(dorp, reactie)
    sluit_gisteren(oproep)
    (stuk,) = Reacties().toon(wie())
    assert [knop.wat.partition(":")[0] for knop in stuk.knoppen] == ["naam-weg", "tekst-weg"]
    Reacties().doe(wie(), f"tekst-weg:{reactie.pk}")
    pagina = client.get(oproep.url).content.decode()
    assert "1 reactie geplaatst" in pagina
    assert "bankje" not in pagina
    assert "Ria" not in pagina
    assert Reacties().toon(wie()) == []


def test_erasing_before_and_after_closing(dorp, oproep, reactie):
    assert list(Reacties().houdt()) == [reactie.inwoner]
    plaats(dorp, reactie)
    Reacties().wis(wie(), timezone.now())
    assert Reactie.objects.count() == 0
    assert list(Reacties().houdt()) == []


def test_erasing_after_closing_keeps_the_count_and_nothing_else(dorp, oproep, reactie):
    plaats(dorp, reactie)
    sluit_gisteren(oproep)
    Reacties().wis(wie(), timezone.now())
    rij = Reactie.objects.get()
    assert (rij.stand, rij.inwoner, rij.tekst, rij.titel) == (Stand.GEANONIMISEERD, None, "", "")
    assert list(Reacties().houdt()) == []


def test_who_reported_sees_that_and_has_it_erased(reactie):
    Melding.objects.create(
        reactie=reactie, waarom=Reden.RECLAME, te_goeder_trouw=True, naam="Kees", email="Kees@example.org", toelichting="Zeg ik."
    )  # fmt: skip
    kees = Wie.van(zorg_voor_adres("kees@example.org"))
    (stuk,) = Reacties().toon(kees)
    assert "Zeg ik." in stuk.gegevens.values()
    Reacties().wis(kees, timezone.now())
    melding = Melding.objects.get()
    assert (melding.naam, melding.email, melding.toelichting) == ("", "", "")

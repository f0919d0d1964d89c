"""What goes on Thursday: from the log by number, once for each address, and nothing of what was taken off since."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import override

from berichten.models import Bericht, Soort
from berichten.verzenden import verstuur_wachtende
from core.tijd import begin_van
from kernpagina.keuzes import PuntBesluit
from kernpagina.models import AgendaItemPage, OproepPage, Uitkomstpunt
from tests import factories
from tests.meedoen.hulp import oproep_in
from tests.volgen.hulp import volger, vraag_aan
from volgen import abonnementen, bezorgen
from volgen.doelen import ALLES, Doel
from volgen.edities import donderdag, eerste_donderdag
from volgen.models import Abonnement, Editie, EditieStand, Levering, Ritme, Staat, Volgt, Wijziging

pytestmark = pytest.mark.django_db
WOENSDAG = datetime(2026, 9, 30, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def klok(time_machine):
    time_machine.move_to(WOENSDAG, tick=False)


def ronde() -> None:
    bezorgen.ronde(timezone.now())
    verstuur_wachtende()
    bezorgen.rond_af()


def naar_donderdag(time_machine, weken: int = 0) -> None:
    """The next Thursday, ten o'clock in the morning."""
    nu = timezone.localtime(timezone.now())
    dag = nu.date() + timedelta(days=(3 - nu.weekday()) % 7 or 7) + timedelta(weeks=weken)
    time_machine.move_to(begin_van(dag) + timedelta(hours=10), tick=False)
    ronde()


def item(dorp, titel: str, **velden) -> AgendaItemPage:
    velden = {"begin": timezone.now() + timedelta(days=20), "title": titel, "slug": None, **velden}
    return factories.AgendaItemPageFactory(parent=dorp.agenda, **velden)


def test_what_is_new_goes_on_thursday_and_nothing_new_gives_no_mail(dorp, time_machine):
    volger(doel=Doel(Volgt.KERN, dorp.beesd))
    item(dorp, "Dorpsfeest")
    ronde()
    assert not mail.outbox
    naar_donderdag(time_machine)
    [brief] = mail.outbox
    assert brief.subject == "Nieuw op Bloei!: Beesd"
    assert "Dorpsfeest" in brief.body
    assert "Komt eraan" in brief.body
    assert brief.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert brief.extra_headers["List-Id"] == f"<kern-{dorp.beesd.pk}.volgen.localhost>"
    html = brief.alternatives[0][0]
    assert "<img" not in html
    assert "src=" not in html
    editie = Editie.objects.get(pagina=dorp.beesd.pk, stand=EditieStand.VERZONDEN)
    assert (editie.verzonden, editie.onbestelbaar, str(editie.dag)) == (1, 0, "2026-10-01")
    naar_donderdag(time_machine)
    assert len(mail.outbox) == 1
    assert Editie.objects.filter(
        pagina=dorp.beesd.pk, stand=EditieStand.OVERGESLAGEN, van=editie.tot
    ).exists()


def test_an_edition_that_is_made_late_counts_from_its_own_day(dorp, time_machine):
    volger(doel=Doel(Volgt.KERN, dorp.beesd))
    oproep_in(dorp.beesd, sluit=datetime(2026, 10, 25, tzinfo=UTC).date())
    time_machine.move_to(datetime(2026, 10, 3, 10, tzinfo=UTC), tick=False)
    ronde()
    [stuk] = Editie.objects.get(pagina=dorp.beesd.pk, dag="2026-10-01").inhoud
    assert stuk["teksten"]["nl"]["wanneer"] == "Sluit over 24 dagen: zondag 25 oktober"


def test_three_subscriptions_of_one_address_are_one_mail_that_says_each_thing_once(
    dorp, themas, time_machine
):
    maandelijks = Doel(Volgt.THEMA, thema=themas[0])
    for doel in (ALLES, Doel(Volgt.KERN, dorp.beesd)):
        volger(doel=doel)
    volger(doel=maandelijks, ritme=Ritme.MAAND)
    feest = item(dorp, "Dorpsfeest")
    feest.themas.add(themas[0])
    factories.publiceer(feest)
    factories.AgendaItemPageFactory(
        parent=dorp.agenda_heukelum, title="Markt", begin=timezone.now() + timedelta(days=3)
    )
    naar_donderdag(time_machine)
    [brief] = mail.outbox
    assert brief.body.count("Dorpsfeest") == 1
    assert brief.body.count("Markt (Heukelum)") == 1
    assert Levering.objects.count() == 3
    # One link stops what this mail was about.
    stop = brief.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")
    abonnementen.stop(abonnementen.lees_stoplink(stop.split("/")[-2]) or [])
    assert not Abonnement.objects.actief().exists()


def test_what_was_taken_off_since_isnt_mailed(dorp, time_machine):
    volger(doel=Doel(Volgt.KERN, dorp.beesd))
    volger("jan@example.nl")
    feest, markt = item(dorp, "Dorpsfeest"), item(dorp, "Markt")
    time_machine.move_to(WOENSDAG + timedelta(days=1))
    bezorgen.ronde(timezone.now())
    # The editors of the village hear too, that it was taken off.
    voor_lezers = Bericht.objects.exclude(soort=Soort.INGETROKKEN).filter(tekst__contains="Dorpsfeest")
    assert voor_lezers.count() == 2
    factories.depubliceer(feest)
    assert not voor_lezers.exists()
    ronde()
    assert ["Markt" in brief.body for brief in _voor_lezers()] == [True, True]
    assert "Dorpsfeest" not in str(list(Editie.objects.values_list("inhoud")))
    # Of what already went nothing goes again; and what is left without a word doesn't go at all.
    factories.depubliceer(markt)
    ronde()
    assert len(_voor_lezers()) == 2


def _voor_lezers() -> list[EmailMessage]:
    """What went, but for what editors hear of a page that was taken off."""
    return [brief for brief in mail.outbox if not brief.subject.startswith("Niet meer online")]


def test_who_stops_before_it_went_gets_nothing_and_the_rest_of_it_goes(dorp, time_machine):
    kern, alles = volger(doel=Doel(Volgt.KERN, dorp.beesd)), volger(doel=ALLES)
    weg = volger("jan@example.nl")
    item(dorp, "Dorpsfeest")
    time_machine.move_to(WOENSDAG + timedelta(days=1))
    bezorgen.ronde(timezone.now())
    abonnementen.stop([kern.pk, weg.pk])
    ronde()
    [brief] = mail.outbox
    assert brief.to == ["ria@example.nl"]
    assert brief.subject == "Nieuw op Bloei!: alle kernen"
    assert alles in Abonnement.objects.actief()


def test_sixty_weeks_with_skipped_weeks_and_a_worker_that_stood_still_leave_no_gap_and_no_double(
    dorp, time_machine
):
    kans = Random(49)  # noqa: S311
    volger(doel=Doel(Volgt.KERN, dorp.beesd))
    volger("jan@example.nl", ritme=Ritme.MAAND)
    gemaakt, stil = [], 0
    for week in range(60):
        for nummer in range(kans.choice([0, 0, 0, 1])):
            gemaakt.append(f"Feest {week}-{nummer}.")
            item(dorp, gemaakt[-1], begin=timezone.now() + timedelta(days=500))
        # Whatever the day and the hour; now and then the worker stands still for weeks.
        stil = stil - 1 if stil else kans.choice([0, 0, 0, 0, 2, 5])
        time_machine.shift(
            timedelta(days=7, hours=kans.choice([-9, 0, 14])) if week % 7 else timedelta(days=5)
        )
        if not stil:
            ronde()
            ronde()
    naar_donderdag(time_machine, weken=5)
    for adres in ("ria@example.nl", "jan@example.nl"):
        samen = "\n".join(brief.body for brief in mail.outbox if brief.to == [adres])
        assert [samen.count(titel) for titel in gemaakt] == [1] * len(gemaakt), adres
    assert 1 < len([brief for brief in mail.outbox if brief.to == ["jan@example.nl"]]) < 16
    for van_kern in (dorp.beesd.pk, None):
        grenzen = list(Editie.objects.filter(pagina=van_kern).order_by("dag").values_list("van", "tot"))
        assert [tot for _, tot in grenzen[:-1]] == [van for van, _ in grenzen[1:]]


def test_thursday_morning_is_nine_oclock_in_summer_and_in_winter():
    for nu, dag in {
        datetime(2026, 10, 22, 6, 59, tzinfo=UTC): "2026-10-15",
        datetime(2026, 10, 22, 7, 0, tzinfo=UTC): "2026-10-22",
        datetime(2026, 10, 29, 7, 59, tzinfo=UTC): "2026-10-22",
        datetime(2026, 10, 29, 8, 0, tzinfo=UTC): "2026-10-29",
    }.items():
        assert str(donderdag(nu)) == dag
    assert str(eerste_donderdag(donderdag(datetime(2026, 10, 29, 8, 0, tzinfo=UTC)))) == "2026-10-01"


def test_laat_me_weten_wat_eruit_komt_geeft_precies_de_uitkomst(dorp, time_machine):
    oproep = oproep_in(dorp.beesd, title="Denk mee over het plein")
    abonnement = volger(doel=Doel(Volgt.OPROEP, oproep), ritme=Ritme.METEEN)
    OproepPage.objects.filter(pk=oproep.pk).update(sluit=timezone.localdate() - timedelta(days=1))
    ronde()
    assert not mail.outbox
    oproep = OproepPage.objects.get(pk=oproep.pk)
    oproep.uitkomst = "<p>We zetten een bankje. Bij de linde.</p><p>In mei.</p>"
    factories.publiceer(oproep)
    for _ in range(2):
        ronde()
    [brief] = mail.outbox
    assert brief.subject == "Dit kwam eruit: Denk mee over het plein"
    assert "We zetten een bankje. Bij de linde." in brief.body
    assert "In mei." in brief.body
    abonnement.refresh_from_db()
    assert abonnement.stand == Staat.GESTOPT
    naar_donderdag(time_machine)
    assert len(mail.outbox) == 1


def test_what_we_do_is_said_in_the_language_of_the_reader_also_where_the_call_is_only_in_dutch(dorp):
    oproep = oproep_in(dorp.beesd, title="Denk mee over het plein")
    volger(doel=Doel(Volgt.OPROEP, oproep), ritme=Ritme.METEEN, taal="pl")
    OproepPage.objects.filter(pk=oproep.pk).update(sluit=timezone.localdate() - timedelta(days=1))
    oproep = OproepPage.objects.get(pk=oproep.pk)
    oproep.uitkomst = "<p>We zetten een bankje.</p>"
    oproep.uitkomstpunten = [Uitkomstpunt(titel="Een bankje", besluit=PuntBesluit.OVER, antwoord="In mei.")]
    factories.publiceer(oproep)
    ronde()
    [brief] = mail.outbox
    with override("pl"):
        besluit = str(PuntBesluit.OVER.label)
    assert besluit != PuntBesluit.OVER.label
    assert "- We zetten een bankje.\n" in brief.body
    assert f"- Een bankje: {besluit}. In mei.\n" in brief.body


def test_a_confirmation_overtakes_an_edition(client, dorp, time_machine, monkeypatch):
    for nummer in range(6):
        volger(f"lezer-{nummer}@example.nl")
    item(dorp, "Dorpsfeest")
    time_machine.move_to(WOENSDAG + timedelta(days=1))
    bezorgen.ronde(timezone.now())
    monkeypatch.setattr("django.conf.settings.MAIL_PER_MINUUT", 2)
    verstuur_wachtende()
    vraag_aan(client, "/beesd/volg/", "nieuw@example.nl")
    time_machine.shift(timedelta(minutes=1))
    verstuur_wachtende()
    assert mail.outbox[2].to == ["nieuw@example.nl"]
    assert Wijziging.objects.laatste()


def test_a_mailbox_that_isnt_there_counts_and_the_edition_ends(dorp, time_machine):
    weg, ook = volger(), volger("jan@example.nl")
    item(dorp, "Dorpsfeest")
    ook.adres.onbestelbaar_op = timezone.now()
    ook.adres.save()
    naar_donderdag(time_machine)
    editie = Editie.objects.get(volgt=Volgt.ALLES)
    assert (editie.stand, editie.verzonden, editie.onbestelbaar) == (EditieStand.VERZONDEN, 1, 1)
    assert weg in Abonnement.objects.actief()

"""The newsletter of a village: a page, paper and a feed for everybody; words at its head that somebody else read."""

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from berichten.verzenden import verstuur_wachtende
from kernpagina.afspraakstanden import bevestig, meld
from kernpagina.keuzes import AfspraakStand
from kernpagina.models import Afspraak, AgendaAfspraak
from machinekamer import alarm, gezondheid, hartslag
from tests import factories
from tests.dorp import agenda_item
from tests.druk.hulp import lees, tekst
from tests.talen.vertaler import vertaal
from tests.volgen.hulp import volger
from volgen import bezorgen
from volgen.doelen import Doel
from volgen.models import Editie, EditieStand, Ritme, Volgt, Voorwoord
from werkplek import nieuwsbriefpost

pytestmark = pytest.mark.django_db
WOENSDAG, DONDERDAG = datetime(2026, 9, 30, 10, tzinfo=UTC), datetime(2026, 10, 1, 10, tzinfo=UTC)
POOLS = ("Uzgodnione", "Zrobione")
WOORDEN = "Tot zaterdag!\nNeem handschoenen mee."


@pytest.fixture(autouse=True)
def klok(time_machine):
    time_machine.move_to(WOENSDAG, tick=False)


@pytest.fixture
def feest(dorp):
    bezorgen.ronde(timezone.now())
    return factories.AgendaItemPageFactory(
        parent=dorp.agenda, title="Dorpsfeest", begin=timezone.now() + timedelta(days=9)
    )


def kijk(client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def schrijf(client, dorp, naam: str, woorden: str = WOORDEN):
    client.force_login(dorp.gebruikers[naam])
    return client.post(reverse("werkplek:voorwoord", args=[dorp.beesd.pk]), {"tekst": woorden})


def keur_goed(client, dorp, naam: str, gelezen: str = WOORDEN):
    client.force_login(dorp.gebruikers[naam])
    adres = reverse("werkplek:voorwoord_lezen", args=[Voorwoord.objects.get().pk])
    return client.post(adres, {"doe": "goed", "gelezen": gelezen.replace("\n", "\r\n")})


def test_everybody_reads_it_on_the_site_on_paper_and_in_a_feed(client, dorp, feest, time_machine):
    assert "De eerste komt" in kijk(client, "/beesd/nieuwsbrief/")
    time_machine.move_to(DONDERDAG)
    bezorgen.ronde(timezone.now())
    assert "1 oktober 2026" in kijk(client, "/beesd/nieuwsbrief/")
    adres = "/beesd/nieuwsbrief/2026-10-01"
    for stuk in (
        kijk(client, f"{adres}/"),
        tekst(lees(client, f"{adres}.pdf")),
        kijk(client, "/beesd/nieuwsbrief.xml"),
    ):
        assert "Dorpsfeest" in stuk
    engels = kijk(client, f"/en{adres}/")
    assert "Coming up" in engels
    assert '<p lang="en"><strong>Friday 9 October 2026' in engels, (
        "when it is, also where the page is only in Dutch"
    )
    assert f'<p class="bloei-papieradres">http://localhost{adres}/</p>' in kijk(client, f"{adres}/")
    assert client.get("/beesd/nieuwsbrief/2026-10-08/").status_code == 404
    assert client.get("/beesd/nieuwsbrief/onzin/").status_code == 404
    factories.depubliceer(feest)
    assert "Dorpsfeest" not in kijk(client, f"{adres}/") + kijk(client, "/beesd/nieuwsbrief.xml")


def test_its_links_lead_to_the_same_pages_whatever_their_address_becomes(client, dorp, feest, time_machine):
    """The yearly event: this year's has the address that last year's had."""
    vertaal(feest, "pl")
    time_machine.move_to(DONDERDAG)
    bezorgen.ronde(timezone.now())
    feest.refresh_from_db()
    oud, feest.slug = feest.slug, "feest-van-toen"
    factories.publiceer(feest)
    factories.AgendaItemPageFactory(parent=dorp.agenda, title="Nieuw", slug=oud, begin=timezone.now())
    for taal in ("", "/en", "/pl"):
        gelezen = kijk(client, f"{taal}/beesd/nieuwsbrief/2026-10-01/")
        assert f'href="{taal}/beesd/agenda/feest-van-toen/"' in gelezen
        assert f'/{oud}/"' not in gelezen


def test_words_at_the_head_are_read_by_somebody_else_or_the_newsletter_goes_without(
    client, dorp, feest, time_machine
):
    schrijf(client, dorp, "redactie-heukelum")
    assert "600" in schrijf(client, dorp, "redactie-beesd", "a" * 601).content.decode()
    assert not Voorwoord.objects.exists()
    schrijf(client, dorp, "redactie-beesd")
    te_lezen = Bericht.objects.filter(soort=Soort.NIEUWSBRIEF, tekst__contains="Lees het voor donderdag")
    assert te_lezen.count() == 2
    keur_goed(client, dorp, "redactie-beesd-2")
    assert Voorwoord.objects.get().gezien_op is None
    # Who of communications writes it anew hands it to a colleague; and nobody approves of what they didn't read.
    schrijf(client, dorp, "communicatie", "Iets anders.")
    for naam, gelezen in (("communicatie", "Iets anders."), ("communicatie-2", WOORDEN)):
        keur_goed(client, dorp, naam, gelezen)
        assert Voorwoord.objects.get().gezien_op is None
    schrijf(client, dorp, "redactie-beesd")
    keur_goed(client, dorp, "communicatie")
    time_machine.move_to(DONDERDAG)
    bezorgen.ronde(timezone.now())
    assert "Tot zaterdag!" in Editie.objects.get(pagina=dorp.beesd.pk, dag="2026-10-01").voorwoord
    # Too late for this one: it is for the next, and nobody saw it yet.
    schrijf(client, dorp, "redactie-beesd", "Voor de volgende.")
    time_machine.move_to(DONDERDAG + timedelta(days=7))
    bezorgen.ronde(timezone.now())
    assert not Editie.objects.filter(voorwoord__contains="volgende").exists()


def test_an_agreement_is_told_when_it_is_made_and_when_it_is_done_alike_everywhere(
    client, dorp, time_machine
):
    for taal in ("nl", "en", "pl"):
        volger(f"{taal}@example.nl", Doel(Volgt.KERN, dorp.beesd), taal=taal)
    avond = agenda_item(dorp.agenda, "Dorpsavond", live=False, verslag="<p>Goed gesprek.</p>")
    avond.begin = timezone.now() - timedelta(days=2)
    avond.afspraken = [AgendaAfspraak(wat="Bankje plaatsen", wie="Buurtteam"), AgendaAfspraak(wat="Flyer")]
    avond = factories.publiceer(avond)
    for taal in ("en", "pl"):
        vertaal(avond, taal)
    nieuw, gedaan = "Afgesproken: Bankje plaatsen, Buurtteam", "Gedaan: Bankje plaatsen. Het staat er."
    for week, wel, niet in ((0, nieuw, gedaan), (1, gedaan, nieuw)):
        if week:
            afspraak = Afspraak.objects.get(agenda_item=avond.pk, wat="Bankje plaatsen")
            melding = meld(afspraak, dorp.gebruikers["redactie-beesd"], AfspraakStand.GEDAAN, "Het staat er.")
            bevestig(melding.pk, dorp.gebruikers["communicatie"])
            # Published once more, for a word: what was agreed before is no news.
            avond.title = "De dorpsavond"
            factories.publiceer(avond)
        mail.outbox.clear()
        time_machine.move_to(DONDERDAG + timedelta(weeks=week))
        bezorgen.ronde(timezone.now())
        verstuur_wachtende()
        brieven = {brief.to[0][:2]: brief for brief in mail.outbox}
        adres = f"/beesd/nieuwsbrief/2026-10-0{1 + 7 * week}"
        (html, _soort), *_ = brieven["nl"].alternatives
        stukken = [brieven["nl"].body, html, kijk(client, f"{adres}/"), tekst(lees(client, f"{adres}.pdf"))]
        for stuk in (*stukken, kijk(client, "/beesd/nieuwsbrief.xml").partition("</entry>")[0]):
            assert wel in stuk
            assert niet not in stuk
            assert "Afspraken" in stuk
            assert ("Flyer" in stuk) == (not week)
        assert ("Done: en: Bankje" if week else "Agreed: en: Bankje") in brieven["en"].body
        assert "Het staat er" not in brieven["en"].body, "how it went is told in Dutch"
        assert f"{POOLS[week]}: pl: Bankje" in brieven["pl"].body


def test_how_an_agreement_stands_is_said_in_the_language_of_the_reader_though_it_is_only_in_dutch(
    client, dorp, time_machine
):
    volger("pl@example.nl", Doel(Volgt.KERN, dorp.beesd), taal="pl")
    avond = agenda_item(dorp.agenda, "Dorpsavond", live=False, verslag="<p>Goed gesprek.</p>")
    avond.begin = timezone.now() - timedelta(days=2)
    avond.afspraken = [AgendaAfspraak(wat="Bankje plaatsen")]
    factories.publiceer(avond)
    time_machine.move_to(DONDERDAG)
    bezorgen.ronde(timezone.now())
    verstuur_wachtende()
    (brief,) = mail.outbox
    (html, _soort), *_ = brief.alternatives
    assert "- Uzgodnione: Bankje plaatsen" in brief.body
    for stuk in (html, kijk(client, "/pl/beesd/nieuwsbrief/2026-10-01/")):
        assert '<span lang="pl">Uzgodnione:</span> Bankje plaatsen' in stuk
    feed = unescape(kijk(client, "/pl/beesd/nieuwsbrief.xml"))
    assert 'xml:lang="pl"' in feed
    assert '<li lang="nl">' in feed
    assert '<span lang="pl">Uzgodnione:</span> Bankje plaatsen' in feed
    assert "Afgesproken: Bankje" in kijk(client, "/beesd/nieuwsbrief/2026-10-01/")


def test_the_database_itself_holds_the_two_apart(dorp):
    wie = dorp.gebruikers["communicatie"]
    velden = {"kern": 1, "dag": "2026-10-01", "tekst": "x", "geschreven_door": wie, "gezien_door": wie}
    with pytest.raises(IntegrityError, match="voorwoord_vier_ogen"), transaction.atomic():
        Voorwoord.objects.create(**velden)


def test_op_woensdag_hoort_de_redactie_wat_er_morgen_in_staat(dorp, feest):
    for _ in range(2):
        nieuwsbriefpost.nodig_uit(timezone.now())
    brieven = Bericht.objects.filter(soort=Soort.NIEUWSBRIEF)
    assert set(brieven.values_list("adres", flat=True)) == {
        "redactie-beesd@example.nl",
        "redactie-beesd-2@example.nl",
    }
    assert "Dorpsfeest" in brieven[0].tekst


def test_communications_sees_how_it_stands_at_the_same_cost_for_twenty(client, dorp, feest, time_machine):
    volger(vanaf=0)
    time_machine.move_to(DONDERDAG)
    bezorgen.ronde(timezone.now())
    client.force_login(dorp.gebruikers["communicatie"])
    assert "0 verzonden, 0 onbestelbaar, 1 wacht." in kijk(client, reverse("wagtailadmin_home"))
    kosten = []
    for nummer in (0, 20):
        for week in range(nummer):
            Editie.objects.create(
                volgt=Volgt.KERN, pagina=dorp.heukelum.pk, ritme=Ritme.WEEK, van=0, tot=0,
                dag=DONDERDAG.date() - timedelta(weeks=week + 2), stand=EditieStand.VERZENDEN,
            )  # fmt: skip
        with CaptureQueriesContext(connection) as vragen:
            assert "alle kernen" in kijk(client, reverse("werkplek:edities"))
        kosten.append(len(vragen))
    assert kosten[0] == kosten[1]
    client.force_login(dorp.gebruikers["redactie-beesd"])
    assert client.get(reverse("werkplek:edities")).status_code in (302, 403)


def test_many_that_cant_be_delivered_and_a_worker_that_is_away_are_mailed_once_and_said_at_the_address(
    client, dorp, time_machine
):
    hartslag.klop()
    velden = {"volgt": Volgt.ALLES, "ritme": Ritme.WEEK, "van": 0, "tot": 0, "stand": EditieStand.VERZONDEN}
    Editie.objects.create(dag="2026-09-24", verzonden=95, onbestelbaar=5, **velden)
    alarm.sla_alarm()
    assert not mail.outbox
    Editie.objects.filter(dag="2026-09-24").update(onbestelbaar=6)
    nu = timezone.now()
    assert "6 van de 101 onbestelbaar" in {o.naam: o.waarom for o in gezondheid.oordelen(nu)}["edities"]
    time_machine.shift(timedelta(minutes=11))
    for _ in range(2):
        assert client.get("/healthz/ready").status_code == 503
    assert sorted(brief.subject for brief in mail.outbox) == [
        "Bloei!: er is iets mis (edities)",
        "Bloei!: er is iets mis (werk)",
    ]

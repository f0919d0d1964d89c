"""Mail to an address: what goes first, what is final, what is kept and for how long."""

from datetime import timedelta
from email.mime.text import MIMEText
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from unittest.mock import patch

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.translation import gettext_lazy

from berichten.models import Bericht, Bijlage, Soort, Voorrang
from berichten.post import Bestand, leg_klaar
from berichten.verzenden import verstuur_wachtende

pytestmark = pytest.mark.django_db
RIA = "ria@example.nl"
ZEND = "django.core.mail.backends.locmem.EmailBackend.send_messages"
CONTEXT = {"onderwerp": "Meedoen", "titel": "Feest", "link": "http://localhost/feest/", "user": "Ria"}


def leg(sleutel: str, adres: str = RIA, **anders) -> Bericht:
    gelegd = leg_klaar(sleutel, Soort.GEPUBLICEERD, adres, CONTEXT, inwoner=True, **anders)
    assert gelegd
    return gelegd


def geweigerd(code: int, tekst: bytes = b"5.1.1 no such user ria@example.nl") -> SMTPRecipientsRefused:
    return SMTPRecipientsRefused({RIA: (code, tekst)})


def test_wat_iemand_verwacht_gaat_eerst():
    leg("editie", "editie@example.nl", voorrang=Voorrang.EDITIE)
    leg("gewoon", "gewoon@example.nl")
    leg("bevestig", "bevestig@example.nl", voorrang=Voorrang.DIRECT)
    assert verstuur_wachtende() == 3
    assert [bericht.to[0].partition("@")[0] for bericht in mail.outbox] == ["bevestig", "gewoon", "editie"]


def test_a_round_opens_one_connection_and_none_without_mail():
    with patch("django.core.mail.backends.locmem.EmailBackend.open") as open_:
        verstuur_wachtende()
        assert open_.call_count == 0
    leg("a")
    leg("b")
    with patch(ZEND, autospec=True, return_value=1) as zend:
        assert verstuur_wachtende() == 2
    assert len({id(gevraagd.args[0]) for gevraagd in zend.call_args_list}) == 1


def test_a_server_that_is_away_ends_the_round():
    leg("a")
    leg("b")
    with patch("django.core.mail.backends.locmem.EmailBackend.open", side_effect=OSError("weg")) as open_:
        assert verstuur_wachtende() == 0
        assert open_.call_count == 1
    assert sorted(Bericht.objects.values_list("pogingen", flat=True)) == [0, 1]


def test_a_door_that_closes_halfway_keeps_no_other_mail_waiting():
    leg("a")
    leg("b", "jan@example.nl")
    with patch(ZEND, side_effect=[SMTPServerDisconnected("weg"), 1]):
        assert verstuur_wachtende() == 1


def test_a_server_that_cant_hang_up_either_leaves_what_was_noted():
    leg("a")
    stuk = SMTPServerDisconnected("weg")
    with patch(ZEND, side_effect=stuk), patch(f"{ZEND.rpartition('.')[0]}.close", side_effect=OSError):
        assert verstuur_wachtende() == 0
    assert Bericht.objects.get().pogingen == 1


@pytest.mark.parametrize(
    ("fout", "voorgoed"),
    [
        (geweigerd(550), True),
        (geweigerd(552), True),
        (geweigerd(450), False),
        (geweigerd(550, b"5.7.1 you are on a list"), False),
        (geweigerd(530, b"log in first"), False),
        (SMTPServerDisconnected("weg"), False),
    ],
)
def test_only_a_mailbox_that_is_not_there_is_final(fout, voorgoed):
    bericht = leg("a")
    with patch(ZEND, side_effect=fout):
        assert verstuur_wachtende() == 0
    bericht.refresh_from_db()
    assert bool(bericht.mislukt_op) is voorgoed
    assert RIA not in bericht.laatste_fout
    Bericht.objects.update(volgende_poging=timezone.now())
    assert verstuur_wachtende() == (0 if voorgoed else 1)


def test_a_resident_is_given_up_after_five_days_and_nobody_is_asked_to_look():
    leg("a")
    Bericht.objects.update(gemaakt_op=timezone.now() - timedelta(days=6))
    with patch(ZEND, side_effect=geweigerd(452)):
        verstuur_wachtende()
    assert Bericht.objects.get().mislukt_op
    assert not Bericht.objects.mislukt(timezone.now() - timedelta(days=1)).exists()


def test_no_more_in_a_minute_than_the_server_takes(settings):
    settings.MAIL_PER_MINUUT = 3
    for nummer in range(5):
        leg(str(nummer))
    assert verstuur_wachtende() == 3
    assert verstuur_wachtende() == 0
    Bericht.objects.exclude(verzonden_op=None).update(verzonden_op=timezone.now() - timedelta(seconds=61))
    assert verstuur_wachtende() == 2


@pytest.mark.parametrize(("dagen", "leeg"), [(29, False), (30, True), (31, True)])
def test_after_thirty_days_only_the_row_is_left(dagen, leeg):
    bericht = leg("a", koppen={"List-Id": "x"}, bijlagen=[Bestand("a.ics", "text/calendar", b"x")])
    verstuur_wachtende()
    bericht.refresh_from_db()
    assert bericht.verzonden_op
    Bericht.objects.all().maak_leeg(bericht.verzonden_op + timedelta(days=dagen))
    bericht.refresh_from_db()
    over = (bericht.adres, bericht.onderwerp, bericht.tekst, bericht.html, bericht.koppen)
    assert (not any(over)) is leeg
    assert Bijlage.objects.exists() is not leeg
    assert bericht.sleutel == "a"


@pytest.mark.parametrize(("dagen", "leeg"), [(364, False), (365, True), (366, True)])
def test_of_a_colleague_the_mail_stays_for_a_year(dagen, leeg):
    bericht = leg_klaar("a", Soort.GEPUBLICEERD, RIA, CONTEXT)
    verstuur_wachtende()
    bericht.refresh_from_db()
    Bericht.objects.all().maak_leeg(bericht.verzonden_op + timedelta(days=dagen))
    assert (Bericht.objects.get().adres == "") is leeg


def test_files_and_headers_go_along():
    leg(
        "a",
        koppen={"List-Unsubscribe": "<http://localhost/x>"},
        bijlagen=[Bestand("a.ics", "text/calendar", b"BEGIN")],
    )
    verstuur_wachtende()
    bericht = mail.outbox[0].message()
    assert bericht["List-Unsubscribe"] == "<http://localhost/x>"
    (deel,) = [deel for deel in bericht.walk() if deel.get_filename()]
    assert (deel.get_filename(), deel.get_payload(decode=True)) == ("a.ics", b"BEGIN")


def test_what_django_mails_keeps_its_files_and_where_to_answer(settings):
    settings.EMAIL_BACKEND = "berichten.uitgang.OutboxBackend"
    los = mail.EmailMessage("Verslag", "Hierbij", to=[RIA], reply_to=["jan@example.nl"], headers={"X-A": "1"})
    los.attach("verslag.txt", "Dag", "text/plain")
    los.attach(MIMEText("los deel"))
    los.send()
    verstuur_wachtende()
    bericht = mail.outbox[0].message()
    assert (bericht["Reply-To"], bericht["X-A"]) == ("jan@example.nl", "1")
    namen = [deel.get_filename() for deel in bericht.walk() if deel.get_filename()]
    assert namen == ["verslag.txt", "bijlage"]


def test_the_subject_is_read_in_the_language_of_the_mail():
    context = {**CONTEXT, "onderwerp": gettext_lazy("Zoeken")}
    leg_klaar("a", Soort.GEPUBLICEERD, RIA, context, taal="en")
    bericht = Bericht.objects.get()
    assert bericht.onderwerp == "Search"
    assert '<html lang="en">' in bericht.html


def test_no_mail_has_a_gap_nor_a_subject_that_begins_with_a_space():
    gaten = CONTEXT | {"onderwerp": " Meedoen ", "user": "Ria,\n\n \n\n\nhallo"}
    bericht = leg_klaar("gaten", Soort.GEPUBLICEERD, RIA, gaten)
    assert bericht
    assert bericht.onderwerp == "Meedoen"
    assert bericht.tekst.startswith("Dag Ria,\n\nhallo")

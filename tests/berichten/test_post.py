"""The outbox: nothing is lost, nothing is sent twice, whatever happens to the mail server or to us."""

import time
from datetime import timedelta
from email import message_from_bytes, policy
from unittest.mock import patch

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from berichten.models import Afmelding, Bericht, Soort
from berichten.post import schrijf, verstuur_wachtende
from core.models import User
from tests.berichten import werker

CONTEXT = {"onderwerp": "Staat online: feest", "titel": "Feest", "link": "http://localhost/feest/"}


@pytest.fixture
def lezer(db):
    return User.objects.create_user("lezer", email="lezer@example.nl")


def test_one_event_is_one_mail_in_text_and_html(lezer):
    assert schrijf("gepubliceerd:1", Soort.GEPUBLICEERD, lezer, CONTEXT)
    assert schrijf("gepubliceerd:1", Soort.GEPUBLICEERD, lezer, CONTEXT) is None
    assert verstuur_wachtende() == 1
    assert verstuur_wachtende() == 0
    (bericht,) = mail.outbox
    assert bericht.subject == "Staat online: feest"
    assert "http://localhost/feest/" in bericht.body
    assert bericht.alternatives[0].mimetype == "text/html"
    assert 'href="http://localhost/feest/"' in bericht.alternatives[0].content
    assert "localhost" in bericht.message()["Message-ID"]


def test_no_mail_for_who_switched_it_off_or_has_no_address(lezer):
    Afmelding.objects.create(user=lezer, soort=Soort.GEPUBLICEERD)
    assert schrijf("gepubliceerd:1", Soort.GEPUBLICEERD, lezer, CONTEXT) is None
    zonder = User.objects.create_user("zonder")
    assert schrijf("gepubliceerd:1", Soort.GEPUBLICEERD, zonder, CONTEXT) is None


def test_a_title_with_html_stays_text(lezer):
    schrijf("x", Soort.GEPUBLICEERD, lezer, {**CONTEXT, "titel": "<b>Feest</b>"})
    assert "&lt;b&gt;" in Bericht.objects.get().html


def test_a_failing_mail_server_loses_nothing(lezer):
    schrijf("x", Soort.GEPUBLICEERD, lezer, CONTEXT)
    with patch("django.core.mail.backends.locmem.EmailBackend.send_messages", side_effect=OSError("weg")):
        assert verstuur_wachtende() == 0
    bericht = Bericht.objects.get()
    assert (bericht.pogingen, bericht.verzonden_op) == (1, None)
    assert bericht.volgende_poging > timezone.now()
    Bericht.objects.update(volgende_poging=timezone.now() - timedelta(seconds=1))
    assert verstuur_wachtende() == 1
    assert len(mail.outbox) == 1


def test_a_new_password_goes_through_the_outbox_too(lezer, client, settings):
    settings.EMAIL_BACKEND = "berichten.uitgang.OutboxBackend"
    lezer.set_password("iets-anders-12")
    lezer.save()
    client.post(reverse("wagtailadmin_password_reset"), {"email": lezer.email})
    bericht = Bericht.objects.get()
    assert (bericht.adres, mail.outbox) == (lezer.email, [])
    assert verstuur_wachtende() == 1
    assert "/cms/password_reset/" in mail.outbox[0].body


VREEMD = [
    "Buurt\x0bavond",
    "\x0bBcc: a@example.org",
    "a\r\nBcc: a@example.org",
    "x\x85y",
    "x\u2028y",
    "nul\x00\ufffe\u202e",
]


@pytest.mark.parametrize("titel", VREEMD)
def test_a_subject_is_one_line_whatever_the_title(lezer, settings, titel):
    """Both ways into the outbox; every mail has its sender and its receiver."""
    schrijf(
        "x", Soort.GEPUBLICEERD, lezer, {**CONTEXT, "onderwerp": f"Staat online: {titel}", "titel": titel}
    )
    settings.EMAIL_BACKEND = "berichten.uitgang.OutboxBackend"
    mail.EmailMessage(titel.replace("\r\n", "\x0b"), f"Over {titel}", to=[lezer.email]).send()
    assert verstuur_wachtende() == 2
    for bericht in mail.outbox:
        gelezen = message_from_bytes(bericht.message().as_bytes(), policy=policy.default)
        assert gelezen["To"] == lezer.email
        assert gelezen["From"]
        assert not gelezen["Bcc"]
        assert gelezen["Message-ID"]
        assert gelezen["Subject"].isprintable()
        assert set(gelezen.get_body(("plain",)).get_content()).isdisjoint("\x0b\x00\ufffe\u202e")


def test_a_mail_that_cant_be_made_is_put_aside_and_shown(lezer, client, caplog):
    schrijf("x", Soort.GEPUBLICEERD, lezer, CONTEXT)
    schrijf("y", Soort.GEPUBLICEERD, lezer, {**CONTEXT, "onderwerp": "Goed"})
    Bericht.objects.filter(onderwerp="Staat online: feest").update(onderwerp="Staat online\n\nfeest")
    assert verstuur_wachtende() == 1
    assert [bericht.subject for bericht in mail.outbox] == ["Goed"]
    mislukt = Bericht.objects.get(verzonden_op=None)
    assert mislukt.mislukt_op
    assert "ERROR" in caplog.text
    Bericht.objects.update(volgende_poging=timezone.now() - timedelta(days=1))
    assert verstuur_wachtende() == 0
    client.force_login(User.objects.create_superuser("beheer", email="beheer@example.nl"))
    assert "Mail die niet weg kon" in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_of_200_mails_each_is_sent_once(tmp_path):
    """A worker is killed without warning, several times; the mails are files, so that each can be counted."""
    user = User.objects.create_user("lezer", email="lezer@example.nl")
    for nummer in range(200):
        schrijf(f"proef:{nummer}", Soort.GEPUBLICEERD, user, {**CONTEXT, "titel": f"Feest {nummer}"})
    moorden = 0
    for _ in range(20):
        proces = werker.start(str(tmp_path))
        doel = len(list(tmp_path.glob("*.eml"))) + 50
        while proces.is_alive() and len(list(tmp_path.glob("*.eml"))) < doel:
            time.sleep(0.005)
        if proces.is_alive():
            proces.kill()
            moorden += 1
        proces.join()
        if not Bericht.objects.filter(verzonden_op=None).exists():
            break
    assert moorden >= 3
    assert not Bericht.objects.filter(verzonden_op=None).exists()
    teksten = [bestand.read_text() for bestand in tmp_path.glob("*.eml")]
    assert len(teksten) == 200
    assert len({tekst.partition("Message-ID:")[2].split("\n")[0] for tekst in teksten}) == 200

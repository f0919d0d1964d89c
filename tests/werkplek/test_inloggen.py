"""The brake on guessing, and what is kept of who tried to get in."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from berichten.post import verstuur_wachtende
from core import rem
from core.models import Teller
from tests.dorp import WACHTWOORD
from werkplek import dienst, inloggen
from werkplek.models import Inlogpoging

from .hulp import als

THUIS, ELDERS = "192.0.2.17", "198.51.100.4"


def log_in(naam: str, wachtwoord: str, vanaf: str = THUIS):
    return Client(REMOTE_ADDR=vanaf).post(
        reverse("inloggen:wachtwoord"), {"username": naam, "password": wachtwoord}
    )


GRENS = 2


@pytest.fixture(autouse=True)
def grens(monkeypatch):
    """A brake that is on sooner: each try is a page that has to be made."""
    monkeypatch.setattr(inloggen, "PER_ACCOUNT", GRENS)


def zonder_csrf(html: str) -> list[str]:
    return [regel for regel in html.splitlines() if "csrf" not in regel.lower()]


def raad(naam: str, vanaf: str = THUIS, keer: int = GRENS) -> str:
    """Guess so many times; what the last page says."""
    for _ in range(keer):
        antwoord = log_in(naam, "fout", vanaf)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_after_too_many_wrong_guesses_the_right_password_doesnt_open_either(dorp):
    assert "te vaak" not in raad("redactie-beesd")
    antwoord = log_in("redactie-beesd", WACHTWOORD)
    assert antwoord.status_code == 200
    assert "Wacht een kwartier" in antwoord.content.decode()
    with time_machine.travel(timezone.now() + inloggen.PER_ACCOUNT_IN + timedelta(seconds=1)):
        assert log_in("redactie-beesd", WACHTWOORD).status_code == 302


def test_a_stranger_doesnt_lock_a_volunteer_out(dorp):
    raad("redactie-beesd", ELDERS, keer=GRENS + 1)
    assert log_in("redactie-beesd", WACHTWOORD, THUIS).status_code == 302


def test_a_neighbour_on_the_same_network_isnt_locked_out(dorp):
    raad("redactie-beesd", keer=GRENS + 1)
    assert log_in("communicatie", WACHTWOORD).status_code == 302


def test_another_address_of_the_same_network_counts_along(dorp):
    raad("redactie-beesd", "192.0.2.1")
    assert log_in("redactie-beesd", WACHTWOORD, "192.0.2.254").status_code == 200


@pytest.mark.parametrize("naam", ["redactie-beesd", "REDACTIE-beesd", "redactie-beesd@example.nl"])
def test_by_another_way_of_writing_it_is_the_same_account(dorp, naam):
    raad("redactie-beesd")
    assert log_in(naam, WACHTWOORD).status_code == 200
    assert log_in(naam, WACHTWOORD, ELDERS).status_code == 302


def test_a_name_that_nobody_has_gets_the_same_answer(dorp):
    def pagina(naam):
        return raad(naam, keer=GRENS + 1).replace(naam, "")

    assert zonder_csrf(pagina("redactie-beesd")) == zonder_csrf(pagina("niemand"))


def test_many_accounts_from_one_network_stop_too(dorp, monkeypatch):
    monkeypatch.setattr(inloggen, "PER_NET", 3)
    for nummer in range(3):
        log_in(f"naam-{nummer}", "fout")
    assert log_in("redactie-beesd", WACHTWOORD).status_code == 200
    assert log_in("redactie-beesd", WACHTWOORD, ELDERS).status_code == 302


def test_who_knows_the_password_is_not_counted(dorp, monkeypatch):
    monkeypatch.setattr(inloggen, "PER_NET", 2)
    for _ in range(5):
        assert log_in("redactie-beesd", WACHTWOORD).status_code == 302


def test_a_new_password_begins_with_a_clean_sheet(dorp):
    raad("redactie-beesd")
    user = dorp.gebruikers["redactie-beesd"]
    user.set_password("een ander en langer")
    user.save()
    assert log_in("redactie-beesd", "een ander en langer").status_code == 302


@pytest.mark.parametrize(
    ("proxies", "doorgegeven", "net"),
    [
        (0, "203.0.113.9", "192.0.2.0/24"),
        (1, "203.0.113.9", "203.0.113.0/24"),
        (1, "1.1.1.1, 203.0.113.9", "203.0.113.0/24"),
        (2, "1.1.1.1, 203.0.113.9, 10.0.0.1", "203.0.113.0/24"),
        (2, "203.0.113.9", "192.0.2.0/24"),
        (1, "2001:db8:aa:bb12::5", "2001:db8:aa:bb00::/56"),
        (1, "::ffff:203.0.113.9", "203.0.113.0/24"),
        (1, "", ""),
        (1, "<script>", ""),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(settings, proxies, doorgegeven, net):
    settings.PROXY_AANTAL = proxies
    vraag = RequestFactory().get("/", REMOTE_ADDR=THUIS, HTTP_X_FORWARDED_FOR=doorgegeven)
    assert rem.net_van(vraag) == net


def test_the_counts_die_and_hold_nobodys_address(dorp):
    raad("redactie-beesd", keer=1)
    tekst = " ".join(Teller.objects.values_list("sleutel", flat=True))
    assert tekst
    assert "192.0.2" not in tekst
    assert "redactie" not in tekst
    dienst.ruim_op(timezone.now() + timedelta(hours=24))
    assert not Teller.objects.exists()


def test_who_tried_stands_in_a_list_for_administrators_only(dorp, caplog):
    raad("redactie-beesd", keer=GRENS + 3)
    raad("geheim-wachtwoord-in-het-verkeerde-vak", keer=1)
    log_in("communicatie", WACHTWOORD)
    tel = Inlogpoging.objects.filter
    assert tel(soort="mislukt").count() == GRENS + 1
    assert tel(soort="geremd").count() == 1
    assert tel(soort="gelukt", user=dorp.gebruikers["communicatie"]).count() == 1
    assert "netwerk 192.0.2.0/24" in caplog.text
    assert "verkeerde-vak" not in caplog.text
    adres = reverse("werkplek:inlogboek")
    html = als(dorp, "beheer").get(adres).content.decode()
    assert "te vaak geprobeerd" in html
    assert "onbekende naam" in html
    assert "verkeerde-vak" not in html
    for naam in ("communicatie", "redactie-beesd"):
        assert als(dorp, naam).get(adres).status_code == 302
    dienst.ruim_op(timezone.now() + timedelta(days=91))
    assert not Inlogpoging.objects.exists()


def vraag_wachtwoord(adres: str, vanaf: str = THUIS) -> str:
    antwoord = Client(REMOTE_ADDR=vanaf).post(
        reverse("wagtailadmin_password_reset"), {"email": adres}, follow=True
    )
    return antwoord.content.decode()


def test_a_mailbox_isnt_filled_with_links(dorp):
    paginas = [
        zonder_csrf(vraag_wachtwoord("redactie-beesd@example.nl", f"198.51.{net}.1"))
        for net in range(inloggen.MAILS_PER_ADRES + 1)
    ]
    assert Bericht.objects.filter(soort=Soort.WACHTWOORD).count() == inloggen.MAILS_PER_ADRES
    paginas.append(zonder_csrf(vraag_wachtwoord("niemand@example.nl")))
    assert all(pagina == paginas[0] for pagina in paginas)


def test_one_network_doesnt_ask_for_everybody(dorp, monkeypatch):
    monkeypatch.setattr(inloggen, "MAILS_PER_NET", 2)
    for naam in ("redactie-beesd", "communicatie", "communicatie-2"):
        vraag_wachtwoord(f"{naam}@example.nl")
    assert Bericht.objects.filter(soort=Soort.WACHTWOORD).count() == 2
    vraag_wachtwoord("communicatie-2@example.nl", ELDERS)
    assert Bericht.objects.filter(soort=Soort.WACHTWOORD).count() == 3


def test_the_link_for_a_new_password_works_and_isnt_kept(dorp, mailoutbox):
    vraag_wachtwoord("redactie-beesd@example.nl")
    assert verstuur_wachtende() == 1
    bericht = Bericht.objects.get()
    assert (bericht.tekst, bericht.html) == ("", "")
    assert bericht.onderwerp
    (link,) = [woord for woord in mailoutbox[0].body.split() if "/password_reset/" in woord]
    client = Client()
    vak = client.get(link, follow=True)
    velden = {"new_password1": "een heel ander woord", "new_password2": "een heel ander woord"}
    client.post(vak.request["PATH_INFO"], velden)
    assert log_in("redactie-beesd", "een heel ander woord").status_code == 302


def test_a_link_that_came_too_late_isnt_sent_and_is_forgotten(dorp, mailoutbox, settings):
    vraag_wachtwoord("redactie-beesd@example.nl")
    later = timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT + 1)
    with time_machine.travel(later):
        assert verstuur_wachtende() == 0
        dienst.ruim_op(later)
    assert mailoutbox == []
    bericht = Bericht.objects.get()
    assert (bericht.tekst, bericht.html, bericht.verzonden_op) == ("", "", None)


def test_a_form_of_another_login_says_what_to_do(db):
    antwoord = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"email": "ik"})
    assert antwoord.status_code == 403
    tekst = antwoord.content.decode()
    assert "Staat je tekst daar nog" in tekst
    assert "CSRF" not in tekst


def test_the_address_to_log_out_that_is_opened_leads_to_the_start_and_logs_nobody_out(dorp):
    client, adres = als(dorp, "redactie-beesd"), reverse("wagtailadmin_logout")
    antwoord = client.get(adres)
    assert (antwoord.status_code, antwoord.url) == (302, reverse("wagtailadmin_home"))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    client.post(adres)
    assert client.get(reverse("wagtailadmin_home")).status_code == 302

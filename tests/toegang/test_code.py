"""Logging in with a code by mail: short, once, in the browser that asked, and telling a stranger nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from berichten.models import Bericht, Soort
from berichten.post import verstuur_wachtende
from tests.dorp import WACHTWOORD as WOORD
from toegang.formulieren import WachtwoordInlogForm
from werkplek import inloggen
from werkplek.models import Inlogpoging

from .hulp import BEGIN, CODE, WACHTWOORD, in_te_loggen, is_binnen, vraag_code

ADRES = "redactie-beesd@example.nl"


@pytest.fixture(autouse=True)
def echt(settings):
    settings.TWEEDE_FACTOR = True


def zonder_csrf(html: str) -> list[str]:
    return [regel for regel in html.splitlines() if "csrf" not in regel.lower()]


def test_from_the_address_to_the_own_desk(dorp, mailoutbox):
    client = Client()
    assert "gemeente" in client.get(BEGIN).content.decode()
    code = vraag_code(client, "Redactie-Beesd@EXAMPLE.nl")
    (brief,) = mailoutbox
    assert brief.to == [ADRES]
    assert code not in brief.subject
    html = client.get(CODE).content.decode()
    assert 'inputmode="numeric"' in html
    assert 'autocomplete="one-time-code"' in html
    antwoord = client.post(CODE, {"code": f"{code[:3]} {code[3:]}", "next": "/cms/pages/"})
    assert (antwoord.status_code, antwoord.url) == (302, "/cms/pages/")
    assert client.get("/cms/").status_code == 200
    assert Inlogpoging.objects.filter(user=dorp.gebruikers["redactie-beesd"], soort="gelukt").count() == 1
    # Nothing of it is kept, it goes before other mail, and nobody can switch it off.
    bericht = Bericht.objects.get(soort=Soort.INLOGCODE)
    assert (bericht.tekst, bericht.html, bericht.voorrang) == ("", "", 1)


def test_a_known_and_an_unknown_address_look_alike(dorp):
    """The same pages, and the same questions to the database, so as much time."""

    def vraag(adres: str) -> tuple[list[str], list[str]]:
        client = Client()
        with CaptureQueriesContext(connection) as vragen:
            client.post(BEGIN, {"email": adres})
        paginas = zonder_csrf(client.get(CODE).content.decode().replace(adres, ""))
        soorten = [" ".join(vraag["sql"].split()[:3]) for vraag in vragen]
        paginas += zonder_csrf(client.post(CODE, {"code": "000000"}).content.decode().replace(adres, ""))
        return paginas, soorten

    vraag("warm@example.nl")
    bekend, onbekend = vraag(ADRES), vraag("niemand@example.nl")
    assert bekend[0] == onbekend[0]
    assert len(bekend[0]) > 50
    verschil = [(a, b) for a, b in zip(bekend[1], onbekend[1], strict=False) if a != b]
    assert abs(len(bekend[1]) - len(onbekend[1])) <= 1, verschil
    assert Bericht.objects.count() == 1


def test_a_code_is_good_once_and_for_a_quarter_of_an_hour(dorp):
    client = Client()
    code = vraag_code(client, ADRES)
    with time_machine.travel(timezone.now() + timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT + 1)):
        assert client.post(CODE, {"code": code}).url == BEGIN
    assert not is_binnen(client)
    client = Client()
    code = vraag_code(client, ADRES)
    client.post(CODE, {"code": code})
    assert is_binnen(client)
    client.logout()
    assert client.post(CODE, {"code": code}).url == BEGIN


def test_a_code_is_good_in_the_browser_that_asked(dorp):
    client, ander = Client(), Client()
    code = vraag_code(client, ADRES)
    vraag_code(ander, "redactie-heukelum@example.nl")
    ander.post(CODE, {"code": code})
    assert not is_binnen(ander)
    client.post(CODE, {"code": code})
    assert is_binnen(client)


def test_a_newer_code_takes_the_place_of_an_older_one(dorp):
    client = Client()
    eerste, tweede = vraag_code(client, ADRES), vraag_code(client, ADRES)
    if eerste != tweede:
        client.post(CODE, {"code": eerste})
        assert not is_binnen(client)
    client.post(CODE, {"code": tweede})
    assert is_binnen(client)


def test_a_code_is_tried_a_few_times(dorp):
    client = Client()
    code = vraag_code(client, ADRES)
    fout = "000000" if code != "000000" else "000001"
    for _ in range(settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS - 1):
        assert "klopt niet" in client.post(CODE, {"code": fout}).content.decode()
    antwoord = client.post(CODE, {"code": fout}, follow=True)
    assert "te vaak een verkeerde code" in antwoord.content.decode()
    assert client.post(CODE, {"code": code}).url == BEGIN
    assert Inlogpoging.objects.filter(soort="mislukt", user=dorp.gebruikers["redactie-beesd"]).exists()


def test_many_tries_at_the_same_moment_are_counted(dorp):
    """As if none of them had seen another: the session is put back to before the first."""
    client = Client()
    code = vraag_code(client, ADRES)
    voor = dict(client.session.items())
    for _ in range(settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS):
        client.post(CODE, {"code": "abc"})
        sessie = client.session
        sessie.update(voor)
        sessie.save()
    client.post(CODE, {"code": code})
    assert not is_binnen(client)


def test_a_stranger_doesnt_lock_a_volunteer_out(dorp):
    """Codes asked all over the world, and a hundred wrong passwords: from home one still gets in."""
    thuis = Client(REMOTE_ADDR="192.0.2.17")
    thuis.post(CODE, {"code": vraag_code(thuis, ADRES)})
    assert is_binnen(thuis)
    for nummer in range(100):
        vraag = RequestFactory().post(WACHTWOORD, REMOTE_ADDR=f"198.51.{nummer % 25}.7")
        form = WachtwoordInlogForm({"username": ADRES, "password": "fout"}, request=vraag)
        assert not form.is_valid()
        if nummer % 4 == 0:
            Client(REMOTE_ADDR=f"198.51.{nummer}.7").post(BEGIN, {"email": ADRES})
    gemaild = Bericht.objects.filter(soort=Soort.INLOGCODE).count()
    assert gemaild == 1 + inloggen.CODES_PER_ADRES - 1, "a mailbox isn't filled either"
    thuis = Client(REMOTE_ADDR="192.0.2.99")
    code = vraag_code(thuis, ADRES)
    thuis.post(CODE, {"code": code})
    assert is_binnen(thuis)
    # Who it is about hears of it, once.
    assert Bericht.objects.filter(soort=Soort.INLOGGEN, onderwerp__contains="probeert").count() == 1


def test_from_one_network_it_is_a_few_times(dorp):
    client = Client(REMOTE_ADDR="192.0.2.1")
    for adres in (ADRES, "niemand@example.nl"):
        for _ in range(inloggen.CODES_VAN_HIER):
            assert client.post(BEGIN, {"email": adres}).status_code == 302
        assert "te vaak een code gevraagd" in client.post(BEGIN, {"email": adres}).content.decode()
    assert Client(REMOTE_ADDR="198.51.100.1").post(BEGIN, {"email": ADRES}).status_code == 302


def test_who_writes_for_a_kern_has_no_password(dorp):
    """One that is still there from before opens nothing, and says no more than a wrong one."""
    client = Client()
    goed = client.post(WACHTWOORD, {"username": "redactie-beesd", "password": WOORD})
    fout = client.post(WACHTWOORD, {"username": "redactie-beesd", "password": "fout"})
    assert zonder_csrf(goed.content.decode()) == zonder_csrf(fout.content.decode())
    assert not is_binnen(client)
    html = in_te_loggen(dorp.gebruikers["redactie-beesd"]).get("/cms/account/").content.decode()
    assert "password-old_password" not in html


def test_asking_for_a_password_tells_who_needs_none(dorp, mailoutbox):
    for naam in ("redactie-beesd", "communicatie"):
        Client().post("/cms/password_reset/", {"email": f"{naam}@example.nl"})
    verstuur_wachtende()
    zonder, met = mailoutbox
    assert "geen wachtwoord nodig" in zonder.body
    assert "/password_reset/" not in zonder.body
    assert "/cms/password_reset/confirm/" in met.body


def test_a_session_ends_when_nobody_is_there(dorp):
    redacteur, keurder = (in_te_loggen(dorp.gebruikers[naam]) for naam in ("redactie-beesd", "beheer"))
    begin = timezone.now()

    def kijk(client: Client, na: float) -> int:
        with time_machine.travel(begin + timedelta(seconds=na)):
            return client.get("/cms/tweede-stap/").status_code, is_binnen(client)

    assert kijk(redacteur, 0)[1]
    assert kijk(keurder, 0)[1]
    assert kijk(keurder, settings.SESSIE_STIL_KEURDER - 60)[1]
    # A click makes it last; a page that asks by itself doesn't.
    assert kijk(keurder, 2 * settings.SESSIE_STIL_KEURDER - 120)[1]
    with time_machine.travel(begin + timedelta(seconds=2.5 * settings.SESSIE_STIL_KEURDER)):
        keurder.get("/cms/sessie/")
    assert not kijk(keurder, 3 * settings.SESSIE_STIL_KEURDER)[1]
    assert kijk(redacteur, settings.SESSIE_STIL - 60)[1]
    assert not kijk(redacteur, 3 * settings.SESSIE_STIL)[1]


def test_ones_own_address_is_changed_and_the_old_one_hears(dorp, mailoutbox):
    """The code goes there: it is of one account only, and nobody takes it over in silence."""
    adres, redacteur = "/cms/account/", in_te_loggen(dorp.gebruikers["redactie-beesd"])
    velden = {"name_email-first_name": "Sam", "name_email-last_name": "de Boer", "theme-theme": "system"}
    velden |= {"theme-contrast": "system", "theme-density": "default"}
    html = redacteur.post(adres, {**velden, "name_email-email": "COMMUNICATIE@example.nl"}).content.decode()
    assert "hoort al bij een ander account" in html
    assert redacteur.post(adres, {**velden, "name_email-email": "sam@example.nl"}).status_code == 302
    verstuur_wachtende()
    (brief,) = mailoutbox
    assert brief.to == [ADRES]
    assert "ander e-mailadres" in brief.subject
    client = Client()
    assert vraag_code(client, "sam@example.nl")

"""Logging in with a telephone: choosing it, typing its code, losing it."""

import re
import time
from html import unescape

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from toegang import totp
from toegang.models import TweedeFactor
from toegang.stap import PROBEREN
from werkplek.models import Inlogpoging

STAP = "/cms/tweede-stap/"


@pytest.fixture
def wie(dorp, settings):
    settings.TWEEDE_FACTOR = True
    return dorp.gebruikers["communicatie"]


@pytest.fixture
def client(wie) -> Client:
    return in_te_loggen(wie)


def in_te_loggen(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def code(geheim: str, verschil: int = 0) -> str:
    return totp.code(geheim, int(time.time() // 30) + verschil)


def kies_telefoon(client: Client) -> str:
    """As somebody would: read what the page shows, type what the app says. Return the secret."""
    tekst = unescape(client.get(STAP).content.decode())
    geheim = re.search(r"<code>(\w+)</code>", tekst)[1]
    assert f"secret={geheim}" in tekst
    assert "data:image/svg+xml" in tekst
    antwoord = client.post(STAP, {"code": code(geheim), "next": "/cms/pages/"})
    assert (antwoord.status_code, antwoord.url) == (302, "/cms/pages/")
    return geheim


def test_choosing_a_telephone_and_coming_back(client, wie):
    antwoord = client.get("/cms/pages/")
    assert antwoord.url == f"{STAP}?next=%2Fcms%2Fpages%2F"
    voor = client.session.session_key
    geheim = kies_telefoon(client)
    assert client.get("/cms/").status_code == 200
    assert client.session.session_key != voor, "who knew the number of the session before is out"
    (brief,) = mail.outbox
    assert brief.to == [wie.email]
    assert "telefoon" in brief.subject
    assert geheim not in brief.body
    assert ModelLogEntry.objects.filter(action="bloei.tweede_factor", user=wie).exists()
    # Elsewhere: a code alone, and the one that was used is no longer good.
    elders = in_te_loggen(wie)
    pagina = elders.get(STAP).content.decode()
    assert geheim not in pagina
    assert "data:image" not in pagina
    assert "al gebruikt" in elders.post(STAP, {"code": code(geheim)}).content.decode()
    volgende = code(geheim, 1)
    assert elders.post(STAP, {"code": f"{volgende[:3]} {volgende[3:]}"}).status_code == 302
    assert elders.get("/cms/").status_code == 200


def test_wrong_codes_are_braked_and_seen(client, wie):
    geheim = kies_telefoon(client)
    elders = in_te_loggen(wie)
    for _ in range(PROBEREN):
        assert "klopt niet" in elders.post(STAP, {"code": "000000"}).content.decode()
    # Also the right one has to wait now.
    assert "te vaak" in elders.post(STAP, {"code": code(geheim, 1)}).content.decode()
    soorten = set(Inlogpoging.objects.filter(user=wie).values_list("soort", flat=True))
    assert {Inlogpoging.Soort.MISLUKT, Inlogpoging.Soort.GEREMD} <= soorten


def test_who_writes_needs_no_telephone(dorp, wie):
    redacteur = in_te_loggen(dorp.gebruikers["redactie-beesd"])
    assert redacteur.get("/cms/").status_code == 200
    assert redacteur.get(STAP).url == "/cms/"


def test_who_gets_a_right_takes_the_step_at_the_next_click(dorp, wie):
    user = dorp.gebruikers["redactie-beesd"]
    redacteur = in_te_loggen(user)
    assert redacteur.get("/cms/").status_code == 200
    user.groups.add(wie.groups.get(name="Communicatie"))
    assert redacteur.get("/cms/").url.startswith(STAP)


def test_autosave_is_told_why(client):
    antwoord = client.post("/cms/pages/2/edit/", HTTP_ACCEPT="application/json")
    assert antwoord.status_code == 403
    assert "code van je telefoon" in antwoord.json()["error_message"]


@pytest.mark.parametrize("adres", ["https://elders.example/", "//elders.example", "abc", "-1"])
def test_one_leads_nobody_to_another_site(client, adres):
    geheim = re.search(r"<code>(\w+)</code>", client.get(STAP).content.decode())[1]
    antwoord = client.post(STAP, {"code": code(geheim), "next": adres})
    assert antwoord.url == reverse("wagtailadmin_home")


def test_a_telephone_that_was_lost(client, wie, dorp, capsys):
    kies_telefoon(client)
    mail.outbox.clear()
    call_command("noodtoegang", wie.username, reden="verloren op de kermis")
    # Whoever has that telephone is out; the owner chooses another one.
    assert client.get("/cms/").url.startswith(STAP)
    assert not TweedeFactor.objects.exists()
    gemaild = {adres for brief in mail.outbox for adres in brief.to}
    assert gemaild == {wie.email, dorp.gebruikers["beheer"].email}
    regel = ModelLogEntry.objects.get(action="bloei.noodtoegang")
    assert "verloren op de kermis" in regel.message
    kies_telefoon(client)
    with pytest.raises(CommandError, match="geen account"):
        call_command("noodtoegang", "bestaat-niet", reden="x")


def test_the_log_of_the_site_says_so_in_dutch(wie, dorp):
    beheer = in_te_loggen(dorp.gebruikers["beheer"])
    kies_telefoon(beheer)
    assert "Telefoon gekozen" in beheer.get(reverse("wagtailadmin_reports:site_history")).content.decode()


def test_logging_out_is_always_possible(client):
    assert client.post(reverse("wagtailadmin_logout")).status_code == 302
    assert client.get("/cms/").url.startswith("/cms/login/")


def test_production_always_asks():
    from site_bloei.settings.omgeving import omgeving

    assert "TWEEDE_FACTOR" not in omgeving.scheme

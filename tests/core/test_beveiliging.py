"""What every answer says to the browser."""

import pytest
from django.urls import reverse

from tests.formulier import bewerk_url, lees_formulier

PUBLIEK = ["/", "/beesd/", "/beesd/agenda/", "/zoeken/?q=plein", "/bestaat-niet/"]


def beleid(antwoord):
    """The Content-Security-Policy as {directive: [sources]}."""
    delen = (deel.split() for deel in antwoord["Content-Security-Policy"].split(";") if deel.strip())
    return {naam: bronnen for naam, *bronnen in delen}


@pytest.mark.parametrize("url", PUBLIEK)
def test_streng_beleid_voor_bezoekers(client, beesd, url):
    csp = beleid(client.get(url))
    assert csp["default-src"] == ["'none'"]
    for soort in ("script-src", "style-src", "connect-src", "font-src", "form-action"):
        assert csp[soort] == ["'self'"], soort
    assert csp["frame-ancestors"] == csp["base-uri"] == ["'none'"]
    assert not {bron for bronnen in csp.values() for bron in bronnen} - {"'self'", "'none'", "data:"}


@pytest.mark.parametrize("url", ["/cms/login/", "/cms/"])
def test_ruimer_beleid_alleen_in_het_beheer(beheer, url):
    csp = beleid(beheer.get(url))
    assert "'unsafe-inline'" in csp["script-src"]
    assert csp["frame-ancestors"] == ["'self'"]
    assert not any("//" in bron or bron == "*" for bronnen in csp.values() for bron in bronnen)


def test_een_voorbeeld_past_in_het_raam_van_het_beheer(beheer, agenda):
    voorbeeld = reverse("wagtailadmin_pages:preview_on_edit", args=[agenda.pk])
    assert beheer.post(voorbeeld, lees_formulier(beheer, bewerk_url(agenda))).json()["is_valid"]
    antwoord = beheer.get(voorbeeld, {"in_preview_panel": "true"})
    assert "</h1>" in antwoord.content.decode()
    assert beleid(antwoord)["frame-ancestors"] == ["'self'"]
    assert antwoord["X-Frame-Options"] == "SAMEORIGIN"


def test_een_pagina_die_op_cms_lijkt_krijgt_het_strenge_beleid(client, home):
    assert beleid(client.get("/cms-handleiding/"))["default-src"] == ["'none'"]


@pytest.mark.parametrize("url", PUBLIEK)
def test_koppen_en_geen_cookie(client, beesd, url):
    antwoord = client.get(url)
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["X-Frame-Options"] == "DENY"
    assert antwoord["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert antwoord["Cross-Origin-Opener-Policy"] == "same-origin"
    assert not antwoord.cookies
    assert "Cookie" not in antwoord.get("Vary", ""), "wie een cookie leest, kan niet in een cache"


def test_beheer_is_dicht_voor_wie_niet_is_ingelogd(client, home):
    antwoord = client.get("/cms/pages/")
    assert antwoord.status_code == 302
    assert antwoord.url.startswith("/cms/login/")

"""Every kind of answer has the headers that internet.nl and the NCSC ask, whichever part of the site gives it."""

from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client

from tests import factories

# Each as (address, what is asked beside it, status, who may use it in a page of theirs).
EIGEN, IEDER = "same-origin", "cross-origin"
SOORTEN = {
    "pagina": ("/beesd/", {}, 200, EIGEN),
    "pagina in het Engels": ("/en/beesd/", {}, 200, EIGEN),
    "zoeken": ("/zoeken/?q=plein", {}, 200, EIGEN),
    "niet gevonden": ("/bestaat-niet/", {}, 404, EIGEN),
    "zonder schuine streep": ("/beesd", {}, 301, EIGEN),
    "korte link die er niet is": ("/p/999999", {}, 404, EIGEN),
    "verkeerde naam": ("/beesd/", {"HTTP_HOST": "elders.example"}, 400, EIGEN),
    "verkeerde methode": ("/robots.txt", {"REQUEST_METHOD": "POST"}, 405, EIGEN),
    "inloggen": ("/cms/login/", {}, 200, EIGEN),
    "naar inloggen": ("/cms/", {}, 302, EIGEN),
    "API": ("/api/v1/kernen", {}, 200, IEDER),
    "API, niet gevonden": ("/api/v1/bestaat-niet", {}, 404, IEDER),
    "API, niet te geven": ("/api/v1/kernen", {"HTTP_ACCEPT": "image/png"}, 406, IEDER),
    "API, vooraf": ("/api/v1/kernen", {"REQUEST_METHOD": "OPTIONS"}, 204, IEDER),
    "API, uitleg": ("/api/v1/docs", {}, 200, IEDER),
    "feed": ("/nieuw.xml", {}, 200, IEDER),
    "kalender": ("/agenda.ics", {}, 200, IEDER),
    "kalender, verkeerd gevraagd": ("/agenda.ics?x=1", {}, 400, IEDER),
    "lijst op een andere site": ("/insluiten/beesd/agenda", {}, 200, IEDER),
    "scherm": ("/beesd/scherm/", {}, 200, EIGEN),
    "sitemap": ("/sitemap.xml", {}, 200, EIGEN),
    "security.txt": ("/.well-known/security.txt", {}, 200, EIGEN),
    "icoon": ("/favicon.ico", {}, 200, EIGEN),
    "foto": ("/media/images/foto.jpg", {}, 200, IEDER),
    "foto die er niet is": ("/media/images/weg.jpg", {}, 404, IEDER),
    "vast bestand": ("/static/proef.css", {}, 200, IEDER),
    "document dat er niet is": ("/documenten/9/x.pdf", {}, 404, EIGEN),
    "leeft": ("/healthz/live", {}, 200, EIGEN),
    "metingen": ("/metrics", {}, 404, EIGEN),
}
VEILIG = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture
def bezoeker(beesd, settings, tmp_path) -> Client:
    """Of the site as it is served: https, with its static files collected."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "proef.css").write_text("p {}")
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "foto.jpg").write_bytes(b"foto")
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    return Client(raise_request_exception=False)


def controleer(koppen, van_wie: str) -> None:
    assert {kop: koppen.get(kop) for kop in VEILIG} == VEILIG
    assert koppen["Cross-Origin-Resource-Policy"] == van_wie
    assert {"geolocation=()", "camera=()", "microphone=()"} <= set(koppen["Permissions-Policy"].split(", "))
    assert "default-src 'none'" in koppen["Content-Security-Policy"] or "cms" in koppen.get(
        "Location", "/cms/"
    )
    assert "frame-ancestors" in koppen["Content-Security-Policy"]
    assert koppen["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


@pytest.mark.parametrize("soort", SOORTEN)
def test_headers_of_every_kind_of_answer(bezoeker, soort):
    adres, vraag, status, van_wie = SOORTEN[soort]
    antwoord = bezoeker.generic(vraag.get("REQUEST_METHOD", "GET"), adres, secure=True, **vraag)
    assert antwoord.status_code == status
    controleer(antwoord.headers, van_wie)
    in_een_lijst = adres.startswith("/insluiten/")
    frame = {"/cms/": "SAMEORIGIN"}.get(adres[:5], "DENY")
    assert antwoord.get("X-Frame-Options") in ((None,) if in_een_lijst else ("DENY", frame))


def test_headers_of_a_redirect_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    antwoord = Client().get("/beesd/")
    assert (antwoord.status_code, antwoord["X-Content-Type-Options"]) == (301, "nosniff")
    assert "default-src 'none'" in antwoord["Content-Security-Policy"]


@pytest.mark.parametrize("adres", ["/beesd/", "/api/v1/kernen"])
def test_headers_when_the_database_is_away(bezoeker, adres):
    weg = patch("django.db.backends.utils.CursorWrapper.execute", side_effect=OperationalError("weg"))
    with weg:
        antwoord = bezoeker.get(adres, secure=True)
    assert antwoord.status_code == 503
    controleer(antwoord.headers, IEDER if "api" in adres else EIGEN)


def test_headers_of_a_document(bezoeker, beesd):
    document = factories.DocumentFactory()
    antwoord = bezoeker.get(document.url, secure=True)
    assert antwoord.status_code in (200, 302, 404)
    controleer(antwoord.headers, EIGEN)

"""What holds for every address that programs read: what they may ask, 304, what is kept for the next."""

import pytest
from django.test import Client

import druk.urls
import kanalen.urls
from tests import factories

ADRESSEN = ["/agenda.ics", "/nieuw.xml", "/sitemap.xml", "/insluiten/beesd/agenda", "/beesd/scherm/"]


@pytest.mark.parametrize("adres", [*ADRESSEN, "/favicon.ico", "/beesd/agenda/maand.pdf"])
def test_een_feed_wordt_alleen_gelezen(beesd, adres):
    antwoord = Client(enforce_csrf_checks=True).post(adres)
    assert antwoord.status_code == 405
    assert antwoord.headers["Allow"].startswith("GET, HEAD")
    assert client_hoofd(adres).content == b""


def client_hoofd(adres):
    antwoord = Client().head(adres)
    assert antwoord.status_code == 200
    return antwoord


DELEN = {
    "<slug:kern>": "beesd",
    "<pagina:pad>": "beesd/agenda/feest",
    "<str:wat>": "punten",
    "<str:dag>": "2026-11-19",
}


def alle_kanalen() -> list[str]:
    """Every address of feeds, frames, lists to take along and papers, as those two apps know them."""
    adressen = [*ADRESSEN, "/en/agenda.ics", "/robots.txt", "/.well-known/security.txt"]
    for patroon in (*kanalen.urls.urlpatterns, *druk.urls.urlpatterns):
        adres = f"/{patroon.pattern}"
        for deel, waarde in DELEN.items():
            adres = adres.replace(deel, waarde)
        adressen.append(adres)
    return list(dict.fromkeys(adressen))


def test_wat_een_kanaal_niet_kent_is_een_fout(client, agenda, themas):
    """`?kern=` looked as if it worked, and made the whole calendar anew each time."""
    factories.AgendaItemPageFactory(parent=agenda, title="Feest")
    assert len(alle_kanalen()) > 25
    for adres in alle_kanalen():
        antwoord = client.get(f"{adres}?kerm=heukelum&x=%00")
        assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
        tekst = antwoord.content.decode()
        assert tekst.startswith("De parameter 'kerm' bestaat hier niet."), adres
        assert tekst.count("bestaat hier niet") == 2
    assert client.get("/agenda.ics?kern=heukelum").status_code == 400
    for vraag in ("thema=woonen", "thema=wonen&thema=wonen", "thema=", "thema=%00", "thema=%ff"):
        assert client.get(f"/agenda.ics?{vraag}").status_code == 400
    assert "Wel: thema." in client.get("/agenda.ics?them=wonen").content.decode()
    assert client.get("/beesd/agenda/maand.txt?maand=2027-05").status_code == 200


@pytest.mark.parametrize(
    "adres",
    [
        "/agenda.ics",
        "/beesd/agenda.ics?thema=wonen",
        "/nieuw.xml",
        "/en/nieuw.xml",
        "/beesd/nieuwsbrief.xml",
        "/afspraken.csv",
        "/voortgang/punten.csv",
    ],
)
def test_scripts_van_elke_site_mogen_een_feed_lezen(client, beesd, themas, adres):
    vooraf = client.options(
        adres, headers={"origin": "https://beesd.example", "access-control-request-method": "GET"}
    )
    assert (vooraf.status_code, vooraf.content) == (204, b"")
    assert vooraf.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in vooraf.headers["Access-Control-Allow-Headers"]
    etag = client.get(adres).headers["ETag"]
    fout = client.get(f"{adres}{'&' if '?' in adres else '?'}x=1")
    assert fout.status_code == 400
    for antwoord in (vooraf, client.get(adres, headers={"if-none-match": etag}), fout):
        assert antwoord.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("adres", ADRESSEN)
def test_feeds_kennen_304(client, beesd, adres):
    antwoord = client.get(adres)
    # No empty name in it: a cache may refuse to keep what varies by nothing that it can read.
    assert antwoord.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    etag = antwoord.headers["ETag"]
    assert client.get(adres, headers={"if-none-match": etag}).status_code == 304

"""Nobody gets an answer in a coding that they refused; and a HEAD says what a GET says."""

import gzip

import pytest
from django.test import Client

from site_bloei.bewaard import Bewaard
from site_bloei.codering import aanvaard
from site_bloei.wsgi import site as django_site
from tests.site_bloei.bezoeker import Bezoeker


@pytest.fixture
def site(beesd, verbinding_blijft):
    Bezoeker(django_site).vraag("/")
    return Bezoeker(Bewaard(django_site))


@pytest.mark.parametrize(
    ("gezegd", "mag"),
    [
        ("", ""),
        ("gzip", "gzip"),
        ("GZIP, deflate, br", "br, gzip"),
        ("x-gzip", "gzip"),
        ("gzip;q=1.0,deflate;q=0.6,identity;q=0.3", "gzip"),
        ("gzip;q=0", ""),
        ("gzip; q = 0.000 , br", "br"),
        ("gzip;q=0.2, identity;q=0.8", ""),
        ("*", ""),
        ("*;q=0", ""),
        ("gzip, *;q=0", "gzip"),
        ("identity;q=0", ""),
        ("identity;q=0, *", "gzip"),
        ("identity;q=0, gzip;q=0, *", ""),
        ("gzip;q=veel", ""),
        ("gzip;q=nan", ""),
        ("gzippig", ""),
        (",;=,;q", ""),
    ],
)
def test_what_an_asker_takes(gezegd, mag):
    assert aanvaard(gezegd) == mag


@pytest.mark.parametrize("weigert", ["gzip;q=0", "gzip;q=0, *", "gzip;q=0.1, identity", "*;q=0"])
def test_who_refuses_gzip_gets_none_also_of_what_is_kept(site, weigert):
    """Whoever asked first."""
    for adres in ("/beesd/", "/api/v1/openapi.json", "/zoeken/?q=plein"):
        _, koppen, ingepakt = site.vraag(adres, HTTP_ACCEPT_ENCODING="gzip")
        assert koppen["Content-Encoding"] == "gzip"
        for _ in range(2):
            _, koppen, inhoud = site.vraag(adres, HTTP_ACCEPT_ENCODING=weigert)
            assert "Content-Encoding" not in koppen
            assert "Accept-Encoding" in koppen["Vary"]
        if "zoeken" not in adres:
            assert inhoud == gzip.decompress(ingepakt)


@pytest.mark.parametrize(
    "adres", ["/", "/beesd/", "/beesd/agenda/", "/en/beesd/", "/api/v1/kernen", "/agenda.ics"]
)
def test_a_head_says_what_a_get_says(client, beesd, adres):
    client.get(adres)  # the very first question makes the row with the municipality's details
    heel, kop = client.get(adres), client.head(adres)
    assert kop.headers["ETag"] == heel.headers["ETag"]
    assert {naam for naam, _ in heel.items()} == {naam for naam, _ in kop.items()}
    niets_nieuws = client.head(adres, headers={"if-none-match": heel.headers["ETag"]})
    assert (niets_nieuws.status_code, niets_nieuws.headers["ETag"]) == (304, heel.headers["ETag"])


def test_who_is_logged_in_gets_no_etag_for_a_head_either(beheer: Client, beesd):
    assert "ETag" not in beheer.head("/beesd/").headers

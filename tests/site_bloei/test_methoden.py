"""A page is read: other ways to ask for it are refused, and OPTIONS names none that isn't there."""

import pytest
from wagtail.models import Page

pytestmark = pytest.mark.django_db


def test_a_page_says_what_can_be_done_with_it(client, beesd):
    soorten = {type(pagina): pagina.url for pagina in Page.objects.live().specific() if pagina.url}
    for adres in soorten.values():
        assert client.options(adres).headers["Allow"] == "GET, HEAD, OPTIONS", adres
        assert client.post(adres).status_code == 405


@pytest.mark.parametrize("adres", ["/", "/agenda/", "/mijn/", "/zoeken/?q=linde", "/bestaat-niet/"])
@pytest.mark.parametrize("methode", ["TRACE", "PUT", "PATCH", "DELETE", "ONZIN"])
def test_what_no_browser_sends_gets_no_page(client, beesd, adres, methode):
    antwoord = client.generic(methode, adres)
    assert antwoord.status_code == 405
    assert antwoord.content == b""
    assert antwoord.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_nor_does_the_admin_trace(client):
    """The screen of a translation does delete."""
    assert client.generic("TRACE", "/cms/login/").status_code == 405
    assert client.generic("DELETE", "/cms/").status_code == 302


def test_the_api_refuses_in_its_own_form(client, beesd):
    for methode in ("TRACE", "DELETE"):
        antwoord = client.generic(methode, "/api/v1/kernen")
        assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (405, "application/problem+json")
        assert antwoord.headers["Allow"] == "GET, HEAD, OPTIONS"

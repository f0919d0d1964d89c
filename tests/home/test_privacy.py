"""The public register of what we keep, and the house rules."""

import pytest

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.privacy import verwerkingen
from home.inrichting import zorg_voor_informatie


@pytest.fixture
def informatie(home):
    with zonder_goedkeuring("tests"):
        zorg_voor_informatie(home)


def test_privacy_shows_all_that_we_keep(client, informatie):
    pagina = client.get("/privacy/").content.decode()
    assert len(verwerkingen()) >= 10
    for verwerking in verwerkingen():
        assert str(verwerking.doel) in pagina
        assert str(verwerking.bewaren) in pagina
    assert 'href="/mijn/"' in pagina
    assert "Wat we bewaren, waarom" not in client.get("/contact/").content.decode()


def test_whose_data_it_is_is_not_who_started_a_project(client, informatie):
    for taal, wie, trekker in (("en", "Whose data", "Started by"), ("pl", "Kogo dotyczą", "Inicjatywa")):
        pagina = client.get(f"/{taal}/privacy/").content.decode()
        assert wie in pagina
        assert trekker not in pagina


def test_the_house_rules_have_their_page(client, informatie):
    pagina = client.get("/huisregels/").content.decode()
    assert "Kritiek mag altijd" in pagina
    assert 'href="/huisregels/"' in client.get("/").content.decode()

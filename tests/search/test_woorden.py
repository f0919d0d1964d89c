"""A site from before search kept words: an upgrade fills them."""

from home.inrichting import richt_in
from search.models import Woord
from tests import factories


def test_an_upgrade_keeps_the_words_that_are_missing_and_only_then(client, agenda) -> None:
    factories.AgendaItemPageFactory(parent=agenda, title="Dorpsborrel")
    richt_in([])
    Woord.objects.all().delete()
    assert ">Dorpsborrel</a>" not in client.get("/zoeken/", {"q": "borrel"}).content.decode()
    assert "De woorden om mee te zoeken vastgelegd." in richt_in([])
    assert ">Dorpsborrel</a>" in client.get("/zoeken/", {"q": "borrel"}).content.decode()
    assert Woord.objects.filter(taal="nl", woord="dorpsborrel").exists()
    assert richt_in([]) == []

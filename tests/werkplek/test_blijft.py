"""Who deletes a draft reads which of its photos and documents stay in the library, and gets the way to delete them too."""

import pytest
from django.urls import reverse
from wagtail.models import Collection

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiImage
from kernpagina.models import AgendaItemPage
from tests import factories
from tests.dorp import Dorp, agenda_item

from .hulp import als


@pytest.fixture
def item(dorp: Dorp) -> AgendaItemPage:
    return agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


def zet_erin(item: AgendaItemPage, *, rij: bool = False, **titels: str) -> list:
    """A photo and a document of the editor of Beesd, in the draft of the page; or in its row as well."""
    wie = item.owner
    foto = factories.ImageFactory(
        title=titels["foto"], uploaded_by_user=wie, collection=Collection.objects.get(name__contains="Beesd")
    )
    stuk = factories.DocumentFactory(title=titels["stuk"], uploaded_by_user=wie, collection=foto.collection)
    item.foto = foto
    item.bijlagen.create(document=stuk)
    with zonder_goedkeuring("tests"):
        if rij:
            item.save()
        item.save_revision(user=wie)
    return [foto, stuk]


def verwijder(client, item) -> tuple[str, str]:
    """What is read before it, and after it."""
    adres = reverse("wagtailadmin_pages:delete", args=[item.pk])
    voor = client.get(adres).content.decode()
    return voor, client.post(adres, follow=True).content.decode()


@pytest.mark.parametrize("rij", [False, True])
def test_what_stays_is_named_with_the_way_to_delete_it(dorp, item, rij):
    foto, stuk = zet_erin(item, foto="De kermis", stuk="Het programma", rij=rij)
    voor, na = verwijder(als(dorp, "redactie-beesd"), item)
    assert "In de bibliotheek blijven nog staan: ‘De kermis’ en ‘Het programma’." in voor
    assert not AgendaItemPage.objects.filter(pk=item.pk).exists()
    assert "In de bibliotheek staan nog bestanden van deze pagina." in na
    for soort, bestand in (("wagtailimages", foto), ("wagtaildocs", stuk)):
        adres = reverse(f"{soort}:delete", args=[bestand.pk])
        assert adres in na
        assert als(dorp, "redactie-beesd").post(adres).status_code == 302
        assert not type(bestand).objects.filter(pk=bestand.pk).exists()


def test_of_what_another_page_shows_nothing_is_said(dorp, item):
    foto, _ = zet_erin(item, foto="De kermis", stuk="Het programma")
    agenda_item(dorp.agenda, "Ook met die foto", live=True, foto=foto)
    voor, na = verwijder(als(dorp, "redactie-beesd"), item)
    assert "In de bibliotheek blijft nog staan: ‘Het programma’." in voor
    assert "staat nog een bestand van deze pagina. Heb je het niet meer nodig? Verwijder het dan ook." in na
    assert BloeiImage.objects.filter(pk=foto.pk).exists()


def test_without_files_nothing_is_said(dorp, item):
    voor, na = verwijder(als(dorp, "redactie-beesd"), item)
    assert "bibliotheek blij" not in voor
    assert "van deze pagina. Heb je" not in na


def test_what_somebody_may_not_delete_is_not_named(dorp, item):
    zet_erin(item, foto="De kermis", stuk="Het programma")
    BloeiImage.objects.update(collection=factories.wortel_collectie(), uploaded_by_user=None)
    voor, _ = verwijder(als(dorp, "redactie-beesd"), item)
    assert "In de bibliotheek blijft nog staan: ‘Het programma’." in voor

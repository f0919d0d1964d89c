"""An editor reaches the page of the village itself from every screen, and can hand it in there."""

import pytest
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from tests.formulier import bewerk_url

from .hulp import als


def in_menu(dorp, wie: str) -> dict[str, str]:
    """What stands in the menu for this person: names with addresses."""
    verzoek = als(dorp, wie).get(reverse("wagtailimages:index")).wsgi_request
    return {item.label: item.url for item in admin_menu.menu_items_for_request(verzoek)}


def test_the_page_of_the_own_village_is_in_the_menu(dorp):
    menu = in_menu(dorp, "redactie-beesd")
    assert menu["Pagina van Beesd"] == bewerk_url(dorp.beesd)
    assert "Pagina van Heukelum" not in menu
    html = als(dorp, "redactie-beesd").get(menu["Pagina van Beesd"]).content.decode()
    assert 'name="action-submit"' in html
    assert "page-edit-form" in html


@pytest.mark.parametrize("wie", ["communicatie", "beheer"])
def test_who_minds_all_villages_has_none_in_the_menu(dorp, wie):
    assert not any(naam.startswith("Pagina van") for naam in in_menu(dorp, wie))

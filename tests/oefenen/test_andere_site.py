"""A site that is none to practise on: nothing of it shows, and nothing is thrown away."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import RequestFactory, override_settings
from django.urls import reverse
from wagtail.models import Page

from core.models import User
from oefenen import herstart
from oefenen.merk import gevuld_op
from oefenen.middleware import OefenMiddleware
from tests.oefenen.test_oefensite import NACHT


def test_nooit_op_een_andere_databank(home, tmp_path) -> None:
    """The database of a real site: it has no mark, whatever the settings say."""
    assert gevuld_op() is None
    with override_settings(OEFEN=True, EMAIL_FILE_PATH=tmp_path):
        _probeer_alles(home)


def _probeer_alles(home: Page) -> None:
    assert not herstart.elke_nacht(NACHT)
    for opties in ([], ["--opnieuw"]):
        with pytest.raises(CommandError, match=r"geen oefensite"):
            call_command("oefensite", *opties, stdout=StringIO())
    with override_settings(OEFEN=False), pytest.raises(CommandError, match="OEFEN staat uit"):
        call_command("oefensite", "--opnieuw", stdout=StringIO())
    antwoord = OefenMiddleware(lambda request: pytest.fail("served"))(RequestFactory().get("/"))
    assert antwoord.status_code == 503
    assert Page.objects.filter(pk=home.pk).exists()


def test_de_echte_site_heeft_er_niets_van(home, client) -> None:
    assert "Oefensite" not in client.get("/").content.decode()
    assert "Sitemap:" in client.get("/robots.txt").text
    client.force_login(User.objects.create(username="r", is_superuser=True))
    assert client.get(reverse("oefenen:post")).status_code == 404

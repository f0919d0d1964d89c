"""What the admin says: Wagtail's own texts in the words of Bloei!, and none in English where somebody logs in."""

import re
from pathlib import Path

import polib
import pytest
import wagtail
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from core.talen.catalogi import BEHEER

from .hulp import als

PLEK = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^>]+>")
VAN_WAGTAIL = Path(wagtail.__file__).parent


@pytest.mark.parametrize("naam", ["django.po", "djangojs.po"])
def test_texts_of_ours_take_the_place_of_texts_of_wagtail(naam):
    """A text that Wagtail has no more, or with other words to fill in, stands out here when Wagtail gets newer."""
    van_wagtail = {
        regel.msgid
        for pad in VAN_WAGTAIL.rglob(f"locale/nl/LC_MESSAGES/{naam}")
        for regel in polib.pofile(str(pad))
    }
    onze = polib.pofile(str(BEHEER / "nl" / "LC_MESSAGES" / naam))
    assert {regel.msgid for regel in onze} <= van_wagtail
    for regel in onze:
        # A shorter text may leave something out; it can't fill in what isn't given.
        assert set(PLEK.findall(regel.msgstr)) <= set(PLEK.findall(regel.msgid)), regel.msgid
        # There is no button with this word.
        assert not re.search(r"\bopslaan\b|validatie|workflow", regel.msgstr, re.IGNORECASE)


def test_ours_is_what_people_read():
    with override("nl"):
        assert gettext("title tag") == "titel in zoekmachines"


def test_who_logs_in_reads_dutch(dorp):
    html = Client().get(reverse("wagtailadmin_login")).content.decode()
    assert "Wachtwoord" in html
    assert "Password" not in html


def test_a_list_says_how_much_of_it_is_shown(dorp):
    adres = reverse("wagtailadmin_explore", args=[dorp.beesd.pk])
    html = " ".join(als(dorp, "redactie-beesd").get(adres).content.decode().split())
    (hoeveel,) = re.findall(r"\b1\W+(?:tot en met )?\d+\W*van.{20}", html)
    assert hoeveel.startswith("1 tot en met 4 van 4 pagina")

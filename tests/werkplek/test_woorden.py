"""What the admin says: Wagtail's own texts in the words of Bloei!, and none in English where somebody logs in."""

import re
from pathlib import Path

import polib
import pytest
import wagtail
from bs4 import BeautifulSoup
from django import conf
from django.contrib import auth
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from core.talen.catalogi import BEHEER
from kernpagina.models import OproepenPage
from tests.factories import InformatiePageFactory, lijst_van

from .hulp import als

PLEK = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^>]+>")
VAN_WAGTAIL = Path(wagtail.__file__).parent
VAN_DJANGO = Path(auth.__file__).parent
VAN_VELDEN = Path(conf.__file__).parent
# Who is spoken to is `je`; the rest are words that nobody in a village uses.
VREEMD = re.compile(r"\b(u|uw|reviewers?|None)\b", re.IGNORECASE)


@pytest.mark.parametrize("naam", ["django.po", "djangojs.po"])
def test_texts_of_ours_take_the_place_of_texts_of_wagtail(naam):
    """A text that Wagtail has no more, or with other words to fill in, stands out here when Wagtail gets newer."""
    van_wagtail = {
        regel.msgid
        for map_naam, taal in ((VAN_WAGTAIL, "nl"), (VAN_DJANGO, "en"), (VAN_VELDEN, "en"))
        for pad in map_naam.rglob(f"locale/{taal}/LC_MESSAGES/{naam}")
        for regel in polib.pofile(str(pad))
    }
    onze = polib.pofile(str(BEHEER / "nl" / "LC_MESSAGES" / naam))
    assert {regel.msgid for regel in onze} <= van_wagtail
    for regel in onze:
        # A shorter text may leave something out; it can't fill in what isn't given.
        assert set(PLEK.findall(regel.msgstr)) <= set(PLEK.findall(regel.msgid)), regel.msgid
        # There is no button with this word.
        assert not re.search(r"\bopslaan\b|validatie|workflow", regel.msgstr, re.IGNORECASE)


def test_who_reads_is_je_and_no_reviewer():
    """In every text of Wagtail and of Django's accounts that the admin may show."""
    talen = [
        pad for map_naam in (VAN_WAGTAIL, VAN_DJANGO) for pad in map_naam.rglob("locale/nl/LC_MESSAGES/*.po")
    ]
    regels = [
        regel for pad in talen if "search_promotions" not in pad.parts for regel in polib.pofile(str(pad))
    ]
    with override("nl"):
        teksten = [
            ngettext(regel.msgid, regel.msgid_plural, aantal) if regel.msgid_plural else gettext(regel.msgid)
            for regel in regels
            for aantal in (1, 2)
        ]
    assert len(teksten) > 1000
    assert {tekst for tekst in teksten if VREEMD.search(tekst)} == set()


def test_why_a_password_isnt_taken():
    with override("nl"), pytest.raises(ValidationError) as fout:
        validate_password("12345678")
    redenen = [*fout.value.messages, *password_validators_help_texts()]
    assert "Dit wachtwoord is te kort. Neem er een van minstens 12 tekens." in redenen
    assert not re.search(r"\b(password|must|uw)\b", " ".join(fout.value.messages), re.IGNORECASE)


def test_ours_is_what_people_read():
    with override("nl"):
        assert gettext("title tag") == "titel in zoekmachines"


def test_who_logs_in_reads_dutch(dorp):
    html = Client().get(reverse("wagtailadmin_login")).content.decode()
    assert "Wachtwoord" in html
    assert "Password" not in html


@pytest.mark.parametrize("wat", ["kern", "informatie"])
def test_who_makes_a_copy_reads_plain_words(dorp, wat):
    """With pages below it, and without."""
    pagina = dorp.beesd
    if wat == "informatie":
        pagina = InformatiePageFactory(parent=dorp.beesd.get_parent())
    adres = reverse("wagtailadmin_pages:copy", args=[pagina.pk])
    html = BeautifulSoup(als(dorp, "communicatie").get(adres).content, "html.parser").main
    assert ("Ook de pagina's eronder" in html.get_text()) == (wat == "kern")
    assert html.select_one("input[type=submit]")["value"] == "Maak de kopie"
    assert not re.search(r"liggende|subpagina|slug|alias|parent", html.get_text(), re.IGNORECASE)


def test_a_list_says_how_much_of_it_is_shown(dorp):
    adres = reverse("wagtailadmin_explore", args=[dorp.beesd.pk])
    html = " ".join(als(dorp, "redactie-beesd").get(adres).content.decode().split())
    assert "1 tot en met 4 van 4" in html
    # Where Wagtail counts what it has no name for.
    html = " ".join(
        als(dorp, "communicatie").get(reverse("wagtailadmin_pages:search")).content.decode().split()
    )
    assert re.search(r"1 tot en met (\d+) van \1\s*<", html)


def test_in_the_form_of_a_call_each_question_has_its_own_name(dorp):
    """And a heading is short enough for a narrow telephone."""
    oproepen = lijst_van(dorp.beesd, OproepenPage)
    adres = reverse("wagtailadmin_pages:add", args=["kernpagina", "oproeppage", oproepen.pk])
    html = BeautifulSoup(als(dorp, "redactie-beesd").get(adres).content, "html.parser")
    rij = BeautifulSoup(html.select_one("#id_vragen-EMPTY_FORM_TEMPLATE").decode_contents(), "html.parser")
    namen = [[label.get_text(strip=True).rstrip("*") for label in deel("label")] for deel in (html, rij)]
    assert namen[0].count("Vraag") == 1
    assert "Vraag" not in namen[1]
    assert "Taken" in [kop.get_text(strip=True) for kop in html("h2")]

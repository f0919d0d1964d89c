"""Any page on paper: what one reads or does stands on it, what one clicks doesn't."""

import pytest
from playwright.sync_api import Page, expect

KLIKKEN = [
    ".bloei-nav",
    ".bloei-taal",
    ".bloei-kernmenu",
    ".bloei-kruimels",
    ".bloei-filter",
    ".bloei-zoek",
    ".bloei-meenemen",
]


@pytest.fixture
def papier(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(
    "adres", ["/", "/beesd/", "/beesd/agenda/", "/beesd/agenda/inwonersavond-plein/", "/zoeken/"]
)
def test_geen_menu_op_papier(papier: Page, adres: str) -> None:
    papier.goto(adres)
    expect(papier.locator("h1")).to_be_visible()
    for deel in papier.locator(", ".join(KLIKKEN)).all():
        expect(deel).to_be_hidden()


def test_hoe_je_online_meedoet_staat_voluit(papier: Page) -> None:
    papier.goto("/beesd/meedoen/bouw-mee-aan-de-speeltuin/")
    knop = papier.get_by_role("link", name="Doe online mee")
    expect(knop).to_be_visible()
    assert knop.evaluate("e => getComputedStyle(e, '::after').content").endswith(
        ': https://www.example.org/speeltuin-beesd"'
    )


def test_waar_we_nu_zijn_is_te_lezen(papier: Page) -> None:
    """A printer leaves the background out, so white letters would be gone."""
    papier.goto("/beesd/projecten/een-plein-om-te-blijven/")
    nu = papier.get_by_text("Hier zijn we nu")
    assert nu.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_wat_dichtgeklapt_is_staat_er_ook(papier: Page) -> None:
    papier.goto("/beesd/")
    antwoord = papier.get_by_text("Ja. Bij elke oproep staat hoe je meedoet op papier of per telefoon.")
    assert antwoord.evaluate(
        "e => e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0"
    )

"""What axe doesn't see: one's own colours, the Tab key on the map, and where a mouse leaves a box."""

import pytest
from playwright.sync_api import Page, expect

KLEUREN = """wat => [...document.querySelectorAll(wat)].map(e => {
    const s = getComputedStyle(e); return [!!e.ariaCurrent, s.borderBottomColor + s.backgroundColor + s.color];
})"""


@pytest.mark.parametrize(
    ("adres", "wat"),
    [
        ("/projecten/", ".bloei-nav__lijst a"),
        ("/beesd/agenda/", ".bloei-kernmenu a"),
        ("/beesd/agenda/", "main .bloei-keuze"),
    ],
)
def test_met_eigen_kleuren_is_te_zien_waar_je_bent(guest: Page, adres: str, wat: str) -> None:
    guest.emulate_media(forced_colors="active")
    guest.goto(adres)
    kleuren = guest.evaluate(KLEUREN, wat)
    hier = {kleur for is_hier, kleur in kleuren if is_hier}
    elders = {kleur for is_hier, kleur in kleuren if not is_hier}
    assert len(hier) == len(elders) == 1
    assert hier != elders


def test_de_kaart_is_geen_hindernis(page: Page) -> None:
    """The list has every village: the Tab key passes over the map, and a telephone shows no dots without a name."""
    page.goto("/")
    namen = page.locator(".bloei-kernenlijst a")
    expect(namen).to_have_count(26)
    assert page.locator(".bloei-kernenkaart a").count() == 26
    assert page.locator(".bloei-kernenkaart a:not([tabindex='-1'])").count() == 0
    page.locator(".bloei-kernenkaart a", has_text="Beesd").click()
    expect(page.locator("h1")).to_have_text("Beesd")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/")
    expect(page.locator(".bloei-kernenkaart")).to_be_hidden()
    expect(namen.first).to_be_visible()


def test_een_muis_laat_geen_kader_achter(page: Page) -> None:
    page.goto("/agenda/")
    page.locator("summary", has_text="Kies wat je wilt zien").click()
    page.get_by_label("Kern", exact=True).select_option("heukelum")
    page.get_by_role("button", name="Toon").click()
    page.wait_for_url("**#resultaten")
    assert page.evaluate("document.activeElement.id") == "resultaten"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none"
    page.get_by_role("link", name="Kern: Heukelum").click()
    page.wait_for_url(lambda adres: "heukelum" not in adres)
    expect(page.locator(".bloei-gekozen")).to_have_count(0)

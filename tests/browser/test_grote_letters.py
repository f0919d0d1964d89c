"""Letters of twice the size on a telephone of 320 pixels: everything is read by going down (WCAG 1.4.4 and 1.4.10)."""

from playwright.sync_api import Page

from tests.browser.paginas import PAGINAS

SMAL = 320
# The way a browser does it: a policy against styles in the page has nothing to say about this.
DUBBEL = """() => {
    const blad = new CSSStyleSheet();
    blad.replaceSync(':root { font-size: 200% !important }');
    document.adoptedStyleSheets = [blad];
    document.querySelectorAll('details').forEach(d => d.open = true);
    document.querySelector('.nl-skip-link')?.focus();
}"""


def test_dubbele_letters_passen_overal(page: Page, knoppen: None) -> None:
    """Every page in one test: opening each costs less than a new visitor for each. The screen in the hall has a size of
    its own."""
    page.set_viewport_size({"width": SMAL, "height": 800})
    te_breed = {}
    for naam, adres in PAGINAS.items():
        if naam == "scherm":
            continue
        page.goto(adres)
        page.evaluate(DUBBEL)
        te_breed[naam] = page.evaluate("document.scrollingElement.scrollWidth")
    assert {naam: breedte for naam, breedte in te_breed.items() if breedte > SMAL} == {}

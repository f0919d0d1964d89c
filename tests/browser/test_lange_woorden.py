"""One word of sixty letters in every field: nothing runs off a narrow screen, nothing is cut off (WCAG 1.4.10, 1.4.12)."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from playwright.sync_api import Page, Route

from core.geheugen import alle
from tests.browser.lang_woord import ADRESSEN, bladen
from tests.browser.ruimte import ruim

SMAL = 320
STIP = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
# What sticks out of the screen, or out of a box that hides it. Not what only a screen reader reads.
AFGESNEDEN = """breedte => {
    const tekst = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), uit = [], bekend = new Map();
    // Between which edges what stands in a box is seen; asked once for each box.
    const randen = e => {
        if (e === document.body) return [0, breedte];
        if (!bekend.has(e)) {
            let [links, rechts] = randen(e.parentElement);
            if (getComputedStyle(e).overflowX !== 'visible') {
                const rand = e.getBoundingClientRect();
                links = Math.max(links, rand.left), rechts = Math.min(rechts, rand.right);
            }
            bekend.set(e, [links, rechts]);
        }
        return bekend.get(e);
    };
    while (tekst.nextNode()) {
        const vak = tekst.currentNode.parentElement, bereik = document.createRange();
        if (!tekst.currentNode.data.trim() || !vak.checkVisibility() || vak.closest('.bloei-onzichtbaar, .bloei-kop__woord, .bloei-tabel thead, script')) continue;
        bereik.selectNodeContents(tekst.currentNode);
        const [links, rechts] = randen(vak);
        if ([...bereik.getClientRects()].some(r => r.width && (r.left < links - 1 || r.right > rechts + 1)))
            uit.push(`${vak.tagName}.${vak.className}: ${tekst.currentNode.data.trim().slice(0, 30)}`);
    }
    return uit;
}"""


@pytest.fixture(scope="module")
def html(_dorp, django_db_blocker) -> Iterator[dict[str, str]]:
    """The pages of `lang_woord`, made with the database of the tests and shown with the styles of the demo."""
    # This comes before what empties it for each test.
    for geheugen in alle:
        geheugen.vergeet()
    with django_db_blocker.unblock(), transaction.atomic():
        yield bladen()
        transaction.set_rollback(True)


@pytest.fixture
def smal(page: Page, html: dict[str, str], base_url: str) -> Page:
    def antwoord(route: Route) -> None:
        pad = route.request.url.removeprefix(base_url)
        if pad.startswith("/media/"):
            route.fulfill(body=STIP, content_type="image/png")
        elif pad in html:
            route.fulfill(body=html[pad], content_type="text/html; charset=utf-8")
        else:
            route.continue_()

    page.route("**/*", antwoord)
    page.set_viewport_size({"width": SMAL, "height": 800})
    return page


@pytest.mark.django_db
def test_een_lang_woord_past_overal(smal: Page) -> None:
    """Every page in one test: opening each costs less than a new visitor for each."""
    te_breed = {}
    for adres in ADRESSEN:
        smal.goto(adres)
        smal.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        te_breed[adres] = _te_breed(smal)
        with ruim(smal):
            te_breed[f"{adres}, ruim"] = _te_breed(smal)
    assert not any(te_breed.values()), "\n".join(f"{adres}: {wat}" for adres, wat in te_breed.items() if wat)


def _te_breed(page: Page) -> list[str]:
    breedte = page.evaluate("document.scrollingElement.scrollWidth")
    return [f"{breedte} pixels"] * (breedte > SMAL) + page.evaluate(AFGESNEDEN, SMAL)

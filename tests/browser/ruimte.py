"""What a reader may ask of text without losing anything: more space (WCAG 1.4.12), and twice the size (1.4.4, 1.4.10)."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

RUIM = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""
DUBBEL = ":root { font-size: 200% !important }"


@contextmanager
def _met_stijl(page: Page, css: str) -> Iterator[None]:
    # The way a browser's own reader does it: a policy against styles in the page has nothing to say about this.
    page.evaluate(
        """css => {
            const blad = new CSSStyleSheet();
            blad.replaceSync(css);
            document.adoptedStyleSheets = [blad];
        }""",
        css,
    )
    yield
    page.evaluate("document.adoptedStyleSheets = []")


@contextmanager
def ruim(page: Page) -> Iterator[None]:
    with _met_stijl(page, RUIM):
        yield


@contextmanager
def dubbel(page: Page) -> Iterator[None]:
    """With the link past the menu in sight, that shows when it has the focus."""
    with _met_stijl(page, DUBBEL):
        page.evaluate("document.querySelector('.nl-skip-link')?.focus()")
        yield
        page.evaluate("document.activeElement.blur()")

"""The spacing of text that a reader may ask for without losing anything (WCAG 1.4.12)."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

RUIM = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""


@contextmanager
def ruim(page: Page) -> Iterator[None]:
    # The way a browser's own reader does it: a policy against styles in the page has nothing to say about this.
    page.evaluate(
        """css => {
            const blad = new CSSStyleSheet();
            blad.replaceSync(css);
            document.adoptedStyleSheets = [blad];
        }""",
        RUIM,
    )
    yield
    page.evaluate("document.adoptedStyleSheets = []")

"""A telephone in somebody's hands: what is tapped and typed is counted.

A tap is a touch of the screen. Typing isn't one, nor is the key of the keyboard that goes to the next field.
"""

import os
import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

SCHERM = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
# From then on Wagtail sees what changes; what was typed before, it takes for what was there already.
KIJKT = "document.addEventListener('w-unsaved:watch-edits', () => { document.documentElement.dataset.kijkt = 'ja'; });"
WACHTWOORD = os.environ.get("DEMO_WACHTWOORD") or "bloei-demo"
VOORPAGINA = re.compile(r"^[^?]+/cms/$")

# The cookies of who logged in, for who goes on.
BINNEN: dict[str, list[dict]] = {}


def log_in(page: Page, wie: str) -> None:
    page.goto("/cms/login/")
    page.locator("[name=username]").fill(wie)
    page.locator("[name=password]").fill(WACHTWOORD)
    page.keyboard.press("Enter")
    page.wait_for_url(VOORPAGINA)


def ga_verder(page: Page, wie: str) -> None:
    """At the front page of the admin, as who logged in before: logging in costs more than much of what is looked at."""
    page.context.add_cookies(BINNEN.get(wie, []))
    page.goto("/cms/")
    if not VOORPAGINA.search(page.url):
        log_in(page, wie)
        koekjes = page.context.cookies()
        BINNEN[wie] = [koekje for koekje in koekjes if koekje["name"] in ("sessionid", "csrftoken")]


@dataclass
class Telefoon:
    page: Page
    tikken: int = 0
    velden: int = 0
    # Taps on a button or a link, and not to get into a field; and what was typed.
    klikken: int = 0
    getypt: list[str] = field(default_factory=list)
    tussenstanden: list[str] = field(default_factory=list)

    def log_in(self, wie: str) -> None:
        log_in(self.page, wie)

    def log_in_ander_tabblad(self, wie: str) -> None:
        """By the link in what says that nobody is logged in any more; what was being written stays here."""
        with self.page.context.expect_page() as ander:
            self.tik(self.page.get_by_role("link", name="Inloggen"))
        ander.value.wait_for_load_state()
        log_in(ander.value, wie)
        ander.value.close()
        self.page.bring_to_front()

    def ga_verder(self, wie: str) -> None:
        ga_verder(self.page, wie)

    def tik(self, doel: Locator) -> None:
        doel.tap()
        self.tikken += 1
        self.klikken += 1

    def typ(self, tekst: str) -> None:
        """Into what has the focus."""
        self.page.keyboard.insert_text(tekst)
        self._schreef(tekst)

    def vul(self, doel: Locator, tekst: str) -> None:
        """Tap a field and type."""
        doel.tap()
        self.tikken += 1
        doel.fill(tekst)
        self._schreef(tekst)

    def volgende(self) -> None:
        """The key of the keyboard that goes to the next field."""
        self.page.keyboard.press("Tab")

    def kies(self, doel: Locator, keuze: str) -> None:
        """Open a list of the telephone and choose from it: two taps."""
        doel.select_option(label=keuze)
        self.tikken += 2
        self.velden += 1

    def minuten(self) -> float:
        """What it takes somebody who needs three seconds for a tap, and types 150 letters a minute with a thumb."""
        return self.tikken * 3 / 60 + sum(map(len, self.getypt)) / 150

    def stand(self, wat: str) -> None:
        """Say what it took since the last time."""
        self.tussenstanden.append(
            f"{wat}: {self.tikken} tikken, {self.velden} velden, {self.minuten():.1f} minuten"
        )
        print(f"\n{self.tussenstanden[-1]}")
        self.tikken = self.velden = self.klikken = 0
        self.getypt = []

    def _schreef(self, tekst: str) -> None:
        self.velden += 1
        self.getypt.append(tekst)

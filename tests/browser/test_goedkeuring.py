"""Start to end in the browser: an editor writes, communications sends back, the editor mends, a visitor reads.

On the way it counts what the editor has to do, reads the mail that lies in the folder, and takes the pictures of
the handbook (only where they are asked for: HANDLEIDING_BEELD names the folder).
"""

import email
import os
import re
import time
from email import policy
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.schermen import KWALITEIT
from tests.browser.telefoon import ga_verder

ROOT = Path(__file__).parents[2]
POSTVAK = ROOT / "var" / "mail"
TITEL = "Oogstfeest op het plein"
ADRES = "/beesd/agenda/oogstfeest-op-het-plein/"


def log_in(context: BrowserContext, wie: str) -> Page:
    page = context.new_page()
    ga_verder(page, wie)
    return page


def beeld(page: Page, naam: str) -> None:
    if map_naam := os.environ.get("HANDLEIDING_BEELD"):
        foto = Image.open(BytesIO(page.screenshot())).convert("RGB")
        foto.save(Path(map_naam) / f"{naam}.webp", "WEBP", quality=KWALITEIT, method=6)


def mail(aan: str, sinds: float, onderwerp: str) -> str:
    """The text of the mail of this kind about TITEL that came in after a moment; waits for the worker.

    What was submitted or approved in the same round is told of in one mail, so the title may be in its text.
    """
    gezien = {}
    for _ in range(600):
        for bestand in POSTVAK.glob("*.eml"):
            if bestand.stat().st_mtime < sinds:
                continue
            bericht = email.message_from_bytes(bestand.read_bytes(), policy=policy.default)
            tekst = bericht.get_body(("plain",)).get_content()
            gezien[bestand] = f"{bericht['To']}: {bericht['Subject']}"
            if (
                bericht["To"].startswith(aan)
                and re.search(onderwerp, bericht["Subject"])
                and TITEL in f"{bericht['Subject']} {tekst}"
            ):
                return tekst
        time.sleep(0.2)
    raise AssertionError(f"Geen mail aan {aan} over {onderwerp}; wel {sorted(gezien.values())}")


@pytest.fixture
def mensen(new_context):
    """Log in as somebody; each in a browser of their own."""
    return lambda wie: log_in(new_context(viewport={"width": 1280, "height": 900}), wie)


def test_from_four_fields_to_the_page(mensen, page, base_url):
    begonnen = time.time()
    redacteur = mensen("redactie-beesd")
    geopend = []
    redacteur.on(
        "framenavigated", lambda frame: geopend.append(frame.url) if not frame.parent_frame else None
    )

    beeld(redacteur, "voorpagina")
    redacteur.get_by_role("link", name="Nieuw agenda-item").click()
    redacteur.wait_for_load_state()
    redacteur.locator("#id_title").press_sequentially(TITEL)
    expect(redacteur.locator("#id_title")).to_have_value(TITEL)
    redacteur.locator("#id_begin").fill("05-10-2030 19:30")
    redacteur.keyboard.press("Escape")
    redacteur.locator("#id_locatie").fill("Dorpshuis")
    redacteur.locator("#id_samenvatting").fill("We vieren samen de oogst. Neem een stoel mee.")
    verplicht = redacteur.locator("#page-edit-form [required]:visible").count()
    beeld(redacteur, "agenda-item")
    redacteur.get_by_role("button", name=re.compile("ndienen bij Communicatie")).first.click()
    redacteur.wait_for_url(re.compile(r"/cms/$"))

    assert len({adres.partition("?")[0] for adres in geopend}) <= 3, geopend
    assert verplicht <= 4
    assert mail("communicatie@", begonnen, "[Ww]acht.* op goedkeuring")
    assert page.goto(ADRES).status == 404

    keurder = mensen("communicatie")
    expect(keurder.get_by_role("heading", name="Wacht op goedkeuring")).to_be_visible()
    beeld(keurder, "wacht")
    keurder.get_by_role("link", name=TITEL).first.click()
    # The checks read the page in its preview: numbers mean that the preview is there.
    controles = keurder.locator("[data-side-panel-toggle=checks]")
    controles.click()
    expect(keurder.locator("[data-side-panel=checks]")).to_contain_text(
        re.compile(r"Woorden\s*\d"), timeout=60_000
    )
    controles.click()
    formulier = keurder.url
    keurder.get_by_role("button", name="Meer acties").click()
    keurder.get_by_role("button", name="Terugsturen").click()
    keurder.locator(".modal textarea").fill("Zet de eindtijd erbij.")
    keurder.locator(".modal [type=submit]").click()
    assert "Zet de eindtijd erbij." in mail("redactie-beesd@", begonnen, "Graag aanpassen")

    redacteur.goto("/cms/")
    expect(redacteur.get_by_text("Zet de eindtijd erbij.")).to_be_visible()
    beeld(redacteur, "teruggestuurd")
    redacteur.get_by_role("link", name=TITEL).first.click()
    redacteur.locator("#id_einde").fill("05-10-2030 22:00")
    redacteur.keyboard.press("Escape")
    redacteur.get_by_role("button", name=re.compile("ndienen bij Communicatie")).first.click()
    redacteur.wait_for_url(re.compile(r"/cms/$"))

    # Two of communications at once: who is still writing a remark, reads that the other was first.
    keurder.goto(formulier)
    keurder.get_by_role("button", name="Meer acties").click()
    keurder.get_by_role("button", name="Goedkeuren met opmerking").click()
    keurder.locator(".modal textarea").fill("Wat een mooi feest.")
    tweede = mensen("communicatie-2")
    tweede.get_by_role("link", name=TITEL).first.click()
    tweede.get_by_role("button", name=re.compile("^Goedkeuren")).first.click()
    tweede.wait_for_url(re.compile(r"/cms/$"))
    expect(tweede.get_by_text(f"Goedgekeurd en online: {TITEL}")).to_be_visible()
    keurder.locator(".modal [type=submit]").click()
    keurder.wait_for_url(re.compile(r"/cms/$"))
    expect(keurder.get_by_text("al goedgekeurd, door")).to_be_visible()
    expect(keurder.get_by_text("Wat een mooi feest.")).to_be_visible()
    assert "staat nu online" in mail("redactie-beesd@", begonnen, "Goedgekeurd")

    page.goto(ADRES)
    expect(page.get_by_role("heading", name=TITEL, level=1)).to_be_visible()
    page.goto("/beesd/agenda/")
    expect(page.get_by_text(TITEL).first).to_be_visible()


def test_once_changed_what_waits_has_one_button_to_pass_it_on(mensen):
    page = mensen("communicatie")
    page.locator("#wacht-kop ~ table").get_by_role("link", name="Nieuwjaarsinloop").first.click()
    page.locator("#id_samenvatting").press_sequentially(" Kom je ook?")
    page.get_by_role("button", name="Meer acties").click()
    expect(page.get_by_role("button", name="Terugsturen")).to_be_visible()
    expect(page.get_by_role("button", name="Wijziging aan een collega geven")).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile("^Goedkeuren"))).to_have_count(0)

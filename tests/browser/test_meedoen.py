"""A resident answers a call without JavaScript, on a narrow telephone: form, mail, button; communications places; it's there.

Then what came of it: communications couples and publishes, and the mail says it beside their own words. Their desk by
keyboard only. Nothing of it is left anywhere once the resident is erased.
"""

import email
import re
import subprocess
import time
from email import policy
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.browser import kantoor
from tests.browser.demo_site import Demo
from tests.browser.klaarzetten import OPROEP
from tests.browser.test_goedkeuring import POSTVAK, log_in

# Another one each time, on a demo that runs on.
IDEE = f"Een boekenkastje bij de linde {time.time_ns()}"


def tekst_van_mail(aan: str, onderwerp: str = "") -> str:
    """The newest mail to this address; waits for the worker."""
    for _ in range(600):
        for bestand in POSTVAK.glob("*.eml"):
            bericht = email.message_from_bytes(bestand.read_bytes(), policy=policy.default)
            if bericht["To"] == aan and bericht["Subject"].startswith(onderwerp):
                return bericht.get_body(("plain",)).get_content()
        time.sleep(0.2)
    raise AssertionError(f"Geen mail aan {aan} over {onderwerp}")


def link_uit_mail(aan: str, onderwerp: str = "") -> str:
    return re.search(r"https?://\S+/(?:reactie|aanmelding|vraag)/\S+", tekst_van_mail(aan, onderwerp))[0]


@pytest.fixture
def bewoner(new_context) -> Page:
    smal = {"width": 320, "height": 640}
    return new_context(viewport=smal, java_script_enabled=False).new_page()


def past(page: Page) -> None:
    """Nothing runs off a narrow screen; asked without a script in the page."""
    breedte = page.locator("main").bounding_box()["width"]
    assert breedte <= 320
    for deel in page.locator("main :is(input, textarea, select, button, p)").all():
        doos = deel.bounding_box()
        assert doos is None or doos["x"] + doos["width"] <= 321, deel.evaluate("e => e.outerHTML")


def test_from_the_call_to_what_came_of_it(bewoner, new_context, demo):
    demo.manage("shell", "-c", "from tests.browser.klaarzetten import oproep_met_uitkomst as zet; zet()")
    naam, adres = f"Ria Zeldzaam{time.time_ns()}", f"ria-{time.time_ns()}@example.org"
    bewoner.goto(OPROEP)
    bewoner.get_by_role("link", name="Geef je reactie").click()
    velden = bewoner.locator(
        "form.bloei-formulier :is(input:not([type=hidden], [tabindex]), textarea, select)"
    )
    assert velden.count() == 7, "five fields, and two boxes"
    vak = bewoner.get_by_label("Vertel erover")
    expect(vak).to_have_css("white-space", "pre-wrap")
    expect(vak).to_have_css("overflow-y", "auto")
    bewoner.get_by_role("button", name="Verstuur").click()
    expect(bewoner.get_by_text("Vul je voor- en achternaam in.").first).to_be_visible()
    past(bewoner)
    bewoner.get_by_label("Je voor- en achternaam").fill(naam)
    bewoner.get_by_label("Je e-mailadres").fill(adres)
    bewoner.get_by_label("Waar woon je?").select_option("Beesd")
    bewoner.get_by_label("Je idee in een paar woorden").fill(IDEE)
    bewoner.get_by_label("Vertel erover").fill("Dan kan iedereen een boek ruilen.")
    bewoner.get_by_label("Ik houd me aan de huisregels").check()
    time.sleep(3)  # nobody types faster
    bewoner.get_by_role("button", name="Verstuur").click()
    expect(bewoner.get_by_role("heading", name="Kijk in je mailbox")).to_be_visible()
    bewoner.goto(link_uit_mail(adres, "Druk op de knop"))
    expect(bewoner.get_by_text("Dan kan iedereen een boek ruilen.")).to_be_visible()
    past(bewoner)
    time.sleep(3)
    bewoner.get_by_role("button", name="Ja, dit is mijn reactie").click()
    expect(bewoner.get_by_text("We lezen hem binnen 2 werkdagen")).to_be_visible()
    bewoner.goto(OPROEP)
    expect(bewoner.get_by_text(IDEE)).to_have_count(0)
    bureau = log_in(new_context(viewport={"width": 1280, "height": 900}), "communicatie")
    _plaats_met_het_toetsenbord(bureau)
    bewoner.goto(OPROEP)
    expect(bewoner.get_by_role("heading", name=IDEE)).to_be_visible()
    expect(bewoner.get_by_text("Ria Z. uit Beesd").first).to_be_visible()
    past(bewoner)
    _koppel_en_zet_online(bureau)
    mail = tekst_van_mail(adres, "Dit gebeurt ermee")
    for woorden in (IDEE, "Dan kan iedereen een boek ruilen.", "Lezen", "Het kastje komt er, bij de bakker."):
        assert woorden in mail
    bewoner.goto(OPROEP)
    expect(bewoner.get_by_text("Het kastje komt er, bij de bakker.").first).to_be_visible()
    expect(bewoner.get_by_text(IDEE)).to_be_visible()
    past(bewoner)
    _wis_en_zoek(demo, adres, naam)


def _koppel_en_zet_online(bureau: Page) -> None:
    nummer = bureau.request.get(f"/api/v1/paginas?pad={OPROEP}").json()["resultaten"][0]["id"]
    bureau.goto(f"/cms/pagina/{nummer}/koppelen/")
    bureau.get_by_label(IDEE).focus()
    bureau.keyboard.press("Space")
    bureau.locator("[name=punt]").select_option("Lezen")
    bureau.get_by_role("button", name="Koppel", exact=False).first.press("Enter")
    expect(bureau.get_by_text("1 reactie gekoppeld.")).to_be_visible()
    kantoor.keur_goed(bureau, "Een boek te leen")


def _wis_en_zoek(demo: Demo, adres: str, naam: str) -> None:
    """In all that PostgreSQL has, in the folder of the mail and in the log."""

    def waar() -> set[str]:
        dump = [
            Path(settings.POSTGRES_PROGRAMMAS) / "pg_dump",
            "--format=plain",
            demo.environment["DATABASE_URL"],
        ]
        plaatsen = {"databank": subprocess.run(dump, check=True, capture_output=True).stdout}
        plaatsen["mail"] = b"".join(bestand.read_bytes() for bestand in POSTVAK.glob("*.eml"))
        plaatsen["log"] = demo.log.read_bytes()
        achternaam = naam.partition(" ")[2]
        return {
            plek
            for plek, inhoud in plaatsen.items()
            for woord in (adres, achternaam)
            # As it is, and as PostgreSQL writes bytes.
            if woord.encode() in inhoud or woord.encode().hex().encode() in inhoud
        }

    assert waar() == {"databank", "mail"}
    demo.manage("wis", adres, "--reden", "verzoek")
    assert waar() == set()


def _plaats_met_het_toetsenbord(bureau: Page) -> None:
    bureau.goto("/cms/reacties/")
    bureau.get_by_role("link", name=IDEE).focus()
    bureau.keyboard.press("Enter")
    bureau.wait_for_url(re.compile(r"/reacties/\d+/$"))
    bureau.keyboard.press("n")
    assert bureau.locator("#reden").evaluate("e => e === document.activeElement")
    bureau.locator(".werkplek-reactie h2").first.click()
    with bureau.expect_navigation():
        bureau.keyboard.press("p")
    expect(bureau.get_by_text("De reactie is geplaatst.")).to_be_visible()


def test_the_desk_of_communications_is_accessible(new_context, axe):
    bureau = log_in(new_context(viewport={"width": 390, "height": 844}), "communicatie")
    bureau.goto("/cms/reacties/")
    axe(bureau)
    bureau.locator(".werkplek-wacht a").first.click()
    bureau.wait_for_url(re.compile(r"/reacties/\d+/$"))
    axe(bureau)

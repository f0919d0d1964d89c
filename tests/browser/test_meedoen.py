"""A resident answers a call without JavaScript, on a narrow telephone: form, mail, button; communications places; it's there.

And the desk of communications by keyboard only.
"""

import email
import re
import time
from email import policy

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_goedkeuring import POSTVAK, log_in

OPROEP = "/beesd/meedoen/denk-mee-over-het-plein/"
# Another one each time, on a demo that runs on.
IDEE = f"Een boekenkastje bij de linde {time.time_ns()}"


def link_uit_mail(aan: str, onderwerp: str = "") -> str:
    """The link of the newest mail to this address; waits for the worker."""
    for _ in range(600):
        for bestand in POSTVAK.glob("*.eml"):
            bericht = email.message_from_bytes(bestand.read_bytes(), policy=policy.default)
            if bericht["To"] == aan and bericht["Subject"].startswith(onderwerp):
                tekst = bericht.get_body(("plain",)).get_content()
                return re.search(r"https?://\S+/(?:reactie|aanmelding|vraag)/\S+", tekst)[0]
        time.sleep(0.2)
    raise AssertionError(f"Geen mail aan {aan} over {onderwerp}")


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


def test_from_the_call_to_the_call(bewoner, new_context, demo):
    adres = f"ria-{time.time_ns()}@example.org"
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
    bewoner.get_by_label("Je voor- en achternaam").fill("Ria Verhoef")
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
    _plaats_met_het_toetsenbord(log_in(new_context(viewport={"width": 1280, "height": 900}), "communicatie"))
    bewoner.goto(OPROEP)
    expect(bewoner.get_by_role("heading", name=IDEE)).to_be_visible()
    expect(bewoner.get_by_text("Ria V. uit Beesd").first).to_be_visible()
    past(bewoner)


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


@pytest.mark.parametrize(
    "adres",
    [OPROEP, f"{OPROEP}reageer/", "/heukelum/meedoen/welke-plek-komt-het-eerst/reageer/", "/huisregels/"],
)
def test_what_a_resident_meets_is_accessible(page, axe, adres):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(adres)
    axe(page)


def test_the_desk_of_communications_is_accessible(new_context, axe):
    bureau = log_in(new_context(viewport={"width": 390, "height": 844}), "communicatie")
    bureau.goto("/cms/reacties/")
    axe(bureau)
    bureau.locator(".werkplek-wacht a").first.click()
    bureau.wait_for_url(re.compile(r"/reacties/\d+/$"))
    axe(bureau)

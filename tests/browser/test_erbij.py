"""From an editor who knows somebody, to what that somebody submits: on telephones, with one mail to who is new."""

import email
import re
import time
from email import policy
from uuid import uuid4

from playwright.sync_api import expect

from tests.browser.maand_inhoud import KOFFIE
from tests.browser.maand_invullen import bijeenkomst
from tests.browser.telefoon import SCHERM, Telefoon
from tests.browser.test_mijn import POSTVAK

TE_BREED = "document.documentElement.scrollWidth > innerWidth"


def aan(adres: str) -> list[str]:
    """The texts of the mails to this address."""
    brieven = (
        email.message_from_bytes(pad.read_bytes(), policy=policy.default) for pad in POSTVAK.glob("*.eml")
    )
    return [brief.get_body(("plain",)).get_content() for brief in brieven if brief["To"] == adres]


def test_from_a_proposal_to_the_first_submitted_item(new_context, axe):
    adres, naam = f"kim-{uuid4().hex[:8]}@example.nl", "Kim Verstappen"

    def telefoon(wie: str = "") -> Telefoon:
        t = Telefoon(new_context(**SCHERM).new_page())
        if wie:
            t.ga_verder(wie)
            t.page.goto("/cms/mensen/")
        return t

    begonnen = time.monotonic()
    redacteur = telefoon("redactie-beesd")
    axe(redacteur.page)
    redacteur.vul(redacteur.page.get_by_label("Naam"), naam)
    redacteur.vul(redacteur.page.get_by_label("E-mailadres"), adres)
    redacteur.tik(redacteur.page.get_by_role("button", name="Voorstellen"))
    expect(redacteur.page.get_by_text(f"{adres}: wacht op Communicatie.")).to_be_visible()

    kantoor = telefoon("communicatie")
    kantoor.tik(kantoor.page.get_by_role("button", name=re.compile(f"Stuur de uitnodiging.*{naam}")))
    expect(kantoor.page.get_by_text(f"{naam} ({adres}): is uitgenodigd.")).to_be_visible()
    assert not kantoor.page.evaluate(TE_BREED)

    while not (brieven := aan(adres)):
        assert time.monotonic() < begonnen + 600
        kantoor.page.wait_for_timeout(200)
    kim = telefoon()
    kim.page.goto(re.search(r"http\S+/cms/uitnodiging/\S+", brieven[0])[0])
    axe(kim.page)
    expect(kim.page.get_by_label("Je naam")).to_have_value(naam)
    # Who writes for a kern has no password: from now on a code comes by mail.
    expect(kim.page.locator("[type=password]")).to_have_count(0)
    kim.tik(kim.page.get_by_role("button", name="Bewaar en begin"))
    kim.page.wait_for_url(re.compile(r"^[^?]*/cms/$"))
    expect(kim.page.get_by_text(f"Welkom {naam}!")).to_be_visible()
    bijeenkomst(kim, KOFFIE)
    expect(kim.page.get_by_text("Ingediend: Communicatie kijkt ernaar")).to_be_visible()
    kim.stand("Van voorstel tot ingediend, wie nieuw is")
    print(f"{time.monotonic() - begonnen:.0f} seconden")
    assert time.monotonic() < begonnen + 600
    # Whatever else the village tells its editors on a day like this.
    assert len([brief for brief in aan(adres) if "nodigt je uit" in brief]) == 1

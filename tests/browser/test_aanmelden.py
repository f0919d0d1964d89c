"""A resident signs up without JavaScript on a narrow telephone, and who organises it sees a name on theirs."""

import re
import time

from playwright.sync_api import expect

from tests.browser.test_goedkeuring import log_in
from tests.browser.test_meedoen import link_uit_mail

AVOND = "/beesd/agenda/inwonersavond-plein/"


def test_from_the_evening_to_the_waiting_list(new_context, demo, axe):
    naam, adres = f"Ans Groen-{time.time_ns()}", f"ans-{time.time_ns()}@example.org"
    bewoner = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    bewoner.goto(AVOND)
    bewoner.get_by_role("link", name="Zet me op de wachtlijst").click()
    expect(bewoner.get_by_text("Het is vol (40).")).to_be_visible()
    bewoner.get_by_label("Je voor- en achternaam").fill(naam)
    bewoner.get_by_label("Je e-mailadres").fill(adres)
    bewoner.get_by_label("Met hoeveel mensen").select_option("2")
    time.sleep(3)  # nobody types faster
    bewoner.get_by_role("button", name="Meld je aan").click()
    bewoner.goto(link_uit_mail(adres, "Druk op de knop"))
    bewoner.get_by_role("button", name="Ja, meld mij aan").click()
    expect(bewoner.get_by_text(re.compile(r"Je staat op plek \d+ van de wachtlijst"))).to_be_visible()
    bewoner.goto(link_uit_mail(adres, "Je staat op de wachtlijst"))
    expect(bewoner.get_by_role("heading", name=naam)).to_be_visible()
    redactie = log_in(new_context(viewport={"width": 390, "height": 844}), "redactie-beesd")
    nummer = redactie.request.get(f"/api/v1/paginas?pad={AVOND}").json()["resultaten"][0]["id"]
    redactie.goto(f"/cms/pagina/{nummer}/aanmeldingen/")
    expect(redactie.get_by_role("rowheader", name=naam)).to_be_visible()
    axe(redactie)

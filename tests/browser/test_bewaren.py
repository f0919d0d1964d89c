"""What was typed is kept once: a submit during an autosave, a login that ran out, two people in one page."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.telefoon import SCHERM, Telefoon


@pytest.fixture
def telefoon(new_context):
    def van(wie: str) -> Telefoon:
        t = Telefoon(new_context(**SCHERM).new_page())
        t.log_in(wie)
        return t

    return van


def nieuw_item(t: Telefoon, titel: str) -> None:
    t.page.get_by_role("link", name="Nieuw agenda-item").first.tap()
    t.page.wait_for_url(re.compile("/pages/add/"))
    t.page.locator("#id_title").fill(titel)
    t.page.locator("#id_begin").fill("05-10-2031 19:30")
    t.page.keyboard.press("Escape")
    t.page.locator("#id_locatie").fill("Dorpshuis")


def schrijf_tot(t: Telefoon, klaar: Callable[[], object]) -> None:
    """Write on, as people do: what was typed in the first seconds, Wagtail takes for what was there already."""
    for keer in range(400):
        if klaar():
            return
        t.page.locator("#id_samenvatting").fill(f"We lopen samen {keer} plekken langs.")
        t.page.wait_for_timeout(200)
    raise AssertionError("Er wordt niets bewaard.")


def dien_in(page: Page):
    return page.get_by_role("button", name=re.compile("Goedkeuring")).first


def versies(page: Page, titel: str) -> int:
    """How many pages with this title the explorer of the agenda has."""
    page.goto("/cms/pages/search/?q=" + titel)
    return page.get_by_role("link", name=titel, exact=True).count()


def is_autosave(verzoek: Request) -> bool:
    return (
        verzoek.method == "POST"
        and verzoek.headers.get("accept") == "application/json"
        and "/pages/" in verzoek.url
    )


def houd_autosave_op(page: Page) -> list[Route]:
    """Return a list that fills with the autosaves that wait; what is sent otherwise goes on."""
    vast: list[Route] = []

    def behandel(route: Route) -> None:
        if is_autosave(route.request):
            vast.append(route)
        else:
            route.continue_()

    page.route(re.compile(r"/cms/pages/(add/|\d+/edit/)"), behandel)
    return vast


def test_a_submit_waits_for_the_autosave_that_is_under_way(telefoon):
    t = telefoon("redactie-beesd")
    vast = houd_autosave_op(t.page)
    nieuw_item(t, "Wachtavond")
    schrijf_tot(t, lambda: vast)
    # Twice, as impatient people do.
    dien_in(t.page).tap()
    dien_in(t.page).tap()
    expect(t.page.get_by_text("Even wachten")).to_be_visible()
    assert "/pages/add/" in t.page.url
    for route in vast:
        route.continue_()
    t.page.wait_for_url(re.compile(r"/cms/pages/\d+/$"))
    expect(t.page.get_by_text("Wachtavond").first).to_be_visible()
    assert versies(t.page, "Wachtavond") == 1


def test_text_survives_a_login_that_ran_out(telefoon, base_url):
    t = telefoon("redactie-beesd")
    nieuw_item(t, "Kwijtavond")
    schrijf_tot(t, lambda: t.page.locator("[data-w-autosave-state-value=saved]").count())
    t.page.context.clear_cookies()
    t.page.locator("#id_samenvatting").fill("Dit mag niet weg zijn.")
    dien_in(t.page).tap()
    expect(t.page.get_by_text("Log in in een ander tabblad en ga hier verder")).to_be_visible()
    expect(t.page.locator("#id_samenvatting")).to_have_value("Dit mag niet weg zijn.")

    ander = Telefoon(t.page.context.new_page())
    ander.log_in("redactie-beesd")
    ander.page.close()
    t.page.bring_to_front()
    dien_in(t.page).tap()
    t.page.wait_for_url(re.compile(r"/cms/pages/\d+/$"))
    t.page.get_by_role("link", name="Kwijtavond").first.tap()
    expect(t.page.get_by_text("Dit mag niet weg zijn.").first).to_be_attached()

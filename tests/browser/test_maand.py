"""A month in a village that was empty: a volunteer on a telephone, two people of communications, and what comes of it.

In the site as it is served. It takes the taps and fields that people take, and prints them.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.maand_inhoud import KERNAGENDA
from tests.browser.maand_invullen import kernagenda
from tests.browser.telefoon import SCHERM, WACHTWOORD, Telefoon

VRIJWILLIGER = """
from django.contrib.auth.models import Group
from core.models import User
sam, _ = User.objects.get_or_create(username="redactie-deil", email="sam@example.org", first_name="Sam", last_name="de Boer")
sam.set_password({wachtwoord!r})
sam.save()
sam.groups.add(Group.objects.get(name="Redactie Deil"))
"""


@pytest.fixture(scope="module")
def vrijwilliger(demo) -> str:
    """The account of a volunteer in a village of which the demo has nothing yet."""
    demo.manage("shell", "-c", VRIJWILLIGER.format(wachtwoord=WACHTWOORD))
    return "redactie-deil"


@pytest.fixture
def telefoon(new_context, vrijwilliger):
    t = Telefoon(new_context(**SCHERM).new_page())
    t.log_in(vrijwilliger)
    yield t
    t.page.close()


def past(page) -> list[str]:
    """What in the form runs off the screen at the right."""
    return page.evaluate(
        """() => [...document.querySelectorAll('#page-edit-form :is(input, select, textarea, button, label, h2)')]
            .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
            .map((e) => e.outerHTML.slice(0, 120))"""
    )


def test_a_kernagenda_of_22_points_takes_fewer_than_90_taps(telefoon, page):
    t = telefoon
    t.tik(t.page.get_by_role("link", name="Kernagenda bijwerken"))
    kernagenda(t, KERNAGENDA)
    assert past(t.page) == []
    knop = t.page.get_by_role("button", name=re.compile("Goedkeuring"))
    expect(knop).to_be_in_viewport()
    t.tik(knop)
    t.page.wait_for_url(re.compile(r"/cms/pages/\d+/$"))
    tikken = t.tikken
    t.stand("Kernagenda van 22 punten")
    assert tikken <= 90

"""Whoever hears the page, hears after sending a form that something is wrong with it, and still what to fill in."""

import re

import pytest

from tests.meedoen.aanmeldhulp import RIA, avond_in, link, meld_aan
from tests.meedoen.test_een_vreemde_leert_niets import formulieren
from tests.volgen.hulp import laatste_link, vraag_aan

pytestmark = pytest.mark.django_db
VELD = re.compile(r"<(?:input|textarea|select|fieldset)\b[^>]*?>", re.DOTALL)


def titel(pagina: str) -> str:
    return re.search(r"<title[^>]*>([^<]*)</title>", pagina)[1]


def beschreven(pagina: str) -> dict[str, set[str]]:
    """By the id of a field the ids of what is read out with it."""
    velden = [veld for veld in VELD.findall(pagina) if "aria-describedby" in veld]
    wat = re.compile(r'aria-describedby="([^"]*)"')
    return {re.search(r'\bid="([^"]*)"', veld)[1]: set(wat.search(veld)[1].split()) for veld in velden}


def koppen(pagina: str) -> list[str]:
    """What its parts are called."""
    return [" ".join(kop.split()) for kop in re.findall(r'id="wie-\d+">([^<]*)</h2>', pagina)]


def test_what_is_wrong_is_the_first_that_is_heard(client, dorp, project):
    met_uitleg = 0
    for pad in [*formulieren(dorp, project), "/volg/", "/mijn/"]:
        leeg, fout = client.get(pad).content.decode(), client.post(pad, {}).content.decode()
        assert not titel(leeg).startswith("Fout:"), pad
        assert 'role="alert"' not in leeg
        assert titel(fout) == f"Fout: {titel(leeg)}"
        assert fout.count('role="alert" tabindex="-1" autofocus') == 1, pad
        voor, na = beschreven(leeg), beschreven(fout)
        for veld, uitleg in voor.items():
            assert uitleg <= na[veld], (pad, veld)
            met_uitleg += uitleg < na[veld]
        for veld, ids in na.items():
            assert all(f'id="{een}"' in fout for een in ids), (pad, veld)
    assert met_uitleg, "else nowhere was something wrong with a field that is explained"


def test_stopping_by_a_button_is_no_fault(client, dorp):
    vraag_aan(client, f"{dorp.beesd.url}volg/")
    pad = laatste_link(wat="stop")
    assert not titel(client.post(pad).content.decode()).startswith("Fout:")


def test_two_sign_ups_of_one_person_are_told_apart(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=6)
    meld_aan(client, avond, time_machine)
    assert koppen(client.get(link(RIA["email"])).content.decode()) == ["Ria Verhoef"]
    meld_aan(client, avond, time_machine, RIA | {"aantal": "2"})
    pagina = client.get(link(RIA["email"])).content.decode()
    assert koppen(pagina) == ["Ria Verhoef (1)", "Ria Verhoef (2)"]

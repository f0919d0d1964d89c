"""Forms on pages that know nobody: the token they bring along, and where they come from."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.http import HttpResponse
from django.template import Context, Template
from django.test import RequestFactory

from core.formulieren.zonder_koekje import (
    LOKVELD,
    VELD,
    eigen_pagina,
    komt_van_hier,
    lees_inzending,
    maak_bewijs,
)

NOEN = datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
HIER = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def stuur(na: timedelta, *, pad="/mijn/", koppen=HIER, **velden):
    with time_machine.travel(NOEN, tick=False):
        bewijs = maak_bewijs("/mijn/")
    with time_machine.travel(NOEN + na, tick=False):
        return lees_inzending(RequestFactory().post(pad, {VELD: bewijs, **velden}, **koppen))


@pytest.mark.parametrize(
    ("na", "goed"),
    [
        (timedelta(seconds=2), False),
        (timedelta(seconds=3), True),
        (timedelta(hours=12), True),
        (timedelta(hours=12, seconds=1), False),
    ],
)
def test_a_form_is_sent_between_three_seconds_and_twelve_hours(na, goed):
    assert (stuur(na).fout == "") is goed


def test_too_quick_keeps_the_token_so_that_the_next_press_works():
    snel = stuur(timedelta(seconds=1))
    assert snel.fout
    with time_machine.travel(NOEN + timedelta(seconds=4), tick=False):
        weer = lees_inzending(RequestFactory().post("/mijn/", {VELD: snel.bewijs}, **HIER))
    assert (weer.fout, weer.nummer) == ("", snel.nummer)


@pytest.mark.parametrize("bewijs", ["", "x", "a:b:c", "\x00", "é" * 5000, None])
def test_a_token_of_ones_own_making_gets_a_new_one(bewijs):
    gegevens = {} if bewijs is None else {VELD: bewijs}
    inzending = lees_inzending(RequestFactory().post("/mijn/", gegevens, **HIER))
    assert inzending.fout
    assert inzending.bewijs != bewijs


def test_a_token_is_for_one_address():
    assert stuur(timedelta(minutes=1), pad="/elders/").fout


def test_a_token_of_one_visitor_is_of_no_use_to_another():
    def fout(bij: str) -> str:
        vraag = RequestFactory().post("/mijn/", {VELD: maak_bewijs("/mijn/", "ria")}, **HIER)
        return lees_inzending(vraag, jongst=timedelta(0), bij=bij).fout

    assert fout("ria") == ""
    assert fout("jan")
    assert fout("")


@pytest.mark.parametrize(
    ("koppen", "van_hier"),
    [
        ({"HTTP_SEC_FETCH_SITE": "same-origin"}, True),
        ({"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "null"}, True),
        ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "http://testserver"}, False),
        ({"HTTP_SEC_FETCH_SITE": "same-site"}, False),
        ({"HTTP_SEC_FETCH_SITE": "none"}, False),
        ({"HTTP_ORIGIN": "http://testserver"}, True),
        ({"HTTP_ORIGIN": "https://testserver"}, False),
        ({"HTTP_ORIGIN": "http://testserver.elders.example"}, False),
        ({"HTTP_ORIGIN": "null"}, False),
        ({}, False),
    ],
)
def test_a_form_comes_from_a_page_of_ours(koppen, van_hier):
    assert komt_van_hier(RequestFactory().post("/mijn/", **koppen)) is van_hier
    assert (stuur(timedelta(minutes=1), koppen=koppen).fout == "") is van_hier


@pytest.mark.django_db
def test_a_form_is_new_once():
    inzending = stuur(timedelta(minutes=1))
    assert [inzending.eerste_keer(), inzending.eerste_keer()] == [True, False]


def test_a_field_that_nobody_sees_is_a_reason_to_look_and_no_more():
    inzending = stuur(timedelta(minutes=1), **{LOKVELD: "x"})
    assert (inzending.verdacht, inzending.fout) == (True, "")


def test_the_tag_writes_the_token_and_the_field_that_nobody_sees():
    context = Context({"request": RequestFactory().get("/mijn/")})
    html = Template("{% load core_tags %}{% bewijs %}").render(context)
    assert f'name="{VELD}"' in html
    assert f'name="{LOKVELD}" tabindex="-1"' in html
    assert 'value="terug"' in Template("{% load core_tags %}{% bewijs 'terug' %}").render(context)


def test_a_page_of_a_resident_is_kept_and_found_by_nobody():
    bekeken = eigen_pagina(lambda request: HttpResponse("dag"))
    antwoord = bekeken(RequestFactory().get("/mijn/"))
    assert antwoord.headers["Cache-Control"] == "private, no-store"
    assert antwoord.headers["Referrer-Policy"] == "same-origin"
    assert "noindex" in antwoord.headers["X-Robots-Tag"]
    assert bekeken(RequestFactory().put("/mijn/")).status_code == 405

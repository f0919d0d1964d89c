"""What an editor of one kern gets to see of another kern: nothing that isn't public.

Every GET address of the admin is tried, not a list of those that somebody thought of: a new version of Wagtail or a
new app brings new ones.
"""

from unittest.mock import patch
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page

from core.models import BloeiDocument, BloeiImage

from .adressen import adressen
from .bevraagd import bevraagd, kijkt_naar
from .geheimen import GEHEIM, ZOEK
from .niets_hier import niets_hier

VRAGEN = (urlencode({"q": ZOEK, "term": ZOEK}), "export=csv")


@pytest.fixture(autouse=True)
def meestal_niets():
    """Most of what is asked here isn't there for who asks."""
    with niets_hier():
        yield


def lekt(client: Client, url: str) -> tuple[int, bool]:
    """The status of an answer, and whether it tells a secret."""
    antwoord = client.get(url)
    tekst = b"".join(antwoord) if antwoord.streaming else antwoord.content
    return antwoord.status_code, GEHEIM in tekst.decode(errors="replace")


def test_no_admin_address_shows_a_strangers_draft(geheimen, vreemdeling):
    gezien, gevraagd, lekken = set(), set(), []
    for naam, url in dict.fromkeys(adressen(geheimen)):
        if url is None or "logout" in naam:
            continue
        with bevraagd() as gezocht:
            status, lek = lekt(vreemdeling, url)
        lekken += [url] * lek
        # Who is sent away isn't let in by a question behind the address; who looks at no question says the same to it.
        for vraag in VRAGEN if status == 200 else ():
            if kijkt_naar(vraag, gezocht):
                lekken += [f"{url}?{vraag}"] * lekt(vreemdeling, f"{url}?{vraag}")[1]
                gevraagd.add(f"{url}?{vraag}")
        gezien.add(naam)
    assert len(gezien) > 120
    assert len(gevraagd) > 20
    assert lekken == []


def test_when_everybody_sees_all_the_table_fails(geheimen, vreemdeling):
    with patch("core.goedkeuring.zicht.ziet_alles", return_value=True):
        assert any(lekt(vreemdeling, url)[1] for _, url in adressen(geheimen) if url)
        assert any(lekt(vreemdeling, url)[1] for url in lijsten(geheimen))


def lijsten(geheimen: dict[str, list]):
    """Every address that takes a list of numbers: bulk actions, and choosers of more than one thing."""
    nummers = {
        Page: geheimen["page_id"],
        BloeiImage: geheimen["image_id"],
        BloeiDocument: geheimen["document_id"],
    }
    for model, pks in nummers.items():
        for actie in bulk_action_registry.get_bulk_actions_for_model(
            model._meta.app_label, model._meta.model_name
        ):
            adres = reverse(
                "wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, actie.action_type]
            )
            yield from (f"{adres}?id={pk}" for pk in (*pks, "all"))
    for naam, pks in (
        ("wagtailadmin_choose_page_chosen_multiple", geheimen["page_id"]),
        ("wagtailimages_chooser:chosen_multiple", geheimen["image_id"]),
        ("wagtaildocs_chooser:chosen_multiple", geheimen["document_id"]),
    ):
        yield from (f"{reverse(naam)}?id={pk}" for pk in pks)


def test_no_list_of_numbers_shows_a_strangers_draft(geheimen, vreemdeling):
    adressen_met_lijst = list(lijsten(geheimen))
    assert len(adressen_met_lijst) > 25
    assert [url for url in adressen_met_lijst if lekt(vreemdeling, url)[1]] == []


def test_an_editor_filters_by_the_people_of_their_own_kern(dorp, geheimen):
    client = Client()
    for naam, ziet in (("redactie-beesd-2", True), ("communicatie", True), ("redactie-heukelum", False)):
        client.force_login(dorp.gebruikers[naam])
        html = client.get(reverse("wagtailadmin_explore", args=[dorp.agenda.pk])).content.decode()
        assert (f"Sam {GEHEIM}" in html) == ziet, naam


def test_an_editor_may_still_choose_and_move_what_is_their_own(dorp, geheimen):
    client = Client()
    client.force_login(dorp.gebruikers["redactie-beesd"])
    assert all(
        status == 200 for status, _ in (lekt(client, url) for url in lijsten(geheimen) if "all" not in url)
    )


@pytest.mark.parametrize(
    "lees",
    [
        lambda vraag: vraag.get("q"), lambda vraag: vraag.getlist("q"), lambda vraag: "q" in vraag,
        list, dict, bool, QueryDict.copy, QueryDict.dict, QueryDict.urlencode, lambda vraag: list(vraag.items()), lambda vraag: list(vraag.values()),
        lambda vraag: SearchForm(vraag).is_valid(),
    ],
)  # fmt: skip
def test_whoever_looks_at_the_question_is_asked_it(lees):
    with bevraagd() as gezocht:
        lees(RequestFactory().get("/").GET)
    assert kijkt_naar("q=boom", gezocht)


def test_who_looks_at_something_else_is_not_asked():
    with bevraagd() as gezocht:
        RequestFactory().get("/").GET.get("p")
    assert not kijkt_naar("q=boom", gezocht)

"""What every answer says to the browser."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from core.goedkeuring.uitzondering import zonder_goedkeuring
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item, dien_in
from tests.formulier import bewerk_url, lees_formulier
from tests.talen.vertaler import begin

PUBLIEK = ["/", "/beesd/", "/beesd/agenda/", "/zoeken/?q=plein", "/bestaat-niet/"]


def beleid(antwoord):
    """The Content-Security-Policy as {directive: [sources]}."""
    delen = (deel.split() for deel in antwoord["Content-Security-Policy"].split(";") if deel.strip())
    return {naam: bronnen for naam, *bronnen in delen}


@pytest.mark.parametrize("url", PUBLIEK)
def test_streng_beleid_voor_bezoekers(client, beesd, url):
    csp = beleid(client.get(url))
    assert csp["default-src"] == ["'none'"]
    for soort in ("script-src", "style-src", "connect-src", "font-src", "form-action"):
        assert csp[soort] == ["'self'"], soort
    assert csp["frame-ancestors"] == csp["base-uri"] == ["'none'"]
    assert not {bron for bronnen in csp.values() for bron in bronnen} - {"'self'", "'none'", "data:"}


@pytest.mark.parametrize("url", ["/cms/login/", "/cms/"])
def test_ruimer_beleid_alleen_in_het_beheer(beheer, url):
    csp = beleid(beheer.get(url))
    assert "'unsafe-inline'" in csp["script-src"]
    assert csp["frame-ancestors"] == ["'self'"]
    assert not any("//" in bron or bron == "*" for bronnen in csp.values() for bron in bronnen)


def voorbeelden(dorp, beheer) -> dict[str, str]:
    """Every address of the admin that shows the public site beforehand, by the name of its route."""
    wacht = agenda_item(dorp.agenda, "Wacht", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    versie, taak = dien_in(wacht, dorp.gebruikers["redactie-beesd"])
    with zonder_goedkeuring("tests"):
        vertaling = begin(dorp.beesd, "en")
    nieuw = reverse("wagtailadmin_pages:add", args=["kernpagina", "agendaitempage", dorp.agenda.pk])
    op_add = reverse(
        "wagtailadmin_pages:preview_on_add", args=["kernpagina", "agendaitempage", dorp.agenda.pk]
    )
    op_edit = reverse("wagtailadmin_pages:preview_on_edit", args=[dorp.agenda.pk])
    formulier = {**lees_formulier(beheer, nieuw), "title": "Nieuw", "slug": "nieuw", "locatie": "Plein"}
    assert beheer.post(op_add, {**formulier, "begin": "05-10-2030 19:30"}).json()["is_valid"]
    assert beheer.post(op_edit, lees_formulier(beheer, bewerk_url(dorp.agenda))).json()["is_valid"]
    blok = next(blok for blok in AgendaItemPage.inhoud.field.stream_block.child_blocks.values())
    return {
        "preview_on_add": op_add,
        "preview_on_edit": op_edit,
        "view_draft": reverse("wagtailadmin_pages:view_draft", args=[wacht.pk]),
        "revisions_view": reverse("wagtailadmin_pages:revisions_view", args=[wacht.pk, versie.pk]),
        "workflow_preview": reverse("wagtailadmin_pages:workflow_preview", args=[wacht.pk, taak.task_id]),
        "wagtailadmin_block_preview": reverse("wagtailadmin_block_preview") + f"?id={blok.definition_prefix}",
        "preview_translation": reverse("wagtail_localize:preview_translation", args=[vertaling.pk]),
    }


def routes(patronen) -> Iterator[str]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            yield from routes(patroon.url_patterns)
        elif patroon.name:
            yield patroon.name


def test_een_voorbeeld_heeft_het_beleid_van_bezoekers(dorp):
    """What nobody approved yet runs nothing in the browser of who approves, in the frame of the admin or beside it."""
    beheer = Client()
    beheer.force_login(dorp.gebruikers["communicatie"])
    streng = beleid(Client().get("/beesd/"))
    gezien = voorbeelden(dorp, beheer)
    for naam, adres in gezien.items():
        antwoord = beheer.get(adres, {"in_preview_panel": "true"} if "preview_on" in naam else None)
        assert antwoord.status_code == 200, naam
        assert beleid(antwoord) == {**streng, "frame-ancestors": ["'self'"]}, naam
        assert "<script>" not in antwoord.content.decode(), naam
    assert beheer.get(gezien["preview_on_edit"])["X-Frame-Options"] == "SAMEORIGIN"
    alle = {
        naam
        for naam in routes(get_resolver().url_patterns)
        if re.search("preview|view_draft|revisions_view", naam)
    }
    # The one of a picture is a picture.
    assert alle - {"preview"} <= set(gezien), "een voorbeeld dat hier niet staat"


def test_een_pagina_die_op_cms_lijkt_krijgt_het_strenge_beleid(client, home):
    assert beleid(client.get("/cms-handleiding/"))["default-src"] == ["'none'"]


@pytest.mark.parametrize("url", PUBLIEK)
def test_geen_cookie(client, beesd, url):
    antwoord = client.get(url)
    assert not antwoord.cookies
    assert "Cookie" not in antwoord.get("Vary", ""), "wie een cookie leest, kan niet in een cache"


def test_beheer_is_dicht_voor_wie_niet_is_ingelogd(client, home):
    antwoord = client.get("/cms/pages/")
    assert antwoord.status_code == 302
    assert antwoord.url.startswith("/cms/login/")

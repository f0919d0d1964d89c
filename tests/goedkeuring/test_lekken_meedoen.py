"""What residents say in confidence: no visitor reads it, nor an editor what communications have to read first, nor a mail."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.http import Http404
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from wagtail.models import Page

from berichten.models import Bericht
from inwoners.houders import Wie, houders
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Adres
from meedoen.models import Reactie
from tests.site_bloei.test_zonder_koekje import DEEL, routes
from tests.site_bloei.test_zonder_koekje import adressen as openbare_adressen
from volgen.models import Abonnement, Volgt
from werkplek import reactiepost, uitdagingen, vraagpost

from .adressen import adressen, namen
from .bevraagd import bevraagd, kijkt_naar
from .geheimen import GEHEIM, ZOEK
from .geheimen_meedoen import ONGELEZEN
from .test_lekken import VRAGEN

IN_HET_BEHEER = ("werkplek:", "wagtailadmin_home", "wagtailadmin_reports:")
VAN_INWONERS = ("inwoners", "meedoen", "volgen", "berichten")
ZONDER_NUMMER = {naam for naam, parameters in namen() if not parameters}


def woorden(client: Client, url: str) -> str:
    antwoord = client.get(url)
    return b"".join(antwoord if antwoord.streaming else [antwoord.content]).decode(errors="replace")


def genummerd() -> Iterator[str]:
    """Each address that takes no more than a number, with each number that something of a resident has."""
    modellen = [m for app in VAN_INWONERS for m in apps.get_app_config(app).get_models()]
    nummers = {pk for model in modellen for pk in model.objects.values_list("pk", flat=True)}
    for route in routes(get_resolver().url_patterns):
        if DEEL.findall(route) == ["pk"] or DEEL.findall(route) == ["id"]:
            yield from ("/" + DEEL.sub(str(pk), route) for pk in nummers)


@pytest.fixture
def paginas(geheimen) -> list[int]:
    """Those that residents took part in."""
    return [pk for pk in geheimen["werkplek.page_id"] if pk not in geheimen["page_id"]]


@pytest.mark.usefixtures("verbinding_blijft")
def test_no_visitor_reads_what_was_said_in_confidence(geheimen, paginas):
    gevuld = [pagina.specific for pagina in Page.objects.filter(pk__in=paginas)]
    bezoeker = Client(raise_request_exception=False)
    adressen_ = {
        *openbare_adressen(gevuld),
        *(f"/{waar}?q={ZOEK}" for waar in ("zoeken/", "api/v1/zoek")),
        *genummerd(),
    }
    # What is on paper and in pictures can't be searched like this; it is made of what the pages say.
    te_lezen = sorted(adres for adres in adressen_ if not adres.endswith((".pdf", ".png")))
    gelezen = {adres: woorden(bezoeker, adres) for adres in te_lezen}
    assert len(gelezen) > 150
    assert any("Een bankje" in tekst for tekst in gelezen.values()), "else nothing was read at all"
    assert [adres for adres, tekst in gelezen.items() if GEHEIM in tekst] == []


@pytest.mark.usefixtures("geheimen")
def test_no_number_that_is_sent_to_tells_who_said_something():
    """Also a form that is sent with faults shows what it is about."""
    bezoeker = Client(raise_request_exception=False)
    gelezen = {adres: bezoeker.post(adres).content.decode() for adres in genummerd()}
    assert any("Een bankje" in tekst for tekst in gelezen.values()), "else nothing was read at all"
    assert [adres for adres, tekst in gelezen.items() if GEHEIM in tekst] == []


def test_nobody_presses_a_button_of_somebody_else(geheimen, paginas):
    """What is behind the buttons of /mijn/ takes a number too."""
    ria, ander = (
        Wie.van(Adres.objects.get(inwoners__naam=f"Ria {GEHEIM}")),
        zorg_voor_adres("jan@example.org"),
    )
    Abonnement.objects.create(adres=ria.adres, volgt=Volgt.ALLES)
    bevestig(zorg_voor_inwoner(ander, "Jan de Boer"), timezone.now())
    geprobeerd = [
        (houder, knop.wat) for houder in houders() for stuk in houder.toon(ria) for knop in stuk.knoppen
    ]
    assert {houder.code for houder, _wat in geprobeerd} >= {
        "reacties",
        "aanmeldingen",
        "uitdagingen",
        "vragen",
        "volgt",
    }
    for houder, wat in geprobeerd:
        with pytest.raises(Http404):
            houder.doe(Wie.van(ander), wat)


def test_no_editor_reads_what_communications_have_to_read_first(dorp, geheimen, paginas):
    client = Client(raise_request_exception=False)
    client.force_login(dorp.gebruikers["redactie-beesd"])
    gelezen = {}
    for naam, url in dict.fromkeys(adressen(geheimen | {"werkplek.page_id": paginas})):
        if url and naam.startswith(IN_HET_BEHEER):
            with bevraagd() as gezocht:
                gelezen[url] = woorden(client, url)
            for vraag in VRAGEN if naam in ZONDER_NUMMER else ():
                if kijkt_naar(vraag, gezocht):
                    gelezen[f"{url}?{vraag}"] = woorden(client, f"{url}?{vraag}")
    assert len(gelezen) > 80
    assert [adres for adres, tekst in gelezen.items() if ONGELEZEN in tekst] == []
    assert any(f"Ria {GEHEIM}" in tekst for tekst in gelezen.values()), "their own sign-ups they do read"


def test_no_mail_to_who_works_here_holds_what_residents_said(geheimen):
    """Each hour and each morning, also of what waits too long."""
    Reactie.objects.update(aanpassen_voor=timezone.localdate())
    for uren in (0, 24):
        nu = timezone.now() + timedelta(hours=uren)
        for vertel in (reactiepost.vertel, reactiepost.herinner, vraagpost.vertel, vraagpost.herinner):
            vertel(nu)
        uitdagingen.vertel(nu)
    mails = [f"{m.onderwerp} {m.tekst} {m.html} {m.koppen}" for m in Bericht.objects.all()]
    assert len(mails) > 6
    # Who writes for a village is greeted by name.
    assert [mail for mail in mails if GEHEIM in mail.replace(f"Sam {GEHEIM}", "")] == []

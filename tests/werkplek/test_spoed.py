"""Publishing with haste: what goes online is what somebody looked at, and who wrote it stands beside it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageLogEntry

from core.models import BloeiImage
from tests.dorp import agenda_item, dien_in
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als, besluit, meldingen, vers

JSON = {"accept": "application/json"}
NET_VERANDERD = "Iemand anders heeft deze pagina net veranderd."


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


@pytest.fixture
def adres(item):
    return reverse("werkplek:spoed", args=[item.pk])


@pytest.fixture
def client(dorp):
    dorp.gebruikers["communicatie"].user_permissions.add(Permission.objects.get(codename="spoedpublicatie"))
    return als(dorp, "communicatie")


def scherm(antwoord) -> tuple[str, dict[str, str]]:
    """The words on the screen, and what its form sends."""
    soep = BeautifulSoup(antwoord.content, "html.parser").select_one(".werkplek-veranderd")
    velden = {veld["name"]: veld.get("value") or veld.text.strip() for veld in soep.select("form [name]")}
    return " ".join(soep.get_text(" ").split()), velden


def test_it_needs_a_reason_and_stands_in_the_log(item, client, adres):
    nieuw = item.get_latest_revision_as_object()
    nieuw.locatie = "De kerk"
    nieuw.save_revision()
    _, velden = scherm(client.get(adres))
    _, velden = scherm(client.post(adres, velden | {"reden": " "}))
    assert vers(item).locatie == "Dorpshuis"
    client.post(adres, velden | {"reden": "Hoog water."})
    assert vers(item).locatie == "De kerk"
    assert PageLogEntry.objects.get(action="bloei.spoedpublicatie").data["reden"] == "Hoog water."


def test_it_shows_what_goes_online_and_of_whom_it_is(dorp, item, client, adres):
    ander = als(dorp, "redactie-beesd-2")
    half = lees_formulier(ander, bewerk_url(item)) | {"locatie": "Nog te bed"}
    assert ander.post(bewerk_url(item), half, headers=JSON).json()["success"]
    woorden, _ = scherm(client.get(adres))
    assert "Locatie Dorpshuis Nog te bed" in woorden
    moment = timezone.localtime(vers(item).latest_revision.created_at)
    assert f"Van {dorp.gebruikers['redactie-beesd-2']}, bewaard op {moment.day} " in woorden
    assert f"{moment:%H.%M} uur. Deze tekst is niet ingediend." in woorden


def test_it_says_how_far_the_text_came(dorp, item, client, adres):
    redacteur = dorp.gebruikers["redactie-beesd"]
    _, wacht = dien_in(item, redacteur, title="Anders", go_live_at=timezone.now() + timedelta(days=9))
    woorden, _ = scherm(client.get(adres))
    assert "Deze tekst is ingediend en wacht op goedkeuring." in woorden
    assert "Het moment dat gekozen was" in woorden
    besluit(client, wacht, "reject", comment="Te kort")
    assert "Deze tekst is teruggestuurd, en niet opnieuw ingediend." in scherm(client.get(adres))[0]
    tekst = item.get_latest_revision_as_object()
    tekst.title = "Nog anders"
    tekst.save_revision(user=redacteur)
    assert "Deze tekst is niet ingediend." in scherm(client.get(adres))[0]


def bewaar(redacteur, item, velden):
    return redacteur.post(bewerk_url(item), velden, headers=JSON).json()


def test_of_another_text_than_was_looked_at_that_one_is_shown_first(dorp, item, client, adres):
    """Autosave writes another text under the same number; the reason that was typed stays."""
    redacteur = als(dorp, "redactie-beesd")
    velden = lees_formulier(redacteur, bewerk_url(item)) | {"locatie": "De kerk"}
    eerste = bewaar(redacteur, item, velden)
    _, gekeken = scherm(client.get(adres))
    velden |= {"locatie": "Nog te bed", "overwrite_revision_id": eerste["revision_id"]}
    assert bewaar(redacteur, item, velden)["revision_id"] == eerste["revision_id"]
    antwoord = client.post(adres, gekeken | {"reden": "Hoog water."})
    assert NET_VERANDERD in meldingen(antwoord)
    assert vers(item).locatie == "Dorpshuis"
    woorden, weer = scherm(antwoord)
    assert "Nog te bed" in woorden
    assert weer["reden"] == "Hoog water."
    client.post(adres, weer)
    assert vers(item).locatie == "Nog te bed"


@pytest.mark.parametrize("gezien", [{}, {"gezien": ""}, {"gezien": "iets"}])
def test_without_having_looked_nothing_goes_online(dorp, item, client, adres, gezien):
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Anders")
    assert NET_VERANDERD in meldingen(client.post(adres, {"reden": "Hoog water."} | gezien))
    assert vers(item).title == "Oogstfeest"
    assert vers(item).workflow_in_progress


def test_nor_with_another_picture(dorp, item, client, adres):
    foto = BloeiImage.objects.create(title="plein", file=get_test_image_file(), alt_tekst="Een plein")
    dien_in(item, dorp.gebruikers["redactie-beesd"], foto=foto)
    _, gekeken = scherm(client.get(adres))
    foto.alt_tekst = "Iets heel anders"
    foto.save()
    assert NET_VERANDERD in meldingen(client.post(adres, gekeken | {"reden": "Hoog water."}))
    assert vers(item).foto is None


@pytest.mark.parametrize("live", [True, False])
def test_who_is_typing_goes_on_in_a_new_version(dorp, item, client, adres, live):
    """Autosave would write over what is online by then, and be refused."""
    if not live:
        item.unpublish()
    redacteur = als(dorp, "redactie-beesd")
    velden = lees_formulier(redacteur, bewerk_url(item)) | {"locatie": "De kerk"}
    eerste = bewaar(redacteur, item, velden)
    _, gekeken = scherm(client.get(adres))
    client.post(adres, gekeken | {"reden": "Hoog water."})
    assert vers(item).live_revision_id == eerste["revision_id"]
    velden |= {"locatie": "De kerk in Beesd", "overwrite_revision_id": eerste["revision_id"]}
    tweede = bewaar(redacteur, item, velden)
    assert tweede["success"], tweede
    assert tweede["revision_id"] != eerste["revision_id"]
    # From there autosave writes over its own again, and the button saves as well.
    velden |= {"locatie": "De kerk in Beesd, achterin", "overwrite_revision_id": tweede["revision_id"]}
    assert bewaar(redacteur, item, velden)["revision_id"] == tweede["revision_id"]
    redacteur.post(bewerk_url(item), velden | {"samenvatting": "Neem een jas mee."})
    assert (vers(item).locatie, vers(item).has_unpublished_changes) == ("De kerk", True)
    concept = vers(item).get_latest_revision_as_object()
    assert (concept.locatie, concept.samenvatting) == ("De kerk in Beesd, achterin", "Neem een jas mee.")

"""What was sent back and comes again: whoever looks at it sees why it went back, and what became of that."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht
from core.models import GemeenteInstellingen
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.formulier import bewerk_url, lees_formulier
from werkplek.overzicht import wat_wacht

from .hulp import als, meldingen, na_de_rust, vers


def scherm(dorp, item) -> str:
    html = als(dorp, "communicatie-2").get(reverse("werkplek:veranderd", args=[item.pk])).content
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


@pytest.mark.parametrize("live", [False, True])
def test_de_opmerking_en_wat_er_sindsdien_anders_is(dorp, live):
    redacteur = dorp.gebruikers["redactie-beesd"]
    item = agenda_item(dorp.agenda, "Oogstfeest", live=live, eigenaar=redacteur)
    _, wacht = dien_in(item, redacteur, samenvatting="Kom.")
    assert "Opnieuw ingediend" not in scherm(dorp, item)
    assert not wat_wacht(timezone.localdate())[0].opnieuw
    wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject", comment="Waar dan?")
    gegevens = lees_formulier(als(dorp, "redactie-beesd"), bewerk_url(item))
    gegevens |= {"locatie": "De kerk", "action-submit": "1"}
    als(dorp, "redactie-beesd").post(bewerk_url(item), gegevens)
    tekst = scherm(dorp, item)
    assert "communicatie stuurde dit terug op" in tekst
    assert "Waar dan?" in tekst
    sinds = tekst.split("Wat er anders is sinds het terugsturen")[1].split(
        "Terug" if live else "Dit staat nog"
    )[0]
    assert "De kerk" in sinds
    assert "alles is nieuw" not in tekst
    assert wat_wacht(timezone.localdate())[0].opnieuw
    na_de_rust()
    assert (
        "agenda-item opnieuw ingediend: Oogstfeest."
        in Bericht.objects.filter(adres="communicatie-2@example.nl").latest("pk").tekst
    )


def test_na_een_goedkeuring_begint_het_opnieuw(dorp):
    redacteur = dorp.gebruikers["redactie-beesd"]
    item = agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=redacteur)
    _, wacht = dien_in(item, redacteur, samenvatting="Kom.")
    wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject", comment="Waar dan?")
    vers(item).current_workflow_state.resume(redacteur)
    keur_goed(vers(item).current_workflow_task_state.specific, dorp.gebruikers["communicatie"])
    dien_in(vers(item), redacteur, samenvatting="Kom ook.")
    assert "Waar dan?" not in scherm(dorp, item)
    assert not wat_wacht(timezone.localdate())[0].opnieuw


def test_wie_bij_het_terugsturen_iets_veranderde_zegt_dat(dorp):
    """In the form in which it is sent back, something was typed: that is kept, and both hear it."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    item = agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=redacteur)
    dien_in(item, redacteur, samenvatting="Kom.")
    client = als(dorp, "communicatie")
    knop = {
        "action-workflow-action": "true",
        "workflow-action-name": "reject",
        "workflow-action-extra-data": '{"comment": "Waar dan?"}',
    }
    velden = lees_formulier(client, bewerk_url(item)) | {"samenvatting": "Kom gezellig."} | knop
    antwoord = client.post(bewerk_url(item), velden, follow=True).content.decode()
    assert "Teruggestuurd, met wat er intussen in veranderd is: Oogstfeest" in antwoord
    assert "Nog niet goedgekeurd" not in antwoord
    formulier = als(dorp, "redactie-beesd").get(bewerk_url(item)).content.decode()
    assert "communicatie veranderde ook iets in de tekst." in " ".join(formulier.split())
    mail = Bericht.objects.filter(adres="redactie-beesd@example.nl").latest("pk").tekst
    assert "Er is ook iets in je tekst veranderd door communicatie." in mail


@pytest.mark.parametrize("extra", ["{}", '{"comment": "  "}'])
def test_ook_in_het_formulier_hoort_er_een_opmerking_bij(dorp, extra):
    """What communications changed there stays in the form, and nothing is sent back."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    item = agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=redacteur)
    _, wacht = dien_in(item, redacteur, samenvatting="Kom.")
    client = als(dorp, "communicatie")
    knop = {
        "action-workflow-action": "true",
        "workflow-action-name": "reject",
        "workflow-action-extra-data": extra,
    }
    velden = lees_formulier(client, bewerk_url(item)) | {"samenvatting": "Kom gezellig."} | knop
    antwoord = client.post(bewerk_url(item), velden, follow=True)
    assert "Schrijf in één of twee zinnen wat er beter kan." in meldingen(antwoord)
    assert "Kom gezellig." in antwoord.content.decode()
    wacht.refresh_from_db()
    assert wacht.status == "in_progress"
    venster = client.post(
        reverse("wagtailadmin_pages:collect_workflow_action_data", args=[item.pk, "reject", wacht.pk]),
        {"comment": ""},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    assert venster["step"] == "action"
    assert "Schrijf in één of twee zinnen wat er beter kan." in venster["html"]


def test_zonder_opmerking_staat_erbij_wie_je_kunt_vragen(dorp):
    """What was sent back before a remark had to be written."""
    GemeenteInstellingen.objects.update_or_create(
        pk=GemeenteInstellingen.load().pk, defaults={"telefoon": "0345 728 800", "email": "bloei@example.nl"}
    )
    redacteur = dorp.gebruikers["redactie-beesd"]
    item = agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=redacteur)
    _, wacht = dien_in(item, redacteur, samenvatting="Kom.")
    wacht.reject(user=dorp.gebruikers["communicatie"], comment="")
    client = als(dorp, "redactie-beesd")
    for adres in (bewerk_url(item), reverse("wagtailadmin_home")):
        html = client.get(adres).content.decode()
        tekst = " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())
        assert "Vraag het communicatie" in tekst, adres
        assert "tel:+31345728800" in html or "tel:0345728800" in html
        assert "mailto:bloei@example.nl" in html

"""What communications took off: who looks after the page hears of it, and reads when and why wherever it is at hand."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from berichten.models import Afmelding, Bericht, Soort
from core.tijd import vandaag
from kernpagina.keuzes import AgendaStatus
from kernpagina.models import AgendaItemPage, AgendaPage, OproepenPage
from projecten.models import ProjectenPage
from tests import factories
from tests.dorp import Dorp, agenda_item, dien_in, keur_goed
from tests.formulier import bewerk_url, lees_formulier
from werkplek.bijeenkomst import uitnodigen
from werkplek.mijn_paginas import paginas_van
from werkplek.volgende_stap import volgende_stappen

from .hulp import als, meldingen, post, vers

REDACTIE = ("redactie-beesd@example.nl", "redactie-beesd-2@example.nl")
REDEN = "Er staat een telefoonnummer in."


def weg(dorp: Dorp, eigenaar: str | None = None, **velden) -> AgendaItemPage:
    item = agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers.get(eigenaar), **velden)
    als(dorp, "communicatie").post(reverse("werkplek:intrekken", args=[item.pk]), {"reden": REDEN})
    return vers(item)


def lees(dorp: Dorp, wie: str, adres: str) -> str:
    html = als(dorp, wie).get(adres).content
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


@pytest.mark.parametrize("eigenaar", [None, "redactie-heukelum", "communicatie", "communicatie-2"])
def test_the_editors_of_the_kern_hear_when_nobody_of_them_would(dorp, eigenaar):
    weg(dorp, eigenaar)
    # Who took it off knows.
    schrijver = set() if eigenaar in (None, "communicatie") else {f"{eigenaar}@example.nl"}
    assert post(Soort.INGETROKKEN) == {*REDACTIE, *schrijver}
    for bericht in Bericht.objects.filter(soort=Soort.INGETROKKEN):
        assert f"Reden: {REDEN}" in bericht.tekst


def test_when_its_writer_edits_this_kern_their_colleagues_arent_mailed(dorp):
    weg(dorp, "redactie-beesd")
    assert post(Soort.INGETROKKEN) == {REDACTIE[0]}


@pytest.mark.parametrize("waarom", ["uit dienst", "wil geen mail"])
def test_a_writer_who_isnt_reached_doesnt_keep_the_others_from_hearing(dorp, waarom):
    schrijver = dorp.gebruikers["redactie-beesd"]
    if waarom == "uit dienst":
        schrijver.is_active = False
        schrijver.save()
    else:
        Afmelding.objects.create(user=schrijver, soort=Soort.INGETROKKEN)
    weg(dorp, "redactie-beesd")
    assert post(Soort.INGETROKKEN) == {REDACTIE[1]}


def test_at_hand_it_says_that_it_was_taken_off_and_why(dorp):
    item = weg(dorp)
    redacteur = dorp.gebruikers["redactie-beesd"]
    zin = f"Van de site gehaald op {date_format(timezone.localdate(), 'j F Y')}: {REDEN}"
    ((rij,),) = [soort.rijen for soort in paginas_van(redacteur, vandaag())]
    assert rij.stand.endswith(f"in concept. {zin}")
    # Some days on it is less than a month ahead, and asked for.
    (stap,) = volgende_stappen(redacteur, vandaag() + timedelta(days=5))
    assert stap.wat == uitnodigen(item).stand == zin
    formulier = lees(dorp, "redactie-beesd", bewerk_url(item))
    wanneer = date_format(timezone.localdate(), "j F Y")
    for deel in (f"communicatie haalde deze pagina van de site op {wanneer}", REDEN, "dien hem onderaan"):
        assert deel in formulier


@pytest.mark.parametrize("soort", ["agenda", "projecten", "oproepen"])
def test_the_front_page_of_its_editors_says_so_until_it_is_submitted(dorp, soort):
    ouder = {"agenda": AgendaPage, "projecten": ProjectenPage, "oproepen": OproepenPage}[soort]
    maak = {
        "agenda": factories.AgendaItemPageFactory,
        "projecten": factories.ProjectPageFactory,
        "oproepen": factories.OproepPageFactory,
    }[soort]
    pagina = maak(parent=factories.lijst_van(dorp.beesd, ouder), title="Wensboom")
    factories.publiceer(pagina)
    als(dorp, "communicatie").post(reverse("werkplek:intrekken", args=[pagina.pk]), {"reden": REDEN})
    zin = f"Wensboom communicatie, {date_format(timezone.localdate(), 'j F')}: {REDEN}"
    for wie, ziet in (("redactie-beesd", True), ("redactie-beesd-2", True), ("redactie-heukelum", False)):
        assert (zin in lees(dorp, wie, "/cms/")) is ziet, wie
    dien_in(type(pagina).objects.get(pk=pagina.pk), dorp.gebruikers["redactie-beesd"], title="Wensboom 2")
    assert f"communicatie, {date_format(timezone.localdate(), 'j F')}: {REDEN}" not in lees(
        dorp, "redactie-beesd-2", "/cms/"
    )


def test_who_gets_it_again_reads_who_took_it_off_and_why(dorp):
    item = weg(dorp)
    client = als(dorp, "redactie-beesd")
    velden = lees_formulier(client, bewerk_url(item)) | {"samenvatting": ["Kom."]}
    # By the form: it writes the whole row of a page that isn't online, and twice.
    for knop in ({}, {"action-submit": ["1"]}):
        client.post(bewerk_url(item), velden | knop)
    assert vers(item).workflow_in_progress
    assert REDEN in lees(dorp, "communicatie-2", bewerk_url(item))
    tekst = lees(dorp, "communicatie-2", reverse("werkplek:veranderd", args=[item.pk]))
    assert "communicatie haalde deze pagina van de site op" in tekst
    assert REDEN in tekst
    assert "Dit staat niet meer online: de hele tekst" in tekst
    assert "alles is nieuw" not in tekst


def test_once_it_is_back_it_isnt_held_against_it(dorp):
    item = weg(dorp)
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"], samenvatting="Kom.")
    keur_goed(wacht, dorp.gebruikers["communicatie-2"])
    item = vers(item)
    assert item.live
    assert REDEN not in lees(dorp, "redactie-beesd", bewerk_url(item))
    # Nor when it ends on its day.
    item.unpublish(set_expired=True)
    assert REDEN not in lees(dorp, "redactie-beesd", bewerk_url(vers(item)))


def scherm(dorp: Dorp, wie: str, item: AgendaItemPage) -> str:
    return als(dorp, wie).get(reverse("werkplek:intrekken", args=[item.pk])).content.decode()


@pytest.mark.parametrize("wie", ["communicatie", "redactie-beesd"])
def test_the_screen_says_who_reads_the_reason_and_what_goes_along(dorp, wie):
    html = scherm(dorp, wie, agenda_item(dorp.agenda, "Oogstfeest", live=True))
    assert "De reden leest Communicatie, en ook wie deze pagina schreef" in html
    assert "Vertalingen gaan mee van de site." in html


def test_a_meeting_that_doesnt_go_on_is_better_called_off(dorp):
    komt = agenda_item(dorp.agenda, "Komt", live=True)
    adres = BeautifulSoup(scherm(dorp, "communicatie", komt), "html.parser").select_one(".help-info a")[
        "href"
    ]
    assert lees_formulier(als(dorp, "communicatie"), adres)["status"] == [AgendaStatus.GEANNULEERD]
    was = agenda_item(dorp.agenda, "Was", live=True, begin=timezone.now() - timedelta(days=9))
    af = {"status": AgendaStatus.GEANNULEERD, "toelichting": "Te weinig mensen."}
    for item in (was, agenda_item(dorp.agenda, "Afgelast", live=True, **af)):
        assert "Gaat het door?" not in scherm(dorp, "communicatie", item)


def test_a_draft_that_was_never_online_says_what_it_did(dorp):
    item = agenda_item(dorp.agenda, "Nieuw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    assert uitnodigen(item).stand == "Nog niet ingediend."
    assert "Van de site gehaald" not in lees(dorp, "redactie-beesd", bewerk_url(item))


def test_who_approves_it_again_reads_so_in_the_mail_and_in_the_list(dorp):
    item = weg(dorp, "redactie-beesd")
    (stap,) = volgende_stappen(dorp.gebruikers["redactie-beesd"], vandaag() + timedelta(days=5))
    assert stap.pk == item.pk
    dien_in(item, dorp.gebruikers["redactie-beesd"], locatie="De kerk")
    post(Soort.INGEDIEND)
    tekst = Bericht.objects.filter(soort=Soort.INGEDIEND).first().tekst
    assert "Deze pagina stond online en is er afgehaald. Van de site gehaald op" in tekst
    assert REDEN in tekst
    assert "Eerder van de site gehaald" in lees(dorp, "communicatie", "/cms/")


def test_who_was_writing_hears_it_before_it_is_submitted_and_with_what_is_kept(dorp):
    """The form still says that the page is online; whoever was in it knows nothing of what happened."""
    item = agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    client, adres = als(dorp, "redactie-beesd"), bewerk_url(item)
    velden = lees_formulier(client, adres) | {"locatie": "De kerk"}
    als(dorp, "communicatie").post(reverse("werkplek:intrekken", args=[item.pk]), {"reden": REDEN})
    bewaard = client.post(adres, velden, headers={"accept": "application/json"}).json()
    zin = f"communicatie haalde deze pagina van de site terwijl jij schreef. De reden: {REDEN}"
    assert bewaard["success"]
    assert bewaard["intussen_weg"].startswith(zin)
    velden |= {"overwrite_revision_id": str(bewaard["revision_id"])}
    antwoord = client.post(adres, velden | {"action-submit": "1"}, follow=True)
    assert zin in meldingen(antwoord)
    assert "De kerk" in antwoord.content.decode()
    assert "stond_online" not in antwoord.content.decode()
    assert not vers(item).workflow_in_progress
    del velden["stond_online"]
    client.post(adres, velden | {"action-submit": "1"})
    assert vers(item).workflow_in_progress

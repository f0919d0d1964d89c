"""The form of a call on paper: the same questions as on its page, readable by everybody, only of what takes answers now."""

from datetime import timedelta

import pytest

from core.tijd import vandaag
from druk.knoppen import drukknoppen
from kernpagina.models import AgendaItemPage, OproepTaak
from meedoen.aanmelden.forms import AanmeldForm
from meedoen.forms import AntwoordForm
from meedoen.uitdagen.forms import UitdaagForm
from tests import factories
from tests.blokken import blok
from tests.druk.hulp import controleer, lees, tekst
from tests.factories import publiceer
from tests.meedoen.aanmeldhulp import avond_in
from tests.meedoen.hulp import keuzevraag, met_vragen, oproep_in, sluit_gisteren

pytestmark = pytest.mark.django_db
PLAN = [blok("kop", {"tekst": "De noordkant", "niveau": "h2"})]


@pytest.mark.parametrize("soort", ["ideeën", "reageren op plan", "vragenlijst"])
def test_the_same_questions_stand_on_paper(client, dorp, soort):
    oproep = oproep_in(dorp.beesd, soort=soort, slug="papier", offline_meedoen="In de bus bij het Dorpshuis.")
    oproep.inhoud = PLAN if soort == "reageren op plan" else []
    vragen = [
        keuzevraag(),
        keuzevraag("Hoe graag?", "", soort="schaal"),
        keuzevraag("Waarom?", "", soort="open"),
    ]
    met_vragen(oproep, *(vragen if soort == "vragenlijst" else []))
    adres = f"{oproep.url}formulier.pdf"
    assert adres in client.get(oproep.url).content.decode()
    document = lees(client, adres)
    gelezen = tekst(document)
    for veld in AntwoordForm(oproep).fields.values():
        assert str(veld.label) in gelezen
        for _waarde, keuze in getattr(veld, "choices", []):
            assert str(keuze) in gelezen
    assert oproep.offline_meedoen in gelezen
    assert "Vel" in gelezen.split()
    controleer(client, document, oproep)


def test_signing_up_and_challenging_are_asked_as_on_the_page(client, dorp):
    klus = oproep_in(dorp.beesd, "meehelpen", slug="klus", offline_meedoen="In de bus.")
    klus.taken = [OproepTaak(taak="Graven", nodig=1), OproepTaak(taak="Soep koken")]
    uitdaging = oproep_in(dorp.beesd, "uitdaagrecht", slug="uitdaging", offline_meedoen="In de bus.")
    for oproep, form in ((publiceer(klus), AanmeldForm(klus)), (uitdaging, UitdaagForm())):
        adres = f"{oproep.url}formulier.pdf"
        assert adres in client.get(oproep.url).content.decode()
        assert adres in [knop.url for knop in drukknoppen(oproep)]
        document = lees(client, adres)
        gelezen = tekst(document)
        for naam, veld in form.fields.items():
            assert (str(veld.label) in gelezen) == (naam != "email")
        assert "Vel" not in gelezen.split(), "a number that nobody keeps"
        controleer(client, document, oproep)
        if oproep == klus:
            assert "Soep koken" in gelezen
            assert "nog 1 plaats" not in gelezen, "on paper that is another number tomorrow"
        else:
            assert "Handtekening" in gelezen


def test_what_takes_no_answers_has_no_form(client, dorp, oproep):
    adres = f"{oproep.url}formulier.pdf"
    assert client.get(f"{oproep_in(dorp.beesd, 'peiling', slug='leeg').url}formulier.pdf").status_code == 404
    sluit_gisteren(oproep)
    assert client.get(adres).url == oproep.url
    assert "formulier.pdf" not in client.get(oproep.url).content.decode()
    factories.depubliceer(oproep)
    assert client.get(adres).status_code == 404


def test_a_meeting_has_a_form_to_sign_up_on_paper(client, dorp):
    avond = avond_in(dorp, aanmelden_contact="0345 12 34 56")
    adres = f"{avond.url}formulier.pdf"
    assert adres in client.get(avond.url).content.decode()
    assert adres in [knop.url for knop in drukknoppen(avond)]
    document = lees(client, adres)
    gelezen = tekst(document)
    for wat in (avond.tijdstip(), "Met hoeveel mensen kom je?", "Mail mij wat we afspraken", "0345 12 34 56"):
        assert wat in gelezen
    assert "Met een brief naar:" in gelezen
    controleer(client, document, avond)
    AgendaItemPage.objects.update(aanmelden_tot=vandaag() - timedelta(days=1))
    assert client.get(adres).url == avond.url
    AgendaItemPage.objects.update(aanmelden="niet nodig")
    assert client.get(adres).status_code == 404

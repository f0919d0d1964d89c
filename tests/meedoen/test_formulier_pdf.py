"""The form of a call on paper: the same questions as on its page, readable by everybody, only of what takes answers now."""

import pytest

from meedoen.forms import AntwoordForm
from tests import factories
from tests.blokken import blok
from tests.druk.hulp import controleer, lees, tekst
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
    controleer(client, document, oproep)


def test_what_takes_no_answers_has_no_form(client, dorp, oproep):
    adres = f"{oproep.url}formulier.pdf"
    assert client.get(f"{oproep_in(dorp.beesd, 'peiling', slug='leeg').url}formulier.pdf").status_code == 404
    sluit_gisteren(oproep)
    assert client.get(adres).url == oproep.url
    assert "formulier.pdf" not in client.get(oproep.url).content.decode()
    factories.depubliceer(oproep)
    assert client.get(adres).status_code == 404

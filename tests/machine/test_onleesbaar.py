"""Data that can't be read: plain words, nothing saved. A fault of our own stays a fault."""

from unittest.mock import patch

import pytest
from django.test import override_settings
from wagtail.models import Revision

from core.formulieren.tekstvak import TekstVak
from kernpagina.models import AgendaItemPage, KernagendaPage

from .waarden import VIJANDIGE_TEKST, met

pytestmark = pytest.mark.django_db
KAPOT = {
    "zonder telling": ("onderdelen-count", None),
    "telling is een woord": ("onderdelen-count", "veel"),
    "meer dan er is": ("onderdelen-count", "9"),
    "zonder plaats": ("onderdelen-0-order", None),
    "plaats is een woord": ("onderdelen-0-value-punten-0-order", "eerste"),
    "zonder merk": ("onderdelen-0-deleted", None),
    "zonder soort": ("onderdelen-0-type", None),
    "twee op een plaats": ("onderdelen-0-value-punten-1-order", "0"),
    "project is een woord": ("onderdelen-0-value-punten-0-value-project", "abc"),
    "tekst is geen JSON": ("inleiding", "gewone woorden"),
    "heel diep": ("inleiding", VIJANDIGE_TEKST["heel diep"]),
}


@pytest.mark.parametrize("wat", KAPOT)
def test_een_bladzijde_die_zegt_wat_je_doet(machine, wat):
    velden = met(machine.velden[KernagendaPage], *KAPOT[wat])
    versies = Revision.objects.count()
    with machine.stuur(KernagendaPage, velden, vanzelf=False) as antwoord:
        assert antwoord.status_code == 400
        tekst = antwoord.content.decode()
        assert "Er is niets bewaard" in tekst
        assert "Ga terug" in tekst
        assert Revision.objects.count() == versies


def test_autosave_hoort_het_op_zijn_manier(machine):
    velden = met(machine.velden[KernagendaPage], *KAPOT["zonder telling"])
    with machine.stuur(KernagendaPage, velden, vanzelf=True) as antwoord:
        assert antwoord.status_code == 400
        assert antwoord.json()["success"] is False
        assert "kwam niet goed over" in antwoord.json()["error_message"]


@pytest.mark.parametrize("grens", ["DATA_UPLOAD_MAX_NUMBER_FIELDS", "DATA_UPLOAD_MAX_MEMORY_SIZE"])
def test_te_veel_en_te_groot(machine, grens):
    with (
        override_settings(**{grens: 10}),
        machine.stuur(KernagendaPage, machine.velden[KernagendaPage], vanzelf=False) as antwoord,
    ):
        assert antwoord.status_code == 400
        assert "Er is niets bewaard" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("adres", "wijze"),
    [
        ("/cms/tag-autocomplete/?term=een%00zin", "GET"),
        (f"/cms/pages/{{}}/set_position/?position={'9' * 30}", "POST"),
    ],
)
def test_wat_de_databank_niet_kent(machine, client, adres, wijze):
    client.force_login(machine.dorp.gebruikers["communicatie"])
    client.raise_request_exception = False
    antwoord = client.generic(wijze, adres.format(machine.paginas[AgendaItemPage].pk))
    assert antwoord.status_code == 400


def test_een_fout_van_onszelf_blijft_een_fout(machine):
    with (
        patch("kernpagina.models.agenda.is_leeg", side_effect=KeyError("vergeten")),
        machine.stuur(AgendaItemPage, machine.velden[AgendaItemPage], vanzelf=False) as antwoord,
    ):
        assert antwoord.status_code == 500


def test_elk_veld_voor_tekst_kijkt_eerst(machine):
    """Set in the settings; the editor of a new page type has it by itself."""
    form = AgendaItemPage.get_edit_handler().get_form_class()(for_user=machine.dorp.gebruikers["beheer"])
    assert isinstance(form.fields["verslag"].widget, TekstVak)
    assert isinstance(form.fields["inhoud"].block.child_blocks["tekst"].field.widget, TekstVak)

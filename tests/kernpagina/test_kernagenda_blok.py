"""The form of a kernagenda: a point that is not feasible says why."""

import pytest
from django.core.exceptions import ValidationError

from kernpagina.models import KernagendaPage
from tests.factories import lijst_van, onderdeel, punt

BLOK = KernagendaPage._meta.get_field("onderdelen").stream_block


def controleer(*punten, thema):
    return BLOK.clean(BLOK.to_python([onderdeel(thema, *punten)]))


@pytest.mark.parametrize("motivering", ["", "<p></p>", '<p data-block-key="a1"> </p>'])
def test_niet_haalbaar_wil_een_motivering(themas, motivering):
    with pytest.raises(ValidationError) as fout:
        controleer(
            punt("Bankje"), punt("Brug", status="niet haalbaar", motivering=motivering), thema=themas[0]
        )
    bij_thema = fout.value.block_errors[0].block_errors
    assert list(bij_thema) == ["punten"]
    bij_punten = bij_thema["punten"].block_errors
    assert list(bij_punten) == [1], "het eerste punt is in orde"
    bij_veld = bij_punten[1].block_errors
    assert list(bij_veld) == ["motivering"]
    assert "waarom dit niet haalbaar is" in bij_veld["motivering"].messages[0]


def test_niet_haalbaar_met_motivering_mag(themas):
    reden = "<p>Te duur. Een veerpont kan wel.</p>"
    schoon = controleer(punt("Brug", status="niet haalbaar", motivering=reden), thema=themas[0])
    assert schoon[0].value["punten"][0]["motivering"].source == reden


@pytest.mark.parametrize("status", ["wens", "in onderzoek", "gepland", "bezig", "gereed"])
def test_andere_statussen_willen_geen_motivering(themas, status):
    assert controleer(punt("Brug", status=status), thema=themas[0])


@pytest.mark.parametrize(
    ("titel", "velden", "veld"),
    [("", {}, "titel"), ("Brug", {"status": ""}, "status"), ("Brug", {"trekker": ""}, "trekker")],
)
def test_verplichte_velden_van_een_punt(themas, titel, velden, veld):
    with pytest.raises(ValidationError) as fout:
        controleer(punt(titel, **velden), thema=themas[0])
    bij_punt = fout.value.block_errors[0].block_errors["punten"].block_errors[0]
    assert list(bij_punt.block_errors) == [veld]


def test_een_onderdeel_heeft_een_thema(db):
    met_leeg_thema = {"type": "thema", "value": {"thema": None, "punten": [punt("Brug")]}}
    with pytest.raises(ValidationError) as fout:
        BLOK.clean(BLOK.to_python([met_leeg_thema]))
    assert list(fout.value.block_errors[0].block_errors) == ["thema"]


@pytest.mark.parametrize("gekozen", ["", "abc", "-1", "9" * 40, "999999"])
def test_zonder_thema_staat_bij_het_veld_wat_je_moet_doen(themas, gekozen):
    """A plain list sends '' when nothing is chosen; the points stay."""
    veld = "onderdelen-0-value-punten-0"
    velden = {f"{veld}-{naam}": "" for naam in ("deleted", "id")} | {
        "onderdelen-count": "1",
        "onderdelen-0-deleted": "",
        "onderdelen-0-order": "0",
        "onderdelen-0-type": "thema",
        "onderdelen-0-value-thema": gekozen,
        "onderdelen-0-value-punten-count": "1",
        f"{veld}-order": "0",
        f"{veld}-value-titel": "Brug",
        f"{veld}-value-status": "wens",
        f"{veld}-value-trekker": "inwoners",
        f"{veld}-value-omschrijving": "null",
        f"{veld}-value-motivering": "null",
        f"{veld}-value-project": "",
    }
    waarde = BLOK.value_from_datadict(velden, {}, "onderdelen")
    assert waarde[0].value["punten"][0]["titel"] == "Brug"
    with pytest.raises(ValidationError) as fout:
        BLOK.clean(waarde)
    assert fout.value.block_errors[0].block_errors["thema"].messages == ["Kies een thema."]


def test_een_concept_wordt_bewaard_terwijl_de_motivering_nog_komt(themas):
    """Who taps the state first types the reason after it; until then everything else is kept."""
    waarde = BLOK.to_python([onderdeel(themas[0], punt("Rondweg", status="niet haalbaar"))])
    assert BLOK.clean_deferred(waarde)[0].value["punten"][0]["titel"] == "Rondweg"
    with pytest.raises(ValidationError):
        BLOK.clean(waarde)


def test_wat_er_in_een_blok_ontbreekt_heet_bij_zijn_naam(dorp, themas):
    kernagenda = lijst_van(dorp.beesd, KernagendaPage)
    form = kernagenda.get_edit_handler().get_form_class()
    form = form(
        {"onderdelen-count": "0"},
        instance=kernagenda,
        parent_page=dorp.beesd,
        for_user=dorp.gebruikers["redactie-beesd"],
    )
    blok = form.fields["onderdelen"].block
    with pytest.raises(ValidationError) as fout:
        blok.clean(blok.to_python([onderdeel(themas[0], punt(""))]))
    (van_punt,) = fout.value.block_errors[0].block_errors["punten"].block_errors.values()
    assert van_punt.block_errors["titel"].messages == ["Vul ‘Titel’ in."]

"""What a page refuses, and that a volunteer is told so, in Dutch, at the field to mend."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from kernpagina.keuzes import VraagSoort
from kernpagina.models import OproepVraag
from projecten.models import ProjectFase
from tests import factories
from tests.factories import moment

# name, page, what is filled in, the field that is refused, words of the message
GEWEIGERD = [
    ("kern", {"woonplaatscode": "123"}, "woonplaatscode", "vier cijfers"),
    ("kern", {"woonplaatscode": "12a4"}, "woonplaatscode", "vier cijfers"),
    ("kern", {"breedtegraad": 51.9}, "lengtegraad", "allebei"),
    ("kern", {"lengtegraad": 5.2}, "breedtegraad", "allebei"),
    ("kern", {"breedtegraad": 91, "lengtegraad": 5.2}, "breedtegraad", "90"),
    ("kern", {"breedtegraad": 5.19, "lengtegraad": 51.88}, "breedtegraad", "Staan ze andersom?"),
    ("kern", {"breedtegraad": 0.0, "lengtegraad": 0.0}, "breedtegraad", "niet in Nederland"),
    ("kern", {"intro": ""}, "intro", "leeg"),
    ("kernagenda", {"versie": 0}, "versie", "nummer 1"),
    ("kernagenda", {"periode_van": 2027, "periode_tot": 2026}, "periode_tot", "voor het eerste jaar"),
    ("kernagenda", {"periode_van": 27}, "periode_van", "Kijk het jaar na"),
    ("kernagenda", {"periode_tot": 20270}, "periode_tot", "Kijk het jaar na"),
    ("agenda_item", {"begin": None}, "begin", "leeg"),
    ("agenda_item", {"locatie": ""}, "locatie", "leeg"),
    ("agenda_item", {"einde": moment("2026-06-10 19:29")}, "einde", "voor het begin"),
    ("agenda_item", {"vorm": "online"}, "online_link", "online kunnen meedoen"),
    ("agenda_item", {"vorm": "hybride"}, "online_link", "online kunnen meedoen"),
    ("agenda_item", {"aanmelden": "per e-mail"}, "aanmelden_contact", "kunnen aanmelden"),
    (
        "agenda_item",
        {"aanmelden": "telefonisch", "aanmelden_contact": " "},
        "aanmelden_contact",
        "kunnen aanmelden",
    ),
    *(
        ("agenda_item", {"aanmelden": manier, "aanmelden_contact": contact}, "aanmelden_contact", woorden)
        for manier, contact, woorden in (
            ("per e-mail", "borrel@beesd", "geen e-mailadres"),
            ("per e-mail", "0345 123456", "geen e-mailadres"),
            ("telefonisch", "123456", "met het netnummer"),
            ("telefonisch", "borrel@beesd.example", "heel telefoonnummer"),
            ("elders", "www.example.org", "https://"),
            ("elders", "bij Jan", "hele webadres"),
            ("hier", "bij Jan", "of een e-mailadres in voor wie iets nodig heeft"),
        )
    ),
    ("agenda_item", {"aanmelden": "hier", "max_aantal": 0}, "max_aantal", "hoeveel mensen er passen"),
    ("agenda_item", {"aanmelden_tot": date(2026, 6, 11)}, "aanmelden_tot", "na het begin"),
    ("agenda_item", {"status": "geannuleerd"}, "toelichting", "waarom het niet doorgaat"),
    ("agenda_item", {"status": "gewijzigd", "toelichting": " "}, "toelichting", "wat er is veranderd"),
    ("agenda_item", {"breedtegraad": 51.9}, "lengtegraad", "allebei"),
    ("oproep", {"sluit": date(2026, 5, 31)}, "sluit", "voordat hij opent"),
    ("oproep", {"offline_meedoen": "a" * 301}, "offline_meedoen", "er passen 300 tekens, nu zijn het er 301"),
    *(
        ("oproep", {veld: "a" * 501}, veld, "er passen 500 tekens, nu zijn het er 501")
        for veld in ("wat_staat_vast", "ruimte_voor_invloed")
    ),
    (
        "oproep",
        {"terugkoppeling_uiterlijk": date(2026, 6, 29)},
        "terugkoppeling_uiterlijk",
        "als de oproep gesloten is",
    ),
    ("oproep", {"offline_meedoen": ""}, "offline_meedoen", "leeg"),
    ("oproep", {"niveau": "hoog"}, "niveau", "geen geldige keuze"),
    ("project", {"status": "gestopt"}, "reden_gestopt", "waarom het project is gestopt"),
    ("project", {"status": "gestopt", "reden_gestopt": " "}, "reden_gestopt", "waarom het project"),
    (
        "project",
        {"status": "gestopt", "reden_gestopt": "a" * 501},
        "reden_gestopt",
        "er passen 500 tekens, nu zijn het er 501",
    ),
    ("project", {"lengtegraad": 5.2}, "breedtegraad", "allebei"),
    ("project", {"breedtegraad": 5.19, "lengtegraad": 51.88}, "breedtegraad", "Staan ze andersom?"),
    ("agenda_item", {"breedtegraad": 48.85, "lengtegraad": 2.35}, "breedtegraad", "niet in Nederland"),
]
TOEGESTAAN = [
    ("kern", {"woonplaatscode": "0213"}),
    ("kern", {"breedtegraad": 51.88, "lengtegraad": 5.19}),
    ("kernagenda", {"periode_van": 2026, "periode_tot": 2026}),
    ("agenda_item", {"einde": moment("2026-06-10 19:30")}),
    ("agenda_item", {"vorm": "online", "online_link": "https://example.org/"}),
    *(
        ("agenda_item", {"aanmelden": manier, "aanmelden_contact": contact})
        for manier, contact in (
            ("per e-mail", " borrel@beesd.example "),
            ("hier", ""),
            ("hier", "borrel@beesd.example"),
            ("hier", "0345 123456"),
            ("telefonisch", "0345 123456"),
            ("telefonisch", "Jan, +31 (0)6-12 34 56 78"),
            ("telefonisch", "0800 1234"),
            ("telefonisch", "14 0345"),
            ("elders", "https://example.org/aanmelden?dag=1"),
            ("niet nodig", "bij de deur"),
        )
    ),
    ("agenda_item", {"aanmelden_tot": date(2026, 6, 10)}),
    # Midnight in West Betuwe is still the day before in UTC, which is how the database gives it back.
    ("agenda_item", {"begin": moment("2026-06-11"), "aanmelden_tot": date(2026, 6, 11)}),
    ("agenda_item", {"status": "gewijzigd", "toelichting": "Het begint later."}),
    ("oproep", {"sluit": date(2026, 6, 1)}),
    ("oproep", {"terugkoppeling_uiterlijk": date(2026, 6, 30)}),
    ("oproep", {"wat_staat_vast": "a" * 500, "ruimte_voor_invloed": "a" * 500}),
    ("project", {"status": "gestopt", "reden_gestopt": "Er was te weinig geld."}),
    ("project", {"status": "gestopt", "reden_gestopt": "a" * 500}),
]


@pytest.fixture
def kern(beesd):
    return beesd


@pytest.fixture
def agenda_item(agenda):
    return factories.AgendaItemPageFactory(parent=agenda)


@pytest.fixture
def oproep(oproepen):
    return factories.OproepPageFactory(parent=oproepen)


@pytest.fixture
def project(projecten):
    return factories.ProjectPageFactory(parent=projecten)


def vul(pagina, velden):
    for naam, waarde in velden.items():
        setattr(pagina, naam, waarde)
    return pagina


def geval(rij):
    return f"{rij[0]} {rij[1]}"[:120]


@pytest.mark.parametrize(
    ("naam", "velden", "veld", "woorden"), GEWEIGERD, ids=[geval(rij) for rij in GEWEIGERD]
)
def test_geweigerd_met_uitleg_bij_het_goede_veld(request, naam, velden, veld, woorden):
    pagina = vul(request.getfixturevalue(naam), velden)
    with pytest.raises(ValidationError) as fout:
        pagina.full_clean()
    assert list(fout.value.message_dict) == [veld]
    assert woorden in fout.value.message_dict[veld][0]


@pytest.mark.parametrize(("naam", "velden"), TOEGESTAAN, ids=[geval(rij) for rij in TOEGESTAAN])
def test_op_de_grens_mag_het(request, naam, velden):
    pagina = vul(request.getfixturevalue(naam), velden)
    with factories.opzetten():
        pagina.save()
    pagina.refresh_from_db()
    pagina.full_clean()


def test_alle_fouten_van_een_agenda_item_staan_er_tegelijk(agenda_item):
    vul(agenda_item, {"vorm": "online", "aanmelden": "elders", "status": "gewijzigd"})
    with pytest.raises(ValidationError) as fout:
        agenda_item.full_clean()
    assert set(fout.value.message_dict) == {"online_link", "aanmelden_contact", "toelichting"}


def test_een_lege_alinea_is_geen_uitkomst(oproep):
    oproep.uitkomst = '<p data-block-key="a1"> </p>'
    oproep.full_clean()
    assert oproep.uitkomst == ""


def test_twee_keuzes_lezen_niet_hetzelfde():
    vraag = OproepVraag(vraag="Hoe hard?", soort=VraagSoort.EEN_KEUZE, keuzes="30 km\n50 km\n\n30 KM ")
    with pytest.raises(ValidationError) as fout:
        vraag.clean()
    assert "‘30 KM’ staat er twee keer" in fout.value.message_dict["keuzes"][0]
    vraag.soort = VraagSoort.OPEN
    vraag.clean()


def test_fase_eindigt_niet_voor_het_begin(project):
    fase = ProjectFase(project=project, titel="Bouwen", begin=date(2026, 2, 2), einde=date(2026, 2, 1))
    with pytest.raises(ValidationError) as fout:
        fase.full_clean(exclude=["locale"])
    assert "einde" in fout.value.message_dict
    fase.einde = fase.begin
    fase.full_clean(exclude=["locale"])

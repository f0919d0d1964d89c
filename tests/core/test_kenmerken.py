"""Every block has an identity of its own, whatever a form sends; it stays as long as the block does."""

import json
from uuid import UUID

import pytest
from wagtail.models import Locale

from core.kenmerken import blokken_in, met_eigen_kenmerken
from kernpagina.models import AgendaItemPage, KernagendaPage, Kernagendapunt, KernPage
from tests import factories
from tests.factories import onderdeel, punt
from tests.formulier import paginatypen

BLOK = KernagendaPage._meta.get_field("onderdelen").stream_block
EEN = "11111111-1111-4111-8111-111111111111"
TWEE = "22222222-2222-4222-8222-222222222222"


def kenmerken(stroom: list) -> list[str]:
    return [deel["id"] for deel in blokken_in(BLOK, stroom)]


def met_kenmerken(themas, *van_de_punten) -> list[dict]:
    return [onderdeel(themas[0], *(punt("Brug") | {"id": kenmerk} for kenmerk in van_de_punten))]


def test_wat_klopt_blijft_zoals_het_is(themas):
    stroom = [onderdeel(themas[0], punt("Brug"), punt("Bank")), onderdeel(themas[1])]
    assert met_eigen_kenmerken(BLOK, stroom) is stroom


@pytest.mark.parametrize(
    "gestuurd",
    [
        (EEN, EEN),
        (EEN, EEN.upper()),
        (EEN, None),
        (EEN, ""),
        (EEN, "geen-kenmerk"),
        (EEN, 7),
        (EEN, "٣" * 32),
    ],
    ids=str,
)
def test_dubbel_leeg_of_onzin_krijgt_een_eigen_kenmerk(themas, gestuurd):
    eerste, tweede = kenmerken(met_eigen_kenmerken(BLOK, met_kenmerken(themas, *gestuurd)))[1:]
    assert eerste == EEN
    assert str(UUID(tweede)) == tweede != EEN


def test_een_kenmerk_geldt_in_de_hele_stroom(themas):
    thema, andere = (
        onderdeel(themas[0], punt("Brug", kenmerk=EEN)),
        onderdeel(themas[1], punt("Bank", kenmerk=EEN)),
    )
    andere["id"] = thema["id"]
    nieuw = kenmerken(met_eigen_kenmerken(BLOK, [thema, andere]))
    assert len(set(nieuw)) == 4
    assert nieuw[:2] == [thema["id"], EEN]


def test_een_formulier_dat_openblijft_stuurt_zijn_dubbele_steeds_weer(themas):
    """Then the same blocks get the same identities, or each autosave would make every point a new one."""
    stroom = met_kenmerken(themas, EEN, EEN, "onzin", EEN)
    eenmaal = met_eigen_kenmerken(BLOK, stroom)
    assert met_eigen_kenmerken(BLOK, stroom) == eenmaal
    # And a new one is never another block's, also when the form is opened anew and doubled once more.
    nogmaals = met_eigen_kenmerken(BLOK, met_kenmerken(themas, *kenmerken(eenmaal)[1:3], EEN, EEN))
    assert len(set(kenmerken(nogmaals))) == 5
    assert kenmerken(nogmaals)[1:3] == kenmerken(eenmaal)[1:3]


def test_wat_bewaard_wordt_heeft_eigen_kenmerken_in_rij_en_versie(kernagenda, themas):
    kernagenda.onderdelen = BLOK.to_python(met_kenmerken(themas, EEN, EEN))
    plan = factories.publiceer(kernagenda)
    in_rij = kenmerken(plan.onderdelen.get_prep_value())
    assert len(set(in_rij)) == 3
    assert kenmerken(plan.get_latest_revision_as_object().onderdelen.get_prep_value()) == in_rij
    assert {str(p.uuid) for p in Kernagendapunt.objects.all()} == set(in_rij[1:])


def test_een_oude_versie_met_dubbele_kan_online(kernagenda, themas):
    """What was submitted before this rule was there, is approved all the same."""
    kernagenda.onderdelen = BLOK.to_python(met_kenmerken(themas, EEN))
    versie = kernagenda.save_revision()
    inhoud = versie.content | {"onderdelen": json.dumps(met_kenmerken(themas, EEN, EEN))}
    type(versie).objects.filter(pk=versie.pk).update(content=inhoud)
    versie.refresh_from_db()
    with factories.opzetten():
        versie.publish()
    assert Kernagendapunt.objects.count() == 2


@pytest.mark.parametrize("model", [AgendaItemPage, KernPage], ids=lambda model: model.__name__)
def test_in_elke_paginasoort(agenda, beesd, model):
    pagina = factories.AgendaItemPageFactory(parent=agenda) if model is AgendaItemPage else beesd
    blok = model._meta.get_field("inhoud").stream_block
    vraag = {"type": "item", "id": EEN, "value": {"vraag": "Mag het?", "antwoord": "<p>Ja.</p>"}}
    kop = {"type": "kop", "id": TWEE, "value": {"tekst": "Kop", "niveau": "h2"}}
    pagina.inhoud = blok.to_python([{"type": "vragen", "id": TWEE, "value": [vraag, vraag]}, kop])
    bewaard = factories.publiceer(pagina).inhoud.get_prep_value()
    assert len({deel["id"] for deel in blokken_in(blok, bewaard)}) == 4


def test_een_nieuw_thema_begint_zonder_punt():
    assert list(BLOK.child_blocks["thema"].get_default()["punten"]) == []


def test_geen_andere_stroomvelden_vergeten():
    """Found by type, so a new page type is in it from the first day."""
    assert {"onderdelen", "inhoud"} == {
        veld.name for model in paginatypen() for veld in model._meta.fields if hasattr(veld, "stream_block")
    }


class TestKopie:
    @pytest.fixture
    def plan(self, kernagenda, themas):
        kernagenda.onderdelen = BLOK.to_python([onderdeel(themas[0], punt("Brug", kenmerk=EEN))])
        return factories.publiceer(kernagenda)

    def test_een_kern_met_zijn_paginas_kopieren_geeft_nieuwe_kenmerken(self, plan, beesd, home):
        kopie = beesd.copy(recursive=True, to=home, update_attrs={"slug": "kopie"}, keep_live=False)
        agenda = KernagendaPage.objects.child_of(kopie).get()
        in_rij = kenmerken(agenda.onderdelen.get_prep_value())
        in_versies = [
            kenmerken(versie.as_object().onderdelen.get_prep_value()) for versie in agenda.revisions.all()
        ]
        assert len(in_rij) == 2
        assert EEN not in in_rij
        assert in_versies
        assert all(versie == in_rij for versie in in_versies), "een punt blijft in elke versie hetzelfde punt"
        factories.publiceer(agenda.get_latest_revision_as_object())
        assert Kernagendapunt.objects.values("uuid").distinct().count() == 2

    def test_een_vertaling_houdt_de_kenmerken(self, plan):
        engels, _ = Locale.objects.get_or_create(language_code="en")
        vertaling = plan.copy_for_translation(engels, copy_parents=True)
        assert kenmerken(vertaling.onderdelen.get_prep_value())[1:] == [EEN]

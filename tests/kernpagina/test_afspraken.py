"""The register of agreements holds what of each report is public, with how it goes by now: said by one, confirmed by another."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.goedkeuring.besluiten import KanNiet
from kernpagina.afspraakstanden import bevestig, meld, stuur_terug, wat_wacht
from kernpagina.keuzes import AfspraakStand
from kernpagina.models import Afspraak, AfspraakMelding, AgendaAfspraak, AgendaItemPage
from tests import factories
from tests.dorp import agenda_item
from tests.talen.vertaler import vertaal
from volgen.models import Wijziging


@pytest.fixture
def avond(dorp):
    """A meeting of Beesd with two agreements in its report, that is online."""
    item = agenda_item(dorp.agenda, "Dorpsavond", live=False, verslag="<p>Goed gesprek.</p>")
    item.afspraken = [
        AgendaAfspraak(wat="Bankje plaatsen", wie_soort="gemeente", uiterlijk=date(2026, 3, 1), sort_order=0),
        AgendaAfspraak(wat="Flyer maken", wie_soort="inwoners", wanneer="voor de zomer", sort_order=1),
    ]
    return factories.publiceer(item)


def rijen():
    return list(Afspraak.objects.zichtbaar().order_by("volgorde").values_list("wat", "stand"))


def bankje() -> Afspraak:
    return Afspraak.objects.zichtbaar().select_related("agenda_item").get(wat__startswith="Bankje")


def test_het_register_volgt_wat_openbaar_is(avond):
    assert rijen() == [("Bankje plaatsen", "afgesproken"), ("Flyer maken", "afgesproken")]
    kenmerk = bankje().kenmerk
    concept = avond.get_latest_revision_as_object()
    eerste, tweede = concept.afspraken.all()
    eerste.wat, eerste.sort_order = "Bankje neerzetten", 5
    concept.afspraken = [tweede, eerste]
    concept.save_revision()
    assert rijen()[0] == ("Bankje plaatsen", "afgesproken")
    avond = factories.publiceer(concept)
    assert [wat for wat, _ in rijen()] == ["Flyer maken", "Bankje neerzetten"]
    assert bankje().kenmerk == kenmerk, "it stays itself when it is moved and written anew"
    factories.depubliceer(avond)
    assert rijen() == []


def test_zonder_verslag_is_er_niets_afgesproken(avond):
    avond.verslag = ""
    factories.publiceer(avond)
    assert rijen() == []


def test_een_zegt_het_en_een_ander_bevestigt(dorp, avond, django_capture_on_commit_callbacks):
    redacteur, lezer = dorp.gebruikers["redactie-beesd"], dorp.gebruikers["communicatie"]
    melding = meld(bankje(), redacteur, AfspraakStand.GEDAAN, "Het staat bij de kerk.")
    assert rijen()[0] == ("Bankje plaatsen", "afgesproken")
    assert meld(bankje(), redacteur, AfspraakStand.GEDAAN, "Het staat bij de kerk.") == melding, (
        "pressed twice"
    )
    with pytest.raises(PermissionDenied):
        bevestig(melding.pk, dorp.gebruikers["redactie-beesd-2"])
    regels = Wijziging.objects.filter(pagina=avond.pk, soort="afspraak")
    with django_capture_on_commit_callbacks(execute=True):
        bevestig(melding.pk, lezer)
    assert rijen()[0] == ("Bankje plaatsen", "gedaan")
    assert bankje().uitleg == "Het staat bij de kerk."
    assert [regel.regel for regel in regels] == ["Gedaan: Bankje plaatsen"]
    with pytest.raises(KanNiet, match="al besloten"):
        bevestig(melding.pk, lezer)
    # Published anew, and in another language, it stands as it stood.
    vertaal(avond, "pl")
    factories.publiceer(AgendaItemPage.objects.get(pk=avond.pk))
    assert set(Afspraak.objects.filter(kenmerk=bankje().kenmerk).values_list("stand", flat=True)) == {
        "gedaan"
    }


def test_wie_het_meldt_bevestigt_het_niet(dorp, avond):
    lezer = dorp.gebruikers["communicatie"]
    melding = meld(bankje(), lezer, AfspraakStand.BEZIG, "")
    with pytest.raises(PermissionDenied):
        bevestig(melding.pk, lezer)
    with pytest.raises(IntegrityError), transaction.atomic():
        AfspraakMelding.objects.filter(pk=melding.pk).update(
            besluit="bevestigd", besloten_door=lezer, besloten_op=timezone.now()
        )
    stuur_terug(melding.pk, dorp.gebruikers["communicatie-2"], "Wie is er bezig?")
    assert rijen()[0] == ("Bankje plaatsen", "afgesproken")


@pytest.mark.parametrize(
    ("stand", "zin"), [("gedaan", "hoe het is gedaan"), ("vervallen", "waarom het niet")]
)
def test_gedaan_en_vervallen_vragen_een_woord(dorp, avond, stand, zin):
    with pytest.raises(KanNiet, match=zin):
        meld(bankje(), dorp.gebruikers["redactie-beesd"], AfspraakStand(stand), "  ")
    with pytest.raises(IntegrityError), transaction.atomic():
        AfspraakMelding.objects.create(agenda_item=avond, afspraak=bankje().kenmerk, stand=stand)


def test_een_ander_dorp_meldt_niets(dorp, avond):
    with pytest.raises(PermissionDenied):
        meld(bankje(), dorp.gebruikers["redactie-heukelum"], AfspraakStand.BEZIG, "")


def test_wat_niet_meer_openbaar_is_wacht_niet_meer(dorp, avond):
    eerst = meld(bankje(), dorp.gebruikers["redactie-beesd"], AfspraakStand.BEZIG, "")
    nieuw = meld(bankje(), dorp.gebruikers["redactie-beesd-2"], AfspraakStand.BEZIG, "De paal staat.")
    assert [melding.pk for melding in wat_wacht()] == [nieuw.pk], (
        "what is said last takes the place of the first"
    )
    with pytest.raises(KanNiet):
        bevestig(eerst.pk, dorp.gebruikers["communicatie"])
    factories.depubliceer(avond)
    assert not wat_wacht().exists()


def test_te_laat_is_wat_nog_moet(dorp, avond):
    assert bankje().dagen_te_laat(date(2026, 3, 1)) == 0
    assert bankje().dagen_te_laat(date(2026, 3, 4)) == 3
    assert list(Afspraak.objects.te_laat(date(2026, 3, 2))) == [bankje()]
    melding = meld(bankje(), dorp.gebruikers["redactie-beesd"], AfspraakStand.GEDAAN, "Klaar.")
    bevestig(melding.pk, dorp.gebruikers["communicatie"])
    assert not Afspraak.objects.te_laat(date(2026, 3, 2)).exists()

"""The versions of a kernagenda: only what was published is kept, and compared point by point."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from core.tijd import vandaag
from kernpagina.keuzes import PuntStatus
from kernpagina.models import KernagendaPage, Kernagendapunt, KernagendaVersie, Statuswissel
from kernpagina.versies import kies, vergelijk
from tests import factories

EEN, TWEE, DRIE = ("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222",
                   "33333333-3333-4333-8333-333333333333")  # fmt: skip


def momentopname(uuid: str, titel: str = "Een bankje", status: str = "wens", **velden: str) -> dict:
    leeg = {"trekker": "Inwoners", "planning": "", "omschrijving": "", "motivering": ""}
    return {"uuid": uuid, "thema": "Wonen", "titel": titel, "status": status, **leeg, **velden}


def test_nieuw_weg_status_en_tekst() -> None:
    oud = [momentopname(EEN), momentopname(TWEE, planning="2026")]
    nieuw = [momentopname(EEN, status="bezig"), momentopname(DRIE, "Een fontein")]
    nieuw_tekst = [momentopname(TWEE, planning="2027")]
    groepen = {str(g.naam): g.wijzigingen for g in vergelijk(oud, nieuw)}
    assert [w.titel for w in groepen["Nieuw"]] == ["Een fontein"]
    assert [w.status_nu["label"] for w in groepen["Andere status"]] == ["Bezig"]
    assert [(w.uuid, w.bestaat_nu) for w in groepen["Staat er niet meer op"]] == [(TWEE, False)]
    (tekst,) = vergelijk([momentopname(TWEE, planning="2026")], nieuw_tekst)
    assert tekst.wijzigingen[0].regels == [{"veld": "Planning", "was": "2026", "nu": "2027"}]


def test_andere_volgorde_is_geen_wijziging() -> None:
    punten = [momentopname(EEN), momentopname(TWEE)]
    assert vergelijk(punten, punten[::-1]) == []


def test_een_eerder_nummer_overschrijft_geen_oude_versie(kernagenda) -> None:
    for nummer in (1, 3):
        kernagenda.versie = nummer
        kernagenda = factories.publiceer(kernagenda)
    for nummer in (3, 4):
        kernagenda.versie = nummer
        kernagenda.clean()
    kernagenda.versie = 2
    with pytest.raises(ValidationError, match="Versie 3 is er al"):
        kernagenda.clean()


def test_alleen_wat_gepubliceerd_is(kernagenda, themas) -> None:
    def zet(versie: int, status: str) -> None:
        kernagenda.versie = versie
        punt = factories.punt("Een bankje", kenmerk=EEN, status=status, motivering="<p>Te nat.</p>")
        kernagenda.onderdelen = json.dumps([factories.onderdeel(themas[0], punt)])

    zet(1, PuntStatus.WENS)
    factories.publiceer(kernagenda)
    zet(2, PuntStatus.GEREED)
    kernagenda.save_revision()
    assert [v.versie for v in kernagenda.versies.all()] == [1]
    factories.publiceer(kernagenda)
    zet(2, PuntStatus.BEZIG)
    factories.publiceer(kernagenda)
    assert [(v.versie, v.punten[0]["status"]) for v in kernagenda.versies.all()] == [
        (2, "bezig"),
        (1, "wens"),
    ]


def test_vergelijken_op_de_pagina(client, kernagenda, themas) -> None:
    for versie, status in ((1, "wens"), (2, "bezig")):
        kernagenda.versie = versie
        punt = factories.punt("Een bankje", kenmerk=EEN, status=status)
        kernagenda.onderdelen = json.dumps([factories.onderdeel(themas[0], punt)])
        kernagenda = factories.publiceer(kernagenda)
    assert "Wat is er veranderd?" in client.get(kernagenda.url).content.decode()
    html = client.get(f"{kernagenda.url}?van=2&tot=1").content.decode()
    assert "Van versie 1 naar versie 2" in html
    assert "Andere status (1)" in html
    for onzin in ("van=1&tot=1", "van=9&tot=1", "van=&tot=", "van=x&tot=%00"):
        antwoord = client.get(f"{kernagenda.url}?{onzin}")
        assert antwoord.status_code == 200
        assert "Van versie" not in antwoord.content.decode()


def test_de_jaren_staan_op_de_pagina(client, kernagenda) -> None:
    for van, tot, zin in ((2027, 2031, "Voor de jaren 2027 tot en met 2031."), (2027, None, "Vanaf 2027.")):
        kernagenda.periode_van, kernagenda.periode_tot = van, tot
        kernagenda = factories.publiceer(kernagenda)
        assert zin in client.get(kernagenda.url).content.decode()


def test_kies_zet_de_oudste_voorop(kernagenda) -> None:
    KernagendaVersie.objects.filter(kernagenda=kernagenda).delete()
    for versie in (1, 2):
        KernagendaVersie.objects.create(kernagenda=kernagenda, versie=versie, punten=[])
    vergelijking = kies(list(kernagenda.versies.all()), "2", "1")
    assert (vergelijking.van.versie, vergelijking.tot.versie) == (1, 2)


class TestVolgendeVersie:
    """A version is begun from what is online, and says of each state that changed why."""

    @pytest.fixture
    def plan(self, dorp, themas):
        kernagenda = factories.lijst_van(dorp.beesd, KernagendaPage)
        punt = factories.punt("Een bankje", kenmerk=EEN, status="gepland", reden="Van vorige keer.")
        kernagenda.onderdelen = json.dumps([factories.onderdeel(themas[0], punt)])
        return factories.publiceer(kernagenda)

    def begin(self, dorp, plan) -> KernagendaPage:
        client = Client()
        client.force_login(dorp.gebruikers["redactie-beesd"])
        client.post(reverse("werkplek:volgende_versie", args=[plan.pk]))
        return KernagendaPage.objects.get(pk=plan.pk).get_latest_revision_as_object()

    def test_een_knop_begint_haar_in_het_concept(self, dorp, plan) -> None:
        for _ in range(2):
            concept = self.begin(dorp, plan)
            assert (concept.versie, next(concept.punten_in_tekst()).reden) == (2, "")
        assert KernagendaPage.objects.get(pk=plan.pk).versie == 1

    def test_zonder_punten_begint_het_bij_de_eerste(self, client, dorp) -> None:
        leeg = factories.publiceer(factories.lijst_van(dorp.heukelum, KernagendaPage))
        client.force_login(dorp.gebruikers["redactie-heukelum"])
        scherm = client.get(reverse("wagtailadmin_pages:edit", args=[leeg.pk])).content.decode()
        assert "Er staan nog geen punten online." in scherm
        assert "Begin versie" not in scherm

    def test_een_andere_status_vraagt_een_reden(self, client, dorp, plan) -> None:
        concept = self.begin(dorp, plan)
        ruw = concept.onderdelen.get_prep_value()
        punt = ruw[0]["value"]["punten"][0]["value"]
        punt["status"] = "bezig"
        concept.onderdelen = json.dumps(ruw)
        with pytest.raises(ValidationError, match="Schrijf er in één regel bij waarom"):
            concept.clean()
        punt["reden"] = "De aannemer is begonnen."
        concept.onderdelen = json.dumps(ruw)
        factories.publiceer(concept)
        tekst = BeautifulSoup(client.get(f"{plan.url}?van=1&tot=2").content, "html.parser").main.get_text()
        assert tekst.count("De aannemer is begonnen.") == 2, "at the point, and in what changed"
        (wissel,) = Statuswissel.objects.all()
        assert (wissel.van, wissel.naar, wissel.op) == ("gepland", "bezig", vandaag())

    def test_wie_hem_weghaalt_en_terugzet_veranderde_niets(self, plan) -> None:
        sinds = date(2026, 1, 2)
        versie = plan.versies.get()
        versie.punten[0]["veranderd_op"] = sinds.isoformat()
        versie.save()
        factories.publiceer(factories.depubliceer(plan))
        assert Kernagendapunt.objects.get().veranderd_op == sinds
        assert not Statuswissel.objects.exists()

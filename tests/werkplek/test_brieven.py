"""Who takes part without e-mail gets a letter: printed by who may, once, and forgotten as mail is."""

from datetime import timedelta
from uuid import uuid4

import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core import privacy
from core.models import GemeenteInstellingen
from inwoners.houders import Wie
from inwoners.models import Inwoner, Reden
from inwoners.wissen import wis
from kernpagina.models import OproepPage, Uitkomstpunt
from meedoen import bezwaar, stappen, tafel
from meedoen import brieven as tafel_brieven
from meedoen.houder import Brieven
from meedoen.keuzes import Bron, Stand
from meedoen.keuzes import Reden as Waarom
from meedoen.models import Brief, Reactie
from meedoen.tafel import Afzender
from meedoen.terugkoppeling import vertel, zeg_dat_het_te_laat_is
from tests import factories
from tests.meedoen.hulp import oproep_in, sluit_gisteren

from .hulp import als

DAG = timedelta(days=1)


@pytest.fixture
def oproep(dorp) -> OproepPage:
    return oproep_in(dorp.beesd)


def op_papier(dorp, oproep, nummer: int, postadres="Voorstraat {}\n4153 AB Beesd") -> Reactie:
    afzender = Afzender(naam=f"Gerda Nummer{nummer}", postadres=postadres.format(nummer))
    velden = {"bron": Bron.PAPIER, "tekst": f"Woorden van vel {nummer}.", "antwoorden": {}}
    return tafel.voer_in(oproep, dorp.gebruikers["redactie-beesd"], uuid4(), afzender, velden)[0]


def vertel_uitkomst(dorp, oproep) -> None:
    for reactie in Reactie.objects.filter(stand=Stand.BEVESTIGD):
        stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    sluit_gisteren(oproep)
    oproep = OproepPage.objects.get(pk=oproep.pk)
    oproep.uitkomst = "<p>Er komen bankjes.</p>"
    oproep.uitkomstpunten = [Uitkomstpunt(titel="Zitten", besluit="over", antwoord="Twee bankjes.")]
    with factories.opzetten():
        oproep.save()
    punt = OproepPage.objects.get(pk=oproep.pk).uitkomstpunten.get()
    Reactie.objects.update(uitkomstpunt=punt.kenmerk)
    for _ in range(2):
        vertel(OproepPage.objects.get(pk=oproep.pk))


def scherm(dorp, wie):
    return als(dorp, wie).get(reverse("werkplek:brieven"))


def test_twenty_on_paper_get_twenty_letters_and_pressing_twice_is_once(client, dorp, oproep):
    for nummer in range(20):
        op_papier(dorp, oproep, nummer)
    op_papier(dorp, oproep, 20, postadres="")
    vertel_uitkomst(dorp, oproep)
    assert Brief.objects.count() == 20
    nummers = scherm(dorp, "redactie-beesd").context["nummers"]
    pdf = reverse("werkplek:brieven_pdf")
    # Filled in after the letters were written.
    GemeenteInstellingen.objects.update_or_create(
        defaults={"telefoon": "0345 12 34 56", "adres": "Kade 7, 4191 AA Geldermalsen"}
    )
    antwoord = als(dorp, "redactie-beesd").post(pdf, {"nummers": nummers})
    assert "no-store" in antwoord["Cache-Control"]
    document = pypdfium2.PdfDocument(antwoord.content)
    assert len(document) == 20
    assert document.is_tagged()
    for nummer, blad in enumerate(document):
        letters = blad.get_textpage()
        in_het_venster = letters.get_text_bounded(left=57, right=300, top=842 - 142, bottom=842 - 248)
        assert in_het_venster.split("\r\n")[-3:] == [
            f"Gerda Nummer{nummer}",
            f"Voorstraat {nummer}",
            "4153 AB Beesd",
        ]
        gelezen = " ".join(letters.get_text_bounded().split())
        for deel in (
            f"Woorden van vel {nummer}.",
            "Het hoort bij: Zitten",
            "Twee bankjes.",
            "Bel: 0345 12 34 56",
            "Kade 7, 4191 AA",
        ):
            assert deel in gelezen
    # A letter that came after this screen was opened isn't posted with it.
    laat = op_papier_geweigerd(dorp, oproep_in(dorp.beesd, slug="ander"), 30)
    for gezegd in ("20 brieven zijn genoteerd", "waren al genoteerd"):
        gedaan = als(dorp, "redactie-beesd").post(
            reverse("werkplek:brieven"), {"nummers": nummers}, follow=True
        )
        assert gezegd in gedaan.content.decode()
    assert Brief.objects.wacht().get().inwoner == laat.inwoner
    assert set(Inwoner.objects.exclude(postadres="").values_list("naam", flat=True)) == {"Gerda Nummer30"}
    # Whoever jams the printer prints the pile again.
    (stapel,) = scherm(dorp, "redactie-beesd").context["stapels"]
    opnieuw = als(dorp, "redactie-beesd").post(pdf, {"stapel": str(stapel["stapel"])})
    assert len(pypdfium2.PdfDocument(opnieuw.content)) == 20


def op_papier_geweigerd(dorp, oproep, nummer: int) -> Reactie:
    reactie = op_papier(dorp, oproep, nummer)
    return stappen.wijs_af(
        reactie.pk, dorp.gebruikers["communicatie"], Waarom.RECLAME, "Het gaat over een winkel."
    )


def test_letters_are_for_who_works_on_this_call(client, dorp, oproep):
    op_papier_geweigerd(dorp, oproep, 1)
    nummers = {"nummers": str(Brief.objects.get().pk)}
    adressen = (reverse("werkplek:brieven"), reverse("werkplek:brieven_pdf"))
    for adres in adressen:
        assert client.post(adres, nummers).status_code == 302
        als(dorp, "redactie-heukelum").post(adres, nummers)
    assert "Gerda" not in scherm(dorp, "redactie-heukelum").content.decode()
    assert Brief.objects.wacht().count() == 1
    assert als(dorp, "beheer").get(adressen[0]).status_code in (302, 403)
    assert als(dorp, "communicatie").get(adressen[1]).status_code == 405
    assert "1 brief wacht" in als(dorp, "redactie-beesd").get(reverse("wagtailadmin_home")).content.decode()
    assert "Gerda" in scherm(dorp, "communicatie").content.decode()


def test_who_was_refused_on_paper_hears_why_and_gets_a_second_look(dorp, oproep):
    reactie = op_papier_geweigerd(dorp, oproep, 1)
    brief = Brief.objects.get()
    for deel in (
        "De reden: reclame",
        "Het gaat over een winkel.",
        "vraag om een tweede blik",
        "Woorden van vel 1.",
    ):
        assert deel in brief.tekst
    assert "http" not in brief.tekst.replace("http://localhost", "")
    adres = reverse("werkplek:reactie", args=[reactie.pk])
    wachtrij = als(dorp, "communicatie").get(reverse("werkplek:reacties")).content.decode()
    assert adres in wachtrij
    als(dorp, "communicatie").post(adres, {"doe": "bezwaar", "toelichting": "Het is geen reclame."})
    bezwaar.kijk_opnieuw(reactie.pk, dorp.gebruikers["communicatie-2"], plaatsen=True, toelichting="")
    assert set(Brief.objects.values_list("soort", flat=True)) == {"reactie-niet-geplaatst", "reactie-herzien"}
    ander = op_papier(dorp, oproep, 2)
    uiterlijk = stappen.vraag_aanpassen(
        ander.pk, dorp.gebruikers["communicatie"], "Zonder namen."
    ).aanpassen_voor
    assert uiterlijk == timezone.localdate() + 14 * DAG
    assert "Zonder namen." in Brief.objects.get(soort="reactie-aanpassen").tekst


def test_that_we_are_late_is_posted_too_once_for_each_date(dorp, oproep):
    for nummer in range(2):
        stappen.plaats(op_papier(dorp, oproep, nummer).pk, dorp.gebruikers["communicatie"])
    sluit_gisteren(oproep)
    for _ in range(2):
        zeg_dat_het_te_laat_is(oproep.terugkoppeling_uiterlijk + DAG)
    brief, _ander = Brief.objects.filter(soort="reactie-te-laat")
    assert "Zodra er een uitkomst is, sturen we je weer een brief." in brief.tekst
    # The outcome goes there too.
    assert tafel_brieven.zijn_verstuurd(dorp.gebruikers["redactie-beesd"], [brief.pk]) == 1
    assert brief.inwoner.postadres


def test_a_letter_is_forgotten_thirty_days_after_it_went(dorp, oproep):
    op_papier_geweigerd(dorp, oproep, 1)
    nummers = [Brief.objects.get().pk]
    wie = Wie(None, [Inwoner.objects.get()])
    assert "Voorstraat 1" in str(Brieven().toon(wie))
    op = timezone.now()
    Brief.objects.update(geprint_op=op)
    for dagen, leeg in ((-1, False), (0, True), (1, True)):
        privacy.ruim_op(op + (30 + dagen) * DAG)
        brief = Brief.objects.get(pk=nummers[0])
        assert (brief.naam + brief.postadres + brief.tekst + brief.onderwerp == "") == leeg
    wis(wie, Reden.VERZOEK)
    assert not Brief.objects.exists()


def test_a_list_of_letters_costs_the_same(dorp, oproep):
    def kosten() -> int:
        client = als(dorp, "communicatie")
        with CaptureQueriesContext(connection) as vragen:
            client.get(reverse("werkplek:brieven"))
        return len(vragen)

    op_papier_geweigerd(dorp, oproep, 0)
    scherm(dorp, "communicatie")
    een = kosten()
    for nummer in range(1, 20):
        op_papier_geweigerd(dorp, oproep, nummer)
    assert kosten() == een

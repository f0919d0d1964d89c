"""Calls with questions: answers are counted, shown as totals, and their questions stand still."""

from datetime import timedelta

import pytest

from core.inhoudsversie import verhoog_inhoudsversie
from core.tijd import vandaag
from inwoners.mensen import zorg_voor_inwoner
from kernpagina.antwoorden import bezwaar_tegen_vragen
from kernpagina.models import OproepPage
from meedoen.keuzes import Bron, Stand
from meedoen.models import Reactie
from meedoen.soorten import heeft_formulier
from tests import factories
from tests.formulier import bewerk_url, lees_formulier
from tests.meedoen.hulp import (
    RIA,
    bevestigd,
    druk,
    keuzevraag,
    laatste_link,
    met_vragen,
    oproep_in,
    sluit_gisteren,
    verstuur,
)  # fmt: skip
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db


@pytest.fixture
def peiling(dorp) -> OproepPage:
    return met_vragen(oproep_in(dorp.beesd, "peiling"), keuzevraag(verplicht=True))


def veld(oproep: OproepPage, nummer: int = 0) -> str:
    return f"vraag-{oproep.vragen.all()[nummer].kenmerk}"


def stem(oproep: OproepPage, keuze: int, bron: str = Bron.WEB) -> None:
    Reactie.objects.create(
        oproep=oproep,
        inwoner=zorg_voor_inwoner(None, "Ria Verhoef"),
        bron=bron,
        stand=Stand.GEPLAATST,
        geplaatst_op=f"{vandaag()}T10:00:00Z",
        antwoorden={str(oproep.vragen.all()[0].kenmerk): [keuze]},
    )


def test_without_words_it_counts_at_once(client, peiling, time_machine):
    reactie = bevestigd(client, peiling, time_machine, {veld(peiling): "1"})
    assert reactie.stand == Stand.GEPLAATST
    assert list(reactie.antwoorden.values()) == [[1]]
    pagina = client.get(peiling.url).content.decode()
    assert "1 reactie geplaatst" in pagina
    assert "Ria" not in pagina


def test_words_are_read_first_and_never_shown_one_by_one(client, dorp, time_machine):
    lijst = met_vragen(
        oproep_in(dorp.beesd, "vragenlijst"),
        keuzevraag("Wat telt?", "Tuin\nTrap", "meer keuzes"),
        keuzevraag("Wat nog meer?", "", "open"),
        keuzevraag("Hoe veilig?", "", "schaal"),
    )
    antwoorden = {veld(lijst, 0): ["0", "1"], veld(lijst, 1): "Een kelder", veld(lijst, 2): "3"}
    reactie = bevestigd(client, lijst, time_machine, antwoorden)
    assert reactie.stand == Stand.BEVESTIGD
    gegeven = [reactie.antwoorden[str(vraag.kenmerk)] for vraag in lijst.vragen.all()]
    assert gegeven == [[0, 1], "Een kelder", [3]]
    assert "kelder" not in client.get(lijst.url).content.decode()


def test_an_empty_answer_is_asked_for(client, peiling, time_machine):
    antwoord = verstuur(client, peiling, time_machine, RIA)
    assert "Beantwoord deze vraag." in antwoord.content.decode()
    antwoord = verstuur(client, peiling, time_machine, RIA | {veld(peiling): "7"})
    assert "Deze vraag is veranderd. Kies opnieuw." in antwoord.content.decode()
    assert Reactie.objects.count() == 0


@pytest.mark.usefixtures("zonder_stukken")
def test_totals_come_after_closing_from_five_answers_split_by_how_they_came(client, peiling):
    for _ in range(3):
        stem(peiling, 0)
    stem(peiling, 1, Bron.PAPIER)
    sluit_gisteren(peiling)
    pagina = client.get(peiling.url).content.decode()
    assert "Schets A" not in pagina
    assert "Te weinig antwoorden om te tonen." in pagina
    stem(peiling, 0, Bron.PAPIER)
    pagina = " ".join(client.get(peiling.url).content.decode().split())
    assert "Schets A: <strong>4</strong> (3 via de website, 1 op papier)" in pagina
    assert "geen verkiezing" in pagina
    OproepPage.objects.filter(pk=peiling.pk).update(sluit=vandaag() + timedelta(days=1))
    # As publishing does.
    verhoog_inhoudsversie()
    assert "Schets A: <strong>" not in client.get(peiling.url).content.decode()


def test_questions_that_were_answered_stand_still(client, dorp, peiling):
    def anders() -> str:
        tekst = OproepPage.objects.get(pk=peiling.pk)
        (vraag,) = tekst.vragen.all()
        vraag.keuzes = "Schets B\nSchets A"
        tekst.vragen = [vraag]
        return tekst.bezwaar()

    assert anders() == ""
    stem(peiling, 0)
    assert "Er zijn al antwoorden" in anders()
    zelfde = OproepPage.objects.get(pk=peiling.pk)
    assert bezwaar_tegen_vragen(zelfde, list(zelfde.vragen.all())) == ""


def test_the_editor_hears_in_the_form_that_questions_stand_still(dorp, peiling):
    stem(peiling, 0)
    redacteur = als(dorp, "redactie-beesd")
    # A ticked box without a value isn't among what is read out of the HTML.
    velden = lees_formulier(redacteur, bewerk_url(peiling)) | {"vragen-0-verplicht": "on"}
    assert velden["vragen-0-kenmerk"] == [str(peiling.vragen.get().kenmerk)]
    antwoord = redacteur.post(bewerk_url(peiling), velden | {"vragen-0-keuzes": "C\nD", "action-submit": "1"})
    assert "Er zijn al antwoorden op de vragen" in antwoord.content.decode()
    antwoord = redacteur.post(
        bewerk_url(peiling), velden | {"vragen-0-toelichting": "Kies er een.", "action-submit": "1"}
    )
    assert antwoord.status_code == 302


def test_a_new_row_keeps_its_identity_through_every_save(dorp):
    oproep = oproep_in(dorp.beesd, "peiling")
    redacteur = als(dorp, "redactie-beesd")
    rij = {"vragen-TOTAL_FORMS": "1", "vragen-0-vraag": "Welke?", "vragen-0-soort": "een keuze"}
    rij |= {"vragen-0-keuzes": "A\nB", "vragen-0-ORDER": "1"}
    gezien = set()
    for _ in range(2):
        redacteur.post(bewerk_url(oproep), lees_formulier(redacteur, bewerk_url(oproep)) | rij)
        tekst = OproepPage.objects.get(pk=oproep.pk).get_latest_revision_as_object()
        gezien |= {vraag.kenmerk for vraag in tekst.vragen.all()}
        rij = {}
    online = factories.publiceer(tekst)
    assert {vraag.kenmerk for vraag in online.vragen.all()} == gezien
    assert len(gezien) == 1


def test_questions_that_changed_before_the_button_was_pressed(client, peiling, time_machine):
    verstuur(client, peiling, time_machine, RIA | {veld(peiling): "1"})
    peiling.vragen = [keuzevraag("Heel iets anders?")]
    factories.publiceer(peiling)
    antwoord = druk(client, laatste_link(), time_machine)
    assert "De vragen van deze oproep zijn veranderd" in antwoord.content.decode()
    assert Reactie.objects.get().stand == Stand.CONCEPT


def test_which_calls_have_a_form(dorp, peiling):
    def met(soort: str, **velden) -> bool:
        return heeft_formulier(oproep_in(dorp.beesd, soort, slug=soort.replace(" ", "-"), **velden))

    assert heeft_formulier(peiling)
    assert met("ideeën")
    assert met("reageren op plan")
    assert not met("vragenlijst"), "there is nothing to ask"
    for soort in ("aanmelden", "meehelpen", "uitdaagrecht"):
        assert not met(soort)
    assert not heeft_formulier(
        oproep_in(dorp.beesd, "ideeën", slug="elders", online_meedoen="https://www.example.org")
    )


def test_what_was_typed_at_a_question_that_went_is_not_lost(client, peiling, time_machine):
    weg = "vraag-8f14e45f-ceea-467f-9f0a-9d4b0a1f3c11"
    pagina = verstuur(
        client, peiling, time_machine, RIA | {veld(peiling): "0", weg: "Mijn <verhaal>"}
    ).content.decode()
    assert "Dit schreef je bij een vraag die er niet meer is:" in pagina
    assert "Mijn &lt;verhaal&gt;" in pagina
    assert not Reactie.objects.exists()


def test_of_choices_only_nothing_is_said_of_reading_nor_of_a_name(client, peiling, dorp, time_machine):
    """They are counted at once, and nobody's name stands with them."""
    bevestigd(client, peiling, time_machine, {veld(peiling): "1"})
    formulier = " ".join(client.get(f"{peiling.url}reageer/").content.decode().split())
    mijn = client.get(laatste_link()).content.decode()
    assert "We lezen elke reactie" not in client.get(peiling.url).content.decode()
    assert "Zet mijn hele naam erbij" not in formulier
    assert "Zo staat je naam erbij" not in formulier
    assert "Je antwoorden staan niet los op de site, en je naam ook niet." in formulier
    assert "lezen we je reactie opnieuw" not in mijn
    assert "Wat je verandert, telt meteen." in mijn
    # Where words may come in, they are read.
    in_woorden = met_vragen(
        oproep_in(dorp.beesd, "vragenlijst", slug="lijst"),
        keuzevraag(),
        keuzevraag("Wat nog meer?", "", "open"),
    )
    bevestigd(client, in_woorden, time_machine, {veld(in_woorden): "1"})
    assert "We lezen elke reactie" in client.get(in_woorden.url).content.decode()
    assert "lezen we je reactie opnieuw" in client.get(laatste_link()).content.decode()


def test_the_only_question_isnt_one_to_leave_empty(client, dorp, time_machine):
    oproep = met_vragen(oproep_in(dorp.beesd, "peiling"), keuzevraag(verplicht=False))
    assert "(mag leeg blijven)" not in client.get(f"{oproep.url}reageer/").content.decode()
    assert "Beantwoord deze vraag." in verstuur(client, oproep, time_machine, RIA).content.decode()
    met_vragen(oproep, keuzevraag("Welke?"), keuzevraag("En welke nog?"))
    assert client.get(f"{oproep.url}reageer/").content.decode().count("(mag leeg blijven)") == 2
    # Beside an idea a question may be left empty.
    ideeen = met_vragen(oproep_in(dorp.beesd, slug="ideeen"), keuzevraag())
    assert "(mag leeg blijven)" in client.get(f"{ideeen.url}reageer/").content.decode()

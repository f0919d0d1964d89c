"""The mail about an approval says what came online, and who changed something on the way."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from core.tijd import vandaag
from kernpagina.models import AgendaItemPage, KernagendaPage, OproepPage
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.factories import publiceer
from tests.meedoen.hulp import oproep_in
from werkplek import dienst

from .hulp import als, na_de_rust


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


def vers(pagina):
    return AgendaItemPage.objects.get(pk=pagina.pk)


def mail(adres: str = "redactie-beesd", soort: Soort = Soort.GOEDGEKEURD) -> Bericht:
    na_de_rust()
    return Bericht.objects.get(soort=soort, adres=f"{adres}@example.nl")


def verbeter(dorp, pagina, wie: str, **wijzigingen) -> None:
    """Somebody of communications changes what waits."""
    tekst = vers(pagina).get_latest_revision_as_object()
    for naam, waarde in wijzigingen.items():
        setattr(tekst, naam, waarde)
    tekst.save_revision(user=dorp.gebruikers[wie])


def keur(dorp, pagina, wie: str = "communicatie") -> None:
    keur_goed(vers(pagina).current_workflow_task_state, dorp.gebruikers[wie])


def test_a_word_that_a_colleague_changed_is_told_with_what_it_was(dorp, item):
    eerste, _ = dien_in(item, dorp.gebruikers["redactie-beesd"], samenvatting="Neem een stoel mee.")
    verbeter(dorp, item, "communicatie-2", samenvatting="Neem je eigen stoel mee.")
    keur(dorp, item)
    tekst = mail().tekst
    adres = reverse(
        "wagtailadmin_pages:revisions_compare", args=[item.pk, eerste.pk, vers(item).live_revision_id]
    )
    assert "Er is iets in je tekst veranderd door communicatie-2. Bekijk wat:" in tekst
    assert adres in tekst
    scherm = als(dorp, "redactie-beesd").get(adres)
    assert 'class="addition">je eigen' in scherm.content.decode()
    # Of somebody's own change nothing is said.
    assert "iets in je tekst veranderd" not in mail("communicatie-2").tekst


def test_two_who_changed_something_are_both_told_of(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], samenvatting="Neem een stoel mee.")
    verbeter(dorp, item, "communicatie-2", samenvatting="Neem je eigen stoel mee.")
    verbeter(dorp, item, "beheer", samenvatting="Neem je eigen stoel mee, en koffie.")
    keur(dorp, item)
    assert "iets in je tekst veranderd door communicatie-2 en beheer. Bekijk wat:" in mail().tekst


def test_who_is_asked_to_look_at_a_changed_word_reads_who_changed_it(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], samenvatting="Neem een stoel mee.")
    verbeter(dorp, item, "communicatie-2", samenvatting="Neem je eigen stoel mee.")
    tekst = mail("communicatie", Soort.INGEDIEND).tekst
    assert "redactie-beesd heeft een agenda-item ingediend: Oogstfeest." in tekst
    assert "Daarna is er iets in de tekst veranderd door communicatie-2. Kijk jij ernaar?" in tekst


def test_of_a_call_that_has_closed_it_is_the_outcome_that_waits(dorp):
    dag = vandaag()
    dagen = {"opent": dag - timedelta(days=9), "sluit": dag - timedelta(days=2)}
    oproep = oproep_in(dorp.beesd, terugkoppeling_uiterlijk=dag + timedelta(days=9), **dagen)
    _, wacht = dien_in(oproep, dorp.gebruikers["redactie-beesd"], uitkomst="<p>Er komt een bankje.</p>")
    tekst = mail("communicatie", Soort.INGEDIEND).tekst
    assert "redactie-beesd heeft de uitkomst van een oproep ingediend: Denk mee over het plein." in tekst
    assert "Meedoen kan" not in tekst
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    Bericht.objects.all().delete()
    oproep = OproepPage.objects.get(pk=oproep.pk)
    dien_in(oproep, dorp.gebruikers["redactie-beesd"], uitkomst="<p>Er komen twee bankjes.</p>")
    assert "de uitkomst van een oproep gewijzigd" in mail("communicatie", Soort.INGEDIEND).tekst


@pytest.mark.parametrize("terug", [False, True])
def test_nothing_changed_nothing_said(dorp, item, terug):
    dien_in(item, dorp.gebruikers["redactie-beesd"], samenvatting="Neem een stoel mee.")
    if terug:
        verbeter(dorp, item, "communicatie-2", samenvatting="Anders")
        verbeter(dorp, item, "communicatie-2", samenvatting="Neem een stoel mee.")
    keur(dorp, item)
    assert "veranderd" not in mail().tekst


def test_what_waited_in_an_earlier_round_isnt_told_again(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    dien_in(item, redacteur, samenvatting="Een")
    verbeter(dorp, item, "communicatie-2", samenvatting="Twee")
    wacht = vers(item).current_workflow_task_state
    wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject", comment="Korter.")
    verbeter(dorp, item, "redactie-beesd", samenvatting="Drie")
    vers(item).current_workflow_state.resume(redacteur)
    keur(dorp, item)
    assert "iets in je tekst veranderd" not in mail().tekst


@pytest.mark.parametrize(
    ("status", "onderwerp", "zinnen"),
    [
        (
            "geannuleerd",
            "Goedgekeurd: Oogstfeest gaat niet door",
            [
                "Je bericht dat het niet doorgaat, is goedgekeurd.",
                "Op de pagina staat nu dat het niet doorgaat.",
            ],
        ),
        (
            "gewijzigd",
            "Goedgekeurd: Oogstfeest",
            ["Goed nieuws: je wijziging is goedgekeurd.", "Op de pagina staat nu wat er is gewijzigd."],
        ),
        (
            "gepland",
            "Goedgekeurd: Oogstfeest",
            ["Goed nieuws: je wijziging is goedgekeurd.", "De nieuwe tekst staat nu online."],
        ),
    ],
)
def test_the_words_fit_what_was_approved(dorp, item, status, onderwerp, zinnen):
    dien_in(item, dorp.gebruikers["redactie-beesd"], status=status, toelichting="Te weinig helpers.")
    keur(dorp, item)
    bericht = mail()
    assert bericht.onderwerp == onderwerp
    for zin in zinnen:
        assert zin in bericht.tekst
    assert ("Goed nieuws" in bericht.tekst) == (status != "geannuleerd")


def test_of_a_first_time_and_of_one_that_is_planned(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    nieuw = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=redacteur)
    dien_in(nieuw, redacteur)
    keur(dorp, nieuw)
    moment = timezone.localtime().replace(year=2031, month=5, day=3, hour=10, minute=0)
    dien_in(item, redacteur, status="geannuleerd", toelichting="Te nat.", go_live_at=moment)
    keur(dorp, item)
    tekst = mail().tekst
    assert "Schouw is goedgekeurd door communicatie. De pagina staat nu online." in tekst
    assert "Er zijn 2 pagina's goedgekeurd." in tekst
    assert "Goed nieuws" not in tekst
    assert "Dat het niet doorgaat, komt vanzelf online op zaterdag 3 mei 2031 om 10.00 uur." in tekst


def test_a_page_of_another_kind_that_changed(dorp):
    kernagenda = KernagendaPage.objects.child_of(dorp.beesd).get()
    publiceer(kernagenda)
    dien_in(kernagenda, dorp.gebruikers["redactie-beesd"], onderdelen=json.dumps([]), inleiding="<p>Ja</p>")
    keur_goed(kernagenda.current_workflow_task_state, dorp.gebruikers["communicatie"])
    assert "De nieuwe tekst staat nu online." in mail().tekst


def test_communications_reads_that_it_is_called_off(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], status="geannuleerd", toelichting="Te nat.")
    bericht = mail("communicatie", Soort.INGEDIEND)
    assert bericht.onderwerp == "Wacht op goedkeuring: Oogstfeest gaat niet door"
    assert "redactie-beesd wil laten weten dat iets niet doorgaat: Oogstfeest." in bericht.tekst
    assert "Het zou zijn op" in bericht.tekst


def test_what_comes_online_at_its_time_says_so_too(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    moment = timezone.now() + timedelta(days=2)
    dien_in(item, redacteur, status="geannuleerd", toelichting="Te nat.", go_live_at=moment)
    keur(dorp, item)
    with time_machine.travel(moment + timedelta(minutes=1)):
        dienst.publiceer_gepland(timezone.now())
    bericht = mail(soort=Soort.GEPUBLICEERD)
    assert bericht.onderwerp == "Staat online: Oogstfeest gaat niet door"
    assert "Op de pagina Oogstfeest staat nu dat het niet doorgaat." in bericht.tekst

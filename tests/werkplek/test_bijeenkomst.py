"""The meeting step by step: what was said becomes the draft of the report, and what comes next has one button."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.models import Thema
from core.tijd import vandaag
from kernpagina.inbreng import ruim_op
from kernpagina.keuzes import OproepSoort
from kernpagina.models import AgendaAfspraak, AgendaItemPage, Inbreng, KernagendaPage, OproepenPage, ReeksDeel
from meedoen.models import Reactie
from tests import factories
from tests.dorp import agenda_item, dien_in
from tests.formulier import bewerk_url, lees_formulier
from werkplek.bijeenkomst import stappen_van
from werkplek.volgende_stap import volgende_stappen

from .hulp import als, vers


@pytest.fixture
def redacteur(dorp):
    return dorp.gebruikers["redactie-beesd"]


@pytest.fixture
def avond(dorp, redacteur):
    gisteren = timezone.now().replace(microsecond=0) - timedelta(days=1)
    return agenda_item(dorp.agenda, "Startavond", live=True, eigenaar=redacteur, begin=gisteren)


def inbreng(client, item, tekst, formulier=None, **velden):
    adres = reverse("werkplek:inbreng", args=[item.pk])
    return client.post(adres, {"tekst": tekst, "formulier": formulier or uuid4(), **velden}, follow=True)


def test_lines_from_paper_become_the_draft_of_the_report_once(dorp, avond):
    wonen, groen = (
        Thema.objects.create(name=naam, slug=naam, volgorde=nr) for nr, naam in enumerate(("w", "g"))
    )
    client, twee_keer = als(dorp, "redactie-beesd"), uuid4()
    inbreng(client, avond, "Meer bomen", twee_keer, tafel="2", thema=groen.pk)
    antwoord = inbreng(client, avond, "Meer bomen", twee_keer, tafel="2", thema=groen.pk)
    form = antwoord.context["form"]
    assert (form["tafel"].value(), form["thema"].value(), form["tekst"].value()) == ("2", str(groen.pk), None)
    inbreng(client, avond, "Huizen <b>voor</b> starters", thema=wonen.pk)
    inbreng(client, avond, "Koffie was goed")
    fout = inbreng(client, avond, "Vergissing")
    client.post(reverse("werkplek:inbreng", args=[avond.pk]), {"weg": fout.context["rijen"][-1].pk})
    for _ in range(2):
        client.post(reverse("werkplek:inbreng", args=[avond.pk]), {"verslag": "ja"})
    concept = vers(avond).get_latest_revision_as_object()
    assert concept.verslag == (
        "<p><b>w</b></p><ul><li>Huizen &lt;b&gt;voor&lt;/b&gt; starters</li></ul>"
        "<p><b>g</b></p><ul><li>Meer bomen</li></ul><p><b>Verder</b></p><ul><li>Koffie was goed</li></ul>"
    )
    assert vers(avond).verslag == ""
    assert [stap.stand for stap in stappen_van(vers(avond), vandaag()) if stap.naam == "Verslag"] == [
        "Is begonnen."
    ]
    ruim_op(timezone.now() + timedelta(days=366))
    assert not Inbreng.objects.exists()


def test_while_the_page_waits_the_report_stands_still(dorp, avond, redacteur):
    client = als(dorp, "redactie-beesd")
    inbreng(client, avond, "Meer bomen")
    dien_in(avond, redacteur, samenvatting="Nieuw")
    client.post(reverse("werkplek:inbreng", args=[avond.pk]), {"verslag": "ja"})
    assert vers(avond).get_latest_revision_as_object().verslag == ""
    assert Inbreng.objects.nog_niet_in_verslag().count() == 1


def test_what_answers_a_call_waits_there_with_the_meeting_as_its_sender(dorp, avond, redacteur):
    op = vandaag()
    oproep = factories.OproepPageFactory(
        parent=factories.lijst_van(dorp.beesd, OproepenPage), soort=OproepSoort.IDEEEN, opent=op,
        sluit=op, terugkoppeling_uiterlijk=op,
    )  # fmt: skip
    client = als(dorp, "redactie-beesd")
    inbreng(client, avond, "Nog geen oproep", reactie="ja")
    avond.oproep = oproep
    factories.publiceer(avond)
    formulier = uuid4()
    for _ in range(2):
        inbreng(client, avond, "Een bankje", formulier, reactie="ja")
    inbreng(client, avond, "Alleen voor het verslag")
    reactie = Reactie.objects.get()
    assert (reactie.oproep_id, reactie.agenda_item_id, reactie.inwoner) == (oproep.pk, avond.pk, None)
    assert (reactie.tekst, reactie.stand, reactie.bron) == ("Een bankje", "bevestigd", "bijeenkomst")
    assert reactie.ingevoerd_door == redacteur


def test_agreements_are_not_submitted_without_a_report_that_shows_them(dorp, avond):
    client = als(dorp, "redactie-beesd")
    formulier = lees_formulier(client, bewerk_url(avond)) | {
        "afspraken-TOTAL_FORMS": "1", "afspraken-0-wat": "Bankje", "afspraken-0-wie_soort": "samen",
        "afspraken-0-ORDER": "1", "afspraken-0-DELETE": "", "afspraken-0-id": "",
    }  # fmt: skip
    antwoord = client.post(bewerk_url(avond), formulier | {"action-submit": "ja"})
    assert "Zonder verslag staan de afspraken niet op de site." in antwoord.content.decode()
    assert vers(avond).current_workflow_state is None
    client.post(bewerk_url(avond), formulier)
    assert [a.wat for a in vers(avond).get_latest_revision_as_object().afspraken.all()] == ["Bankje"]


def test_the_steps_follow_what_is_there(dorp, redacteur):
    def standen(item) -> dict[str, tuple]:
        return {stap.naam: (stap.gedaan, stap.knop and stap.knop[0]) for stap in stappen_van(item, vandaag())}

    nieuw = agenda_item(dorp.agenda, "Straks", live=False, eigenaar=redacteur)
    assert standen(nieuw)["Uitnodigen"] == (False, "Afmaken en indienen")
    assert standen(nieuw)["Ophangen"] == (False, None)
    online = agenda_item(dorp.agenda, "Online", live=True, aanmelden="hier")
    assert list(standen(online)) == [
        "Uitnodigen", "Ophangen", "Aanmelden", "Klaarzetten", "Inbreng", "Verslag", "Kernagenda", "Terugkoppelen",
    ]  # fmt: skip
    assert standen(online)["Ophangen"] == (None, "Affiche")
    af = agenda_item(dorp.agenda, "Af", live=True, status="geannuleerd", toelichting="Te nat")
    assert list(standen(af)) == ["Uitnodigen"]
    html = als(dorp, "redactie-beesd").get(reverse("werkplek:bijeenkomst", args=[online.pk])).content.decode()
    for papier in (
        reverse("werkplek:presentielijst", args=[online.pk]),
        f"{online.url}tafelvellen.pdf",
        f"{online.url}kaartjes.pdf",
    ):
        assert papier in html


def test_after_the_report_comes_the_folder_until_it_was_brought_round(dorp, avond, redacteur):
    def stand(naam: str) -> str:
        return next(stap.stand for stap in stappen_van(vers(avond), vandaag()) if stap.naam == naam)

    avond.verslag, avond.afspraken = "<p>Goed gesprek.</p>", [AgendaAfspraak(wat="Bankje", wie_soort="samen")]
    avond.save_revision()
    assert stand("Kernagenda").startswith("1 afspraak gemaakt. Ze kunnen op de kernagenda als")
    assert stand("Terugkoppelen") == "Kan als het verslag online staat."
    factories.publiceer(avond)
    assert next(stap.gedaan for stap in stappen_van(vers(avond), vandaag()) if stap.naam == "Inbreng")
    assert "Breng de folder" in stand("Terugkoppelen")
    (stap,) = volgende_stappen(redacteur, vandaag())
    assert (stap.titel, stap.wat) == (
        "Startavond",
        "Het verslag staat online. Breng rond wat jullie afspraken.",
    )
    html = als(dorp, "redactie-beesd").get(stap.adres).content.decode()
    assert f"{avond.url}afspraken-a5.pdf" in html
    assert volgende_stappen(redacteur, vandaag() + timedelta(days=15)) == []
    factories.depubliceer(avond)
    assert stand("Verslag") == "Is begonnen."
    assert stand("Terugkoppelen") == "Kan als het verslag online staat."


def test_what_comes_next_is_in_the_order_of_dates_and_nobody_elses(dorp, avond, redacteur):
    op = vandaag()
    agenda_item(dorp.agenda, "Morgen", live=True, begin=timezone.now() + timedelta(days=1))
    agenda_item(dorp.agenda_heukelum, "Van een ander", live=True, begin=timezone.now() + timedelta(days=1))
    factories.OproepPageFactory(
        parent=factories.lijst_van(dorp.beesd, OproepenPage), title="Gesloten", opent=op - timedelta(days=9),
        sluit=op - timedelta(days=5), terugkoppeling_uiterlijk=op - timedelta(days=2),
    )  # fmt: skip
    kernagenda = factories.lijst_van(dorp.beesd, KernagendaPage)
    kernagenda.volgende_herziening = op + timedelta(days=3)
    factories.publiceer(kernagenda)
    stappen = volgende_stappen(redacteur, op)
    assert [(stap.titel, stap.te_laat) for stap in stappen] == [
        ("Gesloten", True), ("Startavond", False), ("Morgen", False), (kernagenda.title, False),
    ]  # fmt: skip
    with CaptureQueriesContext(connection) as weinig:
        volgende_stappen(redacteur, op)
    for nummer in range(8):
        agenda_item(dorp.agenda, f"Was {nummer}", live=True, begin=avond.begin)
    with CaptureQueriesContext(connection) as veel:
        volgende_stappen(redacteur, op)
    assert len(veel) == len(weinig)
    # What was leaves room for what comes, and of a series only the last one asks for a report.
    titels = [stap.titel for stap in volgende_stappen(redacteur, op)]
    assert titels[0] == "Gesloten"
    assert titels[-2:] == ["Morgen", kernagenda.title]
    reeks = uuid4()
    for nummer, item in enumerate(AgendaItemPage.objects.filter(title__startswith="Was ")):
        ReeksDeel.objects.create(reeks=reeks, item=item, dag=op - timedelta(days=1 + nummer))
    titels = [stap.titel for stap in volgende_stappen(redacteur, op)]
    assert "Startavond" in titels
    assert sum(titel.startswith("Was ") for titel in titels) == 1
    # What is called off doesn't hide the next one of its series.
    for nummer, naam in enumerate(("Gaat niet door", "Gaat door", "Later")):
        begin = timezone.now() + timedelta(days=1 + nummer)
        stand = {"status": "geannuleerd", "toelichting": "Te nat"} if nummer == 0 else {}
        item = agenda_item(dorp.agenda, naam, live=True, begin=begin, **stand)
        ReeksDeel.objects.create(reeks=avond.translation_key, item=item, dag=timezone.localdate(begin))
    titels = {stap.titel for stap in volgende_stappen(redacteur, op)}
    assert [naam in titels for naam in ("Gaat niet door", "Gaat door", "Later")] == [False, True, False]
    html = als(dorp, "redactie-beesd").get("/cms/").content.decode()
    assert html.index("Jouw volgende stap") < html.index("Nieuw agenda-item")


def test_for_the_editor_of_another_village_it_isnt_there_and_nothing_changes(dorp, avond):
    client = als(dorp, "redactie-heukelum")
    for naam in ("inbreng", "bijeenkomst", "herhalen", "latere"):
        assert client.get(reverse(f"werkplek:{naam}", args=[avond.pk])).status_code == 404
    inbreng(client, avond, "Van een ander")
    assert not Inbreng.objects.exists()

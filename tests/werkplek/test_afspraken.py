"""The screens about agreements: an editor says how it goes, communications confirms it; one button makes a point of it."""

import json

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from core.models import Thema
from kernpagina.models import Afspraak, AfspraakMelding, AgendaAfspraak, KernagendaPage, Kernagendapunt
from tests import factories
from tests.dorp import agenda_item, dien_in
from tests.publiek.hulp import lees
from werkplek.dienst import herinner

from .hulp import na_de_rust


@pytest.fixture
def afspraak(dorp, themas) -> Afspraak:
    item = agenda_item(dorp.agenda, "Dorpsavond", live=False, verslag="<p>Goed gesprek.</p>")
    item.afspraken = [AgendaAfspraak(wat="Bankje plaatsen", wie="Buurtteam", wie_soort="samen")]
    factories.publiceer(item)
    return Afspraak.objects.select_related("agenda_item").get()


def als(dorp, naam: str) -> Client:
    client = Client()
    client.force_login(dorp.gebruikers[naam])
    return client


def adres(naam: str, afspraak: Afspraak) -> str:
    return reverse(f"werkplek:{naam}", args=[afspraak.agenda_item_id, afspraak.kenmerk])


def test_van_melden_tot_op_de_site(dorp, afspraak):
    redacteur, keurder = als(dorp, "redactie-beesd"), als(dorp, "communicatie")
    assert "Bankje plaatsen" in redacteur.get(reverse("werkplek:afspraken")).content.decode()
    zonder = redacteur.post(adres("afspraak", afspraak), {"stand": "gedaan", "uitleg": ""})
    assert "hoe het is gedaan" in zonder.content.decode()
    lijst = f"{reverse('werkplek:afspraken')}?van={afspraak.agenda_item_id}"
    van_de_avond = f"{adres('afspraak', afspraak)}?van={afspraak.agenda_item_id}"
    assert f'href="{van_de_avond}"' in redacteur.get(lijst).content.decode()
    gemeld = redacteur.post(van_de_avond, {"stand": "gedaan", "uitleg": "Het staat bij de kerk."})
    assert gemeld.url == lijst, "back to where they came from"
    huis = BeautifulSoup(keurder.get(reverse("wagtailadmin_home")).content, "html.parser")
    wacht = huis.find(attrs={"aria-labelledby": "afspraken-kop"})
    assert "Het staat bij de kerk" in wacht.get_text()
    assert wacht.find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
    assert "Het staat bij de kerk" not in lees(Client(), afspraak.agenda_item).main.get_text()
    melding = AfspraakMelding.objects.get()
    besluit = reverse("werkplek:afspraak_besluit", args=[melding.pk])
    for geen_keurder in ("redactie-beesd", "redactie-heukelum"):
        assert als(dorp, geen_keurder).post(besluit, {"besluit": "bevestigd"}).status_code in (302, 403, 404)
        assert AfspraakMelding.objects.get().besluit == ""
    for _ in range(2):
        keurder.post(besluit, {"besluit": "bevestigd"})
    tekst = lees(Client(), afspraak.agenda_item).main.get_text()
    assert "Het staat bij de kerk" in tekst
    assert "Gedaan" in tekst


def test_teruggestuurd_leest_de_redacteur_waarom(dorp, afspraak):
    redacteur = als(dorp, "redactie-beesd")
    redacteur.post(adres("afspraak", afspraak), {"stand": "bezig", "uitleg": ""})
    besluit = reverse("werkplek:afspraak_besluit", args=[AfspraakMelding.objects.get().pk])
    als(dorp, "communicatie").post(besluit, {"besluit": "terug", "opmerking": "Wie dan?"})
    assert "1 melding is" in redacteur.get(reverse("wagtailadmin_home")).content.decode()
    assert "Wie dan?" in redacteur.get(adres("afspraak", afspraak)).content.decode()
    # And hears it by mail, in one with the answer to what was said anew.
    redacteur.post(adres("afspraak", afspraak), {"stand": "bezig", "uitleg": "Het buurtteam."})
    besluit = reverse("werkplek:afspraak_besluit", args=[AfspraakMelding.objects.get(besluit="").pk])
    als(dorp, "communicatie").post(besluit, {"besluit": "bevestigd"})
    na_de_rust()
    brief = Bericht.objects.get(soort=Soort.GOEDGEKEURD, adres="redactie-beesd@example.nl")
    assert brief.onderwerp == "Antwoord op wat je meldde: 2 afspraken"
    assert "Opmerking van communicatie: Wie dan?" in brief.tekst
    assert "Bankje plaatsen: communicatie bevestigde wat je meldde." in brief.tekst


def test_een_afspraak_wordt_een_punt_en_de_twee_kennen_elkaar(dorp, afspraak, themas):
    redacteur = als(dorp, "redactie-beesd")
    wonen, economie, _ = themas
    for _ in range(2):
        redacteur.post(adres("afspraak_naar_kernagenda", afspraak), {"thema": economie.pk})
    kernagenda = factories.lijst_van(dorp.beesd, KernagendaPage)
    assert not Kernagendapunt.objects.exists(), "a draft is public for nobody"
    concept = kernagenda.get_latest_revision_as_object()
    (punt,) = concept.punten_in_tekst()
    assert (punt.titel, punt.herkomst, punt.trekker, punt.naam_trekker) == (
        "Bankje plaatsen", "bijeenkomst", "samen", "Buurtteam",
    )  # fmt: skip
    # In another order, below another theme, and with another text, it is still that point.
    (onderdeel,) = concept.onderdelen.get_prep_value()
    onderdeel["value"]["thema"] = wonen.pk
    onderdeel["value"]["punten"][0]["value"]["titel"] = "Een bankje bij de kerk"
    erbij = factories.onderdeel(economie, factories.punt("Markt"))
    concept.onderdelen = json.dumps([erbij, onderdeel])
    factories.publiceer(concept)
    verslag = lees(Client(), afspraak.agenda_item).find(id=f"afspraak-{afspraak.kenmerk}")
    heen = verslag.find("a", string="Een bankje bij de kerk")["href"]
    plan = lees(Client(), kernagenda).find(id=heen.partition("#")[2])
    terug = plan.find("a", string="Dorpsavond")["href"]
    assert terug == f"{afspraak.agenda_item.url}#afspraak-{afspraak.kenmerk}"
    in_api = Client().get(f"/api/v1/agenda-items/{afspraak.agenda_item_id}").json()["verslag"]["afspraken"][0]
    assert in_api["kernagendapunt"]["titel"] == "Een bankje bij de kerk"
    van_punt = Client().get("/api/v1/kernagendapunten").json()["resultaten"][1]["afspraken"]
    assert [rij["id"] for rij in van_punt] == [str(afspraak.kenmerk)]


def test_wie_er_niet_over_gaat_zet_niets_op_de_kernagenda(dorp, afspraak):
    adres_ = adres("afspraak_naar_kernagenda", afspraak)
    assert als(dorp, "redactie-heukelum").post(adres_, {"thema": Thema.objects.first().pk}).status_code in (
        302,
        403,
        404,
    )
    assert factories.lijst_van(dorp.beesd, KernagendaPage).get_latest_revision() is None


def test_een_kernagenda_die_wacht_staat_stil(dorp, afspraak):
    kernagenda = factories.lijst_van(dorp.beesd, KernagendaPage)
    kernagenda.save_revision(user=dorp.gebruikers["redactie-beesd"])
    kernagenda.get_workflow().start(kernagenda, dorp.gebruikers["redactie-beesd"])
    adres_ = adres("afspraak_naar_kernagenda", afspraak)
    antwoord = als(dorp, "redactie-beesd").post(adres_, {"thema": Thema.objects.first().pk}, follow=True)
    assert "wacht op goedkeuring" in antwoord.content.decode()


def test_wie_het_mag_bevestigen_hoort_het_per_mail_bij_wat_er_verder_wacht(dorp, afspraak):
    redacteur, keurder = als(dorp, "redactie-beesd"), als(dorp, "communicatie")
    for uitleg in ("Het staat er.", "Het staat er.", "Het staat bij de kerk."):
        redacteur.post(adres("afspraak", afspraak), {"stand": "gedaan", "uitleg": uitleg})
    na_de_rust()
    brieven = Bericht.objects.filter(soort=Soort.INGEDIEND)
    assert {brief.adres for brief in brieven} == {"communicatie@example.nl", "communicatie-2@example.nl"}
    for brief in brieven:
        assert brief.onderwerp == "Er wacht één afspraak op bevestiging"
        assert "- Bankje plaatsen (Beesd): gedaan, meldt redactie-beesd" in brief.tekst
        assert reverse("werkplek:afspraken_wacht") in brief.tekst
    # Who says it doesn't hear it; what was decided isn't asked; a page that came meanwhile is in the same mail.
    besluit = reverse("werkplek:afspraak_besluit", args=[AfspraakMelding.objects.get().pk])
    keurder.post(besluit, {"besluit": "bevestigd"})
    keurder.post(adres("afspraak", afspraak), {"stand": "bezig", "uitleg": ""})
    eigenaar = dorp.gebruikers["redactie-beesd"]
    dien_in(agenda_item(dorp.agenda, "Feest", live=False, eigenaar=eigenaar), eigenaar)
    na_de_rust()
    later = dict(
        brieven.exclude(onderwerp="Er wacht één afspraak op bevestiging").values_list("adres", "onderwerp")
    )
    assert later == {
        "communicatie@example.nl": "Wacht op goedkeuring: Feest",
        "communicatie-2@example.nl": "Er wachten één pagina en één afspraak op goedkeuring",
    }
    Bericht.objects.all().delete()
    with time_machine.travel(factories.moment("2030-03-14 09:00")):
        herinner(timezone.now())
    brief = Bericht.objects.filter(soort=Soort.HERINNERING).first()
    assert brief.onderwerp == "Één pagina en één afspraak wachten te lang op goedkeuring"
    assert "Van één afspraak is al twee werkdagen" in brief.tekst

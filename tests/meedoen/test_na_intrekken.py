"""After taking something back, each link of its mail says so and leads to its form; and whose it is stands behind it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from berichten.models import Bericht
from core.tijd import vandaag
from kernpagina.models import AgendaItemPage
from meedoen.aanmelden.stappen import zeg_af
from meedoen.keuzes import Stand
from meedoen.models import Aanmelding, InwonerVraag, Reactie, Uitdaging
from meedoen.stappen import trek_in, wijs_af
from meedoen.uitdagen import stappen as uitdaging
from meedoen.vraag_stellen import stappen as vraag
from tests.meedoen import test_uitdagen, vraaghulp
from tests.meedoen.aanmeldhulp import avond_in, meld_aan
from tests.meedoen.hulp import (
    RIA,
    druk,
    keuzevraag,
    laatste_link,
    met_vragen,
    oproep_in,
    sluit_gisteren,
    verstuur,
)
from tests.meedoen.hulp import bevestigd as doe_mee

pytestmark = pytest.mark.django_db
TOCH = "Toch meedoen? Vul het formulier opnieuw in"


def eerste_en_laatste(client, oproep, time_machine, gegevens: dict) -> tuple[str, str]:
    """The links of the mail with the button and of the one after it."""
    verstuur(client, oproep, time_machine, RIA | gegevens)
    eerste = laatste_link()
    druk(client, eerste, time_machine)
    ontvangen = Bericht.objects.get(soort="reactie-ontvangen").tekst
    return eerste, "/reactie/mijn/" + ontvangen.partition("/reactie/mijn/")[2].split()[0]


@pytest.fixture
def peiling(dorp):
    return met_vragen(oproep_in(dorp.beesd, "peiling"), keuzevraag())


@pytest.fixture
def stem(peiling) -> dict[str, str]:
    return {f"vraag-{peiling.vragen.get().kenmerk}": "0"}


def test_the_first_link_says_that_it_was_withdrawn_and_leads_to_the_form(client, oproep, time_machine):
    gegevens = {"titel": "Een bankje", "tekst": "Bij de linde."}
    for pad in (links := eerste_en_laatste(client, oproep, time_machine, gegevens)):
        assert TOCH not in client.get(pad).content.decode()
    trek_in(Reactie.objects.get().pk)
    for pad in links:
        pagina = client.get(pad).content.decode()
        assert "Je reactie is ingetrokken." in pagina
        assert "Dank je wel" not in pagina
        assert f'href="{oproep.url}reageer/"' in pagina
    sluit_gisteren(oproep)
    for pad in links:
        pagina = client.get(pad).content.decode()
        assert "Je reactie is ingetrokken." in pagina
        assert TOCH not in pagina, "it closed"


def test_nor_does_it_thank_for_what_was_not_placed(client, dorp, oproep, time_machine):
    reactie = doe_mee(client, oproep, time_machine)
    eerste = Bericht.objects.get(soort="reactie-bevestig").tekst
    pad = "/reactie/bevestigen/" + eerste.partition("/reactie/bevestigen/")[2].split()[0]
    wijs_af(reactie.pk, dorp.gebruikers["communicatie"], "reclame")
    pagina = client.get(pad).content.decode()
    assert "Je reactie is niet geplaatst. In de mail lees je waarom." in pagina
    assert "Dank je wel" not in pagina
    assert TOCH not in pagina


def test_of_a_proposal_and_of_a_question_as_well(client, dorp, project, time_machine):
    oproep = oproep_in(dorp.beesd, "uitdaagrecht", title="Neem het over")
    test_uitdagen.dien_in(client, oproep, time_machine)
    van_voorstel = test_uitdagen.knop()
    vraaghulp.stel(client, f"{project.url}vraag/", time_machine)
    van_vraag = vraaghulp.knop()
    formulier = {van_voorstel: f"{oproep.url}uitdagen/", van_vraag: f"{project.url}vraag/"}
    for pad, naar in formulier.items():
        druk(client, pad, time_machine)
        pagina = client.get(pad).content.decode()
        assert f'href="{naar}"' not in pagina
        assert "Op naam van: <strong>Ria Verhoef</strong>" in pagina
    uitdaging.trek_in(Uitdaging.objects.get().pk)
    vraag.trek_in(InwonerVraag.objects.get().pk)
    for pad, naar in formulier.items():
        assert f'href="{naar}"' in client.get(pad).content.decode()


def test_the_first_link_of_a_sign_up_that_was_cancelled(client, dorp, time_machine):
    avond = avond_in(dorp)
    meld_aan(client, avond, time_machine)
    tekst = Bericht.objects.get(soort="aanmelding-bevestig").tekst
    pad = "/aanmelding/bevestigen/" + tekst.partition("/aanmelding/bevestigen/")[2].split()[0]
    pagina = client.get(pad).content.decode()
    assert "Op naam van: <strong>Ria Verhoef</strong>" in pagina
    assert "Kom je toch?" not in pagina
    zeg_af(Aanmelding.objects.get().pk)
    assert f'href="{avond.url}aanmelden/"' in client.get(pad).content.decode()
    AgendaItemPage.objects.filter(pk=avond.pk).update(aanmelden_tot=vandaag() - timedelta(days=1))
    assert "Kom je toch?" not in client.get(pad).content.decode()


def test_a_vote_has_the_name_of_whose_it_is_for_who_has_the_link(client, peiling, stem, time_machine):
    """A couple on one mailbox."""
    verstuur(client, peiling, time_machine, RIA | stem | {"naam": "Jan Verhoef"})
    van_jan = laatste_link()
    van_ria, na_ria = eerste_en_laatste(client, peiling, time_machine, stem)
    for pad, naam in ((van_jan, "Jan Verhoef"), (van_ria, "Ria Verhoef"), (na_ria, "Ria Verhoef")):
        assert f"Op naam van: <strong>{naam}</strong>" in client.get(pad).content.decode()
    trek_in(Reactie.objects.get(stand=Stand.GEPLAATST).pk)
    assert "Op naam van: <strong>Ria Verhoef</strong>" in client.get(na_ria).content.decode()
    for pad in (peiling.url, f"{peiling.url}reageer/"):
        assert "Verhoef" not in client.get(pad).content.decode()


def test_what_has_no_form_has_no_page_that_says_it_was_sent(client, dorp, peiling):
    zonder = avond_in(dorp, aanmelden="niet nodig")
    elders = oproep_in(dorp.beesd, slug="elders", online_meedoen="https://example.org/")
    for pad in (
        f"{zonder.url}aanmelden/verstuurd/",
        f"{peiling.url}aanmelden/verstuurd/",
        f"{peiling.url}uitdagen/verstuurd/",
        f"{elders.url}reageer/verstuurd/",
    ):
        assert client.get(pad).status_code == 404, pad
    assert client.get(f"{peiling.url}reageer/verstuurd/").status_code == 200
    assert client.get(reverse("volg-gestuurd")).status_code == 200

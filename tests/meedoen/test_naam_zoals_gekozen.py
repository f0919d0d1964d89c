"""How a name stands with a reaction is what was chosen with that very reaction, and not some other time."""

import pytest
from django.utils import timezone

from inwoners.houders import Wie, houder
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import NaamOpenbaar
from kernpagina.models import KernPage
from meedoen import stappen
from meedoen.models import Reactie
from tests.druk.hulp import lees, tekst
from tests.meedoen.hulp import (
    IDEE,
    RIA,
    bevestigd,
    druk,
    keuzevraag,
    laatste_link,
    met_vragen,
    oproep_in,
    verstuur,
)

VOLUIT = {"voluit": "on"}


@pytest.fixture
def beesd(dorp):
    KernPage.objects.filter(pk=dorp.beesd.pk).update(woonplaatscode="3213")
    return {"kern": "3213"}


def geplaatst(client, dorp, oproep, time_machine, gegevens) -> Reactie:
    reactie = bevestigd(client, oproep, time_machine, IDEE | gegevens)
    return stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])


def in_de_api(client, oproep) -> list[str]:
    antwoord = client.get(f"/api/v1/oproepen/{oproep.pk}/reacties").json()
    return [reactie["naam"] for reactie in antwoord["resultaten"]]


def test_the_example_is_somebody_of_the_village_that_asks(client, dorp):
    oproep = oproep_in(dorp.heukelum)
    for gelezen in (
        client.get(f"{oproep.url}reageer/").content.decode(),
        tekst(lees(client, f"{oproep.url}formulier.pdf")),
    ):
        for naam in ("Ria V. uit Heukelum", "Ria Verhoef uit Heukelum"):
            assert naam in gelezen
        assert "uit Beesd" not in gelezen


def test_the_tick_of_another_reaction_doesnt_hold(client, dorp, oproep, beesd, time_machine):
    geplaatst(client, dorp, oproep, time_machine, beesd | VOLUIT)
    later = oproep_in(dorp.beesd, title="Denk mee over de brug", slug="brug")
    geplaatst(client, dorp, later, time_machine, beesd)
    assert in_de_api(client, later) == ["Ria V. uit Beesd"]
    assert "Ria Verhoef" not in client.get(later.url).content.decode()
    assert in_de_api(client, oproep) == ["Ria Verhoef uit Beesd"], "what stood there stays as it was chosen"


def test_who_was_known_without_a_choice_still_makes_one(client, dorp, oproep, beesd, time_machine):
    bekend = zorg_voor_inwoner(zorg_voor_adres(RIA["email"]), RIA["naam"])
    bevestig(bekend, timezone.now())
    geplaatst(client, dorp, oproep, time_machine, beesd | VOLUIT)
    assert in_de_api(client, oproep) == ["Ria Verhoef uit Beesd"]
    bekend.refresh_from_db()
    assert (bekend.kern, bekend.naam_openbaar) == ("3213", NaamOpenbaar.VOLUIT)


@pytest.mark.parametrize(("vinkje", "naam"), [({}, "Ria V. uit Beesd"), (VOLUIT, "Ria Verhoef uit Beesd")])
def test_the_page_behind_the_mail_says_how_it_will_stand(client, oproep, beesd, time_machine, vinkje, naam):
    verstuur(client, oproep, time_machine, RIA | IDEE | beesd | vinkje)
    assert f"Zo staat je naam erbij: <strong>{naam}</strong>." in client.get(laatste_link()).content.decode()
    druk(client, laatste_link(), time_machine)
    assert f"<strong>{naam}</strong>" in client.get(laatste_link()).content.decode()


def test_a_stranger_who_types_a_name_changes_nothing_of_it(client, dorp, oproep, beesd, time_machine):
    reactie = geplaatst(client, dorp, oproep, time_machine, beesd)
    verstuur(client, oproep, time_machine, RIA | IDEE | VOLUIT)
    reactie.inwoner.refresh_from_db()
    assert reactie.inwoner.naam_openbaar == NaamOpenbaar.KORT
    assert in_de_api(client, oproep) == ["Ria V. uit Beesd"]


def test_at_mijn_one_button_holds_for_all_of_them(client, dorp, oproep, beesd, time_machine):
    geplaatst(client, dorp, oproep, time_machine, beesd | VOLUIT)
    later = oproep_in(dorp.beesd, title="Denk mee over de brug", slug="brug")
    reactie = geplaatst(client, dorp, later, time_machine, beesd)
    wie = Wie.van(reactie.inwoner.adres)
    houder("zelf").doe(wie, f"{NaamOpenbaar.KORT}:{reactie.inwoner_id}")
    assert in_de_api(client, oproep) == in_de_api(client, later) == ["Ria V. uit Beesd"]


def test_who_votes_keeps_what_they_chose_of_their_name(client, dorp, oproep, beesd, time_machine):
    """A poll doesn't ask it."""
    geplaatst(client, dorp, oproep, time_machine, beesd | VOLUIT)
    peiling = met_vragen(oproep_in(dorp.beesd, "peiling", slug="schets"), keuzevraag())
    bevestigd(client, peiling, time_machine, beesd | {f"vraag-{peiling.vragen.get().kenmerk}": "0"})
    assert Reactie.objects.filter(oproep=peiling).get().inwoner.naam_openbaar == NaamOpenbaar.VOLUIT

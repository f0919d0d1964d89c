"""PostgreSQL itself refuses what the rules forbid, whatever code asks for it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inwoners.mensen import zorg_voor_inwoner
from meedoen.keuzes import Reden, Soort, Stand
from meedoen.models import Besluit, Melding, Reactie
from tests.dorp import agenda_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def inwoner(db):
    return zorg_voor_inwoner(None, "Ria Verhoef")


def maak(oproep, **velden) -> Reactie:
    return Reactie.objects.create(oproep=oproep, tekst="Ja", **velden)


def geweigerd(naam: str, doe) -> None:
    with pytest.raises(IntegrityError, match=naam), transaction.atomic():
        doe()


def test_nobody_places_what_they_entered_themselves(dorp, oproep, inwoner):
    wie = dorp.gebruikers["communicatie"]
    reactie = maak(oproep, inwoner=inwoner, ingevoerd_door=wie)

    def plaats(door) -> None:
        Reactie.objects.filter(pk=reactie.pk).update(stand=Stand.GEPLAATST, gezien_door=door)

    geweigerd("reactie_vier_ogen", lambda: plaats(wie))
    plaats(dorp.gebruikers["communicatie-2"])


def test_a_second_look_is_somebody_elses(dorp, oproep, inwoner):
    reactie = maak(oproep, inwoner=inwoner, stand=Stand.AFGEWEZEN)
    een, twee = dorp.gebruikers["communicatie"], dorp.gebruikers["communicatie-2"]
    eerst = Besluit.objects.create(reactie=reactie, besluit=Soort.AFGEWEZEN, reden=Reden.RECLAME, door=een)

    def opnieuw(door) -> None:
        Besluit.objects.create(
            reactie=reactie, besluit=Soort.HERZIEN, door=door, herziet=eerst, eerder_door=een
        )

    geweigerd("besluit_tweede_blik", lambda: opnieuw(een))
    opnieuw(twee)


def test_a_reaction_has_one_sender(dorp, oproep, inwoner):
    item = agenda_item(dorp.agenda, "Avond", live=True)
    geweigerd("reactie_een_afzender", lambda: maak(oproep, inwoner=inwoner, agenda_item=item))
    geweigerd("reactie_een_afzender", lambda: maak(oproep))
    maak(oproep, agenda_item=item)
    maak(oproep, stand=Stand.GEANONIMISEERD)


def test_a_form_is_one_reaction(oproep, inwoner):
    formulier = uuid4()
    maak(oproep, inwoner=inwoner, formulier=formulier)
    geweigerd("formulier", lambda: maak(oproep, inwoner=inwoner, formulier=formulier, volgnummer=2))


def test_a_resident_takes_part_once(oproep, inwoner):
    maak(oproep, inwoner=inwoner, stand=Stand.GEPLAATST)
    geweigerd("reactie_een_per_inwoner", lambda: maak(oproep, inwoner=inwoner, stand=Stand.BEVESTIGD))
    maak(oproep, inwoner=inwoner, stand=Stand.BEVESTIGD, volgnummer=2)
    maak(oproep, inwoner=inwoner, stand=Stand.INGETROKKEN)
    geweigerd("reactie_volgnummer", lambda: maak(oproep, inwoner=inwoner, volgnummer=4))


def test_refusing_has_a_reason_and_reporting_is_in_good_faith(oproep, inwoner):
    reactie = maak(oproep, inwoner=inwoner)
    geweigerd("besluit_met_reden", lambda: Besluit.objects.create(reactie=reactie, besluit=Soort.AFGEWEZEN))
    geweigerd(
        "melding_te_goeder_trouw",
        lambda: Melding.objects.create(reactie=reactie, waarom=Reden.RECLAME, te_goeder_trouw=False),
    )


def test_what_nobody_confirmed_is_known_by_its_age(oproep, inwoner):
    nu = timezone.now()
    oud = maak(oproep, inwoner=inwoner, gemaakt_op=nu - timedelta(hours=49))
    maak(oproep, inwoner=inwoner, gemaakt_op=nu - timedelta(hours=47))
    assert list(Reactie.objects.nooit_bevestigd(nu - timedelta(hours=48))) == [oud]

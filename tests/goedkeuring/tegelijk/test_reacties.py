"""A reaction, and the page of its call, at the same moment in two hands."""

import pytest

from core.goedkeuring.besluiten import KanNiet, keur_goed
from inwoners.mensen import zorg_voor_inwoner
from kernpagina.models import OproepPage
from meedoen import stappen
from meedoen.keuzes import Reden, Stand
from meedoen.models import Besluit, Reactie
from tests.dorp import dien_in
from tests.meedoen.hulp import oproep_in

from .hulp import tegelijk

BEGONNEN = "meedoen.stappen.is_communicatie"


@pytest.fixture
def reactie(dorp) -> Reactie:
    """Waits to be read."""
    nummer = Reactie.objects.count()
    oproep = oproep_in(dorp.beesd, title=f"Plein {nummer}", slug=f"plein-{nummer}")
    inwoner = zorg_voor_inwoner(None, "Ria Verhoef")
    nu = oproep.first_published_at
    return Reactie.objects.create(
        oproep=oproep, inwoner=inwoner, tekst="Ja", stand=Stand.BEVESTIGD, bevestigd_op=nu
    )


def stand(reactie: Reactie) -> str:
    return Reactie.objects.get(pk=reactie.pk).stand


def test_of_two_who_read_it_one_decides(reactie, een, twee):
    eerste, tweede = tegelijk(
        lambda: stappen.plaats(reactie.pk, een),
        lambda: stappen.wijs_af(reactie.pk, twee, Reden.RECLAME),
        BEGONNEN,
    )
    assert isinstance(eerste, Reactie)
    assert isinstance(tweede, KanNiet)
    assert stand(reactie) == Stand.GEPLAATST
    assert Besluit.objects.filter(reactie=reactie).count() == 1


def test_taken_back_while_it_is_placed(reactie, een):
    tegelijk(lambda: stappen.plaats(reactie.pk, een), lambda: stappen.trek_in(reactie.pk), BEGONNEN)
    assert stand(reactie) == Stand.INGETROKKEN
    assert Reactie.objects.get(pk=reactie.pk).tekst == ""


def test_an_outcome_that_is_approved_while_a_reaction_is_placed(dorp, reactie, een, twee):
    """Whoever comes second sees what the first did: nothing is placed beside an outcome that doesn't know of it."""
    OproepPage.objects.filter(pk=reactie.oproep_id).update(sluit=reactie.oproep.opent)
    redacteur = dorp.gebruikers["redactie-beesd"]
    _, wacht = dien_in(OproepPage.objects.get(pk=reactie.oproep_id), redacteur, uitkomst="<p>Klaar.</p>")
    _, tweede = tegelijk(lambda: stappen.plaats(reactie.pk, een), lambda: keur_goed(wacht, twee), BEGONNEN)
    assert isinstance(tweede, KanNiet)
    assert "hoort nergens bij" in str(tweede)
    assert not OproepPage.objects.get(pk=reactie.oproep_id).uitkomst

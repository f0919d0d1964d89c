"""The last place, taken by two at the same moment."""

from datetime import timedelta

from django.utils import timezone

from inwoners.mensen import zorg_voor_adres, zorg_voor_inwoner
from meedoen.aanmelden import stappen
from meedoen.aanmelden.plaatsen import indeling
from meedoen.models import Aanmelding
from tests.dorp import agenda_item

from .hulp import tegelijk

# Whoever holds the page is here; the other waits for it.
HALVERWEGE = "meedoen.aanmelden.stappen.is_open"


def test_of_two_at_the_last_place_one_is_in_and_one_is_first_on_the_waiting_list(dorp):
    avond = agenda_item(
        dorp.agenda,
        "Avond",
        live=True,
        aanmelden="hier",
        max_aantal=1,
        begin=timezone.now() + timedelta(days=3),
    )
    rijen = [
        Aanmelding.objects.create(
            pagina=avond, inwoner=zorg_voor_inwoner(zorg_voor_adres(f"{naam}@example.org"), f"{naam} Bos")
        )
        for naam in ("ria", "jan")
    ]
    uitkomsten = tegelijk(
        lambda: stappen.bevestig(rijen[0].pk), lambda: stappen.bevestig(rijen[1].pk), HALVERWEGE
    )
    assert uitkomsten == (None, None)
    verdeeld = indeling(avond, None)
    assert (verdeeld.binnen, verdeeld.wacht) == ((rijen[0].pk,), (rijen[1].pk,))
    assert list(Aanmelding.objects.order_by("pk").values_list("hoort_plek", flat=True)) == [True, False]

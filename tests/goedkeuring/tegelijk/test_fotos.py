"""A page goes live with a photo while the addresses of that photo are being closed."""

from contextlib import ExitStack
from unittest.mock import patch

import pytest

from core.fotos import adressen
from core.goedkeuring.besluiten import keur_goed
from core.models import BloeiImage

from .hulp import tegelijk
from .test_bestanden import VERSIE, bestand, ingediend_met
from .wat_er_werd import GAAT_LIVE, niets, pagina_van

SLUIT = "core.fotos.adressen.is_openbaar"


@pytest.fixture
def foto(dorp) -> BloeiImage:
    """It stood on a page before, and doesn't any more."""
    foto = bestand(BloeiImage)
    BloeiImage.objects.filter(pk=foto.pk).update(getoond=True)
    foto.get_rendition("width-10")
    return foto


def stand(foto: BloeiImage) -> tuple[bool, bool, list[str]]:
    """Whether visitors have its addresses, whether those of before still work, and its sizes."""
    nu = BloeiImage.objects.get(pk=foto.pk)
    return nu.getoond, not nu.merk, [maat.filter_spec[: len("width-10")] for maat in nu.renditions.all()]


def test_a_photo_of_a_page_that_is_being_approved_stays(dorp, een, foto):
    wacht = ingediend_met(dorp, foto)
    uitkomst = tegelijk(lambda: keur_goed(wacht, een), adressen.sluit, GAAT_LIVE)
    assert uitkomst == (True, 0)
    assert stand(foto) == (True, True, ["width-10"])


def test_a_page_that_is_approved_meanwhile_gets_addresses_of_its_own(dorp, een, foto):
    wacht = ingediend_met(dorp, foto)
    uitkomst = tegelijk(adressen.sluit, lambda: keur_goed(wacht, een), SLUIT)
    assert uitkomst == (1, True)
    assert pagina_van(wacht).live
    adressen.gooi_weg()
    assert stand(foto) == (True, False, [])
    adressen.sluit()
    assert BloeiImage.objects.get(pk=foto.pk).get_rendition("width-10").file.storage
    assert stand(foto) == (True, False, ["width-10"])


def test_without_the_hold_a_public_page_loses_its_photo(dorp, een, foto):
    wacht = ingediend_met(dorp, foto)
    with ExitStack() as weg:
        for naam in (
            "core.fotos.adressen.houd_bestand",
            "core.goedkeuring.besluiten.houd_bestanden",
            *VERSIE,
        ):
            weg.enter_context(patch(naam, niets))
        tegelijk(lambda: keur_goed(wacht, een), adressen.sluit, "core.inhoud_handlers.verhoog_inhoudsversie")
    assert pagina_van(wacht).live
    assert stand(foto)[2] != ["width-10"]

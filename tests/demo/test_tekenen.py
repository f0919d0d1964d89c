"""The pictures of the demo, drawn by code."""

from io import BytesIO

from PIL import Image

from demo.inhoud.fotos import FOTOS
from demo.tekenen.taferelen import TAFERELEN, teken


def test_een_foto_is_altijd_dezelfde_foto():
    eerste = teken("weiland")
    plaatje = Image.open(BytesIO(eerste))
    assert (plaatje.format, plaatje.size) == ("JPEG", (1600, 1000))
    assert teken("weiland") == eerste


def test_elke_foto_is_een_andere():
    assert set(FOTOS) == set(TAFERELEN)
    assert len({teken(naam) for naam in TAFERELEN}) == len(TAFERELEN)

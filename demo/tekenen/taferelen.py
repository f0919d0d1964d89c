"""The pictures of the demo, by name."""

from collections.abc import Callable

from demo.tekenen.doek import Doek
from demo.tekenen.dorpen import dorpsgezicht, dorpshuis, hofje, plein, speeltuin
from demo.tekenen.land import boomgaard, dijk, molen, oogst, rivier, weiland

TAFERELEN: dict[str, Callable[[Doek], None]] = {
    functie.__name__: functie
    for functie in (
        boomgaard,
        dijk,
        dorpsgezicht,
        dorpshuis,
        hofje,
        molen,
        oogst,
        plein,
        rivier,
        speeltuin,
        weiland,
    )
}


def teken(naam: str) -> bytes:
    """The picture of that name as JPEG, 1600 by 1000 pixels; the same one each time."""
    doek = Doek(naam)
    TAFERELEN[naam](doek)
    return doek.jpeg()

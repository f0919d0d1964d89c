"""Processes that share kept answers."""

from core.inhoudsversie import NOOIT, Versie
from site_bloei.bewaard import Bewaard
from tests.site_bloei.bezoeker import Bezoeker, Teller

GEDEELD, MIS, HIT = "bloei; hit; detail=gedeeld", "bloei; fwd=miss", "bloei; hit"


class Wereld:
    """One version, read by all processes; and those, each with a store of its own before the shared one."""

    def __init__(self) -> None:
        self.versie = NOOIT._replace(nummer=1)
        self.teller = Teller()

    def proces(self, **anders) -> Bezoeker:
        return Bezoeker(Bewaard(self.teller, **anders))

    def lees(self) -> Versie:
        return self.versie


def hoe(antwoord) -> tuple[bytes, str]:
    return antwoord[2], antwoord[1]["Cache-Status"]

"""How one process goes by the board with the version (docs/adr/0061)."""

from core.inhoudsversie import hang_op_het_bord
from core.versiebord import Versiebord, versiebord

# Seconds: how long the board is believed before the database is asked again, whoever wrote past it; and how often it is
# tried to hang a number there while somebody publishes.
PACHT, PROBEER = 1.0, 0.05


class Bordlezer:
    """Moments are in seconds, as `time.monotonic` gives them."""

    def __init__(self) -> None:
        self._bord: Versiebord | None = None
        self._pacht_tot = self._hang_niet_tot = 0.0

    def nummer(self, nu: float) -> int | None:
        """The number of the content at this moment; None when the database has to be asked."""
        if self._bord is None or nu >= self._pacht_tot:
            return None
        return self._bord.nummer

    def hoorde(self, nummer: int, nu: float) -> None:
        """The database was asked after `nu`, and gave this. Raises as `huidige_inhoudsversie` does."""
        if nu >= self._pacht_tot:
            self._bord = versiebord()
        if self._bord is None:
            return
        if self._bord.nummer not in (None, nummer):
            self._bord.haal_weg()
        if self._bord.nummer is None and nu >= self._hang_niet_tot:
            hang_op_het_bord(self._bord)
            if self._bord.nummer is None:
                self._hang_niet_tot = nu + PROBEER
        self._pacht_tot = nu + PACHT

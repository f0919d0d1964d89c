import logging
import signal
import time

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import timezone

from werkplek import dienst

# Any fixed number; says "this is Bloei!'s worker" to PostgreSQL.
SLOT = 7_195_001
LANGSTE_PAUZE = 60  # seconds between two tries while the database is away

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Het werk op de achtergrond: geplande pagina's online zetten, herinneringen, mail en andere taken. "
        "Eén proces is genoeg; start je er twee, dan wacht de tweede op zijn beurt."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--eenmaal", action="store_true", help="Doe één ronde en stop (voor cron).")
        parser.add_argument("--pauze", type=float, default=5, help="Seconden tussen twee rondes.")

    def handle(self, *args, eenmaal: bool, pauze: float, **options) -> None:
        self.doorgaan = True
        for teken in (signal.SIGTERM, signal.SIGINT):
            signal.signal(teken, self._stop)
        self.opgeruimd = None
        mislukt = 0
        while self.doorgaan:
            try:
                self._ronde()
            except (OperationalError, InterfaceError) as fout:
                # What was under way is undone by PostgreSQL, or waits in its table as it did.
                connection.close()
                if eenmaal:
                    raise CommandError(f"De databank is niet bereikbaar: {_regel(fout)}") from fout
                if not mislukt:
                    logger.warning("De databank is niet bereikbaar; het werk wacht. %s", _regel(fout))
                mislukt += 1
            else:
                if mislukt:
                    logger.warning("De databank is er weer; het werk gaat verder.")
                mislukt = 0
            if eenmaal:
                return
            self._wacht(min(pauze * 2 ** min(mislukt, 6), max(pauze, LANGSTE_PAUZE)))

    def _ronde(self) -> None:
        close_old_connections()
        if self._mijn_beurt():
            nu = timezone.now()
            dienst.ronde(nu)
            # Each hour, because some terms are no longer than two days.
            if self.opgeruimd != (uur := nu.replace(minute=0, second=0, microsecond=0)):
                dienst.ruim_op(nu)
                self.opgeruimd = uur

    def _mijn_beurt(self) -> bool:
        """Whether no other worker is at it; PostgreSQL gives the turn back when a process dies."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [SLOT])
            return cursor.fetchone()[0]

    def _wacht(self, pauze: float) -> None:
        tot = time.monotonic() + pauze
        while self.doorgaan and time.monotonic() < tot:
            time.sleep(min(0.2, pauze))

    def _stop(self, *args) -> None:
        self.doorgaan = False


def _regel(fout: Exception) -> str:
    return " ".join(str(fout).split())

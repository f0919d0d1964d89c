import signal
import time

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections, connection
from django.utils import timezone

from werkplek import dienst

# Any fixed number; says "this is Bloei!'s worker" to PostgreSQL.
SLOT = 7_195_001


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
        opgeruimd = None
        while self.doorgaan:
            close_old_connections()
            if self._mijn_beurt():
                nu = timezone.now()
                dienst.ronde(nu)
                if opgeruimd != nu.date():
                    dienst.ruim_op()
                    opgeruimd = nu.date()
            if eenmaal:
                return
            self._wacht(pauze)

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

"""The practice site anew: each night, or when somebody asks for it. Whole, or not at all."""

import logging
import shutil
from collections import deque
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from core.inhoudsversie import houd_inhoudsversie, verhoog_inhoudsversie
from core.models import User
from demo.bouwers.demo import laad
from demo.bouwers.kernen import kernen_met_voorbeelden
from home.inrichting import richt_in
from machinekamer.veilig import wezen
from oefenen import begin, slot
from oefenen.accounts import zorg_voor_oefenaars
from oefenen.merk import gevuld_op, is_leeg, zet_merk

logger = logging.getLogger(__name__)
UUR = time(3)  # on the clock of the site
NOG_EENS = timedelta(hours=1)  # after it went wrong
_mislukt: deque[datetime] = deque(maxlen=1)
Melding = Callable[[str], object]


class GeenOefensite(Exception):
    """This database isn't one to practise in, or can't be started anew; says what to do."""


def elke_nacht(nu: datetime, **kwargs) -> bool:
    """Start anew when three o'clock has passed since the last time. Called by the worker after each of its rounds."""
    laatste = gevuld_op()
    if laatste is None or laatste >= _laatste_keer(nu):
        return False
    if _mislukt and nu - _mislukt[-1] < NOG_EENS:
        return False
    try:
        herstart(nu, logger.info)
    except (OperationalError, InterfaceError):
        raise  # the database went away: the worker waits for it
    except Exception:
        # Nothing was thrown away; who practises goes on with what is there.
        logger.exception("De oefensite is niet opnieuw begonnen.")
        _mislukt.append(nu)
        return False
    return True


def _laatste_keer(nu: datetime) -> datetime:
    """The last three o'clock in the night before this moment."""
    hier = timezone.localtime(nu)
    dag = hier.date() if hier.time() >= UUR else hier.date() - timedelta(days=1)
    return timezone.make_aware(datetime.combine(dag, UUR))


def bouw(nu: datetime, meld: Melding) -> None:
    """Make a practice site of an empty database, and mark it as one."""
    _eis_instelling()
    if not is_leeg():
        raise GeenOefensite(
            "In deze databank staat al iets, en het is geen oefensite. Er is niets veranderd. "
            "Maak voor de oefensite een eigen, lege databank: zie docs/productie.md."
        )
    with transaction.atomic():
        richt_in(kernen_met_voorbeelden())
        begin.bewaar()
        _vul(nu, meld)


def herstart(nu: datetime, meld: Melding) -> None:
    """Throw away what was practised and fill the site anew, around today. Readers see the old site until it is done."""
    _eis_instelling()
    if gevuld_op() is None:
        raise GeenOefensite("Deze databank is geen oefensite. Er is niets weggegooid.")
    if not begin.is_van_nu():
        raise GeenOefensite(
            "De oefensite is van een oudere versie. Er is niets weggegooid. Maak de databank leeg en begin opnieuw: "
            "dropdb, createdb, manage.py migrate, manage.py oefensite (docs/productie.md)."
        )
    with slot.dicht():
        with transaction.atomic():
            houd_inhoudsversie()
            begin.ga_terug()
            _vul(nu, meld)
            verhoog_inhoudsversie()
        _ruim_bestanden_op()
    meld("De oefensite is opnieuw begonnen.")


def _vul(nu: datetime, meld: Melding) -> None:
    dag = timezone.localdate(nu)
    laad(dag, meld)
    # Everybody knows the password: nobody administers.
    for beheerder in User.objects.filter(is_superuser=True):
        beheerder.set_unusable_password()
        beheerder.is_active = False
        beheerder.save()
    zorg_voor_oefenaars(dag)
    zet_merk(nu)


def _ruim_bestanden_op() -> None:
    """Media that no row names any more, and the mail."""
    # By the clock of tomorrow: what is young goes too.
    for naam in wezen.zoek(timezone.now() + 2 * wezen.JONG)[0]:
        default_storage.delete(naam)
    shutil.rmtree(Path(settings.EMAIL_FILE_PATH), ignore_errors=True)


def _eis_instelling() -> None:
    if not settings.OEFEN:
        raise GeenOefensite("Dit is geen oefensite: OEFEN staat uit.")

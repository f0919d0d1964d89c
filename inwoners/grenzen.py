"""How much a stranger may make us mail. The one place where those limits stand.

Asked by whoever is about to mail because of a form, before anything is made. Whoever is refused sees the page that
everybody sees. Counted by `core/rem.py`: the key of a count is an HMAC with the day in it, and is gone within 24 hours.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest

from berichten.models import Soort
from berichten.post import schrijf
from core import rem
from core.models import User
from core.tijd import vandaag

logger = logging.getLogger(__name__)
DAG, UUR, ADEM = timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)
PER_ADRES = 3  # a day
PER_NET = 20  # an hour


def mag_mailen(request: HttpRequest | None, email: str, wat: str) -> bool:
    """Count one more mail to this address, and whether it may go. `wat` names the mail: the same one doesn't go
    again within ten minutes. `request` None: not asked for over the web.
    """
    dag, email = vandaag().isoformat(), email.strip().lower()
    if rem.tel("adem", dag, email, wat, duur=ADEM) > 1:
        return False
    if rem.tel("adres", dag, email, duur=DAG) > PER_ADRES:
        return False
    if request is not None and rem.tel("net", dag, rem.net_van(request), duur=UUR) > PER_NET:
        return False
    return not _site_zit_vol(dag)


def _site_zit_vol(dag: str) -> bool:
    aantal = rem.tel("site", dag, duur=UUR)
    if aantal == settings.INWONERMAIL_PER_UUR + 1:
        sla_alarm("rem", dag, aantal)
    return aantal > settings.INWONERMAIL_PER_UUR


def sla_alarm(wat: str, dag: str, aantal: int) -> None:
    """Tell who manages the site, once a day."""
    logger.error("Er gaat geen mail meer naar inwoners: meer dan %s in een uur.", aantal - 1)
    context = {"onderwerp": "Bloei! houdt mail aan inwoners tegen", "aantal": aantal - 1}
    for beheerder in User.objects.filter(is_active=True, is_superuser=True):
        schrijf(f"alarm:{wat}:{dag}", Soort.ALARM, beheerder, context)

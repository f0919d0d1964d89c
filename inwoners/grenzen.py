"""How much a stranger may make us mail. The one place where those limits stand.

Asked by whoever is about to mail because of a form, before anything is made. Whoever is refused because of the address
sees the page that everybody sees; because of how much comes in, hears that, for it says nothing of an address. Counted by `core/rem.py`: the key of a count is an HMAC with the day in it, and is gone within 24 hours.
"""

import logging
from datetime import timedelta
from enum import Enum

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from berichten.models import Soort
from berichten.post import schrijf
from core import rem
from core.models import User
from core.tijd import vandaag

logger = logging.getLogger(__name__)
DAG, UUR, ADEM = timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)
PER_ADRES = 3  # a day
# Beside a field that asks for an address: who shares one has to know before they send.
SAMEN = gettext_lazy("Deel je een adres? Er gaan hoogstens drie van deze mails per dag naartoe.")
# A hall full of people is one network: a hundred of them each send something in an hour. The day keeps it from
# being more than twenty an hour would come to.
PER_NET, PER_NET_PER_DAG = 150, 450


class Oordeel(Enum):
    """Whether a mail may go."""

    MAG = "mag"
    # This address had enough: a secret.
    STIL = "stil"
    # Too much at once from this network, or for the whole site. Say so, and keep what was typed.
    DRUK = "druk"


def mag_mailen(request: HttpRequest | None, email: str, wat: str) -> bool:
    """The same in a word, for what may stay away in silence."""
    return weeg(request, email, wat) is Oordeel.MAG


def weeg(request: HttpRequest | None, email: str, wat: str, *, apart: str = "") -> Oordeel:
    """Count one more mail to this address, and whether it may go. `wat` names the mail: the same one doesn't go
    again within ten minutes. `request` None: not asked for over the web. `apart`: counted beside the other mails to it.
    """
    dag, email = vandaag().isoformat(), email.strip().lower()
    if rem.tel("adem", dag, email, wat, duur=ADEM) > 1:
        return Oordeel.STIL
    if rem.tel("adres", dag, email, apart, duur=DAG) > PER_ADRES:
        return Oordeel.STIL
    if _net_zit_vol(request, dag) or _site_zit_vol(dag):
        # It will be tried again, and that is no second mail to this address.
        rem.tel_niet("adem", dag, email, wat)
        rem.tel_niet("adres", dag, email, apart)
        return Oordeel.DRUK
    return Oordeel.MAG


def _net_zit_vol(request: HttpRequest | None, dag: str) -> bool:
    if request is None:
        return False
    net = rem.net_van(request)
    if rem.tel("net", dag, net, duur=UUR) > PER_NET:
        return True
    return rem.tel("net per dag", dag, net, duur=DAG) > PER_NET_PER_DAG


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

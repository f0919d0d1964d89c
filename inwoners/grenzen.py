"""How much a stranger may make us mail. The one place where those limits stand.

Asked by whoever is about to mail because of a form, before anything is made. Whoever waits or is refused because of the
address sees the page that everybody sees (docs/adr/0069); because of how much comes in, hears that, for it says nothing of an address. Counted by `core/rem.py`: the key of a count is an HMAC with the day in it, and is gone within 24 hours.
"""

import logging
from datetime import timedelta
from enum import Enum

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from berichten.models import Soort
from berichten.post import laat_gaan, schrijf
from core import rem
from core.models import User
from core.tijd import vandaag

logger = logging.getLogger(__name__)
DAG, UUR, ADEM = timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)
# A day, for an address: from one network, and from all of them, so that nobody uses up what another needs. Each button
# that is pressed there makes room for one more, but mail scanners press too.
PER_ADRES_VAN_NET, PER_ADRES, GEDRUKT = 3, 6, 12
# What comes after that is kept, and its mail waits for a button that is pressed, or for the night.
MOGEN_WACHTEN = 3
# Beside a field that asks for an address: who shares one has to know before they send.
SAMEN = gettext_lazy(
    "Deel je een adres? Na drie mails waar niemand op de knop drukte, komt de volgende pas in de nacht."
)
# A hall full of people is one network: a hundred of them each send something in an hour. The day keeps it from
# being more than twenty an hour would come to.
PER_NET, PER_NET_PER_DAG = 150, 450


class Oordeel(Enum):
    """Whether a mail may go."""

    MAG = "mag"
    # It may be kept; its mail goes when somebody presses a button there, and else tonight. As secret as the next.
    WACHT = "wacht"
    # This address had enough: a secret.
    STIL = "stil"
    # Too much at once from this network, or for the whole site. Say so, and keep what was typed.
    DRUK = "druk"


def mag_mailen(request: HttpRequest | None, email: str, wat: str) -> bool:
    """The same in a word, for what may stay away in silence."""
    return weeg(request, email, wat) is Oordeel.MAG


def weeg(
    request: HttpRequest | None, email: str, wat: str, *, apart: str = "", mag_wachten: bool = False
) -> Oordeel:
    """Count one more mail to this address, and whether it may go. `wat` names the mail: the same one doesn't go
    again within ten minutes. `request` None: not asked for over the web. `apart`: counted beside the other mails to it.
    `mag_wachten`: what it is about can be kept until the mail goes.
    """
    dag, email = vandaag().isoformat(), email.strip().lower()
    adem, wacht = ("adem", dag, email, wat), ("wacht", dag, email)
    van, van_net = ("adres", dag, email, apart), ("adres van net", dag, email, apart, rem.net_van(request))
    if rem.tel(*adem, duur=ADEM) > 1:
        return Oordeel.STIL
    erbij = min(rem.geteld("gedrukt", dag, email), GEDRUKT)
    oordeel = Oordeel.MAG
    geteld: list[tuple[str, ...]] = [adem]
    if _tel_mee({van_net: PER_ADRES_VAN_NET + erbij, van: PER_ADRES + erbij}):
        geteld += [van_net, van]
    elif mag_wachten and _tel_mee({wacht: MOGEN_WACHTEN}):
        oordeel = Oordeel.WACHT
        geteld += [wacht]
    else:
        oordeel = Oordeel.STIL
    if oordeel is not Oordeel.STIL and (_net_zit_vol(request, dag) or _site_zit_vol(dag)):
        oordeel = Oordeel.DRUK
    if oordeel in (Oordeel.STIL, Oordeel.DRUK):
        # It may be tried again, and that is no second mail to this address.
        for teller in geteld:
            rem.tel_niet(*teller)
    return oordeel


def _tel_mee(hoogstens: dict[tuple[str, ...], int]) -> bool:
    """Count one more of each of these; of none when it is too much for one of them."""
    geteld = []
    for wat, meeste in hoogstens.items():
        geteld.append(wat)
        if rem.tel(*wat, duur=DAG) > meeste:
            for teller in geteld:
                rem.tel_niet(*teller)
            return False
    return True


def er_is_gedrukt(email: str) -> None:
    """Who has this mailbox pressed the button in a mail: they are there, so there is room for another, and what waited goes."""
    rem.tel("gedrukt", vandaag().isoformat(), email.lower(), duur=DAG)
    laat_gaan(email)


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

"""What somebody hears about getting in with their account."""

from datetime import timedelta
from uuid import uuid4

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from berichten.models import Soort
from berichten.post import leg_klaar, schrijf
from core import rem
from core.models import User
from werkplek.models import Inlogpoging

# However often somebody tries, their owner hears it once in this time.
NIET_VAKER = timedelta(days=1)


def meld_nieuw(user: User, request: HttpRequest | None) -> None:
    """Somebody got in from a network that this account wasn't seen on in the last 90 days.

    Not for the first time, nor with a code by mail: then they just got one.
    """
    net = rem.net_van(request)
    eerder = set(
        Inlogpoging.objects.filter(user=user, soort=Inlogpoging.Soort.GELUKT)
        .values_list("net", flat=True)
        .distinct()
    )
    if request is None or not net or not eerder or net in eerder:
        return
    if any(stap.get("method") == "code" for stap in get_authentication_records(request, user)):
        return
    _mail(user, "Er is ingelogd met jouw account bij Bloei!", net)


def meld_geremd(user: User) -> None:
    """Somebody tried too often."""
    if rem.tel("gemeld geremd", str(user.pk), duur=NIET_VAKER) == 1:
        _mail(user, "Iemand probeert in te loggen met jouw account bij Bloei!", "")


def meld_adres(user: User, oud: str) -> None:
    """Somebody's code goes to another address from now on; to the one before it."""
    context = {
        "onderwerp": "Een ander e-mailadres voor je account bij Bloei!",
        "user": user,
        "oud": oud,
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("account_login"),
    }
    leg_klaar(f"inloggen:{uuid4()}", Soort.INLOGGEN, oud, context)


def _mail(user: User, onderwerp: str, net: str) -> None:
    context = {
        "onderwerp": onderwerp,
        "net": net,
        "op": timezone.localtime(),
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("account_login"),
    }
    schrijf(f"inloggen:{uuid4()}", Soort.INLOGGEN, user, context)

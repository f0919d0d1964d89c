"""The mail with a code to log in with."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from berichten.models import Soort
from berichten.post import bezorg, leg_klaar
from werkplek.inloggen import account_met_adres


def stuur(adres: str, code: str) -> None:
    """Mail a code to the account with this address.

    It goes to the address of the account, not to what was typed: letters of other alphabets can look the same to a database.
    """
    if user := account_met_adres(adres):
        with transaction.atomic():
            _leg_klaar(user.email, str(user), code)


def doe_alsof(adres: str) -> None:
    """For an address that nobody has the same is done, and taken back: how long it takes tells a stranger nothing."""
    account_met_adres(adres)
    with transaction.atomic():
        with transaction.atomic():
            _leg_klaar(adres, adres, "000000")
            transaction.set_rollback(True)
        transaction.on_commit(lambda: bezorg.enqueue())


def _leg_klaar(adres: str, naam: str, code: str) -> None:
    geldig = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
    context = {
        # Not the code itself: a subject stands on a locked screen, and is kept. The time keeps two mails apart.
        "onderwerp": f"Je code om in te loggen bij Bloei! ({timezone.localtime():%H:%M})",
        "naam": naam,
        "code": code,
        "minuten": geldig.seconds // 60,
    }
    tot = timezone.now() + geldig
    leg_klaar(f"inlogcode:{uuid4()}", Soort.INLOGCODE, adres, context, geheim_tot=tot)

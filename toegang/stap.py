"""The second step: who has to take it, whether it was taken, and taking it (docs/adr/0044)."""

import time
from datetime import timedelta
from typing import Any

from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from wagtail.log_actions import log

from core import rem
from core.goedkeuring.rollen import is_communicatie, mag_spoedpublicatie
from core.models import User
from toegang import totp
from toegang.models import TweedeFactor
from werkplek.inloggen import leg_vast
from werkplek.models import Inlogpoging

GEZET, NIEUW = "tweede_stap", "tweede_stap_nieuw"  # in the session
PROBEREN, PROBEREN_IN = 10, timedelta(minutes=15)


class Geweigerd(Exception):
    """Says in Dutch why a code isn't taken."""


def moet(user: Any) -> bool:
    """Whoever can put text online, or let others do that."""
    return user.is_superuser or is_communicatie(user) or mag_spoedpublicatie(user)


def is_gezet(request: HttpRequest) -> bool:
    """Whether this session took the step, with the telephone that counts now."""
    nummer = request.session.get(GEZET)
    return nummer is not None and TweedeFactor.objects.filter(pk=nummer, user_id=request.user.pk).exists()


def factor_van(user: User) -> TweedeFactor | None:
    return TweedeFactor.objects.filter(user=user).first()


def nieuw_geheim(request: HttpRequest) -> str:
    """What is offered to a telephone; the same until it is confirmed, so that a page that is loaded again fits."""
    return request.session.setdefault(NIEUW, totp.nieuw_geheim())


def zet(request: HttpRequest, user: User, getypt: str) -> None:
    """Take the step. Raises Geweigerd; counted for the account, because only who knows its password gets here."""
    if rem.tel("tweede stap", str(user.pk), duur=PROBEREN_IN) > PROBEREN:
        leg_vast(Inlogpoging.Soort.GEREMD, request, user)
        raise Geweigerd("Er is te vaak een verkeerde code getypt. Wacht een kwartier en probeer het opnieuw.")
    factor = factor_van(user)
    geheim = factor.geheim if factor else nieuw_geheim(request)
    nummer = totp.stap_van(geheim, "".join(getypt.split()), time.time())
    gebruikt = _gebruik(user, factor, geheim, nummer) if nummer else None
    if gebruikt is None:
        leg_vast(Inlogpoging.Soort.MISLUKT, request, user)
        raise Geweigerd("Deze code klopt niet, of is al gebruikt. Wacht op de volgende en typ die over.")
    rem.tel_niet("tweede stap", str(user.pk))
    request.session.cycle_key()
    request.session.pop(NIEUW, None)
    request.session[GEZET] = gebruikt.pk


@transaction.atomic
def _gebruik(user: User, factor: TweedeFactor | None, geheim: str, nummer: int) -> TweedeFactor | None:
    """Take a right code, once: of two who send the same one at the same moment, one gets in."""
    if factor:
        eerder = TweedeFactor.objects.filter(pk=factor.pk, laatste_stap__lt=nummer)
        return factor if eerder.update(laatste_stap=nummer) else None
    eigen = {"geheim": geheim, "laatste_stap": nummer}
    factor, nieuw = TweedeFactor.objects.get_or_create(user=user, defaults=eigen)
    if not nieuw:
        return None
    _vertel_nieuw(user)
    return factor


def _vertel_nieuw(user: User) -> None:
    log(instance=user, action="bloei.tweede_factor", user=user)
    _mail(
        user,
        "Je telefoon hoort nu bij je account",
        "Vanaf nu log je in met je wachtwoord en een code van je telefoon. Heb jij dit niet gedaan? Bel dan meteen "
        "beheer, en kies een nieuw wachtwoord.",
    )


@transaction.atomic
def neem_weg(user: User, reden: str) -> bool:
    """Let somebody without their telephone choose another one. Whoever is in with the old one is out at once."""
    weg, _ = TweedeFactor.objects.filter(user=user).delete()
    if weg:
        log(instance=user, action="bloei.noodtoegang", data={"reden": reden})
        tekst = f"De telefoon die bij het account {user.username} hoorde, telt niet meer. Reden: {reden}"
        for wie in {user, *User.objects.filter(is_superuser=True, is_active=True)}:
            _mail(wie, "Noodtoegang: kies opnieuw een telefoon", tekst)
    return bool(weg)


def _mail(user: User, onderwerp: str, tekst: str) -> None:
    if user.email:
        send_mail(onderwerp, tekst, None, [user.email])

"""Keys in mail: 256 random bits, of which we hold the SHA-256 only."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.utils import timezone

from inwoners.grenzen import er_is_gedrukt
from inwoners.models import SLEUTELS, Adres, Inwoner, Sleutel


def maak_sleutel(
    adres: Adres, doel: str, *, geldig: timedelta, waarvoor: str = "", inwoner: Inwoner | None = None
) -> str:
    """A new key, as it goes into the address of a link; it can't be read back."""
    geheim = secrets.token_urlsafe(32)
    Sleutel.objects.create(
        adres=adres,
        inwoner=inwoner,
        doel=doel,
        waarvoor=waarvoor,
        sha256=_sha256(geheim),
        verloopt_op=timezone.now() + geldig,
    )
    return geheim


def vind_sleutel(geheim: str, doel: str) -> Sleutel | None:
    """The key, used or not, that opens this now. Changes nothing."""
    sleutels = Sleutel.objects.select_related("adres", "inwoner")
    return sleutels.filter(sha256=_sha256(geheim), doel=doel, verloopt_op__gt=timezone.now()).first()


def gebruik(sleutel: Sleutel) -> bool:
    """Mark it as used; True the first time. The second time is no fault: answer as you did the first time."""
    eerste = Sleutel.objects.filter(pk=sleutel.pk, gebruikt_op=None).update(gebruikt_op=timezone.now())
    if eerste:
        er_is_gedrukt(sleutel.adres.email)
    return bool(eerste)


def vind_adres(adres: str, sleutel: str, doel: str) -> Adres | None:
    """Who came in by this key, both by their number; None when it was taken back. It may have expired since."""
    if not (adres.isdecimal() and sleutel.isdecimal()):
        return None
    gevonden = Sleutel.objects.filter(pk=sleutel, adres=adres, doel=doel).select_related("adres").first()
    return gevonden.adres if gevonden else None


def vergeet_sleutels(adres: Adres, doel: str) -> None:
    """None of the keys to this that were mailed to them opens anything any more."""
    Sleutel.objects.filter(adres=adres, doel=doel).delete()


def ruim_op(nu: datetime) -> int:
    """Forget keys that open nothing any more."""
    return Sleutel.objects.filter(verloopt_op__lte=nu - SLEUTELS).delete()[0]


def _sha256(geheim: str) -> str:
    return hashlib.sha256(geheim.encode(errors="replace")).hexdigest()

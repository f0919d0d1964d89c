"""Brakes: how often something may be tried in a while, counted in PostgreSQL, so for all processes together.

A try is counted before it is made, in one statement: tries at the same moment don't slip through between looking
and counting. What is counted is a digest, and is gone within a day (`ruim_op`).
"""

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import connection, models
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

TEL = """
    INSERT INTO core_teller AS oud (sleutel, aantal, tot) VALUES (%(sleutel)s, 1, %(tot)s)
    ON CONFLICT (sleutel) DO UPDATE SET
        aantal = CASE WHEN oud.tot <= %(nu)s THEN 1 ELSE oud.aantal + 1 END,
        tot = CASE WHEN oud.tot <= %(nu)s THEN excluded.tot ELSE oud.tot END
    RETURNING aantal
"""


class Teller(models.Model):
    """How often something was tried, until the moment `tot`; after that, the count begins anew."""

    # A digest: who tried what from where can't be read from it.
    sleutel = models.CharField(max_length=64, primary_key=True)
    aantal = models.PositiveIntegerField()
    tot = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "teller"
        verbose_name_plural = "tellers"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.aantal} tot {self.tot}"


def tel(*wat: str, duur: timedelta) -> int:
    """Count one more try of this, and return how many there are now, of the first and `duur` after it."""
    nu = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(TEL, {"sleutel": _sleutel(wat), "tot": nu + duur, "nu": nu})
        return cursor.fetchone()[0]


def geteld(*wat: str) -> int:
    """How many tries of this there are now; counts none."""
    tellers = Teller.objects.filter(sleutel=_sleutel(wat), tot__gt=timezone.now())
    return tellers.values_list("aantal", flat=True).first() or 0


def tel_niet(*wat: str) -> None:
    """Take back one try: it was no wrong one."""
    Teller.objects.filter(sleutel=_sleutel(wat), aantal__gt=0).update(aantal=F("aantal") - 1)


def ruim_op(nu: datetime) -> None:
    """Forget what is counted no longer."""
    Teller.objects.filter(tot__lte=nu).delete()


def net_van(request: HttpRequest | None) -> str:
    """The network that a visitor comes from: /24 of IPv4, /56 of IPv6, which is what one household has.

    Only as many addresses of X-Forwarded-For are believed as there are proxies of our own (PROXY_AANTAL), from the
    end: whatever stands before those, the visitor wrote there. Empty when it isn't known.
    """
    if request is None:
        return ""
    adres = request.META.get("REMOTE_ADDR", "")
    doorgegeven = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < settings.PROXY_AANTAL <= len(doorgegeven):
        adres = doorgegeven[-settings.PROXY_AANTAL]
    try:
        ip = ip_address(adres.strip().strip("[]").partition("%")[0])
    except ValueError:
        return ""
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return str(ip_network(f"{ip}/{24 if ip.version == 4 else 56}", strict=False))


def _sleutel(wat: tuple[str, ...]) -> str:
    return salted_hmac("core.rem", "\x1f".join(wat), algorithm="sha256").hexdigest()

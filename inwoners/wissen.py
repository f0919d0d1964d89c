"""Erasing somebody, and erasing them again when a copy of the database was put back.

What is left is an HMAC of the address: with the key of the site can be asked whether an address was erased, not which
ones were. It stands in a table and in a file (WISLIJST): the table is gone too when an older copy is put back.
"""

import csv
import fcntl
import logging
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.log_actions import log

from berichten import postvak
from berichten.models import Bericht
from core.inhoudsversie import begint_met_de_versie
from inwoners.houders import Wie, houders
from inwoners.models import Adres, Gewist, Inwoner, Reden

logger = logging.getLogger(__name__)
# As long as copies of the database are kept (docs/productie.md).
KOPIEEN = timedelta(days=365)


@dataclass(frozen=True)
class Regel:
    """A line of the list: who was erased, and when."""

    code: str
    op: datetime


@begint_met_de_versie
def wis(wie: Wie, reden: Reden, op: datetime | None = None) -> None:
    """Erase all that we hold of somebody; done twice, nothing is left to do."""
    op = op or timezone.now()
    pks = [inwoner.pk for inwoner in wie.inwoners]
    for houder in houders():
        houder.wis(wie, op)
    Inwoner.objects.filter(pk__in=pks).delete()
    if wie.email:
        wis_mail(wie.email, op)
        if wie.adres:
            Adres.objects.filter(pk=wie.adres.pk).delete()
        onthoud(wie.email, reden, op)
    else:
        for pk in pks:
            onthoud(_op_papier(pk), reden, op)
    logger.info("Gewist: %s naam/namen, reden: %s", len(wie.inwoners), Reden(reden).label)


def wis_mail(email: str, op: datetime) -> None:
    """What was mailed to this address until then, in the outbox; and in the folder of the demo."""
    Bericht.objects.filter(gemaakt_op__lte=op).wis(email, op)
    transaction.on_commit(lambda: postvak.verwijder(email))


def onthoud(wat: str, reden: Reden, op: datetime) -> None:
    gewist, nieuw = Gewist.objects.get_or_create(code=code_van(wat), op=op, defaults={"reden": reden})
    if nieuw:
        # In the history of the site: that somebody was erased and why, not who.
        log(instance=gewist, action="bloei.gewist", data={"reden": gewist.get_reden_display()})
        transaction.on_commit(lambda: _schrijf(gewist))


def wis_opnieuw() -> int:
    """Erase whoever was erased before, and came back with a copy. Returns how many.

    Who took part again *after* that day stays: that is another time.
    """
    regels = [*lees_lijst(), *(Regel(gewist.code, gewist.op) for gewist in Gewist.objects.all())]
    laatst: dict[str, datetime] = {}
    for regel in regels:
        laatst[regel.code] = max(regel.op, laatst.get(regel.code, regel.op))
    adressen = [adres for adres in Adres.objects.all() if _is_gewist(laatst, adres.email, adres.gemaakt_op)]
    for adres in adressen:
        wis(Wie.van(adres), Reden.OPNIEUW, laatst[code_van(adres.email)])
    op_papier = [
        inwoner
        for inwoner in Inwoner.objects.filter(adres=None)
        if _is_gewist(laatst, _op_papier(inwoner.pk), inwoner.gemaakt_op)
    ]
    for inwoner in op_papier:
        wis(Wie(None, [inwoner]), Reden.OPNIEUW, laatst[code_van(_op_papier(inwoner.pk))])
    # Mail to, and reports of, who had no address with us any more when the copy was made; or has one again.
    for email in _losse_adressen():
        if op := laatst.get(code_van(email)):
            wis(Wie(None, [], email), Reden.OPNIEUW, op)
    return len(adressen) + len(op_papier)


def _losse_adressen() -> set[str]:
    gemaild = Bericht.objects.filter(inwoner=True).exclude(adres="").values_list("adres", flat=True)
    return {
        email.lower() for email in [*gemaild.distinct(), *(e for h in houders() for e in h.emailadressen())]
    }


def code_van(wat: str) -> str:
    return salted_hmac("inwoners.gewist", wat.strip().lower(), algorithm="sha256").hexdigest()


def _op_papier(pk: int) -> str:
    """Who has no address is known by a number, which is the same in a copy."""
    return f"inwoner {pk}"


def _is_gewist(laatst: dict[str, datetime], wat: str, gemaakt_op: datetime) -> bool:
    op = laatst.get(code_van(wat))
    return op is not None and gemaakt_op <= op


def vergeet_gewisten(nu: datetime) -> None:
    """Drop the codes that no copy needs any more, from the table and from the file."""
    tot = nu - KOPIEEN
    Gewist.objects.filter(op__lte=tot).delete()
    oud = [regel for regel in lees_lijst() if regel.op <= tot]
    if oud:
        with _lijst("r+") as bestand:
            over = [rij for rij in csv.reader(bestand) if datetime.fromisoformat(rij[0]) > tot]
            bestand.seek(0)
            bestand.truncate()
            csv.writer(bestand).writerows(over)


def lees_lijst() -> list[Regel]:
    if not Path(settings.WISLIJST).exists():
        return []
    with _lijst("r") as bestand:
        return [Regel(code, datetime.fromisoformat(op)) for op, code, *_reden in csv.reader(bestand)]


def _schrijf(gewist: Gewist) -> None:
    try:
        Path(settings.WISLIJST).parent.mkdir(parents=True, exist_ok=True)
        with _lijst("a") as bestand:
            csv.writer(bestand).writerow([gewist.op.isoformat(), gewist.code, gewist.reden])
    except OSError:
        # It is erased, and stands in the table: only an older copy of the database would bring it back.
        logger.exception("In de wislijst kan niet worden geschreven; zie WISLIJST in docs/instellingen.md.")


@contextmanager
def _lijst(hoe: str) -> Generator[IO[str]]:
    """The file, for one process at a time."""
    with Path(settings.WISLIJST).open(hoe, encoding="utf-8", newline="") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_SH if hoe == "r" else fcntl.LOCK_EX)
        yield bestand

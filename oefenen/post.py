"""The mail of the practice site: what would have gone out, to read in the admin."""

from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses
from pathlib import Path
from typing import cast

from django.conf import settings
from django.utils import timezone

from core.models import User

MEEST = 50
# Nobody's: the accounts and residents of the examples, and what whoever practises as a resident makes up.
VERZONNEN = (".example", "example.org", "example.com", "example.net")


@dataclass(frozen=True)
class Brief:
    aan: str
    onderwerp: str
    op: datetime
    tekst: str


def post_voor(adres: str) -> tuple[list[Brief], list[Brief]]:
    """The newest mails to this address, and those to made-up residents. What went to anybody's own address is shown to nobody
    else."""
    eigen: list[Brief] = []
    verzonnen: list[Brief] = []
    for brief in _brieven():
        if brief.aan.casefold() == adres.casefold():
            eigen.append(brief)
        elif brief.aan.casefold().endswith(VERZONNEN) and not _is_van_een_account(brief.aan):
            verzonnen.append(brief)
    return eigen[:MEEST], verzonnen[:MEEST]


def _is_van_een_account(adres: str) -> bool:
    return User.objects.filter(email__iexact=adres).exists()


def _brieven() -> list[Brief]:
    bestanden = sorted(
        Path(settings.EMAIL_FILE_PATH).glob("*.eml"), key=lambda pad: pad.stat().st_mtime, reverse=True
    )
    return [_lees(pad) for pad in bestanden[: 10 * MEEST]]


def _lees(pad: Path) -> Brief:
    bericht = cast("EmailMessage", BytesParser(policy=policy.default).parsebytes(pad.read_bytes()))
    deel = bericht.get_body(preferencelist=("plain",))
    return Brief(
        aan=next((adres for _, adres in getaddresses([str(bericht["To"])])), ""),
        onderwerp=str(bericht["Subject"]),
        op=datetime.fromtimestamp(pad.stat().st_mtime, tz=timezone.get_default_timezone()),
        tekst=deel.get_content() if deel else "",
    )

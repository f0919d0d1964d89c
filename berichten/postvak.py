"""A mail backend for development and the demo: every mail a file that a mail program opens."""

import os
import re
from email import policy
from email.parser import BytesHeaderParser
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


def verwijder(adres: str) -> int:
    """Take the mails to this address out of the folder, when mail goes to a folder. Returns how many."""
    if f"{__name__}.{MapBackend.__name__}" != settings.VERZEND_BACKEND:
        return 0
    weg = [bestand for bestand in Path(settings.EMAIL_FILE_PATH).glob("*.eml") if _is_aan(bestand, adres)]
    for bestand in weg:
        bestand.unlink(missing_ok=True)
    return len(weg)


def _is_aan(bestand: Path, adres: str) -> bool:
    with bestand.open("rb") as inhoud:
        koppen = BytesHeaderParser(policy=policy.default).parse(inhoud)
    return str(koppen["To"]).casefold() == adres.casefold()


class MapBackend(BaseEmailBackend):
    """Write each mail to EMAIL_FILE_PATH, named after its Message-ID: the same mail sent again is one file."""

    def send_messages(self, email_messages) -> int:
        postvak = Path(settings.EMAIL_FILE_PATH)
        postvak.mkdir(parents=True, exist_ok=True)
        for mail in email_messages:
            bericht = mail.message()
            naam = re.sub(r"[^\w.-]", "_", bericht["Message-ID"].strip("<>").partition("@")[0])
            concept = postvak / f".{naam}.{os.getpid()}"
            concept.write_bytes(bericht.as_bytes())
            concept.rename(postvak / f"{naam}.eml")
        return len(email_messages)

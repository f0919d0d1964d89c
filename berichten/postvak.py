"""A mail backend for development and the demo: every mail a file that a mail program opens."""

import os
import re
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


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

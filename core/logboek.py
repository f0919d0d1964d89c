"""Lines of the log without what opens something or says who somebody is: a log is kept longer and read by more people."""

import logging
import re

# A key in an address (256 bits, as text), a token, an e-mail address, and what was asked for behind the question mark.
SLEUTEL = re.compile(r"(?<![\w-])[\w-]{40,}(?![\w-])")
ADRES = re.compile(r"[^\s<>'\"(/=]{1,64}@[\w.-]{1,255}")
VRAAG = re.compile(r"\?[^\s\"'?=]*=[^\s\"']*")


def maskeer(tekst: str) -> str:
    return VRAAG.sub("?…", ADRES.sub("…@…", SLEUTEL.sub("…", tekst)))


class Zonder(logging.Formatter):
    """Masks each line after all of it was written, what went wrong included."""

    def format(self, record: logging.LogRecord) -> str:
        return maskeer(super().format(record))

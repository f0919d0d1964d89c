"""What goes into a log says nothing of who somebody is, and opens nothing.

A log is read by more people, and is kept in more places, than the site itself. So out of every line, also of what a
library or PostgreSQL wrote, go addresses of mail and of the network, what was asked after the `?`, values out of a
row, links and keys that open something.
"""

import re

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}")
IPV4 = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
# Three colons at least, or two together: a time of day has two apart.
IPV6 = re.compile(r"(?<![\w:])(?:(?:[0-9a-fA-F]{1,4}:){3,7}|(?:[0-9a-fA-F]{1,4}:){1,6}:)[0-9a-fA-F:.]{0,40}")
VRAAG = re.compile(r"(?<=[\w/.-])\?[^\s\"']+")
# PostgreSQL names the row that it stumbles over: Key (email)=(jan@example.nl) already exists.
RIJ = re.compile(r"\)=\([^)\n]+\)")
RIJEN = re.compile(r"Failing row contains [^\n]+")
# A long part of an address in which more than small letters stand is signed, and opens something; a name of a page isn't.
LINK = re.compile(r"(?<=/)(?=[a-z0-9-]{0,60}[A-Z:=])[\w:=.~-]{20,400}")
# A key, as it is written in a link: 256 bits in letters of both sizes.
SLEUTEL = re.compile(r"(?<![\w-])(?=[a-z0-9-]{0,60}[A-Z_])[\w-]{40,}(?![\w-])")


def zonder_personen(tekst: str) -> str:
    """The same text, with what tells who somebody is replaced by what kind of thing stood there."""
    tekst = SLEUTEL.sub("…", LINK.sub("…", VRAAG.sub("?…", tekst)))
    tekst = RIJEN.sub("Failing row contains (…)", RIJ.sub(")=(…)", tekst))
    return IPV6.sub("[netadres]", IPV4.sub("[netadres]", MAIL.sub("[mailadres]", tekst)))

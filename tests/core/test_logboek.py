"""A line of the log opens nothing and names nobody."""

import pytest

from core.logboek import zonder_personen

SLEUTEL = "aB3_-" * 9


@pytest.mark.parametrize(
    ("tekst", "wordt"),
    [
        ("Van jan.de-boer+x@example.nl: feest", "Van [mailadres]: feest"),
        ("Invalid request from ip=192.168.1.20: x", "Invalid request from ip=[netadres]: x"),
        ("van 2001:db8::1 en fe80:0:0:1:2:3:4:5", "van [netadres] en [netadres]"),
        ("Not Found: /zoeken/?q=jan+de+boer", "Not Found: /zoeken/?…"),
        ("Key (email)=(jan) already exists.", "Key (email)=(…) already exists."),
        ("Failing row contains (7, Jan, null)", "Failing row contains (…)"),
        ("/cms/uitnodiging/eyJuIjo3fQ:1rQx:dGhpcyBpcyBz/", "/cms/uitnodiging/…/"),
        ("/cms/password_reset/confirm/MQ/d1x-Aa5e2f6c9b8d7e6f5a4/", "/cms/password_reset/confirm/MQ/…/"),
        (f"Not Found: /mijn/open/{SLEUTEL}/", "Not Found: /mijn/open/…/"),
        (f"ValueError('{SLEUTEL}')", "ValueError('…')"),
        ("/zoeken/?q=ria+verhoef&kern=beesd mislukt", "/zoeken/?… mislukt"),
        # What is nobody's stays to be read.
        ("om 10:03:04, versie 18.1, 5 van 12", "om 10:03:04, versie 18.1, 5 van 12"),
        ("/beesd/meedoen/denk-mee-over-het-plein-en-de-speeltuin/", "/beesd/meedoen/denk-mee-over-het-plein-en-de-speeltuin/"),
        ("std::vector; waarom? daarom", "std::vector; waarom? daarom"),
    ],
)  # fmt: skip
def test_nobody_is_in_it(tekst, wordt):
    assert zonder_personen(tekst) == wordt

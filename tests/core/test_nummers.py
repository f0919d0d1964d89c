"""Numbers and addresses in running text are links; what only looks like one isn't."""

import pytest

from core.templatetags.gezicht_tags import contactlink
from core.templatetags.tekst_tags import tikbaar


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("Bel de werkgroep: 0345 00 00 22.", "0345000022"),
        ("Bellen (0345-728800) kan ook", "0345728800"),
        ("06-12345678", "0612345678"),
        ("Appen naar 06 12 34 56 78, tot 17.00 uur", "0612345678"),
        ("+31 345 72 88 00", "+31345728800"),
        ("020 1234567", "0201234567"),
        ("Gratis: 0800-1234", "08001234"),
        ("Bel 14 0345", "140345"),
    ],
)
def test_een_nummer_is_te_tikken(tekst: str, nummer: str) -> None:
    assert f'href="tel:{nummer}"' in tikbaar(tekst)
    assert tikbaar(tekst).count("<a ") == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "01-02-2026 19.30 uur", "06-02-2026 19.30 uur", "NL91 ABNA 0417 1643 00", "4153 XC Beesd", "2026-2030", "1.000.000",
        "Zaak 20260612345678", "www. of www.beesd", "ftp://www.beesd.nl", "info@www", "0345 72 88", "10.00 tot 12.00", "kenmerk 0345728800123",
    ],
)  # fmt: skip
def test_wat_geen_nummer_is_blijft_tekst(tekst: str) -> None:
    assert tikbaar(tekst) == tekst


@pytest.mark.parametrize(
    ("tekst", "adres", "erna"),
    [
        ("Kijk op www.westbetuwe.nl/wonen.", "https://www.westbetuwe.nl/wonen", "."),
        ("Zie https://x.nl/a?b=1&c=06-12345678, en bel", "https://x.nl/a?b=1&amp;c=06-12345678", ", en bel"),
        ("(http://www.beesd.nl)", "http://www.beesd.nl", ")"),
        ("Doe mee: www.beesd.nl/plein/?", "https://www.beesd.nl/plein/", "?"),
    ],
)
def test_een_webadres_is_te_tikken(tekst: str, adres: str, erna: str) -> None:
    assert f'href="{adres}"' in tikbaar(tekst)
    assert tikbaar(tekst).endswith(f"</a>{erna}")
    assert tikbaar(tekst).count("<a ") == 1


def test_tekst_wordt_ontsnapt_en_html_blijft_heel() -> None:
    assert (
        tikbaar("<b>Mail a@b.nl</b>")
        == '&lt;b&gt;Mail <a class="nl-link" href="mailto:a@b.nl">a@b.nl</a>&lt;/b&gt;'
    )
    rijk = contactlink("0345 72 88 00")
    assert tikbaar(rijk) == rijk, "what is a link stays one link"
    assert tikbaar(None) == ""


def test_een_naam_met_een_nummer() -> None:
    assert (
        contactlink("Jan, 0345 72 88 00") == 'Jan, <a class="nl-link" href="tel:0345728800">0345 72 88 00</a>'
    )
    assert 'href="mailto:jan@b.nl"' in contactlink("jan@b.nl")
    assert 'href="tel:+48123456789"' in contactlink("+48 123 456 789")
    assert contactlink("<i>de kerngroep</i>") == "&lt;i&gt;de kerngroep&lt;/i&gt;"

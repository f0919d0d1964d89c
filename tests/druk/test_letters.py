"""Whatever character an editor types, everything can be printed."""

import re

import pypdfium2
import pytest

from druk import letters
from druk.letters import drukbaar, nummers_heel
from kernpagina.models import AgendaItemPage
from tests import factories

from .hulp import tekst, zet_punten

VREEMD = (
    "Kerst 🎄 in 日本 العربية ไทย e\u0301x\u0331 \uf0b7 punt 👨\u200d👩\u200d👧 1\ufe0f\u20e3 🇳🇱 a\x0bb \U000f0000 \ue000 \u202e⁨x Україна "
    "\u200b\ufeff \ufffe\uffff 𝔉 ½ € ★ → ☎ x\u00ady 12"
)


def test_van_een_vreemd_teken_blijft_over_wat_te_drukken_is() -> None:
    gedrukt = drukbaar({"titel": VREEMD, "rijen": [{"naam": "Gewoon 1 ’t", "nummer": 3}], "leeg": None})
    assert gedrukt["titel"].startswith("Kerst in □□ العربية □□□ e\u0301x\u0331 • punt")
    assert " 1 " in gedrukt["titel"]
    assert gedrukt["titel"].endswith("½ € ★ → ☎ x\u00ady 12")
    assert gedrukt["rijen"] == [{"naam": "Gewoon 1 ’t", "nummer": 3}]
    assert gedrukt["leeg"] is None


def test_wat_gewoon_heet_is_er_altijd() -> None:
    """The characters that typst isn't asked about are in the font."""
    alle = "".join(
        letter for letter in map(chr, range(0x20, 0x2100)) if re.fullmatch(f"[{letters.GEWOON}]", letter)
    )
    assert len(alle) > 200
    assert letters._ontbrekend([alle]) == set()


@pytest.mark.parametrize("taal", ["", "/en", "/pl"])
def test_een_vreemd_teken_houdt_geen_papier_tegen(
    client, beesd, agenda, oproepen, kernagenda, themas, taal
) -> None:
    """Typed by an editor, and what stood in the database before text was cleaned."""
    item = factories.AgendaItemPageFactory(
        parent=agenda, title=VREEMD, slug="x", samenvatting=VREEMD, begin=factories.moment("2026-03-12 19:30")
    )
    AgendaItemPage.objects.filter(pk=item.pk).update(title=f"\x0b{VREEMD}", kosten=f"{VREEMD[:70]}\x1f")
    oproep = factories.OproepPageFactory(
        parent=oproepen, title=VREEMD, slug="y", vraag=VREEMD, voor_wie=VREEMD
    )
    punt = factories.punt(VREEMD[:200], omschrijving=f"<p>{VREEMD}</p>", planning="🌳", naam_trekker="日本")
    zet_punten(kernagenda, factories.onderdeel(themas[0], punt))
    for pagina, papieren in (
        (item, ("affiche-a4.pdf", "affiche-a3.pdf")), (oproep, ("affiche-a4.pdf",)), (kernagenda, ("folder.pdf",)),
        (agenda, ("maand.pdf?maand=2026-03", "maand.txt?maand=2026-03")),
    ):  # fmt: skip
        for papier in papieren:
            antwoord = client.get(f"{taal}{pagina.url}{papier}")
            assert antwoord.status_code == 200, papier
            if "pdf" in papier:
                assert "Kerst in" in tekst(pypdfium2.PdfDocument(antwoord.content)), papier
    assert client.get(f"/deelbeeld/{item.pk}.png").status_code == 200


def test_a_telephone_number_is_never_broken_over_two_lines() -> None:
    gegevens = {"bel": ["Bel 0345 72 88 00 of 06 1234 5678."], "svg": "<svg d='0345 72 88 00'>"}
    assert nummers_heel(gegevens) == {
        "bel": ["Bel 0345\xa072\xa088\xa000 of 06\xa01234\xa05678."], "svg": gegevens["svg"],
    }  # fmt: skip

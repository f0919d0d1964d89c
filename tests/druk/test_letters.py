"""Whatever character an editor types, everything can be printed."""

import re

import pypdfium2
import pytest

from druk import letters
from druk.letters import alleen_gewoon, drukbaar, nummers_heel
from kernpagina.models import AgendaAfspraak, AgendaItemPage
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
    assert drukbaar({"titel": "🎄 🎄", "niets": ""}) == {"titel": "…", "niets": ""}
    assert alleen_gewoon(["日本", " "]) == ["…", ""]


def test_wat_gewoon_heet_is_er_altijd() -> None:
    """The characters that typst isn't asked about are in the font."""
    alle = "".join(
        letter for letter in map(chr, range(0x20, 0x2100)) if re.fullmatch(f"[{letters.GEWOON}]", letter)
    )
    assert len(alle) > 200
    assert letters._ontbrekend([alle]) == set()


@pytest.mark.parametrize("taal", ["", "/en", "/pl"])
@pytest.mark.parametrize(("vreemd", "gedrukt"), [(VREEMD, "Kerst in"), ("🎄", "…")], ids=["tekst", "plaatje"])
def test_een_vreemd_teken_houdt_geen_papier_tegen(
    client, beesd, agenda, oproepen, kernagenda, themas, taal, vreemd, gedrukt
) -> None:
    """Typed by an editor, and what stood in the database before text was cleaned. Also a text of nothing else."""
    item = factories.AgendaItemPageFactory(
        parent=agenda, slug="x", samenvatting=vreemd, begin=factories.moment("2026-03-12 19:30"),
        verslag=f"<p>{vreemd}</p>", aanmelden="hier",
    )  # fmt: skip
    item.title = vreemd
    item.afspraken = [AgendaAfspraak(wat=vreemd, wie=vreemd[:80], wie_soort="inwoners")]
    factories.publiceer(item)
    AgendaItemPage.objects.filter(pk=item.pk).update(title=vreemd, kosten=f"{vreemd[:70]}\x1f")
    oproep = factories.OproepPageFactory(
        parent=oproepen, title=vreemd, slug="y", vraag=vreemd, voor_wie=vreemd, sluit="2999-01-01",
        terugkoppeling_uiterlijk="2999-02-01",
    )  # fmt: skip
    punt = factories.punt(vreemd[:200], omschrijving=f"<p>{vreemd}</p>", planning="🌳", naam_trekker="日本")
    zet_punten(kernagenda, factories.onderdeel(themas[0], punt))
    for pagina, papieren in (
        (item, ("affiche-a4.pdf", "affiche-a3.pdf", "tafelvellen.pdf", "kaartjes.pdf", "afspraken-a4.pdf", "afspraken-a5.pdf")),
        (oproep, ("affiche-a4.pdf", "formulier.pdf")), (kernagenda, ("folder.pdf",)),
        (agenda, ("maand.pdf?maand=2026-03", "maand.txt?maand=2026-03")),
    ):  # fmt: skip
        for papier in papieren:
            antwoord = client.get(f"{taal}{pagina.url}{papier}")
            assert antwoord.status_code == 200, papier
            if "pdf" in papier:
                assert gedrukt in tekst(pypdfium2.PdfDocument(antwoord.content)), papier
    assert client.get(f"/deelbeeld/{item.pk}.png").status_code == 200


def test_a_telephone_number_is_never_broken_over_two_lines() -> None:
    gegevens = {"bel": ["Bel 0345 72 88 00 of 06 1234 5678."], "svg": "<svg d='0345 72 88 00'>"}
    assert nummers_heel(gegevens) == {
        "bel": ["Bel 0345\xa072\xa088\xa000 of 06\xa01234\xa05678."], "svg": gegevens["svg"],
    }  # fmt: skip

"""Paper, read back."""

import json

import pypdfium2
import zxingcpp
from django.test import Client

from tests import factories


def zet_punten(kernagenda, *onderdelen: dict) -> None:
    kernagenda.onderdelen = json.dumps(onderdelen)
    factories.publiceer(kernagenda)


def lees(client: Client, adres: str) -> pypdfium2.PdfDocument:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "application/pdf"
    return pypdfium2.PdfDocument(antwoord.content)


def tekst(document: pypdfium2.PdfDocument) -> str:
    return " ".join(" ".join(bladzijde.get_textpage().get_text_bounded().split()) for bladzijde in document)


def controleer(client: Client, document: pypdfium2.PdfDocument, pagina) -> None:
    """Tagged, in Dutch, with a title; nothing outside the paper; the QR code leads to the page."""
    assert document.is_tagged()
    assert document.get_metadata_dict()["Title"]
    gevonden = []
    for bladzijde in document:
        breedte, hoogte = bladzijde.get_size()
        letters = bladzijde.get_textpage()
        for nummer in range(letters.count_chars()):
            links, onder, rechts, boven = letters.get_charbox(nummer)
            assert -1 <= links <= rechts <= breedte + 1
            assert -1 <= onder <= boven <= hoogte + 1
        gevonden += [code.text for code in zxingcpp.read_barcodes(bladzijde.render(scale=2).to_pil())]
    assert set(gevonden) == {f"http://localhost/p/{pagina.pk}"}
    antwoord = client.get(gevonden[0].removeprefix("http://localhost"))
    assert antwoord.headers["Location"] == pagina.url

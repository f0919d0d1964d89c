"""Paper, read back."""

import json

import pypdfium2
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

"""A document that is uploaded is what its name says, whatever road it comes by."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from core.documentbestand import OPEN_DOCUMENT
from core.models import BloeiDocument
from tests import factories

PROGRAMMA = b"MZ\x90\0\3\0\0\0" + bytes(100)
PAGINA = b"<!doctype html><script>alert(1)</script>"


def pakket(**delen: bytes) -> bytes:
    uit = BytesIO()
    with ZipFile(uit, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def office(map_naam: str) -> bytes:
    return pakket(**{"[Content_Types].xml": b"<Types/>", f"{map_naam}/document.xml": b"<x/>"})


GOED = {
    "brief.pdf": b"%PDF-1.7\n%",
    "van-de-scanner.PDF": b"\n\n%PDF-1.4\n",
    "brief.docx": office("word"),
    "lijst.xlsx": office("xl"),
    "avond.pptx": office("ppt"),
    "brief.odt": pakket(mimetype=OPEN_DOCUMENT["odt"]),
    "lijst.ods": pakket(mimetype=OPEN_DOCUMENT["ods"]),
    "lijst.csv": "naam;plaats\nJoke;Beesd\n".encode("cp1252"),
    "brief.txt": "Één regel".encode("utf-16"),
    "leeg.txt": b" ",
}
FOUT = {
    "programma.pdf": PROGRAMMA,
    "pagina.pdf": PAGINA,
    "programma.docx": PROGRAMMA,
    "lijst.docx": office("xl"),
    "zip.docx": pakket(a=b"b"),
    "half.docx": office("word")[:60],
    "met-wachtwoord.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "brief.ods": pakket(mimetype=OPEN_DOCUMENT["odt"]),
    "programma.txt": PROGRAMMA,
    "foto.csv": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}


@pytest.fixture
def beheer(db) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(is_superuser=True))
    return client


def upload(client: Client, naam: str, inhoud: bytes):
    gegevens = {
        "title": "Stuk",
        "file": SimpleUploadedFile(naam, inhoud),
        "collection": factories.wortel_collectie().pk,
    }
    return client.post(reverse("wagtaildocs:add"), gegevens)


@pytest.mark.parametrize("naam", GOED)
def test_what_is_as_it_says_is_taken(beheer, naam):
    antwoord = upload(beheer, naam, GOED[naam])
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    assert BloeiDocument.objects.get().file.read() == GOED[naam]


@pytest.mark.parametrize("naam", FOUT)
def test_what_isnt_is_refused_in_plain_words(beheer, naam):
    antwoord = upload(beheer, naam, FOUT[naam])
    soort = naam.rpartition(".")[2]
    [melding] = antwoord.context["form"].errors["file"]
    assert f"Dit is geen {soort}-bestand" in melding
    assert not BloeiDocument.objects.exists()


def test_several_at_once(beheer):
    for inhoud, gelukt in ((PAGINA, False), (GOED["brief.pdf"], True)):
        verzoek = {"files[]": SimpleUploadedFile("brief.pdf", inhoud), "title": "x"}
        verzoek["collection"] = factories.wortel_collectie().pk
        antwoord = beheer.post(reverse("wagtaildocs:add_multiple"), verzoek).json()
        assert antwoord["success"] is gelukt
        assert gelukt or "Dit is geen pdf-bestand" in antwoord["error_message"]
        assert "Bestandsextensie" not in str(antwoord)
    assert BloeiDocument.objects.count() == 1


def test_another_title_asks_nothing_of_the_file(beheer):
    upload(beheer, "brief.pdf", GOED["brief.pdf"])
    document = BloeiDocument.objects.get()
    gegevens = {"title": "Anders", "collection": document.collection_id}
    assert beheer.post(reverse("wagtaildocs:edit", args=[document.pk]), gegevens).status_code == 302
    document.refresh_from_db()
    assert document.title == "Anders"

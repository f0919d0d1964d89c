"""Whether a document is what its name says: an office program, a reader of PDFs or a plain text editor can open it."""

from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.core.files.base import File

# Of the newer office formats: a folder that each of them has.
OFFICE = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
TEKST = ("csv", "txt")
# Of the beginning of a file; a PDF may have something before its first line.
BEGIN = 1024
GEEN = (
    "Dit is geen {soort}-bestand, al heet het zo. Open het in het programma waarin je het maakte en bewaar het daar als "
    "{soort}, zonder wachtwoord."
)


def controleer(bestand: File) -> None:
    """Raises ValidationError, in words for who uploads it, when the content isn't what the extension says.

    Of an extension that isn't known here nothing is said: which ones are taken is a setting.
    """
    soort = PurePath(bestand.name or "").suffix.lower().removeprefix(".")
    bestand.seek(0)
    begin = bestand.read(BEGIN)
    klopt = {
        "pdf": lambda: b"%PDF-" in begin,
        **dict.fromkeys(TEKST, lambda: _is_tekst(begin)),
        **dict.fromkeys([*OFFICE, *OPEN_DOCUMENT], lambda: _is_pakket(bestand, soort)),
    }.get(soort)
    try:
        if klopt and not klopt():
            raise ValidationError(GEEN.format(soort=soort), code="other_content")
    finally:
        bestand.seek(0)


def _is_tekst(begin: bytes) -> bool:
    """Programs and pictures have bytes of nought in their first part; text has none, unless it says to be UTF-16."""
    return b"\0" not in begin or begin.startswith((b"\xff\xfe", b"\xfe\xff"))


def _is_pakket(bestand: File, soort: str) -> bool:
    try:
        with ZipFile(bestand) as pakket:
            namen = pakket.namelist()
            if soort in OFFICE:
                return "[Content_Types].xml" in namen and any(
                    naam.startswith(OFFICE[soort]) for naam in namen
                )
            with pakket.open("mimetype") as mimetype:
                return mimetype.read(100).strip() == OPEN_DOCUMENT[soort]
    except (BadZipFile, KeyError, NotImplementedError, OSError, RuntimeError, ValueError):
        # No zip, a broken one, one with a password, or without the part that says what it is.
        return False

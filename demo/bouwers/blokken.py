"""From the plain texts of the content to rich text and StreamFields."""

from typing import Any

from demo.bouwers.bestanden import Fotos


def html(tekst: str) -> str:
    """Paragraphs of plain text, divided by an empty line; text that is HTML already stays as it is."""
    if not tekst or tekst.startswith("<"):
        return tekst
    return "".join(f"<p>{alinea}</p>" for alinea in tekst.split("\n\n"))


def stream(blokken: list[tuple[str, Any]], fotos: Fotos) -> list[tuple[str, Any]]:
    """The value of a StreamField with blocks of `InhoudBlock` and `KernInhoudBlock`."""
    return [(soort, _waarde(soort, waarde, fotos)) for soort, waarde in blokken]


def _waarde(soort: str, waarde: Any, fotos: Fotos) -> Any:
    if soort == "tekst":
        return html(waarde)
    if soort == "kader":
        return {**waarde, "tekst": html(waarde["tekst"])}
    if soort == "vragen":
        return [{**vraag, "antwoord": html(vraag["antwoord"])} for vraag in waarde]
    if soort == "afbeelding":
        return {**waarde, "afbeelding": fotos[waarde["afbeelding"]]}
    return waarde

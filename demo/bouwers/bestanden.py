"""Pictures and documents of the demo, all made by code."""

from django.core.files.base import ContentFile
from wagtail.models import Collection

from core.models import BloeiDocument, BloeiImage
from demo.inhoud.fotos import FOTOS
from demo.tekenen.taferelen import teken
from kernpagina.redactie import GEDEELD

COLLECTIE = "Voorbeelden"
Fotos = dict[str, BloeiImage]


def maak_collectie() -> Collection:
    """Below the collection of which the editors of every kern may choose."""
    return Collection.objects.get(name=GEDEELD).add_child(instance=Collection(name=COLLECTIE))


def maak_fotos(collectie: Collection) -> Fotos:
    """Paint every picture; return them by name."""
    return {naam: _foto(collectie, naam, *gegevens) for naam, gegevens in FOTOS.items()}


def _foto(
    collectie: Collection, naam: str, titel: str, alt: str, focus: tuple[int, int, int, int]
) -> BloeiImage:
    x, y, breed, hoog = focus
    foto = BloeiImage(
        title=titel,
        file=ContentFile(teken(naam), name=f"{naam}.jpg"),
        collection=collectie,
        alt_tekst=alt,
        credit="Gemaakt met code",
        focal_point_x=x,
        focal_point_y=y,
        focal_point_width=breed,
        focal_point_height=hoog,
    )
    foto.full_clean()
    foto.save()
    return foto


def maak_document(titel: str, bestandsnaam: str, tekst: str) -> BloeiDocument:
    collectie = Collection.objects.get(name=COLLECTIE)
    document = BloeiDocument(
        title=titel, file=ContentFile(tekst.encode(), name=bestandsnaam), collection=collectie
    )
    document.full_clean()
    document.save()
    return document

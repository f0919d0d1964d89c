"""Pictures as sets. A size is made when somebody first asks for it, so that a list never waits for pictures."""

from collections.abc import Callable
from typing import Protocol
from urllib.parse import quote

from django.urls import reverse
from wagtail.images.utils import generate_signature

from api.schemas.basis import Afbeelding, Bron, Focuspunt

BREEDTES = (400, 800, 1600)
SOORTEN = (("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg"))
STANDAARD_BREEDTE = 800


class Foto(Protocol):
    """What is asked of a picture: the model, or a row with the same names."""

    pk: int
    width: int
    height: int
    alt_tekst: str
    credit: str
    file_hash: str
    focal_point_x: int | None
    focal_point_y: int | None


def afbeelding(foto: Foto, absoluut: Callable[[str], str]) -> Afbeelding:
    """The set of one picture. The addresses are signed: nobody can ask for sizes, or pictures, that we don't offer."""
    breedtes = [b for b in BREEDTES if b < foto.width] or [foto.width]
    bronnen = [
        Bron(
            type=mime,
            srcset=", ".join(f"{absoluut(_pad(foto, breedte, soort))} {breedte}w" for breedte in breedtes),
        )
        for soort, mime in SOORTEN
    ]
    standaard = absoluut(_pad(foto, min(STANDAARD_BREEDTE, foto.width), "jpeg"))
    return Afbeelding(
        alt=foto.alt_tekst,
        credit=foto.credit,
        breedte=foto.width,
        hoogte=foto.height,
        focuspunt=_focuspunt(foto),
        bronnen=bronnen,
        standaard=standaard,
    )


def _pad(foto: Foto, breedte: int, soort: str) -> str:
    spec = f"width-{breedte}|format-{soort}"
    naam = f"{(foto.file_hash or 'foto')[:10]}.{'jpg' if soort == 'jpeg' else soort}"
    return quote(
        reverse("afbeelding", args=(generate_signature(foto.pk, spec), foto.pk, spec, naam)), safe="/%="
    )


def _focuspunt(foto: Foto) -> Focuspunt | None:
    if foto.focal_point_x is None or foto.focal_point_y is None or not (foto.width and foto.height):
        return None
    return Focuspunt(
        x=round(foto.focal_point_x / foto.width, 4), y=round(foto.focal_point_y / foto.height, 4)
    )

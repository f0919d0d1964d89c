"""Pictures as sets. A size is made when somebody first asks for it, so that a list never waits for pictures."""

from collections.abc import Callable
from typing import Literal, Protocol
from urllib.parse import quote

from django.urls import reverse
from pydantic import BaseModel, Field
from wagtail.images.utils import generate_signature

from api.schemas.basis import Afbeelding, Bron, Focuspunt

BREEDTES = (400, 800, 1600)
SOORTEN = (("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg"))
STANDAARD_BREEDTE = 800
# Width to height of what may be cut out, around the point that has to stay in view.
UITSNEDEN = {"1:1": (1, 1), "4:3": (4, 3), "3:2": (3, 2), "16:9": (16, 9)}


class MetBeeld(BaseModel):
    """The parameter of everything that has pictures in its answer."""

    uitsnede: Literal[tuple(UITSNEDEN)] | None = Field(  # ty: ignore[invalid-type-form]
        None,
        description="Snijd foto's in deze verhouding uit, rond hun focuspunt. Zonder `uitsnede` zijn ze heel.",
        examples=["16:9"],
    )


class Bestand(Protocol):
    """What the sizes of a picture are made of."""

    pk: int
    width: int
    height: int
    file_hash: str
    merk: str


class Foto(Bestand, Protocol):
    """What is asked of a picture: the model, or a row with the same names."""

    alt_tekst: str
    credit: str
    focal_point_x: int | None
    focal_point_y: int | None


def afbeelding(foto: Foto, absoluut: Callable[[str], str]) -> Afbeelding:
    """The set of one picture, whole."""
    bronnen, standaard = maten(foto, absoluut)
    return Afbeelding(
        alt=foto.alt_tekst,
        credit=foto.credit,
        breedte=foto.width,
        hoogte=foto.height,
        focuspunt=_focuspunt(foto),
        bronnen=bronnen,
        standaard=standaard,
    )


def maten(
    foto: Bestand, absoluut: Callable[[str], str], uitsnede: str | None = None
) -> tuple[list[Bron], str]:
    """The addresses of a picture, whole or cut out, and the one that works everywhere. They are signed: nobody can ask
    for sizes, or pictures, that we don't offer."""
    breedst = foto.width
    if uitsnede:
        breed, hoog = UITSNEDEN[uitsnede]
        breedst = max(1, min(foto.width, foto.height * breed // hoog))
    breedtes = [b for b in BREEDTES if b < breedst] or [breedst]
    bronnen = [
        Bron(
            type=mime,
            srcset=", ".join(
                f"{absoluut(_pad(foto, breedte, soort, uitsnede))} {breedte}w" for breedte in breedtes
            ),
        )
        for soort, mime in SOORTEN
    ]
    return bronnen, absoluut(_pad(foto, min(STANDAARD_BREEDTE, breedst), "jpeg", uitsnede))


def _pad(foto: Bestand, breedte: int, soort: str, uitsnede: str | None) -> str:
    maat = f"width-{breedte}"
    if uitsnede:
        breed, hoog = UITSNEDEN[uitsnede]
        # Wagtail cuts around the focal point.
        maat = f"fill-{breedte}x{max(1, breedte * hoog // breed)}"
    spec = f"{maat}|format-{soort}"
    naam = f"{foto.merk or foto.file_hash[:10] or 'foto'}.{'jpg' if soort == 'jpeg' else soort}"
    return quote(
        reverse("afbeelding", args=(generate_signature(foto.pk, spec), foto.pk, spec, naam)), safe="/%="
    )


def _focuspunt(foto: Foto) -> Focuspunt | None:
    if foto.focal_point_x is None or foto.focal_point_y is None or not (foto.width and foto.height):
        return None
    return Focuspunt(
        x=round(foto.focal_point_x / foto.width, 4), y=round(foto.focal_point_y / foto.height, 4)
    )

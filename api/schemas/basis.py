"""What every answer is made of. Names are snake_case here and camelCase outside."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from api.vraag import Taal


class Schema(BaseModel):
    """Base of everything that goes out. A field that isn't declared is a mistake, not an extra."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        serialize_by_alias=True,
        extra="forbid",
        json_schema_serialization_defaults_required=True,
    )


def veld(uitleg: str, voorbeeld: Any = ..., **rest: Any) -> Any:
    """A field with its Dutch description and an example, from which the example of the whole answer is made."""
    voorbeelden: dict[str, Any] = {} if voorbeeld is ... else {"examples": [voorbeeld]}
    return Field(description=uitleg, **voorbeelden, **rest)


def _leeg_is_geen(waarde: str | None) -> str | None:
    return waarde or None


@dataclass(frozen=True)
class Uit:
    """Where a field comes from, when that has another name: a column, or an attribute of a page."""

    naam: str


Nummer = Annotated[int, Uit("pk")]
Titel = Annotated[str, Uit("title")]

# Text that an editor may leave open: absent is `null`, never an empty string.
TekstOfGeen = Annotated[str | None, AfterValidator(_leeg_is_geen)]

SITE = "https://bloei.example"


class Verwijzing(Schema):
    """Een andere pagina, met genoeg om ernaar te linken."""

    id: int = veld("Het nummer van de pagina.", 412)
    titel: str = veld("De titel.", "Nieuwe speeltuin")
    url: str = veld("Het adres van de pagina.", f"{SITE}/beesd/projecten/nieuwe-speeltuin/")


class KernVerwijzing(Schema):
    """De kern waar iets bij hoort."""

    slug: str = veld("De naam van de kern in adressen.", "beesd")
    naam: str = veld("De naam.", "Beesd")
    url: str = veld("Het adres van de pagina van de kern.", f"{SITE}/beesd/")


class ThemaVerwijzing(Schema):
    """Een van de vaste thema's."""

    slug: str = veld("De naam van het thema in adressen.", "verkeer-en-vervoer")
    naam: str = veld("De naam.", "Verkeer en vervoer")


class Tekst(Schema):
    """Opgemaakte tekst."""

    html: str = veld("Schone HTML, met absolute links.", "<p>We planten <b>vijftig</b> bomen.</p>")
    tekst: str = veld("Dezelfde tekst zonder opmaak.", "We planten vijftig bomen.")


class Punt(Schema):
    """Een plek op de kaart: een GeoJSON-punt in CRS84."""

    type: Literal["Point"] = veld("Altijd `Point`.", "Point", default="Point")
    coordinates: Annotated[list[float], Field(min_length=2, max_length=2)] = veld(
        "Lengtegraad en breedtegraad, in die volgorde.", [5.1919, 51.8897]
    )


class Focuspunt(Schema):
    """Het punt van de foto dat in beeld moet blijven, als deel van breedte en hoogte."""

    x: float = veld("Van links (0) naar rechts (1).", 0.5)
    y: float = veld("Van boven (0) naar onder (1).", 0.4)


class Bron(Schema):
    type: str = veld("Het soort bestand.", "image/avif")
    srcset: str = veld(
        "Adressen met hun breedte, klaar voor `<source srcset>`.", f"{SITE}/afbeeldingen/a/7/b/foto.avif 400w"
    )


class Afbeelding(Schema):
    """Een foto in meer maten en soorten, klaar voor `<picture>`."""

    alt: str = veld("Wat er te zien is, voor wie de foto niet ziet.", "Kinderen op een schommel")
    credit: TekstOfGeen = veld("Wie de foto maakte.", "Kerngroep Beesd")
    breedte: int = veld("Breedte van het origineel in pixels.", 1600)
    hoogte: int = veld("Hoogte van het origineel in pixels.", 1067)
    focuspunt: Focuspunt | None = veld("Wat in beeld moet blijven bij uitsnijden.")
    bronnen: list[Bron] = veld("Van klein bestand naar groot.")
    standaard: str = veld("Eén adres dat overal werkt (JPEG).", f"{SITE}/afbeeldingen/a/7/b/foto.jpg")


class Resultaat(Schema):
    """Wat elk resultaat draagt."""

    taal: Taal = veld("De taal van dit resultaat.", "nl")


class Lijst(Schema):
    """Een pagina uit een lijst. De subklasse noemt de resultaten."""

    aantal: int = veld("Hoeveel er in totaal zijn.", 1)
    pagina: int = veld("De hoeveelste pagina dit is.", 1)
    pagina_grootte: int = veld("Hoeveel er op een pagina passen.", 20)
    volgende: str | None = veld("Het adres van de volgende pagina.", None)
    vorige: str | None = veld("Het adres van de vorige pagina.", None)


class Probleem(Schema):
    """Wat er misging (RFC 9457)."""

    # A kind of problem may add members of its own.
    model_config = ConfigDict(extra="allow", json_schema_extra={"additionalProperties": True})

    type: str = veld("Een adres met uitleg over dit soort fout.", f"{SITE}/api/v1/docs#fout-404")
    title: str = veld("Het soort fout.", "Niet gevonden")
    status: int = veld("De HTTP-status.", 404)
    detail: str = veld("Wat er deze keer aan de hand is.", "Hier is niets, of het is niet openbaar.")
    instance: str = veld("Het adres dat werd gevraagd.", f"{SITE}/api/v1/agenda-items/999")


class FoutInVraag(Schema):
    """Eén ding dat niet klopt aan de vraag."""

    parameter: str = veld("De parameter.", "van")
    reden: str = veld("Wat er niet klopt.", "Schrijf een datum als 2027-03-28.")


_Moment = Annotated[
    datetime, veld("Wanneer dit voor het laatst is gepubliceerd, in UTC.", "2027-03-01T09:00:00Z")
]
Gewijzigd = Annotated[_Moment | None, Uit("last_published_at")]

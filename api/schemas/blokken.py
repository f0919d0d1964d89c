"""A schema for every block that a StreamField can hold; `soort` tells them apart."""

from typing import Annotated, Literal, Union

from pydantic import Field

from api.schemas.basis import SITE, Afbeelding, Schema, Tekst, TekstOfGeen, ThemaVerwijzing, Verwijzing, veld
from api.schemas.keuzes import Herkomst, PuntStatus, Trekker


# The `soort` of a block is the name that it has in the StreamField.
class Blok(Schema):
    id: str = veld("Het vaste kenmerk van dit blok.", "0b5c1f6e-7c1b-4d0a-9f59-6f6f6c1f0a11")


class KopBlok(Blok):
    """Een kop in de tekst."""

    soort: Literal["kop"] = "kop"
    tekst: str = veld("De kop.", "Wat gaan we doen?")
    niveau: Literal["h2", "h3"] = veld("`h2` of `h3`; de titel van de pagina is `h1`.", "h2")


class TekstBlok(Blok, Tekst):
    """Gewone tekst."""

    soort: Literal["tekst"] = "tekst"


class AfbeeldingBlok(Blok):
    """Een foto in de tekst."""

    soort: Literal["afbeelding"] = "afbeelding"
    afbeelding: Afbeelding = veld("De foto.")
    bijschrift: TekstOfGeen = veld("Een zin onder de foto.", "De schommel staat er al.")


class CitaatBlok(Blok):
    """Wat iemand zei."""

    soort: Literal["citaat"] = "citaat"
    citaat: str = veld("De woorden zelf.", "Sinds de bankjes er staan, blijf ik even zitten.")
    bron: TekstOfGeen = veld("Wie het zei.", "Een buurtbewoner")


class KaderBlok(Blok, Tekst):
    """Een kader met iets dat moet opvallen."""

    soort: Literal["kader"] = "kader"
    titel: str = veld("De titel van het kader.", "Goed om te weten")


class KnopBlok(Blok):
    """Een link die opvalt."""

    soort: Literal["knop"] = "knop"
    tekst: str = veld("Wat er op de knop staat.", "Geef je op")
    url: str = veld("Waar de knop heen gaat.", f"{SITE}/beesd/meedoen/")


class VraagEnAntwoord(Tekst):
    vraag: str = veld("De vraag.", "Kost het iets?")


class VragenBlok(Blok):
    """Vragen met hun antwoord."""

    soort: Literal["vragen"] = "vragen"
    vragen: list[VraagEnAntwoord] = veld("De vragen, met het antwoord in `html` en `tekst`.")


class Bijlage(Schema):
    """Een document om te openen of te bewaren."""

    titel: str = veld("De naam van het document.", "Schetsontwerp speeltuin")
    url: str = veld("Het adres van het bestand.", f"{SITE}/documenten/3/schets.pdf")
    bestandstype: str = veld("De laatste letters van de bestandsnaam.", "pdf")
    grootte: int | None = veld("De grootte in bytes.", 182340)


class BijlagenBlok(Blok):
    """Documenten bij de tekst."""

    soort: Literal["bijlagen"] = "bijlagen"
    bijlagen: list[Bijlage] = veld("De documenten.")


class LijstBlok(Blok):
    titel: TekstOfGeen = veld("De kop boven de lijst.", "Dit gaat gebeuren")
    aantal: int = veld("Hoeveel er hoogstens te zien zijn.", 3)
    api_url: str = veld("Het adres waar deze lijst te krijgen is.", f"{SITE}/api/v1/agenda-items?kern=beesd")


class KernagendaBlok(LijstBlok):
    """De belangrijkste punten van de kernagenda."""

    soort: Literal["kernagenda"] = "kernagenda"
    alleen_prioriteit: bool = veld("Alleen punten met voorrang.", True)


class AgendaBlok(LijstBlok):
    """De eerste bijeenkomsten en activiteiten die komen."""

    soort: Literal["agenda"] = "agenda"


class ProjectenBlok(LijstBlok):
    """Projecten waar nu aan wordt gewerkt."""

    soort: Literal["projecten"] = "projecten"


class OproepenBlok(LijstBlok):
    """Oproepen waar je nu aan kunt meedoen."""

    soort: Literal["oproepen"] = "oproepen"


class GeluktBlok(LijstBlok):
    """Projecten en punten van de kernagenda die klaar zijn. `apiUrl` geeft de projecten."""

    soort: Literal["gelukt"] = "gelukt"


class InwonersgroepenBlok(Blok):
    """De plek voor de inwonersgroepen en het contact van de kern; de gegevens staan bij de kern."""

    soort: Literal["inwonersgroepen"] = "inwonersgroepen"
    api_url: str = veld("Het adres van de kern.", f"{SITE}/api/v1/kernen/beesd")


class PuntInBlok(Schema):
    """Een punt van de kernagenda, zoals het in de tekst staat."""

    id: str = veld("Het vaste kenmerk van het punt.", "6a0d0c53-0a43-4e3c-8d38-3a6c3c7a9d10")
    titel: str = veld("De titel.", "Een AED die dag en nacht bereikbaar is")
    omschrijving: Tekst | None = veld("Waar het over gaat.")
    herkomst: Herkomst | None = veld("Waar het vandaan komt.", "bijeenkomst")
    trekker: Trekker = veld("Wie het oppakt.", "inwoners")
    naam_trekker: TekstOfGeen = veld("De groep of organisatie.", "Kerngroep Beesd")
    status: PuntStatus = veld("Hoe het ervoor staat.", "bezig")
    reden: TekstOfGeen = veld("Waarom de status anders is dan in de vorige versie, in één zin.", None)
    motivering: Tekst | None = veld("Waarom het niet haalbaar is, en wat wel kan.")
    planning: TekstOfGeen = veld("Wanneer, in gewone woorden.", "na de zomer")
    prioriteit: bool = veld("Of het voorrang heeft.", True)
    project: Verwijzing | None = veld("Het project dat eruit kwam.")


class ThemaBlok(Blok):
    """Een thema van de kernagenda met zijn punten."""

    soort: Literal["thema"] = "thema"
    thema: ThemaVerwijzing = veld("Het thema.")
    punten: list[PuntInBlok] = veld("De punten, in de volgorde van het dorp.")


def _soorten(blok: type[Blok]) -> list[type[Blok]]:
    """Every schema above that is a block by itself, in the order in which they stand there."""
    eronder = [soort for kind in blok.__subclasses__() for soort in _soorten(kind)]
    return [blok, *eronder] if "soort" in blok.model_fields else eronder


BLOKKEN = tuple(_soorten(Blok))
# Made of the list, so a type checker can't read it.
InhoudBlok = Annotated[Union[BLOKKEN], Field(discriminator="soort")]  # noqa: UP007  # ty: ignore[invalid-type-form]
Inhoud = Annotated[
    list[InhoudBlok], veld("De tekst van de pagina, in blokken. `soort` zegt welk blok het is.")
]
InhoudOfGeen = Annotated[
    list[InhoudBlok] | None,
    veld(
        "De tekst van de pagina, in blokken. Staat er alleen met `metInhoud=true`.",
        exclude_if=lambda waarde: waarde is None,
    ),
]

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from api.schemas.basis import (
    SITE,
    KernVerwijzing,
    Resultaat,
    Schema,
    TekstOfGeen,
    ThemaVerwijzing,
    Uit,
    veld,
)
from volgen.models import Soort


class WijzigingSoort(StrEnum):
    """Wat er met een pagina gebeurde."""

    NIEUW = Soort.NIEUW.value
    GEWIJZIGD = Soort.GEWIJZIGD.value
    GEANNULEERD = Soort.GEANNULEERD.value
    TERUGGEKOPPELD = Soort.TERUGGEKOPPELD.value
    AFSPRAAK = Soort.AFSPRAAK.value
    WEG = Soort.WEG.value


class Wijziging(Resultaat):
    """Eén regel van het logboek: wat er met een pagina gebeurde."""

    nummer: int = veld("De hoeveelste regel dit is. Er ontbreekt er nooit een.", 1204)
    op: datetime = veld("Wanneer het gebeurde, in UTC.", "2027-03-01T09:00:00Z")
    soort: WijzigingSoort = veld("Wat er gebeurde.", "gewijzigd")
    id: Annotated[int, Uit("pagina")] = veld("Het nummer van de pagina.", 512)
    eigen: bool = veld(
        "Of de pagina zelf is veranderd. `false`: alleen iets wat zij noemt, zoals het adres van een link.",
        True,
    )
    kern: KernVerwijzing | None = veld("De kern waar de pagina toen bij hoorde.")
    themas: list[ThemaVerwijzing] = veld("De thema's die de pagina toen noemde.")
    titel: TekstOfGeen = veld(
        "De titel van toen; `null` als de pagina niet meer te zien is.", "Inwonersavond over het plein"
    )
    regel: TekstOfGeen = veld("Waar het over gaat, in één zin.", "We bekijken samen de schetsen.")
    url: str | None = veld(
        "Waar de pagina nu staat; `null` als zij niet meer te zien is.",
        f"{SITE}/beesd/agenda/inwonersavond-plein/",
    )
    api_url: str = veld(
        "Waar de pagina op te vragen is: 404 als zij er niet meer is.", f"{SITE}/api/v1/paginas/512"
    )


class Wijzigingen(Schema):
    """Een stuk van het logboek, in de volgorde waarin alles openbaar werd."""

    laatste: int = veld(
        "Tot en met dit nummer weet je nu alles: vraag de volgende keer `na` dit nummer.", 1204
    )
    volgende: str | None = veld("Het adres van het volgende stuk, als dat er al is.", None)
    resultaten: list[Wijziging] = veld("De regels.")

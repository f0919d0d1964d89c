from datetime import date
from typing import Annotated

from api.schemas.basis import (
    SITE,
    Gewijzigd,
    KernVerwijzing,
    Lijst,
    Nummer,
    Resultaat,
    Schema,
    Tekst,
    TekstOfGeen,
    ThemaVerwijzing,
    Titel,
    Uit,
    Verwijzing,
    veld,
)  # fmt: skip
from api.schemas.keuzes import Herkomst, PuntStatus, Trekker


class AfspraakVanPunt(Schema):
    """Waar een punt is afgesproken."""

    id: str = veld("Het vaste kenmerk (uuid) van de afspraak.", "1f7c7a52-2f0b-4c77-9a0e-5b9f6d2e8c11")
    agenda_item: Verwijzing = veld("De bijeenkomst.")


class Kernagendapunt(Resultaat):
    """Een punt van een kernagenda: een wens, een afspraak of een klus."""

    id: str = veld(
        "Het vaste kenmerk (uuid); blijft gelijk bij elke wijziging.", "6a0d0c53-0a43-4e3c-8d38-3a6c3c7a9d10"
    )
    kern: KernVerwijzing | None = veld("De kern.")
    thema: ThemaVerwijzing = veld("Het thema.")
    titel: str = veld("De titel.", "Een AED die dag en nacht bereikbaar is")
    omschrijving: Tekst | None = veld("Waar het over gaat.")
    herkomst: Herkomst | None = veld("Waar het vandaan komt.", "bijeenkomst")
    trekker: Trekker = veld("Wie het oppakt.", "inwoners")
    naam_trekker: TekstOfGeen = veld("De groep of organisatie.", "Kerngroep Beesd")
    status: PuntStatus = veld("Hoe het ervoor staat.", "bezig")
    reden: TekstOfGeen = veld(
        "Waarom de status anders is dan in de vorige versie, in één zin.", "De vergunning is er."
    )
    veranderd_datum: Annotated[date | None, Uit("veranderd_op")] = veld(
        "De dag waarop het punt erbij kwam of zijn status kreeg.", "2027-03-01"
    )
    motivering: Tekst | None = veld("Waarom het niet haalbaar is, en wat wel kan.")
    planning: TekstOfGeen = veld("Wanneer, in gewone woorden.", "na de zomer")
    prioriteit: bool = veld("Of het voorrang heeft.", True)
    project: Verwijzing | None = veld("Het project dat eruit kwam.")
    afspraken: list[AfspraakVanPunt] = veld("De afspraken van bijeenkomsten die erbij horen.")
    url: str = veld("Het adres van het punt op de pagina.", f"{SITE}/beesd/kernagenda/#punt-6a0d0c53")


class Kernagendapunten(Lijst):
    """Punten van alle kernagenda's, per kern in de volgorde van het dorp."""

    resultaten: list[Kernagendapunt] = veld("De punten op deze pagina.")


class PuntenBijThema(Schema):
    """Een thema van een kernagenda met zijn punten."""

    thema: ThemaVerwijzing = veld("Het thema.")
    punten: list[Kernagendapunt] = veld("De punten, in de volgorde van het dorp.")


class Periode(Schema):
    """De jaren waarvoor een kernagenda geldt."""

    van: int | None = veld("Het eerste jaar.", 2021)
    tot: int | None = veld("Het laatste jaar.", 2026)


class Kernagenda(Resultaat):
    """Het plan van het dorp. Dit is geen kalender: die staat bij `/agenda-items`."""

    id: Nummer = veld("Het nummer van de pagina.", 33)
    kern: KernVerwijzing | None = veld("De kern.")
    titel: Titel = veld("De titel.", "Kernagenda Beesd")
    versie: int = veld("Het nummer van deze versie.", 2)
    vastgesteld_datum: Annotated[date | None, Uit("vastgesteld_op")] = veld(
        "De dag waarop deze versie is vastgesteld.", "2026-04-22"
    )
    periode: Periode | None = veld("De jaren waarvoor het plan geldt.")
    herziening_datum: Annotated[date | None, Uit("volgende_herziening")] = veld(
        "De dag waarop het dorp er weer naar kijkt.", "2027-01-20"
    )
    inleiding: Tekst | None = veld("De tekst boven het plan.")
    themas: list[PuntenBijThema] = veld("De punten per thema, in de volgorde van het dorp.")
    url: str = veld("Het adres van de pagina.", f"{SITE}/beesd/kernagenda/")
    gewijzigd: Gewijzigd

from datetime import date
from typing import Annotated

from api.schemas.basis import (
    SITE,
    KernVerwijzing,
    Lijst,
    Resultaat,
    Schema,
    TekstOfGeen,
    Uit,
    Verwijzing,
    veld,
)
from api.schemas.keuzes import AfspraakStand, Trekker


class PuntVanAfspraak(Schema):
    """Het punt van een kernagenda dat bij een afspraak hoort."""

    id: str = veld("Het vaste kenmerk (uuid) van het punt.", "6a0d0c53-0a43-4e3c-8d38-3a6c3c7a9d10")
    titel: str = veld("De titel.", "Een plein om te blijven")
    url: str = veld("Het adres van het punt op de pagina.", f"{SITE}/beesd/kernagenda/#punt-6a0d0c53")


class Afspraak(Schema):
    """Iets wat op een bijeenkomst is afgesproken, en hoe het ermee staat."""

    id: Annotated[str | None, Uit("kenmerk")] = veld(
        "Het vaste kenmerk (uuid); blijft gelijk bij elke wijziging en in elke taal.",
        "1f7c7a52-2f0b-4c77-9a0e-5b9f6d2e8c11",
    )
    wat: str = veld("Wat er gebeurt.", "De gemeente werkt schets B uit.")
    wie: TekstOfGeen = veld("Wie het doet.", "Gemeente, groen")
    wie_soort: Trekker | None = veld("Wie het doet: inwoners, gemeente, een ander of samen.", "gemeente")
    wanneer: TekstOfGeen = veld("Wanneer, in gewone woorden.", "voor de zomer")
    uiterlijk_datum: Annotated[date | None, Uit("uiterlijk")] = veld(
        "De dag waarop het klaar moet zijn.", "2027-06-21"
    )
    stand: AfspraakStand = veld(
        "Hoe het ermee staat. Iemand meldt dat, iemand anders bevestigt het.", "bezig"
    )
    uitleg: TekstOfGeen = veld(
        "Hoe het is gedaan of waarom het vervalt, in één zin. Altijd in het Nederlands.", None
    )
    stand_datum: Annotated[date | None, Uit("stand_op")] = veld("Sinds wanneer de stand zo is.", "2027-05-03")
    dagen_te_laat: int = veld("Hoeveel dagen te laat; 0 als het niet te laat is.", 0)
    kernagendapunt: PuntVanAfspraak | None = veld("Het punt van de kernagenda dat erbij hoort.")
    project: Verwijzing | None = veld("Het project dat erbij hoort.")


class AfspraakInLijst(Resultaat, Afspraak):
    """Een afspraak, met de bijeenkomst waar zij is gemaakt."""

    kern: KernVerwijzing | None = veld("De kern.")
    agenda_item: Verwijzing = veld("De bijeenkomst.")
    datum: date = veld("De dag van de bijeenkomst, in Nederlandse tijd.", "2027-03-28")
    url: str = veld(
        "Het adres van de afspraak in het verslag.",
        f"{SITE}/beesd/agenda/inwonersavond-plein/#afspraak-1f7c7a52",
    )


class Afspraken(Lijst):
    """Afspraken van alle kernen: eerst wat nog moet gebeuren, de eerste dag voorop."""

    resultaten: list[AfspraakInLijst] = veld("De afspraken op deze pagina.")

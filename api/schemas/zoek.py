from datetime import date
from typing import Annotated

from api.schemas.basis import SITE, KernVerwijzing, Lijst, Resultaat, Schema, Uit, veld
from api.schemas.keuzes import PuntStatus
from api.schemas.paginas import PaginaSoort


class GevondenPunt(Schema):
    """Een punt van een kernagenda waar de woorden in staan."""

    id: str = veld("Het vaste kenmerk (uuid) van het punt.", "6a0d0c53-0a43-4e3c-8d38-3a6c3c7a9d10")
    titel: str = veld("De titel.", "Een nieuwe speeltuin")
    status: PuntStatus = veld("Hoe het ervoor staat.", "bezig")
    veranderd_datum: Annotated[date | None, Uit("veranderd_op")] = veld(
        "De dag waarop het punt erbij kwam of zijn status kreeg.", "2027-03-01"
    )
    url: str = veld("Het adres van het punt op de pagina.", f"{SITE}/beesd/kernagenda/#punt-6a0d0c53")


class GevondenStand(Schema):
    """Hoe het op deze dag met een pagina staat."""

    waarde: str = veld("Hoe het ermee staat: de status van de pagina, of *geweest*.", "geannuleerd")
    naam: str = veld("Hetzelfde in woorden, in de gevraagde taal.", "Gaat niet door")
    let_op: bool = veld("Of je dit bij de titel moet zeggen: anders komt of wacht iemand voor niets.", True)


class Gevonden(Resultaat):
    """Een pagina waar de woorden in staan."""

    id: int = veld("Het nummer van de pagina.", 412)
    soort: PaginaSoort = veld("Wat voor pagina het is.", "project")
    titel: str = veld("De titel.", "Nieuwe speeltuin")
    fragment: str = veld(
        "Een stukje van de tekst als HTML, met `<mark>` om wat gevonden is.",
        "Een nieuwe <mark>speeltuin</mark> bij de kerk.",
    )
    kern: KernVerwijzing | None = veld("De kern.")
    url: str = veld("Het adres van de pagina.", f"{SITE}/beesd/projecten/nieuwe-speeltuin/")
    wanneer: str = veld(
        "Wanneer het is, in woorden, in de gevraagde taal. Leeg bij wat geen dag heeft.",
        "dinsdag 16 maart 2027, 20.00 uur",
    )
    stand: GevondenStand | None = veld("Hoe het ermee staat. `null` als daar niets over te zeggen is.")
    punten: list[GevondenPunt] = veld(
        "Bij een kernagenda: de punten waar de woorden in staan, hoogstens drie. Anders leeg."
    )


class Facet(Schema):
    """Hoeveel er overblijft met dit filter erbij."""

    waarde: str = veld("De waarde van de parameter.", "beesd")
    naam: str = veld("De naam ervan.", "Beesd")
    aantal: int = veld("Hoeveel pagina's.", 1)


class Facetten(Schema):
    """Verder zoeken, per filter. Het filter zelf telt niet mee in zijn eigen aantallen."""

    kern: list[Facet] = veld("Per kern.")
    soort: list[Facet] = veld("Per soort pagina.")
    thema: list[Facet] = veld("Per thema.")


class Zoekresultaten(Lijst):
    """Wat er gevonden is, het beste bovenaan."""

    resultaten: list[Gevonden] = veld("Wat er gevonden is.")
    facetten: Facetten = veld("Verder zoeken.")
    gezocht_op: str = veld(
        "Waarop gezocht is, als er met de woorden zelf niets was: een tikfout, of een lang woord in tweeën. Anders leeg.",
        "",
    )
    deels: bool = veld("Of niets alle woorden heeft, en dit bij een deel ervan past.", False)
    bedoel_je: str = veld("Wat er misschien bedoeld is, als er niets gevonden is. Anders leeg.", "")

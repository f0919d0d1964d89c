from datetime import date, datetime
from typing import Annotated
from uuid import UUID

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
from api.schemas.blokken import Inhoud, InhoudOfGeen
from api.schemas.keuzes import (
    Besluitnemer,
    Niveau,
    OproepSoort,
    OproepStatus,
    PuntBesluit,
    ReactieBron,
    VraagSoort,
)


class OproepVraag(Schema):
    """Een vraag die bij de oproep hoort."""

    id: Annotated[UUID, Uit("kenmerk")] = veld(
        "Het kenmerk van de vraag.", "5b0c2c0e-6f0d-5a53-9c35-0d3c4f3f6c11"
    )
    vraag: str = veld("De vraag.", "Waar komen de bankjes?")
    soort: VraagSoort = veld("Hoe je antwoordt.", "een-keuze")
    keuzes: list[str] = veld("Waar je uit kiest, op volgorde; leeg bij een open vraag.", ["Bij de linde"])
    toelichting: TekstOfGeen = veld("Een zin die de vraag uitlegt.", "Je mag er één kiezen.")
    verplicht: bool = veld("Of je deze vraag moet beantwoorden.", True)


class OproepTaak(Schema):
    """Iets waar mensen mee kunnen helpen."""

    id: Annotated[UUID, Uit("kenmerk")] = veld(
        "Het kenmerk van de taak.", "0f0b2f3e-8a5c-5a86-9a53-0a8f6d7f2b33"
    )
    taak: str = veld("Wat er te doen is.", "Koffie zetten, zaterdagochtend")
    nodig: int | None = veld("Hoeveel mensen er nodig zijn; `null` als iedereen kan meedoen.", 6)
    plaatsen_vrij: int | None = veld(
        "Hoeveel mensen zich nog kunnen aanmelden; 0 is een wachtlijst, `null` als er geen grens is.", 2
    )


class Uitkomstpunt(Schema):
    """Een punt dat inwoners inbrachten, en wat ermee gebeurt."""

    id: Annotated[UUID, Uit("kenmerk")] = veld(
        "Het kenmerk van het punt.", "f0b2f3f1-8a5c-5a86-9a53-0a8f6d7f2b22"
    )
    titel: str = veld("De titel.", "Meer bankjes")
    besluit: PuntBesluit = veld("Wat er met het punt gebeurt.", "over")
    antwoord: str = veld("Het antwoord aan wie dit inbracht.", "Er komen vier bankjes bij de linde.")


class BronAantal(Schema):
    """Hoeveel reacties zo binnenkwamen."""

    bron: ReactieBron = veld("Hoe ze binnenkwamen.", "web")
    aantal: int = veld("Hoeveel het er zijn.", 31)


class Deelname(Schema):
    """Hoeveel mensen meededen."""

    geplaatst: int = veld("Hoeveel reacties geplaatst zijn.", 31)
    niet_geplaatst: int = veld("Hoeveel reacties niet geplaatst zijn.", 2)
    bronnen: list[BronAantal] = veld("De geplaatste reacties, naar hoe ze binnenkwamen.")


class Reactie(Resultaat):
    """Een geplaatste reactie op een oproep, in de taal van wie haar schreef."""

    id: Nummer = veld("Het nummer van de reactie.", 88)
    naam: Annotated[str, Uit("naam_getoond")] = veld("De naam zoals die erbij staat.", "Ria V. uit Beesd")
    titel: TekstOfGeen = veld("De titel, bij een idee.", "Een bankje")
    tekst: str = veld("Wat er staat.", "Zet een bankje bij de linde.")
    onderdeel: TekstOfGeen = veld("Het onderdeel van het plan waar het over gaat.", "De bomen")
    uitkomstpunt: UUID | None = veld(
        "Het punt van de uitkomst waar het bij hoort.", "f0b2f3f1-8a5c-5a86-9a53-0a8f6d7f2b22"
    )
    geplaatst: Annotated[datetime, Uit("geplaatst_op")] = veld(
        "Wanneer de reactie is geplaatst, in UTC.", "2027-03-02T09:00:00Z"
    )


class Reacties(Lijst):
    """Geplaatste reacties, de nieuwste bovenaan."""

    resultaten: list[Reactie] = veld("De reacties op deze pagina.")


class OproepBasis(Resultaat):
    id: Nummer = veld("Het nummer van de pagina.", 613)
    kern: KernVerwijzing | None = veld("De kern.")
    titel: Titel = veld("De titel.", "Denk mee over het plein")
    vraag: str = veld("De vraag aan inwoners.", "Welke schets past het best bij het plein?")
    soort: OproepSoort = veld("Wat er wordt gevraagd.", "peiling")
    niveau: Niveau = veld("Hoeveel invloed mensen hebben.", "adviseren")
    belofte: Annotated[str, Uit("belofte_tekst")] = veld(
        "Wat mensen mogen verwachten.", "We vragen je om advies en leggen uit wat we ermee doen."
    )
    opent: date = veld("De eerste dag waarop je kunt meedoen.", "2027-03-01")
    sluit: date = veld("De laatste dag waarop je kunt meedoen.", "2027-03-31")
    terugkoppeling_uiterlijk: date = veld(
        "De dag waarop iedereen uiterlijk hoort wat ermee gebeurt.", "2027-05-01"
    )
    status: OproepStatus = veld("Hoe ver de oproep is; volgt uit de datums en de uitkomst.", "open")
    dagen_te_laat: int | None = veld(
        "Hoeveel dagen de terugkoppeling te laat is; `null` als dat niet zo is.", None
    )
    offline_meedoen: str = veld("Hoe je meedoet zonder internet.", "Formulieren liggen in het Klokhuis.")
    online_meedoen: TekstOfGeen = veld("Het adres om online mee te doen.", "https://enquete.example/plein")
    themas: list[ThemaVerwijzing] = veld("De thema's.")
    project: Verwijzing | None = veld("Het project waar het bij hoort.")
    url: str = veld("Het adres van de pagina.", f"{SITE}/beesd/meedoen/denk-mee-over-het-plein/")
    gewijzigd: Gewijzigd


class Oproep(OproepBasis):
    """Een vraag aan inwoners om mee te denken of mee te doen."""

    inhoud: InhoudOfGeen = None


class Oproepen(Lijst):
    """Oproepen, wat het eerst sluit bovenaan."""

    resultaten: list[Oproep] = veld("De oproepen op deze pagina.")


class OproepDetail(OproepBasis):
    """Een vraag aan inwoners, met alles wat op de pagina staat."""

    inhoud: Inhoud
    voor_wie: TekstOfGeen = veld("Voor wie het is.", "Iedereen die in Beesd woont")
    wat_staat_vast: TekstOfGeen = veld("Wat niet meer kan veranderen.", "De bomen blijven staan.")
    ruimte_voor_invloed: TekstOfGeen = veld("Waar mensen nog over gaan.", "De inrichting en de bankjes.")
    besluitnemer: Besluitnemer | None = veld("Wie het besluit neemt.", "college")
    aantallen: Deelname = veld("Hoeveel mensen meededen.")
    vragen: list[OproepVraag] = veld("De vragen aan wie meedoet.")
    aanmelden_hier: TekstOfGeen = veld(
        "Het adres van het formulier om je op Bloei! aan te melden; `null` als dat niet kan, of niet meer.",
        None,
    )
    taken: list[OproepTaak] = veld("Waar mensen mee kunnen helpen.")
    uitkomstpunten: list[Uitkomstpunt] = veld("Wat mensen inbrachten, en wat ermee gebeurt.")
    uitkomst: Tekst | None = veld("Wat eruit kwam en wat ermee gebeurt.")
    motivering: Tekst | None = veld("Waarom het zo is besloten.")

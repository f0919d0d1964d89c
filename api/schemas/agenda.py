from datetime import date, datetime

from api.schemas.afspraken import Afspraak
from api.schemas.basis import (
    SITE,
    Afbeelding,
    Gewijzigd,
    KernVerwijzing,
    Lijst,
    Nummer,
    Punt,
    Resultaat,
    Schema,
    Tekst,
    TekstOfGeen,
    ThemaVerwijzing,
    Titel,
    Verwijzing,
    veld,
)  # fmt: skip
from api.schemas.blokken import Bijlage, Inhoud, InhoudOfGeen
from api.schemas.keuzes import Aanmelden, AgendaSoort, AgendaStatus, Vorm


class Locatie(Schema):
    """Een plek."""

    naam: TekstOfGeen = veld("De naam van de plek.", "Klokhuis")
    adres: TekstOfGeen = veld("Straat, huisnummer en plaats.", "Voorstraat 1, Beesd")
    punt: Punt | None = veld("Waar het is, in CRS84.")


class Aanmelding(Schema):
    """Of en hoe je je aanmeldt."""

    hoe: Aanmelden = veld("Hoe je je aanmeldt.", "per-e-mail")
    contact: TekstOfGeen = veld("Het e-mailadres, telefoonnummer of webadres.", "kerngroep@beesd.example")
    tot_datum: date | None = veld("De laatste dag om je aan te melden.", "2027-03-20")


class AgendaItemBasis(Resultaat):
    id: Nummer = veld("Het nummer van de pagina.", 512)
    kern: KernVerwijzing | None = veld("De kern.")
    titel: Titel = veld("De titel.", "Inwonersavond over het plein")
    samenvatting: TekstOfGeen = veld("Waar het over gaat.", "We bekijken samen de schetsen.")
    begin: datetime = veld("Het begin, in UTC.", "2027-03-28T18:00:00Z")
    einde: datetime | None = veld("Het einde, in UTC.", "2027-03-28T20:00:00Z")
    begin_datum: date = veld("De eerste dag, in Nederlandse tijd.", "2027-03-28")
    einde_datum: date = veld(
        "De laatste dag, in Nederlandse tijd; die telt mee. Zonder einde de dag van het begin.", "2027-03-28"
    )
    hele_dag: bool = veld("Of het de hele dag duurt: dan tellen alleen `beginDatum` en `eindeDatum`.", False)
    soort: AgendaSoort = veld("Het soort bijeenkomst.", "inwonersavond")
    vorm: Vorm = veld("Op een plek, online of allebei.", "fysiek")
    status: AgendaStatus = veld("Of het doorgaat.", "gepland")
    toelichting: TekstOfGeen = veld("Wat er is veranderd, of waarom het niet doorgaat.", None)
    locatie: Locatie = veld("Waar het is.")
    online_link: TekstOfGeen = veld("Het adres om online mee te doen.", None)
    organisator: TekstOfGeen = veld("Wie het organiseert.", "Kerngroep Beesd")
    aanmelden: Aanmelding = veld("Of en hoe je je aanmeldt.")
    kosten: TekstOfGeen = veld("Wat het kost; leeg als dat er niet bij staat.", None)
    themas: list[ThemaVerwijzing] = veld("De thema's.")
    afbeelding: Afbeelding | None = veld("De foto.")
    project: Verwijzing | None = veld("Het project waar het bij hoort.")
    oproep: Verwijzing | None = veld("De oproep waar het bij hoort.")
    heeft_verslag: bool = veld("Of er een verslag is.", False)
    url: str = veld("Het adres van de pagina.", f"{SITE}/beesd/agenda/inwonersavond-plein/")
    ics_url: str = veld(
        "Het adres van het agendabestand.", f"{SITE}/beesd/agenda/inwonersavond-plein/afspraak.ics"
    )
    gewijzigd: Gewijzigd


class AgendaItem(AgendaItemBasis):
    """Een bijeenkomst of activiteit."""

    inhoud: InhoudOfGeen = None


class AgendaItems(Lijst):
    """Bijeenkomsten en activiteiten, de eerste bovenaan."""

    resultaten: list[AgendaItem] = veld("De agenda-items op deze pagina.")


class ProgrammaOnderdeel(Schema):
    titel: str = veld("Wat er gebeurt.", "Schetsen bekijken")
    duur: int | None = veld("Hoe lang het duurt, in minuten.", 45)


class Verslag(Schema):
    """Hoe het was."""

    aanwezigen: int | None = veld("Hoeveel mensen er waren.", 60)
    samenvatting: Tekst | None = veld("Wat er is besproken.")
    afspraken: list[Afspraak] = veld("Wat er is afgesproken.")
    bijlagen: list[Bijlage] = veld("Documenten erbij.")


class AgendaItemDetail(AgendaItemBasis):
    """Een bijeenkomst of activiteit, met alles wat op de pagina staat."""

    routehint: TekstOfGeen = veld("Hoe je er komt.", "De ingang is aan de achterkant.")
    toegankelijkheid: TekstOfGeen = veld("Hoe toegankelijk de plek is.", "Geen drempels.")
    inhoud: Inhoud
    aanmelden_hier: TekstOfGeen = veld(
        "Het adres van het formulier om je op Bloei! aan te melden; `null` als dat niet kan, of niet meer.",
        f"{SITE}/beesd/agenda/inwonersavond-plein/aanmelden/",
    )
    plaatsen_vrij: int | None = veld(
        "Hoeveel mensen zich nog kunnen aanmelden; 0 is een wachtlijst, `null` als er geen grens is.", 12
    )
    programma: list[ProgrammaOnderdeel] = veld("Het programma, op volgorde.")
    verslag: Verslag | None = veld("Het verslag, na afloop.")

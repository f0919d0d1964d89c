from datetime import date, datetime
from typing import Annotated, Literal

from api.schemas.agenda import Locatie
from api.schemas.basis import (
    SITE,
    Afbeelding,
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
    AgendaStatus,
    Datumzekerheid,
    Initiatiefnemer,
    Niveau,
    OproepStatus,
    ProjectStatus,
    PuntStatus,
    RolGemeente,
)  # fmt: skip


class Fase(Schema):
    """Een stuk van een project."""

    titel: str = veld("De naam van de fase.", "Ontwerpen met de buurt")
    omschrijving: Tekst | None = veld("Wat er in deze fase gebeurt.")
    begin_datum: Annotated[date | None, Uit("begin")] = veld("De eerste dag.", "2027-01-11")
    eind_datum: Annotated[date | None, Uit("einde")] = veld("De laatste dag.", "2027-05-31")
    datumzekerheid: Datumzekerheid = veld("Of de datums vaststaan.", "indicatief")
    niveau: Niveau | None = veld("Hoeveel invloed mensen in deze fase hebben.", "coproduceren")
    stand: Literal["geweest", "huidig", "komt"] = veld(
        "Of de fase voorbij is, nu loopt of nog komt.", "huidig"
    )


class Mijlpaal(Schema):
    """Een dag waarop er iets af is of begint."""

    datum: date = veld("De dag.", "2027-06-12")
    titel: str = veld("Wat er dan is.", "De eerste schop in de grond")
    omschrijving: TekstOfGeen = veld("Meer erover.", None)


class ProjectBasis(Resultaat):
    id: Nummer = veld("Het nummer van de pagina.", 412)
    kern: KernVerwijzing | None = veld("De kern.")
    ook_in_kernen: list[KernVerwijzing] = veld("Andere kernen waar het ook over gaat.")
    titel: Titel = veld("De titel.", "Nieuwe speeltuin")
    samenvatting: str = veld("Waar het over gaat.", "Een speeltuin die de kinderen zelf bedachten.")
    initiatiefnemer: Initiatiefnemer = veld("Wie ermee begon.", "inwoners")
    rol_gemeente: RolGemeente | None = veld("Wat de gemeente doet.", "faciliteren")
    status: ProjectStatus = veld("Hoe ver het project is.", "voorbereiding")
    reden_gestopt: TekstOfGeen = veld("Waarom het is gestopt.", None)
    huidige_fase: Fase | None = veld("De fase van vandaag; volgt uit de datums.")
    fasen: list[Fase] = veld("De fasen, op volgorde.")
    mijlpalen: list[Mijlpaal] = veld("De mijlpalen, op volgorde.")
    themas: list[ThemaVerwijzing] = veld("De thema's.")
    afbeelding: Afbeelding | None = veld("De foto.")
    locatie: Locatie | None = veld("Waar het is.")
    url: str = veld("Het adres van de pagina.", f"{SITE}/beesd/projecten/nieuwe-speeltuin/")
    gewijzigd: Gewijzigd


class Project(ProjectBasis):
    """Iets waar mensen aan werken."""

    inhoud: InhoudOfGeen = None


class Projecten(Lijst):
    """Projecten, het laatst gewijzigde bovenaan."""

    resultaten: list[Project] = veld("De projecten op deze pagina.")


class AgendaVerwijzing(Verwijzing):
    """Een bijeenkomst of activiteit die erbij hoort."""

    begin: datetime = veld("Het begin, in UTC.", "2027-03-28T18:00:00Z")
    begin_datum: date = veld("De eerste dag, in Nederlandse tijd.", "2027-03-28")
    hele_dag: bool = veld("Of het de hele dag duurt: dan telt alleen `beginDatum`.", False)
    status: AgendaStatus = veld("Of het doorgaat.", "gepland")


class OproepVerwijzing(Verwijzing):
    """Een oproep die erbij hoort."""

    status: OproepStatus = veld("Hoe ver de oproep is.", "open")


class PuntVerwijzing(Schema):
    """Een punt van de kernagenda dat erbij hoort."""

    id: str = veld("Het vaste kenmerk (uuid).", "6a0d0c53-0a43-4e3c-8d38-3a6c3c7a9d10")
    titel: str = veld("De titel.", "Een plek om te spelen")
    status: PuntStatus = veld("Hoe het ervoor staat.", "bezig")
    url: str = veld("Het adres van het punt op de pagina.", f"{SITE}/beesd/kernagenda/#punt-6a0d0c53")


class ProjectDetail(ProjectBasis):
    """Iets waar mensen aan werken, met alles wat op de pagina staat."""

    inhoud: Inhoud
    trekker: TekstOfGeen = veld("Welke groep of afdeling het trekt.", "Werkgroep speeltuin")
    contact: TekstOfGeen = veld("Bij wie je terechtkunt.", "speeltuin@beesd.example")
    kosten: TekstOfGeen = veld("Wat het ongeveer kost.", "45.000 euro")
    financiering: TekstOfGeen = veld("Wie het betaalt.", "Kernenbudget en fondsen")
    besluit_url: TekstOfGeen = veld("Het adres van het besluit.", None)
    agenda_items: list[AgendaVerwijzing] = veld("Bijeenkomsten en activiteiten die erbij horen.")
    oproepen: list[OproepVerwijzing] = veld("Oproepen die erbij horen.")
    kernagendapunten: list[PuntVerwijzing] = veld("Punten van de kernagenda die erbij horen.")

from typing import Annotated, Literal

from api.schemas.basis import (
    SITE,
    Afbeelding,
    Gewijzigd,
    Lijst,
    Nummer,
    Punt,
    Resultaat,
    Schema,
    TekstOfGeen,
    Titel,
    Uit,
    veld,
)  # fmt: skip
from api.schemas.blokken import Inhoud, InhoudOfGeen
from api.schemas.keuzes import GroepSoort, KernType, Uitrolfase


class Aantallen(Schema):
    """Hoeveel er is; gelijk aan `aantal` van de lijst met dit filter."""

    agenda_items: int = veld("Bijeenkomsten en activiteiten vanaf vandaag.", 4)
    projecten: int = veld("Projecten.", 6)
    oproepen: int = veld("Oproepen.", 5)
    kernagendapunten: int = veld("Punten van de kernagenda.", 18)


class KernBasis(Resultaat):
    id: Nummer = veld("Het nummer van de pagina.", 31)
    slug: str = veld("De naam van de kern in adressen.", "beesd")
    naam: Titel = veld("De naam.", "Beesd")
    type: KernType = veld("Dorp of stad.", "dorp")
    uitrolfase: Uitrolfase = veld("Hoe ver de kern is met Bloei!.", "pilot")
    woonplaatscode: TekstOfGeen = veld("De code van de woonplaats in de BAG.", "3213")
    intro: str = veld("Twee of drie zinnen over de kern.", "Beesd ligt aan de Linge.")
    afbeelding: Afbeelding | None = veld("De foto van de kern.")
    url: str = veld("Het adres van de pagina.", f"{SITE}/beesd/")
    api_url: str = veld("Het adres van deze kern in de API.", f"{SITE}/api/v1/kernen/beesd")
    aantallen: Aantallen = veld("Hoeveel er in deze kern is.")
    gewijzigd: Gewijzigd


class Kern(KernBasis):
    """Een dorp of stad."""

    locatie: Punt | None = veld("Waar de kern ligt, in CRS84.")
    inhoud: InhoudOfGeen = None


class Inwonersgroep(Schema):
    """Een groep inwoners die de pagina's van de kern bijhoudt."""

    naam: str = veld("De naam.", "Kerngroep Beesd")
    soort: GroepSoort | None = veld("Wat voor groep het is.", "kerngroep")
    over_ons: TekstOfGeen = veld("Wie het zijn en wat ze doen.", "Wij zijn twaalf bewoners.")
    contact: TekstOfGeen = veld("Hoe je de groep bereikt.", "kerngroep@beesd.example")
    website: TekstOfGeen = veld("De website van de groep.", "https://beesd.example/")


class Gebiedsmakelaar(Schema):
    """Wie bij de gemeente het aanspreekpunt is."""

    naam: Annotated[TekstOfGeen, Uit("gebiedsmakelaar_naam")] = veld("De naam.", "Gebiedsmakelaar Beesd")
    email: Annotated[TekstOfGeen, Uit("gebiedsmakelaar_email")] = veld(
        "Het e-mailadres.", "gebiedsmakelaar@gemeente.example"
    )
    telefoon: Annotated[TekstOfGeen, Uit("gebiedsmakelaar_telefoon")] = veld(
        "Het telefoonnummer.", "0345 72 88 00"
    )


class Ontmoetingsplek(Schema):
    """Waar het dorp samenkomt."""

    naam: Annotated[TekstOfGeen, Uit("ontmoetingsplek_naam")] = veld("De naam.", "Klokhuis")
    adres: Annotated[TekstOfGeen, Uit("ontmoetingsplek_adres")] = veld("Het adres.", "Voorstraat 1, Beesd")


class KernDetail(KernBasis):
    """Een dorp of stad, met alles wat op de pagina staat."""

    locatie: Punt | None = veld("Waar de kern ligt, in CRS84.")
    inwonersgroepen: list[Inwonersgroep] = veld("De groepen die de pagina's bijhouden.")
    gebiedsmakelaar: Gebiedsmakelaar | None = veld("Het aanspreekpunt bij de gemeente.")
    ontmoetingsplek: Ontmoetingsplek | None = veld("Waar het dorp samenkomt.")
    dorpssite: TekstOfGeen = veld("De website die het dorp zelf al heeft.", "https://beesd.example/")
    inhoud: Inhoud


class Kernen(Lijst):
    """De kernen, op naam."""

    resultaten: list[Kern] = veld("De kernen op deze pagina.")


class KernEigenschappen(KernBasis):
    """Alles van een kern behalve de plek."""


class KernFeature(Schema):
    """Een kern als GeoJSON-feature."""

    type: Literal["Feature"] = veld("Altijd `Feature`.", "Feature", default="Feature")
    id: str = veld("De slug van de kern.", "beesd")
    geometry: Punt | None = veld("Waar de kern ligt, in CRS84.")
    properties: KernEigenschappen = veld("Dezelfde gegevens als in JSON, zonder `locatie`.")


class KernFeatureCollection(Schema):
    """Kernen als GeoJSON, met de gegevens van de lijst erbij."""

    type: Literal["FeatureCollection"] = veld("Altijd.", "FeatureCollection", default="FeatureCollection")
    aantal: int = veld("Hoeveel kernen er in totaal zijn.", 1)
    pagina: int = veld("De hoeveelste pagina dit is.", 1)
    pagina_grootte: int = veld("Hoeveel er op een pagina passen.", 20)
    volgende: str | None = veld("Het adres van de volgende pagina.", None)
    vorige: str | None = veld("Het adres van de vorige pagina.", None)
    features: list[KernFeature] = veld("De kernen op deze pagina.")

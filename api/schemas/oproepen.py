from datetime import date
from typing import Annotated

from api.schemas.basis import (
    SITE,
    Gewijzigd,
    KernVerwijzing,
    Lijst,
    Nummer,
    Resultaat,
    Tekst,
    TekstOfGeen,
    ThemaVerwijzing,
    Titel,
    Uit,
    Verwijzing,
    veld,
)  # fmt: skip
from api.schemas.blokken import Inhoud, InhoudOfGeen
from api.schemas.keuzes import Besluitnemer, Niveau, OproepSoort, OproepStatus


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
    uitkomst: Tekst | None = veld("Wat eruit kwam en wat ermee gebeurt.")
    motivering: Tekst | None = veld("Waarom het zo is besloten.")

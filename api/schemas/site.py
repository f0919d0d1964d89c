from typing import Annotated

from api.schemas.basis import SITE, Lijst, Resultaat, Schema, TekstOfGeen, Uit, veld
from api.vraag import Taal


class TaalVanDeSite(Schema):
    """Een taal waarin de site te lezen is."""

    taal: Taal = veld("De taal.", "en")
    naam: str = veld("Hoe de taal in die taal heet.", "English")
    url: str = veld("De voorpagina in die taal.", f"{SITE}/en/")


class MenuRegel(Schema):
    """Een link in het menu of onderaan de pagina."""

    titel: str = veld("Wat er staat.", "Agenda")
    url: str = veld("Waar het naartoe gaat.", f"{SITE}/agenda/")


class Contact(Schema):
    """Hoe je de gemeente bereikt."""

    naam: str = veld("De naam.", "Gemeente Voorbeeld")
    email: TekstOfGeen = veld("Het e-mailadres.", "info@gemeente.example")
    telefoon: TekstOfGeen = veld("Het telefoonnummer.", "0345 00 00 00")
    adres: TekstOfGeen = veld("Het adres.", "Raadhuisplein 1, Voorbeeld")
    website: TekstOfGeen = veld("De website.", "https://gemeente.example")


class Site(Resultaat):
    """Wat op elke pagina om de tekst heen staat."""

    naam: str = veld("De naam van de site.", "Bloei!")
    url: str = veld("De voorpagina.", f"{SITE}/")
    talen: list[TaalVanDeSite] = veld("De talen van de site.")
    menu: list[MenuRegel] = veld("Het hoofdmenu, op volgorde.")
    voet: list[MenuRegel] = veld("De links onderaan, op volgorde.")
    contact: Contact = veld("De gemeente.")


class Omleiding(Resultaat):
    """Een adres van vroeger, en waar het nu naartoe gaat."""

    van: Annotated[str, Uit("old_path")] = veld("Het pad van vroeger.", "/beesd/agenda/feest")
    naar: str = veld("Het pad van nu, of een adres op een andere site.", "/beesd/agenda/groot-feest/")
    url: str = veld("Hetzelfde als adres.", f"{SITE}/beesd/agenda/groot-feest/")
    voorgoed: Annotated[bool, Uit("is_permanent")] = veld("Of het adres voorgoed is veranderd (301).", True)
    met_rest: Annotated[bool, Uit("automatically_created")] = veld(
        "Of ook wat onder het oude adres staat meegaat: `/oud/agenda.ics` naar `/nieuw/agenda.ics`.", True
    )
    pagina: int | None = veld("Het nummer van de pagina; `null` voor een andere site.", 512)


class Omleidingen(Lijst):
    """Adressen van vroeger, op het pad van vroeger."""

    resultaten: list[Omleiding] = veld("De omleidingen op deze pagina van de lijst.")

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from wagtail.models import get_page_models

from api.schemas.basis import (
    SITE,
    Gewijzigd,
    KernVerwijzing,
    Lijst,
    Nummer,
    Resultaat,
    Schema,
    TekstOfGeen,
    Titel,
    Uit,
    Verwijzing,
    veld,
)
from api.schemas.blokken import Inhoud, InhoudOfGeen
from api.vraag import Taal
from core.models import BasePage

# The kinds of pages by what the API calls them.
MODELLEN = {model.naam_van_soort(): model for model in get_page_models() if issubclass(model, BasePage)}
if TYPE_CHECKING:  # that they are names; which ones, only the pages know
    PaginaSoort = StrEnum
else:
    PaginaSoort = StrEnum("PaginaSoort", {naam: naam for naam in sorted(MODELLEN)})
    PaginaSoort.__doc__ = "Wat voor pagina het is."


class Vertaling(Schema):
    """Dezelfde pagina in een andere taal."""

    taal: Taal = veld("De taal.", "en")
    id: int = veld("Het nummer van de pagina, in elke taal hetzelfde.", 31)
    url: str = veld("Het adres.", f"{SITE}/en/beesd/")


class PaginaBasis(Resultaat):
    id: Nummer = veld("Het nummer van de pagina.", 31)
    soort: PaginaSoort = veld("Wat voor pagina het is.", "kern")
    titel: Titel = veld("De titel.", "Beesd")
    pad: str = veld("Het pad in het adres.", "/beesd/")
    url: str = veld("Het adres.", f"{SITE}/beesd/")
    api_url: str | None = veld(
        "Waar de rest van de gegevens van deze pagina te krijgen is.", f"{SITE}/api/v1/kernen/beesd"
    )
    kern: KernVerwijzing | None = veld("De kern waar de pagina bij hoort.")
    vertalingen: list[Vertaling] = veld("Dezelfde pagina in andere talen.")
    zoekbeschrijving: Annotated[TekstOfGeen, Uit("search_description")] = veld(
        "Eén zin voor zoekmachines.", "Wat er speelt in Beesd."
    )
    eerste_gepubliceerd: Annotated[datetime | None, Uit("first_published_at")] = veld(
        "Wanneer de pagina er kwam, in UTC.", "2026-09-01T08:00:00Z"
    )
    gewijzigd: Gewijzigd
    versie: str = veld(
        "Verandert met alles wat hier over de pagina staat, ook als zij zelf niet opnieuw is gepubliceerd; alleen "
        "`gewijzigd` telt niet mee. Het is het nummer van haar laatste regel in `/wijzigingen`.",
        "1204",
    )
    ouder: Verwijzing | None = veld("De pagina erboven.")


class Pagina(PaginaBasis):
    """Een openbare pagina, van welke soort ook."""

    inleiding: TekstOfGeen = veld(
        "De eerste zinnen van de pagina. Staat er alleen met `metInhoud=true`.",
        "Beesd ligt aan de Linge.",
        default=None,
        exclude_if=lambda waarde: waarde is None,
    )
    inhoud: InhoudOfGeen = None


class Paginas(Lijst):
    """Alle openbare pagina's, in de volgorde van de site."""

    verhuisd_naar: str | None = veld(
        "Waar de pagina nu staat, als `pad` een pad van vroeger is.", None, default=None
    )
    resultaten: list[Pagina] = veld("De pagina's op deze pagina van de lijst.")


class PaginaDetail(PaginaBasis):
    """Een openbare pagina, met haar tekst."""

    inleiding: TekstOfGeen = veld("De eerste zinnen van de pagina.", "Beesd ligt aan de Linge.")
    inhoud: Inhoud

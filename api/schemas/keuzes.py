"""The fixed choices of the village as the API writes them: lower case, without spaces or accents."""

from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.text import slugify

from core.keuzes import Niveau as _Niveau
from home.voortgang.beloften import AFSPRAAK, TERUGKOPPELING
from kernpagina import keuzes as kern
from meedoen import keuzes as meedoen
from projecten import keuzes as project


def _keuze(naam: str, uitleg: str, bron: type[TextChoices]) -> type[StrEnum]:
    keuze = StrEnum(naam, {lid.name: slugify(lid.value) for lid in bron})  # ty: ignore[mismatched-type-name]
    keuze.__doc__ = uitleg
    return keuze


def naar_api(waarde: str) -> str | None:
    """A stored value as the API writes it: `andere organisatie` -> `andere-organisatie`, empty -> None."""
    return slugify(waarde) or None


def naar_model(bron: type[TextChoices], keuze: StrEnum) -> str:
    """The stored value that belongs to what was asked."""
    return bron[keuze.name].value


if TYPE_CHECKING:  # that they are names; which ones, only the pages know
    AfspraakStand = BelofteSoort = Niveau = KernType = Uitrolfase = GroepSoort = Herkomst = Trekker = (
        PuntStatus
    ) = AgendaSoort = Vorm = Aanmelden = AgendaStatus = VraagSoort = PuntBesluit = ReactieBron = (
        OproepSoort
    ) = OproepStatus = Besluitnemer = Initiatiefnemer = ProjectStatus = RolGemeente = Datumzekerheid = StrEnum
else:
    Niveau = _keuze("Niveau", "Hoeveel invloed mensen hebben.", _Niveau)
    KernType = _keuze("KernType", "Dorp of stad.", kern.KernType)
    Uitrolfase = _keuze("Uitrolfase", "Hoe ver een kern is met Bloei!.", kern.Uitrolfase)
    GroepSoort = _keuze("GroepSoort", "Het soort inwonersgroep.", kern.GroepSoort)
    Herkomst = _keuze("Herkomst", "Waar een punt vandaan komt.", kern.Herkomst)
    Trekker = _keuze("Trekker", "Wie een punt of een afspraak oppakt.", kern.Trekker)
    BelofteSoort = StrEnum("BelofteSoort", {"TERUGKOPPELING": TERUGKOPPELING, "AFSPRAAK": AFSPRAAK})
    BelofteSoort.__doc__ = "Wat er beloofd is."
    AfspraakStand = _keuze("AfspraakStand", "Hoe het met een afspraak staat.", kern.AfspraakStand)
    PuntStatus = _keuze("PuntStatus", "Hoe het met een punt staat.", kern.PuntStatus)
    AgendaSoort = _keuze("AgendaSoort", "Het soort bijeenkomst.", kern.AgendaSoort)
    Vorm = _keuze("Vorm", "Op een plek, online of allebei.", kern.Vorm)
    Aanmelden = _keuze("AanmeldenHoe", "Hoe je je aanmeldt.", kern.Aanmelden)
    AgendaStatus = _keuze("AgendaStatus", "Of het doorgaat.", kern.AgendaStatus)
    OproepSoort = _keuze("OproepSoort", "Wat er van mensen wordt gevraagd.", kern.OproepSoort)
    OproepStatus = _keuze(
        "OproepStatus", "Hoe ver een oproep is; volgt uit de datums en de uitkomst.", kern.OproepStatus
    )
    VraagSoort = _keuze("VraagSoort", "Hoe je op een vraag antwoordt.", kern.VraagSoort)
    PuntBesluit = _keuze("PuntBesluit", "Wat er met een punt gebeurt.", kern.PuntBesluit)
    ReactieBron = _keuze("ReactieBron", "Hoe een reactie binnenkwam.", meedoen.Bron)
    Besluitnemer = _keuze("Besluitnemer", "Wie het besluit neemt.", kern.Besluitnemer)
    Initiatiefnemer = _keuze("Initiatiefnemer", "Wie met een project begon.", project.Initiatiefnemer)
    ProjectStatus = _keuze("ProjectStatus", "Hoe ver een project is.", project.ProjectStatus)
    RolGemeente = _keuze("RolGemeente", "Wat de gemeente in een project doet.", project.RolGemeente)
    Datumzekerheid = _keuze("Datumzekerheid", "Of een datum vaststaat.", project.Datumzekerheid)

"""The village: its kern, kernagenda, agenda and calls."""

from .afspraak import Afspraak, AfspraakMelding, AgendaAfspraak
from .agenda import AgendaItemPage, AgendaItemThema, AgendaPage
from .agenda_delen import AgendaBijlage, ProgrammaOnderdeel
from .inbreng import Inbreng
from .kern import Inwonersgroep, KernPage
from .kernagenda import KernagendaPage, Kernagendapunt
from .oproep import OproepenPage, OproepPage, OproepThema
from .oproep_delen import OproepTaak, OproepVraag, Uitkomstpunt
from .reeks import ReeksDeel
from .versie import KernagendaVersie, Statuswissel

__all__ = [
    "Afspraak",
    "AfspraakMelding",
    "AgendaAfspraak",
    "AgendaBijlage",
    "AgendaItemPage",
    "AgendaItemThema",
    "AgendaPage",
    "Inbreng",
    "Inwonersgroep",
    "KernPage",
    "KernagendaPage",
    "KernagendaVersie",
    "Kernagendapunt",
    "OproepPage",
    "OproepTaak",
    "OproepThema",
    "OproepVraag",
    "OproepenPage",
    "ProgrammaOnderdeel",
    "ReeksDeel",
    "Statuswissel",
    "Uitkomstpunt",
]

"""The village: its kern, kernagenda, agenda and calls."""

from .afspraak import Afspraak, AfspraakMelding, AgendaAfspraak
from .agenda import (
    AgendaBijlage,
    AgendaItemPage,
    AgendaItemThema,
    AgendaPage,
    ProgrammaOnderdeel,
)
from .kern import Inwonersgroep, KernPage
from .kernagenda import KernagendaPage, Kernagendapunt
from .oproep import OproepenPage, OproepPage, OproepThema
from .oproep_delen import OproepVraag, Uitkomstpunt
from .versie import KernagendaVersie, Statuswissel

__all__ = [
    "Afspraak",
    "AfspraakMelding",
    "AgendaAfspraak",
    "AgendaBijlage",
    "AgendaItemPage",
    "AgendaItemThema",
    "AgendaPage",
    "Inwonersgroep",
    "KernPage",
    "KernagendaPage",
    "KernagendaVersie",
    "Kernagendapunt",
    "OproepPage",
    "OproepThema",
    "OproepVraag",
    "OproepenPage",
    "ProgrammaOnderdeel",
    "Statuswissel",
    "Uitkomstpunt",
]

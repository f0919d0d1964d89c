"""The village: its kern, kernagenda, agenda and calls."""

from .agenda import (
    AgendaAfspraak,
    AgendaBijlage,
    AgendaItemPage,
    AgendaItemThema,
    AgendaPage,
    ProgrammaOnderdeel,
)
from .kern import Inwonersgroep, KernPage
from .kernagenda import KernagendaPage, Kernagendapunt
from .oproep import OproepenPage, OproepPage, OproepThema
from .oproep_delen import OproepTaak, OproepVraag, Uitkomstpunt
from .reeks import ReeksDeel
from .versie import KernagendaVersie

__all__ = [
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
    "OproepTaak",
    "OproepThema",
    "OproepVraag",
    "OproepenPage",
    "ProgrammaOnderdeel",
    "ReeksDeel",
    "Uitkomstpunt",
]

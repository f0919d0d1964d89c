"""Which calls can be answered on a form in print: those with one of their own here, whatever they ask."""

from kernpagina.models import OproepPage
from meedoen.aanmelden.open import met_aanmelding
from meedoen.soorten import heeft_formulier
from meedoen.uitdagen.stappen import met_uitdaging


def kan_op_papier(oproep: OproepPage) -> bool:
    return met_aanmelding(oproep) or met_uitdaging(oproep) or heeft_formulier(oproep)

"""Which calls and meetings have a form in print: those with one of their own here, whatever they ask."""

from core.tijd import vandaag
from kernpagina.keuzes import OproepSoort
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden.open import is_open as neemt_aanmeldingen
from meedoen.aanmelden.open import met_aanmelding
from meedoen.keuzes import MET_FORMULIER
from meedoen.soorten import NEEMT_NOG_AAN, heeft_formulier, is_open, neemt_nog_aan
from meedoen.uitdagen.stappen import met_uitdaging

OVER_TE_TYPEN = (*MET_FORMULIER, OproepSoort.UITDAAGRECHT)


def kan_op_papier(pagina: OproepPage | AgendaItemPage) -> bool:
    if isinstance(pagina, AgendaItemPage):
        return met_aanmelding(pagina)
    return met_aanmelding(pagina) or met_uitdaging(pagina) or heeft_formulier(pagina)


def is_nu_in_te_leveren(pagina: OproepPage | AgendaItemPage) -> bool:
    """Whether the form may be printed: it is public, and takes answers now."""
    return neemt_aanmeldingen(pagina) if isinstance(pagina, AgendaItemPage) else is_open(pagina)


def neemt_aan(oproep: OproepPage) -> bool:
    """Whether what came in for this call may still be typed over."""
    heeft_vragen = heeft_formulier(oproep) or met_uitdaging(oproep)
    return heeft_vragen and neemt_nog_aan(oproep)


def lijkt_aan_te_nemen(oproep: OproepPage) -> bool:
    """The same as far as the page itself says, for a list of them: asks the database nothing."""
    eigen_formulier = oproep.soort in OVER_TE_TYPEN and not oproep.online_meedoen
    return oproep.live and eigen_formulier and oproep.status(vandaag()) in NEEMT_NOG_AAN

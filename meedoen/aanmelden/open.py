"""Whether and until when one signs up here, and what people have to know of it: when and where."""

import hashlib
import json
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.openbaar import is_openbaar
from core.tijd import vandaag
from core.wanneer import laatste_dag, op_een_dag
from kernpagina.keuzes import Aanmelden, OproepStatus
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden.plaatsen import Plek
from meedoen.keuzes import MET_AANMELDING

WEG = "weg"


def met_aanmelding(pagina: Page | None) -> bool:
    """Whether one signs up for this on its own form here."""
    if isinstance(pagina, AgendaItemPage):
        return pagina.aanmelden == Aanmelden.HIER
    return isinstance(pagina, OproepPage) and pagina.soort in MET_AANMELDING and not pagina.online_meedoen


def is_open(pagina: Plek, nu: datetime | None = None) -> bool:
    """Whether one can sign up now: public, not too late, and for a meeting before it begins."""
    nu = nu or timezone.now()
    if not met_aanmelding(pagina) or not is_openbaar(pagina):
        return False
    if isinstance(pagina, OproepPage):
        return pagina.status(timezone.localdate(nu)) == OproepStatus.OPEN
    return pagina.aanmelden_kan(timezone.localdate(nu)) and (pagina.hele_dag or nu < pagina.begin)


def is_voorbij(pagina: Plek, op: date | None = None) -> bool:
    """Whether nobody needs to hear of it any more. A call is over when its outcome should be there."""
    return dag_van(pagina) < (op or vandaag())


def waarom_niet(pagina: Plek) -> str:
    """Why nobody comes to this any more, in a sentence; empty when they do."""
    if getattr(pagina, "geannuleerd", False):
        return _("Dit gaat niet door.")
    if not is_openbaar(pagina):
        return _("Dit staat niet op Bloei!.")
    return _("Dit is geweest.") if is_voorbij(pagina) else ""


def is_bezig(pagina: Plek, nu: datetime | None = None) -> bool:
    """Whether it began, and is over today: a mail would come too late."""
    if not isinstance(pagina, AgendaItemPage) or pagina.hele_dag or not op_een_dag(pagina):
        return False
    return pagina.begin <= (nu or timezone.now())


def dag_van(pagina: Plek) -> date:
    """The last day of it, from which sign-ups are kept for a month."""
    return laatste_dag(pagina) if isinstance(pagina, AgendaItemPage) else pagina.terugkoppeling_uiterlijk


def feiten(pagina: Plek) -> str:
    """What people have to hear of when it becomes another: a short code of day, time and place, and whether it goes on."""
    if not pagina.live:
        return WEG
    if isinstance(pagina, OproepPage):
        return "oproep"
    delen = [
        # The same moment is written in more ways: a form has it in our own time.
        pagina.begin.timestamp(),
        pagina.einde.timestamp() if pagina.einde else 0,
        pagina.hele_dag,
        pagina.vorm,
        pagina.locatie,
        pagina.adres,
        pagina.online_link,
        pagina.geannuleerd,
    ]
    return hashlib.sha256(json.dumps(delen).encode()).hexdigest()[:32]

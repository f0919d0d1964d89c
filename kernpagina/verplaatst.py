"""A meeting that gets another day, time or place: its end comes along, and somebody has to say so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Self, cast

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from core.kopie import op_andere_dag
from core.tijd import vandaag
from core.wanneer import achterstevoren, einde_voluit, op_een_dag, wanneer
from kernpagina.keuzes import AgendaStatus

HELE_DAG = "hele dag"
WAAR = ("vorm", "locatie", "adres", "online_link")


class Raad(NamedTuple):
    """What to do about what is odd, for who writes it and for who reads it before it goes online."""

    schrijver: str
    keurder: str


ANDERS_DAN_ONLINE = Raad(
    "De dag, de tijd of de plek is anders dan wat nu online staat. Zet bij ‘Gaat het door?’ de status op ‘Gewijzigd’ "
    "en schrijf er in één zin bij wat er is veranderd. Dan zien mensen het.",
    "De dag, de tijd of de plek is anders dan wat nu online staat, maar er staat niet bij dat dit gewijzigd is. Zo "
    "missen mensen het. Stuur terug met de vraag om bij ‘Gaat het door?’ ‘Gewijzigd’ te kiezen, met één zin uitleg.",
)
OUDE_UITLEG = Raad(
    "De dag, de tijd of de plek is weer veranderd, en de toelichting bij ‘Gaat het door?’ niet. Klopt die nog?",
    "De dag, de tijd of de plek is weer veranderd, en de toelichting bij ‘Gaat het door?’ is nog die van de vorige keer. "
    "Klopt die niet meer? Stuur dan terug met de vraag om een nieuwe.",
)


@dataclass
class Moment:
    """When something is, as `core.wanneer` reads it."""

    begin: datetime
    einde: datetime | None
    hele_dag: bool

    @classmethod
    def lees(cls, tekst: str) -> Self | None:
        """What `schrijf` made; None for anything else."""
        *momenten, hele_dag = tekst.split("|")
        try:
            begin, einde = map(parse_datetime, momenten)
        except ValueError:
            return None
        if not begin or not einde or timezone.is_naive(begin) or timezone.is_naive(einde):
            return None
        return cls(begin, einde, hele_dag == HELE_DAG)

    def schrijf(self) -> str:
        if not self.einde:
            return ""
        return f"{self.begin.isoformat()}|{self.einde.isoformat()}|{HELE_DAG if self.hele_dag else ''}"


def meegaand_einde(was: Moment, nu: Moment) -> datetime | None:
    """Where the end goes that was left as it was, while the begin got another day; None for one that stays.

    Of what takes more days, only when it would end before it begins: whether it was to last longer, nobody can know.
    """
    dagen = (timezone.localdate(nu.begin) - timezone.localdate(was.begin)).days
    if not dagen or nu.einde is None or not _gelijk(nu.einde, was.einde):
        return None
    if not op_een_dag(was) and not achterstevoren(nu):
        return None
    return cast("datetime", op_andere_dag(nu.einde, dagen))


def over_het_einde(was: Moment | None, nu: Moment, *, mee: bool) -> str:
    """What an editor should know of the end, most of all of what got another begin; empty when there is nothing to say."""
    if achterstevoren(nu):
        return f"Let op: het einde ({einde_voluit(nu)}) ligt voor het begin. Pas het einde aan, of anders het begin."
    if mee and not op_een_dag(nu):
        return f"Het einde ging mee naar de nieuwe dag. Het is nu {wanneer(nu)}. Klopt dat niet? Pas dan het einde aan."
    if mee:
        return f"Het einde ging mee naar de nieuwe dag: {einde_voluit(nu)}. Duurt het langer? Pas dan het einde aan."
    if was is None:
        return ""
    andere_dag = timezone.localdate(nu.begin) != timezone.localdate(was.begin)
    if andere_dag and nu.einde and _gelijk(nu.einde, was.einde):
        return (
            f"Het einde bleef zoals het was. Het is nu {wanneer(nu)}. Klopt dat niet? Pas dan het einde aan."
        )
    return ""


def niet_aangekondigd(online: Any, nieuw: Any) -> Raad | None:
    """What is left to do when this text of a meeting has another day, time or place than the one that is online."""
    if not verplaatst(online, nieuw) or not nieuw.nodigt_uit(vandaag()):
        return None
    if nieuw.status == AgendaStatus.GEPLAND:
        return ANDERS_DAN_ONLINE
    return OUDE_UITLEG if nieuw.toelichting == online.toelichting else None


def verplaatst(was: Any, nu: Any) -> bool:
    zelfde_tijd = _gelijk(was.begin, nu.begin) and _gelijk(was.einde, nu.einde)
    return (
        not zelfde_tijd
        or was.hele_dag != nu.hele_dag
        or any(getattr(was, naam) != getattr(nu, naam) for naam in WAAR)
    )


def _gelijk(was: datetime | None, nu: datetime | None) -> bool:
    """A form has no seconds."""
    if was is None or nu is None:
        return was is nu
    return was.replace(second=0, microsecond=0) == nu.replace(second=0, microsecond=0)

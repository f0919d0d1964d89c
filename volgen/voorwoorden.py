"""A few words of the editors at the head of the newsletter: written by one, read by another of communications."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.rollen import is_communicatie
from core.teksten import schoon
from kernpagina.models import KernPage
from volgen.edities import WEEK, donderdag
from volgen.models import Editie, Ritme, Volgt, Voorwoord

BEWAREN = timedelta(days=400)
TE_LAAT = "De nieuwsbrief van deze week is al gemaakt. Schrijf iets voor de volgende."


def volgende_dag(nu: datetime) -> date:
    """The Thursday for which can still be written."""
    return donderdag(nu) + WEEK


def voor(kern: KernPage, dag: date) -> Voorwoord | None:
    return Voorwoord.objects.filter(kern=kern.pk, dag=dag).first()


@transaction.atomic
def schrijf(kern: KernPage, dag: date, tekst: str, door) -> Voorwoord:
    """Write it, or write it anew: whatever it was, somebody else reads it after this. Raises KanNiet."""
    _eis_op_tijd(kern.pk, dag)
    tekst = schoon.tekst(tekst.replace("\r\n", "\n")).strip()
    voorwoord = Voorwoord.objects.select_for_update().filter(kern=kern.pk, dag=dag).first()
    if voorwoord and voorwoord.tekst == tekst:
        return voorwoord
    voorwoord = voorwoord or Voorwoord(kern=kern.pk, dag=dag)
    voorwoord.tekst, voorwoord.geschreven_door, voorwoord.geschreven_op = tekst, door, timezone.now()
    voorwoord.gezien_door = voorwoord.gezien_op = None
    voorwoord.opmerking = ""
    voorwoord.save()
    return voorwoord


@transaction.atomic
def laat_weg(kern: KernPage, dag: date) -> None:
    """Nothing at the head after all."""
    _eis_op_tijd(kern.pk, dag)
    Voorwoord.objects.filter(kern=kern.pk, dag=dag).delete()


@transaction.atomic
def keur_goed(pk: int, tekst: str, door) -> None:
    """Somebody else of communications read exactly this text. Raises KanNiet."""
    voorwoord = _vast(pk, door)
    if voorwoord.tekst != tekst:
        raise KanNiet("De tekst is net veranderd. Lees hem nog eens.")
    if voorwoord.gezien_op is None:
        voorwoord.gezien_door, voorwoord.gezien_op, voorwoord.opmerking = door, timezone.now(), ""
        voorwoord.save()


@transaction.atomic
def stuur_terug(pk: int, opmerking: str, door) -> Voorwoord:
    """It isn't good yet, and why. Raises KanNiet."""
    voorwoord = _vast(pk, door)
    if not opmerking.strip():
        raise KanNiet("Schrijf in één of twee zinnen wat er beter kan.")
    voorwoord.gezien_door = voorwoord.gezien_op = None
    voorwoord.opmerking = schoon.regel(opmerking).strip()[:300]
    voorwoord.save()
    return voorwoord


def _vast(pk: int, door) -> Voorwoord:
    voorwoord = Voorwoord.objects.select_for_update(of=("self",)).get(pk=pk)
    if not is_communicatie(door):
        raise KanNiet("Alleen Communicatie keurt dit goed.")
    if voorwoord.geschreven_door_id == door.pk:
        raise KanNiet("Je schreef dit zelf. Een collega van Communicatie leest het.")
    _eis_op_tijd(voorwoord.kern, voorwoord.dag)
    return voorwoord


def _eis_op_tijd(kern: int, dag: date) -> None:
    gemaakt = Editie.objects.filter(volgt=Volgt.KERN, pagina=kern, ritme=Ritme.WEEK, dag__gte=dag)
    if dag < volgende_dag(timezone.now()) or gemaakt.exists():
        raise KanNiet(TE_LAAT)


def ruim_op(nu: datetime) -> None:
    Voorwoord.objects.filter(dag__lt=timezone.localdate(nu) - BEWAREN).delete()

"""The editions of each Thursday: which are due, from which number to which, and for whom. docs/adr/0049.

All of a Thursday end at one number, so that who follows three things reads nothing twice and misses nothing. Asked again
at any moment, and after weeks in which nothing ran, it makes what isn't there yet and nothing else.
"""

import logging
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max, Min, QuerySet
from django.utils import timezone

from core.inhoudsversie import houd_inhoudsversie, verhoog_inhoudsversie
from core.talen.taal import BRONTAAL
from kernpagina.models import KernPage
from volgen.models import Abonnement, Editie, EditieStand, Levering, Ritme, Volgt, Voorwoord, Wijziging
from volgen.samenstellen import Stuk, stel_samen

logger = logging.getLogger(__name__)
DONDERDAG, OCHTEND = 3, time(9)
WEEK = timedelta(days=7)
PER_DAG = (Ritme.WEEK, Ritme.MAAND)


class Reeks(NamedTuple):
    """The editions that follow each other: of one thing, in one rhythm."""

    volgt: str
    pagina: int | None
    thema: int | None
    ritme: str

    @property
    def velden(self) -> dict[str, str | int | None]:
        return self._asdict()

    @property
    def nieuwsbrief(self) -> bool:
        """Whether it's that of a village, which everybody may read."""
        return (self.volgt, self.ritme) == (Volgt.KERN, Ritme.WEEK)

    def volgers(self) -> QuerySet[Abonnement]:
        return Abonnement.objects.actief().filter(**self.velden)


def donderdag(nu: datetime) -> date:
    """The last Thursday of which the morning has come."""
    lokaal = timezone.localtime(nu)
    dag = lokaal.date() - timedelta(days=(lokaal.weekday() - DONDERDAG) % 7)
    return dag if nu >= moment_van(dag) else dag - WEEK


def moment_van(dag: date) -> datetime:
    """When the edition of this day is made."""
    return timezone.make_aware(datetime.combine(dag, OCHTEND))


def eerste_donderdag(dag: date) -> date:
    """The last first Thursday of a month, as seen on this Thursday."""
    while dag.day > 7:
        dag -= WEEK
    return dag


def maak_wat_nodig_is(nu: datetime) -> int:
    """Make the editions that are due; returns how many. One that fails doesn't keep back the others."""
    gemaakt = 0
    for reeks, dag in list(_nodig(donderdag(nu))):
        try:
            gemaakt += _maak(reeks, dag)
        except Exception:
            logger.exception("Een editie kan niet worden gemaakt: %s %s", reeks.volgt, reeks.pagina)
    return gemaakt


def _nodig(dag: date) -> Iterator[tuple[Reeks, date]]:
    """Every village each week, because everybody may read it; of the rest what was followed by then."""
    maand = eerste_donderdag(dag)
    kernen = KernPage.objects.openbaar().filter(locale__language_code=BRONTAAL).order_by("pk")
    reeksen = [(Reeks(Volgt.KERN, pk, None, Ritme.WEEK), dag) for pk in kernen.values_list("pk", flat=True)]
    for ritme, op in ((Ritme.WEEK, dag), (Ritme.MAAND, maand)):
        gevolgd = Abonnement.objects.actief().filter(ritme=ritme, stand_op__lte=moment_van(op))
        for volgt, pagina, thema in (
            gevolgd.values_list("volgt", "pagina", "thema").order_by("volgt").distinct()
        ):
            reeksen.append((Reeks(volgt, pagina, thema, ritme), op))
    er_al = Editie.objects.filter(dag__in={dag, maand}, ritme__in=PER_DAG)
    gedaan = {(Reeks(*rij[:4]), rij[4]) for rij in er_al.values_list(*Reeks._fields, "dag")}
    yield from (reeks for reeks in dict.fromkeys(reeksen) if reeks not in gedaan)


@transaction.atomic
def _maak(reeks: Reeks, dag: date) -> bool:
    """Under the lock of the version: nothing becomes public or goes away while it is looked at."""
    houd_inhoudsversie()
    if Editie.objects.filter(**reeks.velden, dag=dag).exists():
        return False
    van, tot = _grenzen(reeks, dag)
    inhoud = stel_samen(reeks.volgt, reeks.pagina, reeks.thema, van, tot, timezone.localdate(), dag)
    voorwoord = _voorwoord(reeks.pagina, dag) if reeks.nieuwsbrief else ""
    iets = bool(inhoud or voorwoord)
    editie = Editie.objects.create(
        **reeks.velden,
        dag=dag,
        van=van,
        tot=tot,
        inhoud=inhoud,
        voorwoord=voorwoord,
        stand=EditieStand.VERZENDEN if iets else EditieStand.OVERGESLAGEN,
    )
    if iets:
        # Who pressed the button after the last number begins with the next edition, which begins there.
        volgers = reeks.volgers().filter(vanaf__lte=tot)
        Levering.objects.bulk_create(Levering(editie=editie, abonnement=volger) for volger in volgers)
        if reeks.nieuwsbrief:
            verhoog_inhoudsversie()
    return True


def wat_er_in_komt(kern: int) -> list[Stuk]:
    """What the next newsletter of this village tells, as it is now."""
    reeks = Reeks(Volgt.KERN, kern, None, Ritme.WEEK)
    vorige = Editie.objects.filter(**reeks.velden).aggregate(tot=Max("tot"))["tot"]
    tot = Wijziging.objects.laatste()
    return stel_samen(reeks.volgt, kern, None, tot if vorige is None else vorige, tot, timezone.localdate())


def _grenzen(reeks: Reeks, dag: date) -> tuple[int, int]:
    """From where the one before ended, and not before anybody followed it, unless everybody reads along; to where all
    of this day end: the last number there was when the first of them was made."""
    van_deze_dag = Editie.objects.filter(dag=dag, ritme__in=PER_DAG).aggregate(tot=Max("tot"))["tot"]
    tot = Wijziging.objects.laatste() if van_deze_dag is None else van_deze_dag
    vorige = Editie.objects.filter(**reeks.velden).aggregate(tot=Max("tot"))["tot"]
    eerste = reeks.volgers().aggregate(vanaf=Min("vanaf"))["vanaf"]
    if vorige is None:
        begin = tot if eerste is None else min(eerste, tot)
        # Who began after this Thursday waits for the next; this only says where that begins.
        al_gevolgd = reeks.volgers().filter(stand_op__lte=moment_van(dag)).exists()
        return (begin, tot) if al_gevolgd else (begin, begin)
    van = vorige if reeks.nieuwsbrief or eerste is None else max(vorige, eerste)
    return min(van, tot), tot


def _voorwoord(kern: int | None, dag: date) -> str:
    """What somebody else approved of in time."""
    gezien = Voorwoord.objects.filter(kern=kern, dag=dag, gezien_op__isnull=False)
    return gezien.values_list("tekst", flat=True).first() or ""

"""The work that has to go on while nobody is looking: planned publications, reminders, mail, other tasks."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.core.management import call_command
from django.db import InterfaceError, OperationalError, connection
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet
from wagtail.models import Page

from api.vormen.bestellingen import maak_bestelde
from berichten.models import Soort
from berichten.post import schrijf
from berichten.verzenden import verstuur_wachtende
from core import privacy, rem
from core.fotos import adressen
from core.goedkeuring.rollen import communicatie_leden
from core.talen.taal import BRONTAAL
from kernpagina.afspraakstanden import wat_wacht as afspraken_wachten
from kernpagina.models import OproepPage
from kernpagina.redactie import redacteuren_van
from meedoen import terugkoppeling
from meedoen.aanmelden import vertellen as aanmeldingen
from volgen import bezorgen
from volgen.webhooks import bezorgen as webhookbezorging
from werkplek import (
    gebeurtenissen,
    nieuwsbriefpost,
    plannen,
    reactiepost,
    rollen,
    slapers,
    uitdagingen,
    verzamelpost,
    vraagpost,
)
from werkplek.overzicht import wat_wacht
from werkplek.werkdagen import is_werkdag, werkdagen_sinds

logger = logging.getLogger(__name__)
TE_LANG = 2  # working days
OCHTEND = 8  # o'clock
POGINGEN = 3  # how often a task may be cut off
TERUGKOPPELING_VOORAF = timedelta(days=7)


def ronde(nu: datetime) -> None:
    """Everything once. Each part may be done again at any moment without doing anything twice.

    Raises what the database raises when it goes away: then no part can do anything.
    """
    delen = (
        lambda: publiceer_gepland(nu),
        maak_bestelde,
        lambda: adressen.ronde(nu),
        lambda: herinner(nu),
        rollen.meld_wijzigingen,
        lambda: verzamelpost.vertel(nu),
        lambda: reactiepost.vertel(nu),
        lambda: nieuwsbriefpost.nodig_uit(nu),
        lambda: bezorgen.ronde(nu),
        lambda: aanmeldingen.herinner(nu),
        lambda: uitdagingen.vertel(nu),
        lambda: vraagpost.vertel(nu),
        verstuur_wachtende,
        lambda: webhookbezorging.ronde(nu),
        # In each round: what is counted of visitors is gone within a day.
        lambda: rem.ruim_op(nu),
        herneem_taken,
        doe_taken,
    )
    for deel in delen:
        try:
            deel()
        except Exception as fout:
            if _databank_weg(fout):
                raise
            # One part that fails doesn't keep the others from their work; it is tried again in the next round.
            logger.exception("Een deel van het werk ging mis.")


def _databank_weg(fout: Exception) -> bool:
    """Whether nothing more can be asked. A deadlock is the same kind of error, and is only one part's own."""
    return isinstance(fout, OperationalError | InterfaceError) and not connection.is_usable()


def publiceer_gepland(nu: datetime) -> int:
    """Publish what was approved for this moment, and take off what expired. Returns how many went live.

    A page with which something goes wrong doesn't keep back the others; it's tried again in the next round.
    """
    aantal = 0
    for pk in Page.objects.live().filter(expire_at__lt=nu).values_list("pk", flat=True):
        _probeer(plannen.laat_verlopen, pk, nu)
    for pk in plannen.paginas_aan_de_beurt(nu):
        aantal += bool(_probeer(plannen.publiceer, pk, nu))
    return aantal


def _probeer(doe: Callable[[int, datetime], bool | None], pk: int, nu: datetime) -> bool | None:
    try:
        return doe(pk, nu)
    except Exception as fout:
        if _databank_weg(fout):
            raise
        logger.exception("Pagina %s kon niet online of offline.", pk)
        return None


def herinner(nu: datetime) -> None:
    """Once a working day, in the morning: what waits too long, calls that owe their participants an answer, and
    accounts that nobody uses."""
    dag = timezone.localdate(nu)
    if not is_werkdag(dag) or timezone.localtime(nu).hour < OCHTEND:
        return
    te_lang = [wacht for wacht in wat_wacht(dag) if wacht.werkdagen >= TE_LANG]
    afspraken = [
        melding
        for melding in afspraken_wachten()
        if werkdagen_sinds(timezone.localdate(melding.gemeld_op), dag) >= TE_LANG
    ]
    if te_lang or afspraken:
        wie, wachten, waarop = verzamelpost.hoeveel(len(te_lang), len(afspraken))
        for lid in communicatie_leden():
            context = {
                "onderwerp": f"{wie[0].upper()}{wie[1:]} {wachten} te lang op {waarop}",
                "paginas": te_lang,
                "afspraken": len(afspraken),
                "link": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
            }
            schrijf(f"herinnering:{dag}", Soort.HERINNERING, lid, context)
    _herinner_aan_terugkoppeling(dag)
    reactiepost.herinner(nu)
    vraagpost.herinner(nu)
    terugkoppeling.zeg_dat_het_te_laat_is(dag)
    slapers.ronde(nu)


def _herinner_aan_terugkoppeling(dag) -> None:
    """A week before the promised day, and once more when that day has passed."""
    # The rows of translations have dates and an outcome of before.
    nederlands = OproepPage.objects.live().filter(locale__language_code=BRONTAAL)
    zonder_uitkomst = nederlands.filter(uitkomst="", sluit__lt=dag)
    for oproep in zonder_uitkomst.filter(terugkoppeling_uiterlijk__lte=dag + TERUGKOPPELING_VOORAF):
        te_laat = oproep.terugkoppeling_uiterlijk < dag
        soort = "te laat" if te_laat else "bijna"
        mensen = {*communicatie_leden(), *redacteuren_van(oproep)}
        context = {
            "onderwerp": f"Terugkoppeling {soort}: {oproep.title}",
            "titel": oproep.title,
            "te_laat": te_laat,
            "datum": oproep.terugkoppeling_uiterlijk,
            "link": gebeurtenissen.bewerk_link(oproep),
        }
        for persoon in mensen:
            sleutel = f"terugkoppeling:{soort}:{oproep.pk}:{oproep.terugkoppeling_uiterlijk}"
            schrijf(sleutel, Soort.TERUGKOPPELING, persoon, context)


def _taken() -> DBTaskResultQuerySet:
    return cast("DBTaskResultQuerySet", DBTaskResult.objects)


def doe_taken() -> None:
    """Run the tasks that wait in the queue, until it is empty."""
    if not _taken().ready().filter(backend_name="achtergrond").exists():
        return
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="achtergrond",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"werk-{timezone.now():%Y%m%d%H%M%S%f}",
        excluded_queue_names=[],
    ).run()


def herneem_taken() -> None:
    """Put back what a worker had under way when it was killed; asked for by the only worker that has the turn.

    What keeps being cut off is left for failed, or it would take the worker down in each round.
    """
    for taak in _taken().running().filter(backend_name="achtergrond"):
        opnieuw = len(taak.worker_ids) < POGINGEN
        taak.status = TaskResultStatus.READY if opnieuw else TaskResultStatus.FAILED
        taak.finished_at = None if opnieuw else timezone.now()
        taak.save(update_fields=["status", "finished_at"])


def ruim_op(nu: datetime) -> list[str]:
    """Forget what is done with, of the work and of people (`verwerkingen.py` of each app). Returns what failed."""
    # As text: given as a keyword, the command still checks its default, which isn't a database backend here.
    call_command("prune_db_task_results", "--backend=achtergrond", "--min-age-days=7", verbosity=0)
    return privacy.ruim_op(nu)

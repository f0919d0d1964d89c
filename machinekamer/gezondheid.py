"""Is it well? One verdict for each part that has to go on, with a Dutch sentence that says what is the matter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Case, Count, Exists, Min, OuterRef, Q, Sum, When
from django.utils import timezone

from berichten.models import Bericht
from machinekamer import hartslag
from volgen.models import Editie, EditieStand, Levering

# The worker makes a round every few seconds; cron starts one each minute, and a round of new pictures takes a while.
STIL = timedelta(minutes=5)
# A mail server that is away for a while is tried again by itself.
POST_OUD = timedelta(hours=2)
# Of the editions of this long; one or two people who moved are no alarm.
EDITIES, TE_VEEL, MINSTENS = timedelta(days=14), 0.05, 5


@dataclass(frozen=True)
class Oordeel:
    """`waarom` is empty when all is well."""

    naam: str
    waarom: str = ""

    @property
    def goed(self) -> bool:
        return not self.waarom


def oordelen(nu: datetime) -> list[Oordeel]:
    """Of each part, in the order of what leans on what."""
    databank = _databank()
    if databank:
        onbekend = "Niet te zeggen zolang de databank er niet is."
        return [Oordeel("databank", databank), *(Oordeel(naam, onbekend) for naam in DELEN)]
    return [Oordeel("databank"), *(Oordeel(naam, _vraag(deel, nu)) for naam, deel in DELEN.items())]


def _databank() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        # What the database says about it may hold its address, and the name we log in with; the log has that.
        connection.close()
        return "De databank is niet bereikbaar."
    return ""


def _vraag(deel: Callable[[datetime], str], nu: datetime) -> str:
    try:
        return deel(nu)
    except (DatabaseError, InterfaceError):
        return "De databank gaf hier een fout op; het logboek zegt welke."


def _migraties(nu: datetime) -> str:
    gedaan = MigrationRecorder(connection).applied_migrations()
    nog = sorted(".".join(stap) for stap in _laatste_migraties() if stap not in gedaan)
    if not nog:
        return ""
    meer = f" en nog {len(nog) - 3}" if len(nog) > 3 else ""
    return f"De databank loopt achter: draai `manage.py migrate` ({', '.join(nog[:3])}{meer})."


@cache
def _laatste_migraties() -> tuple[tuple[str, str], ...]:
    """The last migration of each app, as this version of the code has them."""
    return tuple(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def _werk(nu: datetime) -> str:
    op = hartslag.laatste()
    if op is None:
        return "Het werk op de achtergrond is hier nog nooit gezien: start `manage.py werk`."
    if nu - op > STIL:
        return f"Het werk op de achtergrond staat stil, sinds {_tijd(op)}."
    return ""


def _post(nu: datetime) -> str:
    oudste = oudste_post(nu)
    if oudste and nu - oudste > POST_OUD:
        return f"Er wacht mail sinds {_tijd(oudste)}; `laatste_fout` in berichten_bericht zegt waarom."
    return ""


def oudste_post(nu: datetime) -> datetime | None:
    """Since when the oldest mail waits that can still go."""
    te_gaan = Bericht.objects.filter(
        Q(geheim_tot=None) | Q(geheim_tot__gt=nu), verzonden_op=None, mislukt_op=None
    ).exclude(pk__in=Bericht.objects.vastgehouden(nu).values("pk"))
    # What was held waits since it might go, until something went wrong with it.
    sinds = Case(When(pogingen=0, then="volgende_poging"), default="gemaakt_op")
    return te_gaan.aggregate(oudste=Min(sinds))["oudste"]


def _edities(nu: datetime) -> str:
    """Mail about what is new isn't written, or many mailboxes aren't there: the list is old, or our mail is refused."""
    laatste = Q(dag__gte=timezone.localdate(nu) - EDITIES)
    hangt = Exists(Levering.objects.te_schrijven().filter(editie=OuterRef("pk"))) & Q(
        gemaakt_op__lt=nu - POST_OUD
    )
    geteld = Editie.objects.filter(laatste | Q(stand=EditieStand.VERZENDEN)).aggregate(
        weg=Sum("verzonden", default=0), niet=Sum("onbestelbaar", default=0), hangt=Count("pk", filter=hangt)
    )
    if geteld["hangt"]:
        return "Een nieuwsbrief wordt niet geschreven; het logboek zegt waarom."
    alle = geteld["weg"] + geteld["niet"]
    if geteld["niet"] < MINSTENS or geteld["niet"] <= TE_VEEL * alle:
        return ""
    return f"Van de laatste nieuwsbrieven was {geteld['niet']} van de {alle} onbestelbaar; kijk bij Rapporten, Nieuwsbrieven."


def _tijd(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d-%m-%Y %H:%M}"


DELEN = {"migraties": _migraties, "werk": _werk, "post": _post, "edities": _edities}

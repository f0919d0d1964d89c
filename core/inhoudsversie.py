"""The one counter of published content, for ETags that are right in every process."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from functools import lru_cache, wraps
from struct import Struct
from typing import Any, NamedTuple, ParamSpec, TypeVar

import psycopg
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, models, transaction
from django.dispatch import Signal

from core.versiebord import Versiebord, versiebord

ENIGE_RIJ = 1
# Wagtail saves only these while a draft is written, locked or scheduled: nothing that a visitor sees.
VELDEN_VAN_EEN_CONCEPT = {
    "approved_go_live_at", "draft_title", "expire_at", "go_live_at", "has_unpublished_changes", "latest_revision",
    "latest_revision_created_at", "locked", "locked_at", "locked_by", "owner",
}  # fmt: skip


class Inhoudsversie(models.Model):
    """One row: how often what the public may read has changed, and when that last was.

    Every answer of the API and the feeds takes its ETag from this row. It lives in the database, so that
    it goes up in the same transaction as the change itself, and is the same for every process.
    """

    nummer = models.BigIntegerField("nummer", default=0)
    gewijzigd = models.DateTimeField("gewijzigd")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "inhoudsversie"
        verbose_name_plural = "inhoudsversies"

    def __str__(self) -> str:
        return str(self.nummer)


# Sent after something public changed, in the same transaction: `instance` is what changed. `opnieuw`: its row was told of
# before in this transaction, and only what follows from that row was written since.
inhoud_veranderd = Signal()

VRAAG = f"SELECT nummer, gewijzigd FROM {Inhoudsversie._meta.db_table} WHERE id = {ENIGE_RIJ}".encode()  # noqa: S608
VRAAG_VAST = VRAAG + b" FOR SHARE SKIP LOCKED"
TEL = f"""
INSERT INTO {Inhoudsversie._meta.db_table} AS nu (id, nummer, gewijzigd) VALUES ({ENIGE_RIJ}, 1, statement_timestamp())
ON CONFLICT (id) DO UPDATE SET nummer = nu.nummer + 1, gewijzigd = excluded.gewijzigd RETURNING nummer, gewijzigd
""".encode()  # noqa: S608
NAAM = b"bloei_versie"
GEEN_VOORBEREIDE_VRAAG = b"26000"
BINAIR = psycopg.pq.Format.BINARY


class Versie(NamedTuple):
    nummer: int
    gewijzigd: datetime


# As PostgreSQL writes both of them without making text of it: a number, and microseconds since this moment.
BEIDE = Struct("!qq")
BEGIN_VAN_TELLEN = datetime(2000, 1, 1, tzinfo=UTC)
NOOIT = Versie(0, datetime(2019, 1, 1, tzinfo=UTC))


class Ronde:
    """What a transaction changes, from the first change until it is counted.

    It stands among what is done after the commit: of a savepoint that is rolled back Django forgets it, as the database does
    of the change.
    """

    def __init__(self) -> None:
        # The pages of which the row was told of (`core.inhoud_handlers`).
        self.bewaard: set[int] = set()

    def __call__(self) -> None:
        """By now it was counted."""

    def vooraf(self) -> None:
        """The last thing of the transaction (`site_bloei.databank`)."""
        if _lopende_ronde() is self:
            _tel()


def _lopende_ronde() -> Ronde | None:
    """What this transaction changed and wasn't counted yet."""
    for gesteld in reversed(connection.run_on_commit):
        functie: Any = gesteld[1]
        if functie is _geteld:
            return None
        if isinstance(functie, Ronde):
            return functie
    return None


def _geteld() -> None:
    """It stands among what is done after the commit since the number was asked for within the transaction."""


def verhoog_inhoudsversie() -> Ronde:
    """Say that something public may have changed. A transaction is counted once, as the last thing it does; who asks for the
    number within it sees it counted."""
    with nullcontext() if connection.in_atomic_block else transaction.atomic():
        houd_inhoudsversie()
        ronde = _lopende_ronde()
        if ronde is None:
            transaction.on_commit(ronde := Ronde())
        return ronde


def _tel() -> Versie:
    """The one place where the number goes up, in the transaction that holds its row."""
    antwoord = connections[DEFAULT_DB_ALIAS].connection.pgconn.exec_params(TEL, [], None, None, BINAIR)
    if antwoord.status != psycopg.pq.ExecStatus.TUPLES_OK:
        raise OperationalError(antwoord.get_error_message())
    # Not sooner, when another may hold the row; and not after the commit, when others see the change.
    if bord := versiebord():
        bord.kondig_aan()
    return _als_versie(antwoord.get_value(0, 0) + antwoord.get_value(0, 1))


def houd_inhoudsversie() -> None:
    """Let nothing become public until this transaction ends; what is becoming so goes first (docs/adr/0040).

    The first lock of whoever writes what is public, or raises the number (docs/adr/0056). A publication comes here some
    ten times, and asks for it once.
    """
    if _houdt not in [gesteld[1] for gesteld in connection.run_on_commit]:
        Inhoudsversie.objects.select_for_update().filter(pk=ENIGE_RIJ).first()
        transaction.on_commit(_houdt)


def _houdt() -> None:
    """It stands among what is done after the commit for as long as this transaction holds the version: a savepoint that is
    rolled back lets go of the lock, and Django of this."""


P = ParamSpec("P")
R = TypeVar("R")


def begint_met_de_versie(functie: Callable[P, R]) -> Callable[P, R]:
    """Have this done in a transaction that holds the version before anything else."""

    @wraps(functie)
    def begint(*args: P.args, **kwargs: P.kwargs) -> R:
        if connection.in_atomic_block:
            houd_inhoudsversie()
            return functie(*args, **kwargs)
        with transaction.atomic():
            houd_inhoudsversie()
            return functie(*args, **kwargs)

    return begint


def huidige_inhoudsversie(databank: str = DEFAULT_DB_ALIAS) -> Versie:
    """The number and moment of the last change. Read it before the content it belongs to: a change in between
    then only costs the reader one more request.

    Asked for by every visitor: prepared and without a cursor it costs a tenth of the processor time (docs/adr/0030).
    Raises OperationalError or another DatabaseError of Django when the database is away.
    """
    if databank == DEFAULT_DB_ALIAS and connections[databank].in_atomic_block and _lopende_ronde():
        transaction.on_commit(_geteld)
        return _tel()
    return _gevraagd(_vraag, databank) or NOOIT


def hang_op_het_bord(bord: Versiebord) -> None:
    """Let the processes of this machine know the number, unless somebody may be changing it at this moment.

    Raises as `huidige_inhoudsversie` does.
    """
    aangekondigd = bord.aangekondigd
    # Whoever announced until then and changed something, held the row until it was committed.
    if vast := _gevraagd(_vraag_vast, DEFAULT_DB_ALIAS):
        bord.hang_op(aangekondigd, vast.nummer)


def _gevraagd(vraag: Callable[[Any], Any], databank: str) -> Versie | None:
    # Each use of Django's `connection` looks for the one of this thread.
    verbinding = connections[databank]
    if verbinding.connection is None:
        verbinding.ensure_connection()
    try:
        antwoord = vraag(verbinding)
    except psycopg.Error as fout:
        with verbinding.wrap_database_errors:
            raise fout
    if antwoord.status != psycopg.pq.ExecStatus.TUPLES_OK:
        raise OperationalError(antwoord.get_error_message())
    # It works: Django needn't ask that as well before its first question.
    setattr(verbinding, "health_check_done", True)  # noqa: B010 - Django's own name for it
    return _als_versie(antwoord.get_value(0, 0) + antwoord.get_value(0, 1)) if antwoord.ntuples else None


def _vraag_vast(verbinding: Any) -> Any:
    return verbinding.connection.pgconn.exec_params(VRAAG_VAST, [], None, None, BINAIR)


def _vraag(verbinding: Any) -> Any:
    """psycopg throws all prepared questions away now and then, and tells nobody. Within a transaction that would be the end of
    it, so there the question is asked as it is."""
    pgconn = verbinding.connection.pgconn
    if verbinding.in_atomic_block or not verbinding.settings_dict["OPTIONS"].get("server_side_binding"):
        return pgconn.exec_params(VRAAG, [], None, None, BINAIR)
    antwoord = pgconn.exec_prepared(NAAM, [], None, BINAIR)
    if antwoord.status == psycopg.pq.ExecStatus.FATAL_ERROR and _is_weg(antwoord):
        pgconn.prepare(NAAM, VRAAG)
        antwoord = pgconn.exec_prepared(NAAM, [], None, BINAIR)
    return antwoord


def _is_weg(antwoord: Any) -> bool:
    return antwoord.error_field(psycopg.pq.DiagnosticField.SQLSTATE) == GEEN_VOORBEREIDE_VRAAG


@lru_cache(maxsize=4)
def _als_versie(waarden: bytes) -> Versie:
    nummer, microseconden = BEIDE.unpack(waarden)
    return Versie(nummer, BEGIN_VAN_TELLEN + timedelta(microseconds=microseconden))

"""How the practice site begins: all rows of the moment that it was set up, kept beside it, to go back to.

Kept are the rows before the examples came: these are made anew each night, around that day. What was kept has the same keys
each time, so what other processes remember of it (which site, which kernen, which groups) stays true.
"""

from collections.abc import Iterator

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from core.inhoudsversie import Inhoudsversie
from machinekamer.models import Hartslag

SCHEMA = "oefenen_begin"
# These are about the database or about what watches it, and no part of what one practises with.
BLIJFT = {
    MigrationRecorder.Migration._meta.db_table, Inhoudsversie._meta.db_table, Hartslag._meta.db_table,
    "django_content_type", "auth_permission",
}  # fmt: skip


def bewaar() -> None:
    """Keep all rows as they are now, in the place of what was kept before."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        for tabel in _tabellen(cursor):
            cursor.execute(f"CREATE TABLE {SCHEMA}.{_naam(tabel)} AS TABLE public.{_naam(tabel)}")


def is_van_nu() -> bool:
    """Whether what was kept is of the tables and columns that there are: not when a new version came since."""
    with connection.cursor() as cursor:
        return _kolommen(cursor, SCHEMA) == {
            kolom for kolom in _kolommen(cursor, "public") if kolom[0] not in BLIJFT
        }


def ga_terug() -> None:
    """Put everything back as it was kept; within a transaction, so that readers see the old site until it is done.

    Rows are deleted and not truncated: that would keep readers waiting. The triggers of the database stand still meanwhile,
    since what they would write is put back too.
    """
    with connection.cursor() as cursor:
        tabellen = list(_tabellen(cursor))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        met_triggers = _met_triggers(cursor)
        for tabel in met_triggers:
            cursor.execute(f"ALTER TABLE public.{_naam(tabel)} DISABLE TRIGGER USER")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for tabel in tabellen:
            cursor.execute(f"DELETE FROM public.{_naam(tabel)}")  # noqa: S608 - names of our own tables
        for tabel in tabellen:
            kolommen = ", ".join(_naam(kolom) for kolom in _te_schrijven(cursor, tabel))
            cursor.execute(
                f"INSERT INTO public.{_naam(tabel)} ({kolommen}) SELECT {kolommen} FROM {SCHEMA}.{_naam(tabel)}"  # noqa: S608
            )
        # What waits to be checked is, before the tables may be altered again.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for tabel in met_triggers:
            cursor.execute(f"ALTER TABLE public.{_naam(tabel)} ENABLE TRIGGER USER")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _naam(naam: str) -> str:
    return connection.ops.quote_name(naam)


def _tabellen(cursor) -> Iterator[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    return iter([naam for (naam,) in cursor.fetchall() if naam not in BLIJFT])


def _met_triggers(cursor) -> list[str]:
    """Only these are altered: whoever writes in one of them waits until we are done."""
    cursor.execute(
        "SELECT DISTINCT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace"
    )
    return [naam for (naam,) in cursor.fetchall()]


def _te_schrijven(cursor, tabel: str) -> list[str]:
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s"
        " AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [tabel],
    )
    return [naam for (naam,) in cursor.fetchall()]


def _kolommen(cursor, schema: str) -> set[tuple[str, str]]:
    cursor.execute(
        "SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN pg_tables t"
        " ON t.schemaname = c.table_schema AND t.tablename = c.table_name WHERE c.table_schema = %s",
        [schema],
    )
    return set(cursor.fetchall())

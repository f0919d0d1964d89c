"""The mark by which a database is known as one to practise in, and so may be thrown away.

It is the comment on the database itself: no table holds it, so no copy of another site can bring it along and no copy of this
one takes it away. Without the mark nothing is erased, and nothing is served as a practice site.
"""

from datetime import datetime

from django.db import connection
from django.utils.dateparse import parse_datetime

from core.models import User
from kernpagina.models import KernPage

MERK = "Bloei! oefensite, gevuld op "


def gevuld_op() -> datetime | None:
    """When this practice site was last filled; None when the database is no practice site."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        )
        tekst = cursor.fetchone()[0] or ""
    return parse_datetime(tekst.removeprefix(MERK)) if tekst.startswith(MERK) else None


def zet_merk(op: datetime) -> None:
    """Only who owns the database may. It counts when the transaction is committed."""
    with connection.cursor() as cursor:
        naam = connection.ops.quote_name(connection.settings_dict["NAME"])
        # A COMMENT takes no parameters; a moment in ISO 8601 has no quote in it.
        cursor.execute(f"COMMENT ON DATABASE {naam} IS '{MERK}{op.isoformat()}'")


def is_leeg() -> bool:
    """Whether nobody has ever done anything here: as the migrations leave it."""
    return not User.objects.exists() and not KernPage.objects.exists()

"""What is in the database: per table how many rows, and a number that follows from all that stands in them."""

from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import FileField

Telling = dict[str, list]  # table: [rows, sum]

# Not copied: who was logged in logs in again, and a copy opens no session.
ZONDER_INHOUD = ("django_session",)
TABELLEN = """
    SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname
"""
# The order of the rows makes no difference; each value of each column does.
TEL = 'SELECT count(*), coalesce(sum(hashtextextended(rij::text, 0)::numeric), 0)::text FROM "{}" AS rij'


def tabellen(cursor) -> list[str]:
    cursor.execute(TABELLEN)
    return [naam for (naam,) in cursor.fetchall()]


def tel(cursor) -> Telling:
    telling = {}
    for tabel in tabellen(cursor):
        if tabel not in ZONDER_INHOUD:
            cursor.execute(TEL.format(tabel))
            telling[tabel] = list(cursor.fetchone())
    return telling


def media(cursor) -> list[str]:
    """The name of each file that a row names, in order: of pictures and their sizes, documents, portraits."""
    namen: set[str] = set()
    for model in apps.get_models():
        for veld in model._meta.local_concrete_fields:
            if isinstance(veld, FileField) and veld.storage == default_storage:
                tabel, kolom = model._meta.db_table, veld.column
                cursor.execute(f'SELECT DISTINCT "{kolom}" FROM "{tabel}" WHERE "{kolom}" <> %s', [""])  # noqa: S608 - our own names
                namen.update(naam for (naam,) in cursor.fetchall())
    return sorted(namen)

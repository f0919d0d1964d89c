"""What the tests keep prepared (tests/voorbereid.py) is right after a rollback, of what built something too."""

import pytest
from django.db import connection, transaction

pytestmark = pytest.mark.django_db
VRAAG = "SELECT * FROM proeftafel"
TAFELS = ("CREATE TABLE proeftafel (a int)", "CREATE TABLE proeftafel (a int, b text)")


def voorbereid() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [vraag for (vraag,) in cursor.fetchall()]


def vraag(sql: str) -> None:
    with connection.cursor() as cursor:
        for _ in range(4):
            cursor.execute(sql)


def test_het_blijft_als_er_niets_gebouwd_is():
    with transaction.atomic():
        vraag("SELECT 41")
        transaction.set_rollback(True)
    assert "SELECT 41" in voorbereid()


@pytest.mark.parametrize("binnen", [False, True])
def test_het_gaat_met_wat_er_gebouwd_is(binnen):
    """The same question about another table by that name; a part that was undone before doesn't make it forget that."""
    for tafel in TAFELS:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(tafel)
            if binnen:
                with transaction.atomic():
                    transaction.set_rollback(True)
            vraag(VRAAG)
            assert VRAAG in voorbereid()
            transaction.set_rollback(True)
        assert VRAAG not in voorbereid()

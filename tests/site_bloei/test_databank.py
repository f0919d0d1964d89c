"""How long the website waits for the database, and what a visitor reads when it is away."""

import os
import subprocess
import sys
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import OperationalError, connection, transaction

from kernpagina.models import AgendaItemPage
from site_bloei import wsgi
from site_bloei.postgres import ingebouwde_database_url


def test_the_website_lets_no_question_run_for_ever(db, settings):
    settings.VRAAG_GEDULD = 1
    te_lang = "SELECT pg_sleep(20)"
    with transaction.atomic():
        wsgi.begrens_vragen(connection)
    with pytest.raises(OperationalError, match="statement timeout"), transaction.atomic():
        connection.cursor().execute(te_lang)


def test_a_question_that_is_asked_often_is_planned_once(db):
    for _ in range(4):
        assert list(AgendaItemPage.objects.openbaar()) == []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s AND generic_plans + custom_plans > 0",
            ["SELECT%kernpagina_agendaitempage%"],
        )
        assert cursor.fetchone()[0] > 0


PROCES = """
import django
django.setup()
from django.db import connection

def geduld():
    with connection.cursor() as vraag:
        vraag.execute("SHOW statement_timeout")
        print(vraag.fetchone()[0], connection.settings_dict["OPTIONS"]["connect_timeout"])

geduld()
connection.close()
import site_bloei.wsgi
geduld()
"""


def test_only_the_website_has_this_patience():
    """What PostgreSQL answers to a process, and once it serves the website. A command, a migration or the worker takes
    the time that it needs."""
    klaar = subprocess.run(
        [sys.executable, "-c", PROCES],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "site_bloei.settings.dev",
            "DATABASE_URL": ingebouwde_database_url(settings.BASE_DIR / "var"),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert klaar.stdout.splitlines() == ["0 5", "20s 5"]


@pytest.mark.parametrize("adres", ["/", "/beesd/", "/en/beesd/", "/cms/", "/zoeken/?q=x", "/agenda.ics"])
def test_without_a_database_the_site_asks_to_come_back(beheer, beesd, adres):
    weg = patch(
        "django.db.backends.utils.CursorWrapper.execute", side_effect=OperationalError("connection refused")
    )
    beheer.raise_request_exception = False
    with weg:
        antwoord = beheer.get(adres)
    assert antwoord.status_code == 503
    assert antwoord["Retry-After"] == "900"
    assert "even niet bereikbaar" in antwoord.content.decode()


def test_what_a_working_day_asks_stays_prepared():
    """More than a hundred questions, the third time that each is asked."""
    verbinding = connection.get_new_connection({**connection.get_connection_params(), "prepare_threshold": 2})
    try:
        for _ in range(3):
            for nummer in range(150):
                verbinding.execute(f"SELECT {nummer}")
        (aantal,) = verbinding.execute("SELECT count(*) FROM pg_prepared_statements").fetchone()
    finally:
        verbinding.close()
    assert aantal >= 150

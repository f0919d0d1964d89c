"""One line of JSON for each event: with the number of its request, and without anybody's data."""

import json
import logging
import os

import pytest
from django.db import IntegrityError, connection, transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from gunicorn.config import Config
from gunicorn.glogging import Logger

from berichten.post import bezorg
from core.models import User
from demo.management.commands.serveer_demo import web_server
from machinekamer import tellen
from machinekamer.gunicorn import Logboek
from machinekamer.logboek import JsonRegel, verzoeknummer
from machinekamer.verzoek import Gemeten
from site_bloei.bewaard import Bewaard
from tests.site_bloei.bezoeker import KOPPEN, Bezoeker, Teller
from werkplek import dienst


def regel(caplog, bron: str) -> dict:
    """The last line of this logger, as it would be written."""
    return json.loads(JsonRegel().format(next(r for r in reversed(caplog.records) if r.name == bron)))


def test_what_the_database_says_of_a_row_is_not_in_it(db, caplog):
    bekend = User.objects.create_user("jan", email="jan@example.nl")
    try:
        with transaction.atomic():
            User.objects.create_user(bekend.username)
    except IntegrityError:
        logging.getLogger("proef").exception("Ging mis voor %s", bekend.email)
    velden = regel(caplog, "proef")
    assert velden["bericht"] == "Ging mis voor [mailadres]"
    assert "Key (username)=(…)" in velden["fout"]
    assert "jan" not in json.dumps(velden).replace("django", "")
    assert velden["niveau"] == "ERROR"


@pytest.fixture
def bezoeker():
    return Bezoeker(Gemeten(Teller()))


def test_each_answer_has_a_number_and_a_line(bezoeker, caplog):
    with caplog.at_level(logging.INFO, "machinekamer.verzoek"):
        koppen = bezoeker.vraag("/beesd/?q=jan@example.nl", REMOTE_ADDR="192.0.2.7")[1]
    velden = regel(caplog, "machinekamer.verzoek")
    assert velden["verzoek"] == koppen["X-Request-ID"]
    assert (velden["methode"], velden["adres"], velden["status"]) == ("GET", "/beesd/", 200)
    assert "jan" not in json.dumps(velden)
    assert "192" not in velden["bericht"]


def test_the_number_of_our_own_proxy_is_kept(bezoeker, settings):
    nummer = "0123456789abcdef0123456789abcdef"
    settings.PROXY_AANTAL = 1
    assert bezoeker.vraag("/", HTTP_X_REQUEST_ID=nummer)[1]["X-Request-ID"] == nummer
    assert bezoeker.vraag("/", HTTP_X_REQUEST_ID="<script>")[1]["X-Request-ID"] != "<script>"
    settings.PROXY_AANTAL = 0
    assert bezoeker.vraag("/", HTTP_X_REQUEST_ID=nummer)[1]["X-Request-ID"] != nummer


@pytest.mark.parametrize(("status", "niveau"), [("200 OK", "INFO"), ("503 Service Unavailable", "WARNING")])
def test_what_goes_wrong_stands_out(caplog, status, niveau):
    with caplog.at_level(logging.INFO, "machinekamer.verzoek"):
        Bezoeker(Gemeten(Teller(KOPPEN, status))).vraag("/beesd/")
    assert regel(caplog, "machinekamer.verzoek")["niveau"] == niveau


def test_what_takes_long_stands_out(bezoeker, caplog, settings):
    settings.TRAAG_ANTWOORD = 0
    bezoeker.vraag("/static/x.css")
    assert regel(caplog, "machinekamer.verzoek")["niveau"] == "WARNING"


def test_a_kept_answer_is_counted_too(db, verbinding_blijft):
    from prometheus_client import REGISTRY

    def geteld(uitkomst):
        tellen.meld()
        return REGISTRY.get_sample_value("bloei_bewaard_total", {"uitkomst": uitkomst}) or 0

    voor = geteld("hit")
    bezoeker = Bezoeker(Gemeten(Bewaard(Teller())))
    assert [bezoeker.vraag("/x/")[1]["Cache-Status"] for _ in "ab"] == ["bloei; fwd=miss", "bloei; hit"]
    assert geteld("hit") == voor + 1


def test_a_link_that_opens_an_account_is_logged_by_its_pattern(client, db):
    antwoord = client.get("/cms/uitnodiging/geheim/")
    assert antwoord.wsgi_request.META["bloei.patroon"] == "/cms/uitnodiging/<str:link>/"


def test_a_slow_question_is_logged_without_its_values(db, caplog, settings):
    settings.TRAGE_VRAAG = 0.05
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.06), %s", ["jan@example.nl"])
    velden = regel(caplog, "machinekamer.vragen")
    assert velden["sql"] == "SELECT pg_sleep(0.06), %s"
    assert velden["seconden"] >= 0.05


@pytest.mark.django_db(transaction=True)
def test_a_task_that_fails_is_logged(caplog, monkeypatch):
    def stuk():
        raise ValueError("jan@example.nl bestaat niet")

    monkeypatch.setattr("berichten.post.verstuur_wachtende", stuk)
    bezorg.enqueue()
    dienst.doe_taken()
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
    velden = regel(caplog, "django_tasks")
    assert velden["niveau"] == "ERROR"
    assert "berichten.post.bezorg" in velden["bericht"]
    assert "[mailadres] bestaat niet" in velden["fout"]


def test_outside_a_request_there_is_no_number(caplog):
    verzoeknummer.set("")
    logging.getLogger("proef").warning("Klaar in %s", 3)
    assert "verzoek" not in regel(caplog, "proef")


def test_what_gunicorn_says_has_the_same_form(capfd, monkeypatch):
    monkeypatch.setenv("LOG_VORM", "json")
    Logboek(Config()).warning("Invalid request from ip=%s: %s", "192.0.2.7", "x")
    velden = json.loads(capfd.readouterr().err)
    assert velden["bericht"] == "Invalid request from ip=[netadres]: x"
    # As text it doesn't name the process either, which is left out here.
    monkeypatch.setenv("LOG_VORM", "tekst")
    Logboek(Config()).warning("Invalid request from ip=%s: %s", "192.0.2.7", "x")
    assert capfd.readouterr().err.endswith(" WARNING Invalid request from ip=[netadres]: x\n")


def test_what_gunicorn_says_in_its_own_form_is_not_lost():
    """Whoever starts it with other settings, and the site in it (`--preload`): of a process that was killed its lines tell."""
    gezegd = logging.getLogger("gunicorn.error").makeRecord(
        "gunicorn.error", logging.CRITICAL, __file__, 1, "WORKER TIMEOUT (pid:%s)", (7,), None
    )
    zin = logging.Formatter(Logger.error_fmt, Logger.datefmt).format(gezegd)
    assert zin.endswith(f"[{os.getpid()}] [CRITICAL] WORKER TIMEOUT (pid:7)")


def test_the_demo_keeps_the_same_log_of_what_gunicorn_says():
    config = Config()
    opties = dict(
        deel.removeprefix("--").split("=", 1) for deel in web_server(8000) if deel.startswith("--logger")
    )
    config.set("logger_class", opties["logger-class"])
    assert config.logger_class is Logboek

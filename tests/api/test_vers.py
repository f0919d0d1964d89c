"""Publish in one process, read in another: the very next request shows it."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Site

from kernpagina.models import AgendaPage
from tests import factories

LEES = """
import json, sys
import django
django.setup()
from django.test import Client
for regel in sys.stdin:
    adres, etag = json.loads(regel)
    antwoord = Client(headers={"if-none-match": etag} if etag else {}).get(adres)
    print(json.dumps([antwoord.status_code, antwoord.headers.get("ETag"), antwoord.content.decode()]), flush=True)
"""


class Lezer:
    """Another process on the same database, that keeps running and so could keep something stale."""

    def __init__(self) -> None:
        adres = (
            urlsplit(os.environ["DATABASE_URL"])
            ._replace(path=f"/{connection.settings_dict['NAME']}")
            .geturl()
        )
        omgeving = os.environ | {"DATABASE_URL": adres, "DJANGO_SETTINGS_MODULE": "site_bloei.settings.test"}
        self.proces = subprocess.Popen(
            [sys.executable, "-c", LEES],
            env=omgeving,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def vraag(self, adres: str, etag: str | None = None) -> tuple[int, str, str]:
        self.proces.stdin.write(json.dumps([adres, etag]) + "\n")
        self.proces.stdin.flush()
        return tuple(json.loads(self.proces.stdout.readline()))


@pytest.fixture
def lezer(transactional_db):
    lezer = Lezer()
    yield lezer
    lezer.proces.stdin.close()
    lezer.proces.wait(timeout=30)


OVERAL = ["/api/v1/agenda-items", "/api/v1/paginas?paginaGrootte=100", "/api/v1/zoek?q=zeppelin", "/agenda.ics",
          "/beesd/agenda.ics", "/nieuw.xml", "/sitemap.xml", "/insluiten/beesd/agenda", "/beesd/scherm/"]  # fmt: skip


def test_een_ander_proces_ziet_het_meteen(lezer):
    home = factories.HomePageFactory()
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    beesd = factories.KernPageFactory(parent=home, title="Beesd")
    eerst = {adres: lezer.vraag(adres) for adres in OVERAL}
    assert {status for status, _, _ in eerst.values()} == {200}
    assert all(lezer.vraag(adres, etag)[0] == 304 for adres, (_, etag, _) in eerst.items())

    item = factories.AgendaItemPageFactory(
        parent=factories.lijst_van(beesd, AgendaPage),
        title="Zeppelin",
        begin=timezone.now() + timedelta(days=30),  # the calendar of all kernen looks a year ahead
    )
    item = factories.publiceer(item)
    daarna = {adres: lezer.vraag(adres, eerst[adres][1]) for adres in OVERAL}
    for adres, (status, etag, tekst) in daarna.items():
        assert status == 200, adres
        assert etag != eerst[adres][1], adres
        assert "zeppelin" in tekst.lower(), adres
    assert lezer.vraag(f"/api/v1/agenda-items/{item.pk}")[0] == 200

    factories.depubliceer(item)
    for adres in OVERAL:
        status, _, tekst = lezer.vraag(adres, daarna[adres][1])
        assert status == 200, adres
        assert "zeppelin" not in tekst.lower().replace("q=zeppelin", ""), adres
    assert lezer.vraag(f"/api/v1/agenda-items/{item.pk}")[0] == 404
    assert lezer.vraag("/beesd/agenda/zeppelin/afspraak.ics")[0] == 404

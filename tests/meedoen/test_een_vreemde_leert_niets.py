"""Whoever tries an address learns nothing of it, and whoever opens the links in a mail changes nothing."""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from berichten.models import Bericht
from core.models import GemeenteInstellingen
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from meedoen.keuzes import Stand
from meedoen.models import Reactie
from tests.home.mijn import vraag_link
from tests.meedoen.aanmeldhulp import avond_in
from tests.meedoen.aanmeldhulp import meld_aan as meld_aan_voor
from tests.meedoen.hulp import IDEE, RIA, VAN_HIER, bevestigd, druk, lees_bewijs, oproep_in
from tests.meedoen.test_post_in_de_taal import MAAK
from tests.meedoen.test_uitdagen import VOORSTEL
from tests.meedoen.test_uitdagen import dien_in as dien_voorstel_in
from tests.meedoen.vraaghulp import RIA as VRAGER
from tests.meedoen.vraaghulp import knop, stel
from tests.volgen.hulp import vraag_aan
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db


def formulieren(dorp, project) -> dict[str, dict[str, str]]:
    """Each form that mails somebody a button, by its path, with what is filled in."""
    uitdagen = oproep_in(dorp.beesd, "uitdaagrecht", title="Neem het over", slug="over")
    return {
        f"{oproep_in(dorp.beesd).url}reageer/": RIA | IDEE,
        f"{avond_in(dorp).url}aanmelden/": RIA | {"aantal": "1"},
        f"{uitdagen.url}uitdagen/": VOORSTEL,
        f"{project.url}vraag/": VRAGER,
    }


def test_a_known_and_an_unknown_address_see_and_cost_the_same(client, dorp, project, time_machine):
    GemeenteInstellingen.load()  # made when it is first asked for
    bekend = zorg_voor_inwoner(zorg_voor_adres("bekend@example.org"), RIA["naam"])
    bevestig(bekend, timezone.now())
    for pad, ingevuld in formulieren(dorp, project).items():
        gezien = []
        # The first one warms up what a process remembers.
        for email in ("eerst@example.org", "bekend@example.org", "onbekend@example.org"):
            # Wagtail forgets after an hour where its sites are.
            Site.clear_site_root_paths_cache()
            bewijs = lees_bewijs(client, pad)
            time_machine.shift(timedelta(minutes=11))
            with CaptureQueriesContext(connection) as vragen:
                antwoord = client.post(pad, ingevuld | {"email": email, "bewijs": bewijs}, **VAN_HIER)
            wat = [re.sub(r"'[^']*'|\d+", "?", vraag["sql"])[:60] for vraag in vragen]
            gezien.append((antwoord.status_code, antwoord.url, client.get(antwoord.url).content, wat))
            assert Bericht.objects.filter(adres=email).exists()
        assert gezien[1][3] == gezien[2][3], pad
        assert gezien[1] == gezien[2]


def alle_rijen() -> dict[str, str]:
    """What stands in each table, in short."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        stand = {}
        for (tabel,) in cursor.fetchall():
            rijen = "coalesce(string_agg(rij::text, chr(10) ORDER BY rij::text), '')"
            cursor.execute(f'SELECT md5({rijen}) FROM "{tabel}" AS rij')  # noqa: S608 names of our tables
            stand[tabel] = cursor.fetchone()[0]
    return stand


def links() -> Iterator[str]:
    """The path of each link in each mail, once."""
    gezien = set()
    for bericht in Bericht.objects.order_by("pk"):
        for pad in re.findall(r"https?://localhost(?::\d+)?(/[^\s\"<]*)", bericht.tekst + bericht.html):
            if pad not in gezien:
                gezien.add(pad)
                yield pad


def test_no_link_in_any_mail_changes_a_row(client, dorp, oproep, project, time_machine):
    reactie = bevestigd(client, oproep, time_machine)
    Reactie.objects.filter(pk=reactie.pk).update(
        stand=Stand.GEPLAATST,
        geplaatst_op=timezone.now(),
        aanpassen_voor=timezone.localdate(),
        naam_getoond="Ria V.",
    )
    reactie.refresh_from_db()
    for maak in MAAK.values():
        maak(reactie)
    avond = avond_in(dorp)
    meld_aan_voor(client, avond, time_machine)
    time_machine.shift(timedelta(days=1))
    uitdagen = oproep_in(dorp.beesd, "uitdaagrecht", title="Neem het over", slug="over")
    dien_voorstel_in(client, uitdagen, time_machine)
    stel(client, f"{project.url}vraag/", time_machine, email="jan@example.org")
    druk(client, knop(), time_machine)
    aan_tafel = {
        "email": "truus@example.org",
        "naam": "Truus Bos",
        "aantal": "1",
        "taal": "nl",
        "taak": "Maaien",
    }
    aan_tafel |= {"bron": "papier", "binnen_op": timezone.localdate()}
    for wat, pagina in (("aanmeldingen", avond), ("invoeren", uitdagen)):
        als(dorp, "redactie-beesd").post(
            reverse(f"werkplek:{wat}", args=[pagina.pk]), {**aan_tafel, "formulier": uuid4()}
        )
    vraag_link(client, "jan@example.org")
    vraag_aan(client, dorp.beesd.url + "volg/", "jan@example.org")
    paden = list(links())
    soorten = {pad.split("/")[1] for pad in paden}
    assert soorten >= {"reactie", "aanmelding", "uitdaging", "vraag", "mijn", "volg"}, soorten
    assert sum("/klopt/" in pad for pad in paden) == 3
    for pad in paden:
        client.get(pad)
    voor = alle_rijen()
    for pad in paden:
        assert client.get(pad).status_code < 400, pad
        assert client.head(pad).status_code < 400, pad
    assert alle_rijen() == voor

"""Pages are published one after another, and at some question to the database the process or the whole database is killed.

A program beside the tests, because it forks: what dies is a child, each time at another question, so that all of a publication
gets its turn. Says `sla` when the database has to come back, waits for a line, and ends with what it found as JSON.

    python -m tests.site_bloei.doodslag <pages> <how many of those the database dies with>
"""

import json
import os
import signal
import sys
from contextlib import suppress
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_bloei.settings.test")
django.setup()

import psutil  # noqa: E402
from django.db import DEFAULT_DB_ALIAS, Error, connection, connections  # noqa: E402
from django.test import Client  # noqa: E402

from api.models import BesteldeVorm  # noqa: E402
from berichten.models import Melding, Soort  # noqa: E402
from core.goedkeuring.besluiten import keur_goed  # noqa: E402
from core.inhoudsversie import huidige_inhoudsversie  # noqa: E402
from core.models import Goedkeuring, GoedkeuringTaskState  # noqa: E402
from core.models.plek import Plek  # noqa: E402
from kernpagina.models import AgendaItemPage  # noqa: E402
from tests.dorp import Dorp, agenda_item, dien_in, maak_dorp  # noqa: E402
from tests.site_bloei.village import kill  # noqa: E402
from volgen.models import Gevolgd, Wijziging  # noqa: E402

# The tests don't wait for the disk; as in production, what is committed has to outlive PostgreSQL.
connections.settings[DEFAULT_DB_ALIAS]["OPTIONS"]["options"] += " -c synchronous_commit=on"

GOED, PROCES, DATABANK = 0, -signal.SIGKILL, 3


def titel(nummer: int) -> str:
    """With a word that no other page has."""
    letters = "".join("abcdefghij"[int(cijfer)] for cijfer in f"{nummer:03}")
    return f"Avond over zwalk{letters}fluit"


class Teller:
    """Counts questions and the moment after the last, and does something at the one with this number."""

    def __init__(self, bij: int = 0, doe: Any = None) -> None:
        self.nummer, self.bij, self.doe = 0, bij, doe

    def tel(self) -> None:
        self.nummer += 1
        if self.nummer == self.bij:
            self.doe()

    def __call__(self, execute, sql, params, many, context):
        self.tel()
        return execute(sql, params, many, context)


def sla_databank() -> None:
    map_ = os.environ["DATA"]
    for proces in psutil.process_iter(["name", "cwd"]):
        if proces.info["name"] == "postgres" and proces.info["cwd"] == map_:
            kill([proces])


def publiceer(wacht: int, wie: Any, teller: Teller) -> None:
    with connection.execute_wrapper(teller):
        keur_goed(GoedkeuringTaskState.objects.get(pk=wacht), wie)
    teller.tel()


def in_een_kind(wacht: int, wie: Any, teller: Teller) -> int:
    """Publish in a process of its own; how that ended."""
    connections.close_all()
    if kind := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])
    # The child, which goes on nowhere.
    with suppress(Error):
        publiceer(wacht, wie, teller)
        os._exit(GOED)
    os._exit(DATABANK)


def stand(pk: int, wacht: int) -> dict[str, int]:
    """Of all that a publication writes, how much there is of this page: all of it, or nothing."""
    pagina = AgendaItemPage.objects.get(pk=pk)
    stap = GoedkeuringTaskState.objects.get(pk=wacht)
    woord = pagina.title.split()[-1]
    gezocht = Client().get("/api/v1/zoek", {"q": woord}).json()
    return {
        "live": int(pagina.live),
        "openbaar": Plek.objects.filter(pk=pk, openbaar=True).count(),
        "logboek": Wijziging.objects.filter(pagina=pk).count(),
        "gevolgd": Gevolgd.objects.filter(pk=pk).count(),
        "goedkeuring": Goedkeuring.objects.voor_pagina(pagina).exclude(gebruikt_op=None).count(),
        "workflow": int(stap.status == stap.STATUS_APPROVED and stap.workflow_state.status == "approved"),
        "post": Melding.objects.filter(
            soort=Soort.GOEDGEKEURD, sleutel__startswith=f"goedgekeurd:{wacht}:"
        ).count(),
        "pagina": int(Client().get(pagina.get_url()).status_code == 200) if pagina.live else 0,
        "api": int(Client().get(f"/api/v1/agenda-items/{pk}").status_code == 200),
        "zoeken": len([rij for rij in gezocht["resultaten"] if rij["titel"] == pagina.title]),
    }


def maak(aantal: int) -> tuple[Dorp, list[tuple[int, int]]]:
    dorp = maak_dorp()
    van = dorp.gebruikers["redactie-beesd"]
    rijen = []
    for nummer in range(aantal):
        item = agenda_item(dorp.agenda, titel(nummer), live=False, eigenaar=van)
        rijen.append((item.pk, dien_in(item, van)[1].pk))
    return dorp, rijen


def hoofd(aantal: int, met_databank: int) -> dict[str, Any]:
    # The first two tell how many questions one takes, and by how much it raises the counter.
    dorp, rijen = maak(aantal + 2)
    wie = dorp.gebruikers["communicatie"]
    publiceer(rijen[0][1], wie, Teller())
    voor, geteld = huidige_inhoudsversie().nummer, Teller()
    publiceer(rijen[1][1], wie, geteld)
    stap, vragen = huidige_inhoudsversie().nummer - voor, geteld.nummer
    uit: dict[str, Any] = {"vragen": vragen, "heel": 0, "niet": 0, "fout": [], "afloop": {}}
    for nummer, (pk, wacht) in enumerate(rijen[2:]):
        voor = huidige_inhoudsversie().nummer
        databank = nummer < met_databank
        # Spread over all questions, the moment after the transaction included.
        deel, totaal = (nummer, met_databank) if databank else (nummer - met_databank, aantal - met_databank)
        bij = 1 + deel * (vragen - 1) // max(1, totaal - 1)
        doe = sla_databank if databank else (lambda: os.kill(os.getpid(), signal.SIGKILL))
        afloop = in_een_kind(wacht, wie, Teller(bij, doe))
        if databank:
            print("sla", flush=True)
            sys.stdin.readline()
        _kijk(uit, pk, wacht, huidige_inhoudsversie().nummer - voor, stap)
        uit["afloop"][afloop] = uit["afloop"].get(afloop, 0) + 1
    # Whatever died, is done now as if nothing was.
    for pk, wacht in rijen[2:]:
        if not AgendaItemPage.objects.get(pk=pk).live:
            publiceer(wacht, wie, Teller())
        uit["fout"] += [[pk, gevonden]] if set((gevonden := stand(pk, wacht)).values()) != {1} else []
    nummers = list(Wijziging.objects.order_by("nummer").values_list("nummer", flat=True))
    uit["gaten"] = nummers[-1] - nummers[0] + 1 - len(nummers)
    return uit


def _kijk(uit: dict[str, Any], pk: int, wacht: int, verschil: int, stap: int) -> None:
    # Ordered in the same transaction, for the worker.
    besteld = BesteldeVorm.objects.filter(pagina=pk).count()
    gevonden = stand(pk, wacht)
    heel = set(gevonden.values()) == {1} and verschil == stap and besteld > 0
    niets = set(gevonden.values()) == {0} and verschil == 0 and besteld == 0
    uit["heel"] += heel
    uit["niet"] += niets
    if not heel and not niets:
        uit["fout"].append([pk, gevonden | {"teller": verschil, "besteld": besteld}])


if __name__ == "__main__":
    print(json.dumps(hoofd(int(sys.argv[1]), int(sys.argv[2]))), flush=True)

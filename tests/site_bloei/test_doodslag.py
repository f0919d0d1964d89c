"""Killed with `kill -9` in the middle of a publication, the process or PostgreSQL: a page is whole, or it isn't there."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.site_bloei.village import fill_from_template, village_of

ROOT = Path(__file__).parents[2]
# `python -m tests.site_bloei.doodslag` takes any number; with 100 it was done by hand.
PAGINAS, MET_DATABANK = int(os.environ.get("DOODSLAG", "6")), int(os.environ.get("DOODSLAG_DATABANK", "1"))


def test_each_publication_is_whole_or_not_there():
    with village_of(os.geteuid()) as dorp:
        _, url = dorp.hold()
        fill_from_template(url)
        opdracht = [sys.executable, "-m", "tests.site_bloei.doodslag", str(PAGINAS), str(MET_DATABANK)]
        omgeving = {**os.environ, "DATABASE_URL": url, "DATA": str(dorp.var / "postgres")}
        proef = subprocess.Popen(
            opdracht, cwd=ROOT, env=omgeving, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert proef.stdin
        assert proef.stdout
        while (regel := proef.stdout.readline()) == "sla\n":
            dorp.hold()
            proef.stdin.write("er weer\n")
            proef.stdin.flush()
        gevonden = json.loads(regel)
        proef.communicate()
    print(gevonden)
    assert gevonden["fout"] == []
    assert gevonden["heel"] + gevonden["niet"] == PAGINAS
    # Some died before the end of the transaction, and some after it.
    assert gevonden["heel"] > 0
    assert gevonden["niet"] > 0
    assert gevonden["gaten"] == 0

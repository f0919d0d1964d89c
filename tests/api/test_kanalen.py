"""The worked examples in docs/kanalen, run as they stand against a running site."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from core.tijd import vandaag
from kernpagina.models import AgendaPage, OproepenPage
from tests import factories

DOCS = Path(__file__).parents[2] / "docs" / "kanalen"


@pytest.fixture
def site(transactional_db, live_server):
    home = factories.HomePageFactory()
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    beesd = factories.KernPageFactory(parent=home, title="Beesd")
    agenda, oproepen = factories.lijst_van(beesd, AgendaPage), factories.lijst_van(beesd, OproepenPage)
    feest = factories.AgendaItemPageFactory(
        parent=agenda, title="Feest & zo", begin=timezone.now() + timedelta(days=3)
    )
    dag = vandaag()
    factories.OproepPageFactory(
        parent=oproepen,
        title="Denk mee",
        opent=dag,
        sluit=dag,
        terugkoppeling_uiterlijk=dag + timedelta(days=30),
    )
    factories.publiceer(feest)
    return live_server.url


@pytest.fixture
def draai(site, tmp_path):
    """Run the Python of a page of the docs in a folder of its own; return what it prints."""

    def _draai(naam: str, adres: str = site) -> str:
        (code,) = re.findall(r"```python\n(.*?)```", (DOCS / f"{naam}.md").read_text(), re.DOTALL)
        omgeving = os.environ | {"BLOEI": adres, "PYTHONUTF8": "1"}
        gedaan = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env=omgeving,
            capture_output=True,
            text=True,
            check=False,
        )
        assert gedaan.returncode == 0, gedaan.stderr
        return gedaan.stdout

    return _draai


def test_elk_voorbeeld_wordt_gedraaid():
    namen = {pad.stem for pad in DOCS.glob("*.md")} - {"README"}
    assert namen == {"dorpssite", "scherm", "rekenblad", "spiegel"}


def test_kanalen(draai, tmp_path):
    assert ">Feest &amp; zo</a>" in draai("dorpssite")

    assert "Feest & zo" in draai("scherm")
    assert "Feest & zo" in draai("scherm")  # 304
    zonder_net = draai("scherm", "http://127.0.0.1:9")
    assert "Geen netwerk" in zonder_net
    assert "Feest & zo" in zonder_net

    kop, rij = csv.reader(io.StringIO(draai("rekenblad")), delimiter=";")
    assert (kop[0], rij[0], rij[1]) == ("Kern", "Beesd", "Denk mee")

    eerst = draai("spiegel")
    aantal = int(eerst.split()[0])
    assert draai("spiegel") == "niets veranderd\n"
    item = AgendaPage.objects.get().get_children().get().specific
    item.title = "Groot feest"
    factories.publiceer(item)
    assert draai("spiegel").startswith(f"{aantal} pagina's")
    kopie = json.loads((tmp_path / "spiegel.json").read_text())
    assert kopie["paginas"][str(item.pk)]["titel"] == "Groot feest"
    # Private for a while, and then public again without being published anew.
    slot = PageViewRestriction.objects.create(page=item, restriction_type="login")
    assert draai("spiegel").startswith(f"{aantal - 1} pagina's")
    slot.delete()
    assert draai("spiegel").startswith(f"{aantal} pagina's")
    assert "inhoud" in json.loads((tmp_path / "spiegel.json").read_text())["paginas"][str(item.pk)]
    factories.depubliceer(item)
    assert draai("spiegel").startswith(f"{aantal - 1} pagina's")

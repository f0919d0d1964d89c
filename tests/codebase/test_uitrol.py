"""What is handed to a hosting party names what there is: settings, commands, addresses, versions."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from machinekamer import gunicorn
from machinekamer.middleware import ADRESSEN
from site_bloei.postgres import VERSION
from site_bloei.settings.omgeving import omgeving

from .test_files import ROOT, TRACKED, relative

UITROL = [pad for pad in TRACKED if pad.is_relative_to(ROOT / "uitrol") and pad.suffix != ".md"]
EIGEN = {
    "PATH",
    "PYTHONUNBUFFERED",
    "DJANGO_SETTINGS_MODULE",
    "POSTGRES_USER",
    "POSTGRES_DB",
    "POSTGRES_PASSWORD",
}
ALLES = "\n".join(pad.read_text() for pad in UITROL)


def manifesten() -> list[dict[str, Any]]:
    return [deel for pad in UITROL if pad.suffix == ".yaml" for deel in yaml.safe_load_all(pad.read_text())]


def knopen(deel: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in it, however deep."""
    if isinstance(deel, dict):
        yield deel
    for onder in deel.values() if isinstance(deel, dict) else deel if isinstance(deel, list) else ():
        yield from knopen(onder)


def test_each_file_is_in_the_table():
    tabel = (ROOT / "uitrol/README.md").read_text()
    onbekend = [
        relative(pad)
        for pad in UITROL
        if pad.name.removesuffix(".dockerignore") not in tabel and f"`{pad.parent.name}/`" not in tabel
    ]
    assert [naam for naam in onbekend if not naam.endswith(".timer")] == []


def test_settings_that_are_named_exist():
    genoemd = set(re.findall(r"\b([A-Z][A-Z_]{3,})=", ALLES)) - EIGEN
    assert genoemd
    assert genoemd <= set(omgeving.scheme)


def test_commands_that_are_named_exist():
    genoemd = set(re.findall(r"manage\.py[, ]+([a-z]+)", ALLES))
    assert {"werk", "veiligstellen", "migrate"} <= genoemd
    assert genoemd <= set(get_commands())


def test_what_asks_how_it_is_asks_by_an_address_that_answers():
    proeven = [
        knoop["httpGet"]["path"] for deel in manifesten() for knoop in knopen(deel) if "httpGet" in knoop
    ]
    assert len(proeven) == 3
    assert {pad.partition("?")[0] for pad in proeven} <= set(ADRESSEN)


def test_the_database_is_of_the_version_that_is_tested():
    assert set(re.findall(r"postgres(?:ql)?[:/](\d+)", ALLES)) == {str(VERSION)}


def test_who_is_back_is_asked_again_before_the_other_one_is_restarted():
    """nginx counts in whole seconds: after one of these it may be two."""
    dood = {int(seconden) for seconden in re.findall(r"fail_timeout=(\d+)s", ALLES)}
    wacht = re.search(r"^ExecStartPost=/bin/sleep (\d+)$", ALLES, re.MULTILINE)
    assert "Type=notify" in ALLES
    assert wacht
    assert int(wacht[1]) > max(dood)
    # And a connection isn't closed under a form that is on its way: nginx keeps one for a minute.
    assert gunicorn.keepalive > 60


@pytest.mark.parametrize("soort", ["Deployment", "Job", "CronJob"])
def test_nothing_runs_as_root_or_writes_where_it_should_not(soort):
    delen = [deel for deel in manifesten() if deel.get("kind") == soort]
    assert delen
    for knoop in [knoop for deel in delen for knoop in knopen(deel) if "containers" in knoop]:
        assert knoop["securityContext"]["runAsNonRoot"]
        assert knoop["automountServiceAccountToken"] is False
        for container in knoop["containers"]:
            veilig = container["securityContext"]
            assert veilig["readOnlyRootFilesystem"]
            assert veilig["capabilities"] == {"drop": ["ALL"]}
            assert not veilig["allowPrivilegeEscalation"]
            assert container["resources"]["limits"]["memory"]

"""What public code has to say of itself: under which licence each file is, and where to turn."""

import re
import tomllib
from fnmatch import fnmatchcase

import pytest

from .test_files import ROOT, TRACKED, relative

REUSE = tomllib.loads((ROOT / "REUSE.toml").read_text())
LICENTIE = re.compile(r"SPDX-License-Identifier[:=]\s*\"?([\w.-]+)")
DOCUMENTEN = (
    "SECURITY.md",
    "GOVERNANCE.md",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "publiccode.yml",
)


def licentie_van(pad: str) -> list[str]:
    """By the last annotation that holds for this file, as the REUSE specification reads them."""
    gevonden = [deel for deel in REUSE["annotations"] if fnmatchcase(pad, deel["path"].replace("**", "*"))]
    return [gevonden[-1]["SPDX-License-Identifier"]] if gevonden else []


def test_each_file_has_a_licence_and_each_licence_its_text():
    gebruikt = {pad: licentie_van(relative(pad)) for pad in TRACKED}
    assert [relative(pad) for pad, licentie in gebruikt.items() if not licentie] == []
    teksten = {pad.stem for pad in (ROOT / "LICENSES").iterdir()}
    assert {naam for namen in gebruikt.values() for naam in namen} == teksten
    assert all(deel["SPDX-FileCopyrightText"] for deel in REUSE["annotations"])


def test_they_all_say_the_same_licence():
    """The project file, the style sheet's, publiccode.yml and LICENSE."""
    zegt = {
        tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["license"],
        re.search(r'"license": "(.+?)"', (ROOT / "stijl/package.json").read_text())[1],
        re.search(r"license: (\S+)", (ROOT / "publiccode.yml").read_text())[1],
        LICENTIE.search((ROOT / "LICENSE").read_text())[1],
    }
    assert zegt == {"EUPL-1.2"}


@pytest.mark.parametrize("naam", DOCUMENTEN)
def test_what_is_looked_for_at_the_top_is_there(naam):
    assert (ROOT / naam).stat().st_size > 400

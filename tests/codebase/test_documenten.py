"""Documents say what is so: what they name is there, and what there is they name."""

import re
from pathlib import Path

import pytest

from .test_files import ROOT, TRACKED, relative
from .test_layers import layers

DOCUMENTEN = [pad for pad in TRACKED if pad.suffix == ".md" and pad.name != "CHANGELOG.md"]
MAPPEN = {pad.relative_to(ROOT).parts[0] for pad in TRACKED if pad.parent != ROOT}
LEESBAAR = {".html", ".json", ".po", ".py", ".typ"}
GEMAAKT = ("static/css/", "var/")  # by the machine, at run time


@pytest.mark.parametrize("document", DOCUMENTEN, ids=relative)
def test_what_a_document_points_at_is_there(document: Path) -> None:
    tekst = document.read_text()
    links = {link for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", tekst) if ":" not in link}
    paden = {
        pad
        for pad in re.findall(r"`([\w.-]+/[\w./-]*)`", tekst)
        if pad.partition("/")[0] in MAPPEN and not pad.startswith(GEMAAKT)
    }
    weg = [link for link in links if not (document.parent / link).exists()]
    assert weg + [pad for pad in paden if not (ROOT / pad).exists()] == []


def test_the_index_of_decisions_has_each_of_them_once() -> None:
    map_ = ROOT / "docs" / "adr"
    regels = re.findall(
        r"^\| \[(\d{4})\]\((.+?)\) \| (.+) \|$", (map_ / "0000-index.md").read_text(), re.MULTILINE
    )
    besluiten = {pad.name for pad in map_.glob("*.md")} - {"0000-index.md"}
    assert sorted(naam for _, naam, _ in regels) == sorted(besluiten)
    nummers = [nummer for nummer, *_ in regels]
    assert nummers == sorted(set(nummers))
    for nummer, naam, _ in regels:
        assert naam.startswith(nummer)
        assert (map_ / naam).read_text().startswith(f"# {nummer} ")


def test_every_app_has_its_row() -> None:
    """In the README, and in the drawing of the layers, in the order that the linter holds."""
    lijst = (ROOT / "README.md").read_text()
    assert [app for app in layers() if f"`{app}/`" not in lijst] == []
    tekening = (ROOT / "docs" / "architectuur.md").read_text().split("```")[1]
    namen = [re.findall(r"\w+", regel[:20]) for regel in tekening.strip().splitlines()]
    hoogten = layers()
    assert [sorted(rij) for rij in namen] == [
        sorted(app for app in hoogten if hoogten[app] == hoogte)
        for hoogte in sorted(set(hoogten.values()), reverse=True)
    ]


def test_tests_stand_with_their_app_or_with_what_they_walk_across() -> None:
    mappen = {
        pad.relative_to(ROOT / "tests").parts[0]
        for pad in TRACKED
        if pad.is_relative_to(ROOT / "tests") and pad.match("test_*.py")
    }
    genoemd = set(
        re.findall(r"^\| `tests/(\w+)/` \|", (ROOT / "docs/architectuur.md").read_text(), re.MULTILINE)
    )
    assert genoemd.isdisjoint(layers())
    assert mappen - layers().keys() == genoemd


def test_the_recipe_of_a_field_is_complete() -> None:
    """A plain field of an agenda-item is named in those files, by its name or its label, and in no others of ours."""
    recept = re.split(r"^## ", (ROOT / "docs/recepten.md").read_text(), flags=re.MULTILINE)[1]
    stappen = set(re.findall(r"^\d+\. `([^`]+)`", recept, re.MULTILINE))
    noemt = re.compile(r"\broutehint\b|\bZo kom je er\b")
    gevonden = {relative(pad) for pad in TRACKED if pad.suffix in LEESBAAR and noemt.search(pad.read_text())}
    gevonden = {pad for pad in gevonden if "migrations" not in pad and not pad.startswith(("demo/", "docs/"))}
    assert {pad for pad in gevonden if pad in stappen or not pad.startswith("tests/")} == stappen


def test_a_recipe_has_as_many_steps_as_it_says() -> None:
    recepten = re.split(r"^## ", (ROOT / "docs/recepten.md").read_text(), flags=re.MULTILINE)[1:]
    assert recepten
    for recept in recepten:
        beloofd = int(re.match(r".+: (\d+) files$", recept, re.MULTILINE).group(1))
        assert [int(nr) for nr in re.findall(r"^(\d+)\. ", recept, re.MULTILINE)] == list(
            range(1, beloofd + 1)
        )

"""What the templates look like: short, in lines that can be read, and what comes back stands in one place."""

import re
from pathlib import Path

import pytest
from django.template import engines

from .test_files import TEMPLATES, TRACKED, relative

HTML = [pad for pad in TRACKED if pad.suffix == ".html" and TEMPLATES in pad.parents]
MEESTE_REGELS, LANGSTE_REGEL = 40, 200
# What is a tag or a file of its own, by what only that one may write.
ONDERDELEN = {
    r"utrecht-alert": {"components/melding.html"},
    r'"bloei-feit"': {"components/feit.html"},
    r"bloei-status--": {
        "projecten/fase.html"
    },  # the one that isn't about a state of the page: *Hier zijn we nu*
}


@pytest.mark.parametrize("sjabloon", HTML, ids=relative)
def test_template_is_short_and_compiles(sjabloon: Path) -> None:
    regels = sjabloon.read_text().splitlines()
    assert len(regels) <= MEESTE_REGELS
    assert [nummer for nummer, regel in enumerate(regels, 1) if len(regel) > LANGSTE_REGEL] == []
    engines["django"].get_template(str(sjabloon.relative_to(TEMPLATES)))


@pytest.mark.parametrize(("patroon", "plekken"), ONDERDELEN.items(), ids=ONDERDELEN)
def test_what_comes_back_stands_in_one_place(patroon: str, plekken: set[str]) -> None:
    gevonden = {str(pad.relative_to(TEMPLATES)) for pad in HTML if re.search(patroon, pad.read_text())}
    assert gevonden == plekken

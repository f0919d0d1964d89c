"""Our templates in the place of Wagtail's: still in its place, and still made from the same."""

import hashlib
import re
from pathlib import Path

import pytest
from django.template import engines

from .test_files import TEMPLATES, TRACKED, relative

# Templates that were copied rather than extended, and the beginning of the SHA-256 of what they were copied from.
OVERGENOMEN = {
    "wagtailadmin/home/account_summary.html": "ff5c7d30e467",
    "wagtailadmin/pages/add_subpage.html": "405554e0773c",
    "wagtailcore/shared/richtext.html": "3a0a86fc8991",
}


def _van_een_pakket(naam: str) -> str:
    """The template of this name in a package, that ours stands before."""
    for lader in engines["django"].engine.template_loaders:
        for bron in lader.get_template_sources(naam) if hasattr(lader, "get_template_sources") else ():
            if TEMPLATES not in Path(bron.name).parents and Path(bron.name).exists():
                return Path(bron.name).read_text()
        for binnen in getattr(lader, "loaders", ()):
            for bron in binnen.get_template_sources(naam):
                if TEMPLATES not in Path(bron.name).parents and Path(bron.name).exists():
                    return Path(bron.name).read_text()
    return ""


def _blokken(tekst: str) -> set[str]:
    return set(re.findall(r"{% block (\w+)", tekst))


ERVOOR = [
    p for p in TRACKED if TEMPLATES in p.parents and p.relative_to(TEMPLATES).parts[0].startswith("wagtail")
]


@pytest.mark.parametrize("sjabloon", ERVOOR, ids=relative)
def test_templates_in_the_place_of_wagtails(sjabloon):
    """Extended: the blocks are still there. Copied: the original is the one that was copied."""
    naam = str(sjabloon.relative_to(TEMPLATES))
    onze, hun = sjabloon.read_text(), _van_een_pakket(naam)
    assert hun, "Wagtail has no template of this name any more"
    if f'extends "{naam}"' in onze:
        tekst, boven = hun, hun
        while ouder := re.search(r"""{% extends ["']([\w/.]+)["']""", boven):
            boven = _van_een_pakket(ouder[1])
            tekst += boven
        assert _blokken(onze) <= _blokken(tekst)
    else:
        assert hashlib.sha256(hun.encode()).hexdigest()[:12] == OVERGENOMEN.get(naam)

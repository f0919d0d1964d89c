"""Every block in every StreamField shows in the block chooser what it offers."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from tests.formulier import paginatypen


def streamblokken(blok):
    """This block and what is inside it, as far as editors choose from it."""
    if isinstance(blok, StreamBlock):
        yield blok
    kinderen = list(getattr(blok, "child_blocks", {}).values())
    for kind in [*kinderen, getattr(blok, "child_block", None)]:
        if kind is not None:
            yield from streamblokken(kind)


def te_kiezen():
    """Each block that an editor can choose, once, by the page, field and name."""
    blokken = {}
    for model in paginatypen():
        for veld in model._meta.get_fields():
            if isinstance(veld, StreamField):
                for stroom in streamblokken(veld.stream_block):
                    for naam, blok in stroom.child_blocks.items():
                        blokken.setdefault((type(blok), naam), blok)
    return list(blokken.values())


BLOKKEN = pytest.mark.parametrize("blok", te_kiezen(), ids=lambda blok: blok.name)


def test_er_valt_iets_te_kiezen():
    assert {"kop", "tekst", "afbeelding", "thema", "kernagenda", "agenda"} <= {b.name for b in te_kiezen()}


@BLOKKEN
def test_naam_uitleg_en_pictogram(blok):
    assert blok.label[0].isupper()
    assert "_" not in blok.label
    assert blok.get_description().endswith("."), "één zin die zegt waar het blok voor is"
    assert blok.meta.icon != "placeholder"


@BLOKKEN
def test_voorbeeld(beheer, home, blok):
    assert blok.is_previewable
    antwoord = beheer.get(reverse("wagtailadmin_block_preview"), {"id": blok.definition_prefix})
    assert antwoord.status_code == 200
    pagina = BeautifulSoup(antwoord.content, "html.parser")
    inhoud = pagina.body.get_text(strip=True)
    assert inhoud or pagina.body.find(["img", "svg"]), "een leeg voorbeeld legt niets uit"
    assert pagina.html["lang"] == "nl"

"""The blocks of a text are in no migration: another label or help text is a change in one place."""

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils.translation import override
from wagtail.blocks import Block
from wagtail.fields import StreamField

from core.stroom import StroomField
from home.models import HomePage
from kernpagina.models import KernagendaPage, KernPage
from projecten.models import ProjectPage

from .test_layers import layers

# A migration of wagtail-localize asks the database something as soon as it is read.
pytestmark = pytest.mark.django_db


def veranderingen() -> dict:
    """The migrations that Django would make now, by app; it writes down names in no language."""
    with override(None):
        lader = MigrationLoader(None)
        nu = ProjectState.from_apps(apps)
        return MigrationAutodetector(lader.project_state(), nu).changes(graph=lader.graph)


def geschreven(blok: Block) -> str:
    """What Wagtail's own field would write down of a block."""
    return repr(blok.deconstruct())


@pytest.mark.parametrize(
    ("model", "veld", "weg"),
    [
        (HomePage, "inhoud", ["kop", "tekst"]),
        (KernPage, "inhoud", ["agenda", "titel"]),
        (ProjectPage, "inhoud", ["bijlagen"]),
        (KernagendaPage, "onderdelen", ["thema", "punten"]),
    ],
)
def test_another_label_in_a_block_is_no_migration(monkeypatch, model, veld, weg) -> None:
    blok = model._meta.get_field(veld).stream_block
    for naam in weg:
        blok = blok.child_blocks[naam]
    was = geschreven(blok)
    monkeypatch.setitem(blok._constructor_args[1], "label", "Heel anders")
    monkeypatch.setitem(blok._constructor_args[1], "help_text", "Met andere uitleg.")
    assert geschreven(blok) != was
    assert veranderingen() == {}


def test_another_field_is_one(monkeypatch) -> None:
    """The other way round: the test above would be worth nothing if nothing were found."""
    monkeypatch.setattr(HomePage._meta.get_field("inhoud"), "null", True)
    assert set(veranderingen()) == {"home"}


def test_every_text_of_blocks_is_kept_so() -> None:
    velden = [
        veld
        for app in layers()
        if apps.is_installed(app)
        for model in apps.get_app_config(app).get_models()
        for veld in model._meta.local_fields
        if isinstance(veld, StreamField)
    ]
    assert len(velden) >= 7
    assert [veld for veld in velden if not isinstance(veld, StroomField)] == []

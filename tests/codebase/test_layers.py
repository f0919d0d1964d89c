"""Relations between models point down the layers too: a string reference escapes import-linter."""

import re
import tomllib
from pathlib import Path

from django.apps import apps
from django.db.models import Field, Model

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


def layers() -> dict[str, int]:
    """Our apps with their height, read from the contract that import-linter holds: core is 0."""
    contracts = tomllib.loads(PYPROJECT.read_text())["tool"]["importlinter"]["contracts"]
    contract = next(contract for contract in contracts if contract["type"] == "layers")
    return {
        app.strip(): height
        for height, layer in enumerate(reversed(contract["layers"]))
        for app in layer.split("|")
    }


def relations() -> list[tuple[type[Model], Field]]:
    """Every relation that a model of ours declares, those of made-up through models included."""
    return [
        (model, field)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in layers()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
    ]


def test_every_app_has_its_layer():
    root = PYPROJECT.parent
    ours = {config.label for config in apps.get_app_configs() if Path(config.path).parent == root}
    assert ours
    assert ours <= set(layers()), "give each new app its place in pyproject.toml, [tool.importlinter]"


def test_relations_point_down():
    heights = layers()
    assert relations()
    upward = [
        f"{field} points up, at {target}"
        for model, field in relations()
        if (target := field.related_model._meta.app_label) in heights
        and target != model._meta.app_label
        and heights[target] >= heights[model._meta.app_label]
    ]
    assert upward == []


def test_handlers_are_connected_by_their_own_app():
    """Apps act in their order: what writes at a signal comes before what counts it. An import from elsewhere connects
    handlers sooner."""
    noemt = re.compile(rf"^\s*(?:from|import) (?:\.|{'|'.join(layers())}).*_handlers\b", re.MULTILINE)
    modules = [path for app in layers() for path in (PYPROJECT.parent / app).rglob("*.py")]
    gevonden = {path for path in modules if noemt.search(path.read_text())}
    assert gevonden
    assert {path.name for path in gevonden} == {"apps.py"}, gevonden

"""A new version is put live while the old one still serves: its migrations leave alone what that one reads and writes.

What has to change goes in two versions: first a column that may be empty and code that fills it, a version later the
rest. What can't wait is named in MET_STILSTAND: then the site is off while it is put live, and CHANGELOG.md says so.
"""

import re
from collections.abc import Iterator

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState

from .test_layers import layers

# By `app.migration`; each with why.
MET_STILSTAND = {
    "core.0005_toegankelijkheidsverklaring": "before anybody was live",
    "home.0002_rol_van_informatiepagina": "before anybody was live",
    "kernpagina.0002_initial": "before anybody was live: the second half of the first",
}
LEEST = (migrations.RemoveField, migrations.DeleteModel, migrations.RenameField, migrations.RenameModel)
VARCHAR = re.compile(r"varchar\((\d+)\)")


def bezwaren(app: str, stap: migrations.Migration, voor: ProjectState) -> Iterator[str]:
    """What of this migration the version before it can't live with; `voor` is the state before it, and after it then."""
    bestond = set(voor.models)
    for wat in stap.operations:
        vorig = {sleutel: staat.clone() for sleutel, staat in voor.models.items() if sleutel[0] == app}
        wat.state_forwards(app, voor)
        naam = getattr(wat, "model_name", None) or getattr(wat, "name", "")
        if (app, naam.lower()) in bestond and (bezwaar := _bezwaar(wat, app, vorig)):
            yield f"{app}.{stap.name}: {wat.describe()}: {bezwaar}"


def _bezwaar(wat, app: str, vorig: dict[tuple[str, str], ModelState]) -> str:
    if isinstance(wat, (*LEEST, migrations.AlterModelTable)):
        return "the old version still reads it"
    if isinstance(wat, migrations.AddField):
        return (
            "" if _mag_ontbreken(wat.field) else "the old version writes rows without it: null or db_default"
        )
    if isinstance(wat, migrations.AlterField):
        return _bezwaar_wijziging(vorig[app, wat.model_name_lower].fields[wat.name], wat.field)
    if isinstance(wat, migrations.AddConstraint | migrations.AlterUniqueTogether):
        return "the old version may write what it refuses"
    return ""


def _mag_ontbreken(veld: models.Field) -> bool:
    return veld.many_to_many or veld.null or veld.has_db_default()


def _bezwaar_wijziging(oud: models.Field, nieuw: models.Field) -> str:
    if oud.null and not _mag_ontbreken(nieuw):
        return "the old version leaves it empty"
    if nieuw.unique and not oud.unique:
        return "the old version may write what it refuses"
    if oud.is_relation or nieuw.is_relation:
        return "" if oud.is_relation and nieuw.is_relation else "the old version writes something else in it"
    vorige, nu = oud.db_type(connection), nieuw.db_type(connection)
    return "" if vorige == nu or _is_ruimer(vorige, nu) else f"from {vorige} to {nu}"


def _is_ruimer(vorige: str, nu: str) -> bool:
    lengten = [VARCHAR.fullmatch(soort) for soort in (vorige, nu)]
    if all(lengten):
        return int(lengten[0][1]) <= int(lengten[1][1])
    return bool(lengten[0]) and nu == "text"


def test_the_old_version_lives_with_every_migration(db):
    lader = MigrationLoader(None, ignore_no_migrations=True)
    staat, gevonden = ProjectState(), {}
    for app, naam in lader.graph._generate_plan(lader.graph.leaf_nodes(), at_end=True):
        stap = lader.graph.nodes[app, naam]
        if app in layers():
            gevonden[f"{app}.{naam}"] = list(bezwaren(app, stap, staat))
        else:
            stap.mutate_state(staat, preserve=False)
    assert gevonden
    nieuw = [zin for naam, zinnen in gevonden.items() if naam not in MET_STILSTAND for zin in zinnen]
    assert nieuw == [], "in two versions, or in MET_STILSTAND"
    voor_niets = [naam for naam in MET_STILSTAND if not gevonden.get(naam)]
    assert voor_niets == [], "these can do without"


KERN = [("id", models.BigAutoField(primary_key=True)), ("naam", models.CharField(max_length=50)), ("leeg", models.IntegerField(null=True))]  # fmt: skip
MAG = [
    migrations.AddField("Kern", "x", models.IntegerField(null=True)),
    migrations.AddField("Kern", "x", models.IntegerField(db_default=0)),
    migrations.AlterField("Kern", "naam", models.CharField(max_length=80, verbose_name="naam")),
    migrations.AlterField("Kern", "naam", models.TextField()),
    migrations.CreateModel("Nieuw", [("id", models.BigAutoField(primary_key=True))]),
]
MAG_NIET = [
    migrations.AddField("Kern", "x", models.IntegerField(default=0)),
    migrations.RemoveField("Kern", "naam"),
    migrations.RenameField("Kern", "naam", "titel"),
    migrations.RenameModel("Kern", "Dorp"),
    migrations.DeleteModel("Kern"),
    migrations.AlterField("Kern", "naam", models.CharField(max_length=20)),
    migrations.AlterField("Kern", "naam", models.IntegerField()),
    migrations.AlterField("Kern", "leeg", models.IntegerField()),
    migrations.AlterField("Kern", "naam", models.CharField(max_length=50, unique=True)),
    migrations.AddConstraint("Kern", models.UniqueConstraint(fields=["naam"], name="een")),
]


@pytest.mark.parametrize(("wat", "mag"), [(wat, True) for wat in MAG] + [(wat, False) for wat in MAG_NIET])
def test_what_is_objected_to(wat, mag):
    staat = ProjectState()
    migrations.CreateModel("Kern", KERN).state_forwards("proef", staat)
    stap = migrations.Migration("0002_proef", "proef")
    stap.operations = [wat]
    assert bool(list(bezwaren("proef", stap, staat))) == (not mag)

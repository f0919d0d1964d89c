"""What we keep about people is said: no field that holds or points at a person without a `Verwerking`."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from core.models import User
from core.privacy import verwerkingen
from inwoners.models import Adres, Inwoner

MENSEN = (User, Adres, Inwoner)
# In the name of a field, one of these words says that it may hold a person.
WOORDEN = (
    "naam|namen|name|voornaam|achternaam|email|mail|adres|address|telefoon|phone|contact|door|wie|user|username|auteur|author|"
    "schrijver|afzender|melder|trekker|makelaar|organisator|net|ip|avatar|owner|geboren|handtekening"
)
NAAM = re.compile(rf"(?:^|_)(?:{WOORDEN})(?:_|$)")
# Fields whose names say so, and that hold no person.
GEEN_MENS = {
    "berichten.Bijlage.naam": "of a file; declared with all of the mail anyway",
    "account.EmailAddress.user": "not used: the address stands with the account",
    "account.EmailAddress.email": "not used",
    "core.Thema.name": "of a theme",
    "kernpagina.AgendaItemPage.adres": "of a hall",
    "kernpagina.KernPage.ontmoetingsplek_naam": "of a hall",
    "kernpagina.KernPage.ontmoetingsplek_adres": "of a hall",
    "kernpagina.OproepPage.voor_wie": "a group of people, such as parents",
    "machinekamer.Hartslag.naam": "of a process",
    "volgen.Kanaal.naam": "of another site",
    "volgen.Kanaal.voorbeeld_adres": "of another site",
    "wagtailembeds.Embed.author_name": "not used: nothing is embedded",
    "wagtailembeds.Embed.provider_name": "not used",
    "wagtailcore.Site.site_name": "of the site",
    "wagtailcore.Collection.name": "of a collection",
    "wagtailcore.Workflow.name": "of a workflow",
    "wagtailcore.Task.name": "of a step",
    "socialaccount.SocialApp.name": "not used: the server stands in the settings",
    "taggit.Tag.name": "of a tag",
    "wagtail_localize.StringTranslation.tool_name": "of a program",
    "auth.Permission.name": "of a permission",
    "auth.Group.name": "of a group",
    "django_tasks_database.DBTaskResult.queue_name": "of a queue",
    "django_tasks_database.DBTaskResult.backend_name": "of a backend",
}
GEZEGD = {veld for verwerking in verwerkingen() for veld in verwerking.velden}


def eigen_velden() -> dict[str, models.Field]:
    """Every field of every model, where it is declared, by its full name."""
    return {
        f"{model._meta.label}.{veld.name}": veld
        for model in apps.get_models(include_auto_created=True)
        for veld in [*model._meta.local_fields, *model._meta.local_many_to_many]
    }


def wijst_naar_een_mens(veld: models.Field) -> bool:
    return veld.is_relation and veld.related_model in MENSEN


def kan_een_mens_zijn(veld: models.Field) -> bool:
    """Whether this field may hold somebody: by what it points at, its kind, its name; or, beside a relation to a
    resident, any text that is free.
    """
    if wijst_naar_een_mens(veld) or isinstance(veld, models.EmailField | models.GenericIPAddressField):
        return True
    tekst = isinstance(veld, models.CharField | models.TextField | models.JSONField | models.FileField)
    if not tekst or getattr(veld, "choices", None):
        return False
    van_een_inwoner = any(
        ander.is_relation and ander.related_model in (Adres, Inwoner)
        for ander in veld.model._meta.local_fields
    )
    return van_een_inwoner or veld.model in MENSEN or bool(NAAM.search(veld.name))


def is_gezegd(naam: str) -> bool:
    return naam in GEZEGD or naam.rpartition(".")[0] in GEZEGD


def test_every_field_that_may_hold_a_person_has_a_verwerking():
    vergeten = {
        naam
        for naam, veld in eigen_velden().items()
        if kan_een_mens_zijn(veld) and not is_gezegd(naam) and naam not in GEEN_MENS
    }
    assert vergeten == set(), "Say what is done with these, in <app>/verwerkingen.py."


def test_nothing_is_said_of_what_is_not_there():
    velden = eigen_velden()
    modellen = {naam.rpartition(".")[0] for naam in velden}
    assert {naam for naam in GEZEGD if naam not in velden and naam not in modellen} == set()
    assert {naam for naam in GEEN_MENS if naam not in velden} == set()


@pytest.mark.parametrize(
    ("model", "velden"),
    [("Proef", {"inwoner": models.ForeignKey(Inwoner, models.CASCADE), "woorden": models.TextField()})],
)
def test_the_test_sees_a_new_field(model, velden):
    """A resident who isn't mentioned is found, and what they said beside it."""
    meta = type("Meta", (), {"app_label": "inwoners", "managed": False})
    proef = type(model, (models.Model,), {**velden, "Meta": meta, "__module__": __name__})
    try:
        assert all(kan_een_mens_zijn(proef._meta.get_field(naam)) for naam in velden)
        assert not any(is_gezegd(f"inwoners.{model}.{naam}") for naam in velden)
    finally:
        del apps.all_models["inwoners"][model.lower()]
        apps.clear_cache()


@pytest.mark.parametrize("verwerking", verwerkingen(), ids=lambda verwerking: str(verwerking.doel))
def test_a_verwerking_says_it_all(verwerking):
    for naam in ("doel", "grondslag", "wie", "gegevens", "ontvangers", "bewaren", "wissen"):
        assert str(getattr(verwerking, naam)), naam
    assert verwerking.velden


def test_apps_of_ours_with_people_have_a_list():
    met = {naam.partition(".")[0] for naam in GEZEGD}
    assert {"core", "berichten", "inwoners", "kernpagina", "projecten", "werkplek"} <= met
    assert met <= {app.label for app in apps.get_app_configs()}
    assert "core.User" in GEZEGD
    assert settings.AUTH_USER_MODEL == "core.User"

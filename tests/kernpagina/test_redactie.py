"""A village's desk: made once, and mended when somebody broke it by accident."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowPage,
)

from kernpagina.keuzes import Uitrolfase
from kernpagina.models import KernPage
from kernpagina.redactie import (
    groepsnaam,
    kernen_van,
    redactiegroep,
    zorg_voor_communicatie,
    zorg_voor_redactie,
)
from tests import factories


@pytest.fixture
def redactie(beesd):
    zorg_voor_communicatie()
    zorg_voor_redactie(beesd)
    return redactiegroep(beesd)


def rechten(groep: Group) -> set[tuple[str, str]]:
    return set(
        GroupPagePermission.objects.filter(group=groep).values_list("page__title", "permission__codename")
    )


def test_may_write_in_its_own_kern_and_never_publish(beesd, redactie):
    assert rechten(redactie) == {("Beesd", "add_page"), ("Beesd", "change_page")}
    assert beesd.get_workflow().name == "Goedkeuring"
    verzamelingen = GroupCollectionPermission.objects.filter(group=redactie, permission__codename="add_image")
    assert [rij.collection.name for rij in verzamelingen] == ["Beesd"]


def test_run_again_it_does_nothing(beesd, redactie):
    assert zorg_voor_communicatie() == []
    assert zorg_voor_redactie(beesd) == []


def test_wagtails_own_groups_and_workflow_are_gone(redactie):
    assert not Group.objects.filter(name__in=("Editors", "Moderators")).exists()
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Goedkeuring"]
    assert [taak.name for taak in Task.objects.all()] == ["Goedkeuring"]


def test_mends_what_was_changed_and_says_so(beesd, redactie):
    GroupPagePermission.objects.create(
        group=redactie, page=beesd, permission=Permission.objects.get(codename="publish_page")
    )
    GroupCollectionPermission.objects.filter(group=redactie).delete()
    redactie.permissions.clear()
    Collection.objects.get(name="Beesd").delete()
    ander = Workflow.objects.create(name="Iets anders")
    WorkflowPage.objects.create(page=beesd, workflow=ander)
    gedaan = " ".join([*zorg_voor_redactie(beesd), *zorg_voor_communicatie()])
    for woord in (
        "Rechten op pagina's",
        "foto's en documenten",
        "beheeromgeving",
        "Verzameling Beesd",
        "workflow",
    ):
        assert woord in gedaan
    assert rechten(redactie) == {("Beesd", "add_page"), ("Beesd", "change_page")}
    assert KernPage.objects.get(pk=beesd.pk).get_workflow().name == "Goedkeuring"
    assert zorg_voor_redactie(beesd) == zorg_voor_communicatie() == []


def test_a_renamed_kern_keeps_its_editors(beesd, redactie):
    user = factories.UserFactory()
    user.groups.add(redactie)
    beesd.title = "Beesd aan de Linge"
    factories.publiceer(beesd)
    beesd = KernPage.objects.get(pk=beesd.pk)
    assert zorg_voor_redactie(beesd)
    redactie.refresh_from_db()
    assert redactie.name == groepsnaam(beesd) == "Redactie Beesd aan de Linge"
    assert list(kernen_van(user)) == [beesd]


def test_a_renamed_group_is_still_the_desk(beesd, redactie):
    redactie.name = "Dorpsraad"
    redactie.save()
    assert zorg_voor_redactie(beesd) == ["Groep Dorpsraad heet nu Redactie Beesd."]
    assert redactiegroep(beesd) == redactie


def test_a_copied_kern_gets_its_own_desk(home, beesd, redactie, beheer: Client):
    beheer.post(
        reverse("wagtailadmin_pages:copy", args=[beesd.pk]),
        {"new_title": "Rumpt", "new_slug": "rumpt", "new_parent_page": home.pk},
    )
    rumpt = KernPage.objects.get(title="Rumpt")
    assert redactiegroep(rumpt).name == "Redactie Rumpt"
    assert redactiegroep(beesd) == redactie


def test_a_kern_made_in_the_admin_gets_its_desk(home, redactie, beheer: Client):
    antwoord = beheer.post(
        reverse("wagtailadmin_pages:add", args=["kernpagina", "kernpage", home.pk]),
        {
            "title": "Acquoy",
            "slug": "acquoy",
            "intro": "Een dorp aan de Linge.",
            "type": "dorp",
            "uitrolfase": Uitrolfase.NOG_NIET,
            "inhoud-count": "0",
            "inwonersgroepen-TOTAL_FORMS": "0",
            "inwonersgroepen-INITIAL_FORMS": "0",
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
        },
    )
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    kern = KernPage.objects.get(title="Acquoy")
    assert not kern.live
    assert redactiegroep(kern).name == "Redactie Acquoy"
    assert Page.objects.get(pk=kern.pk).get_workflow().name == "Goedkeuring"


def test_a_very_long_name_still_has_a_group(beesd):
    beesd.title = "Beesd " + "a" * 249
    zorg_voor_redactie(beesd)
    assert redactiegroep(beesd).name.startswith("Redactie Beesd aaa")

"""The editorial desk of a village: its group, what that group may do, its collection, and the way to approval.

Everything here may be run again: it restores what was changed by accident, and returns in Dutch what it did.
"""

from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from core.goedkeuring.rollen import COMMUNICATIE
from core.models import GoedkeuringTask, User
from core.talen.taal import BRONTAAL, nummer_van
from kernpagina.kernen import kern_van
from kernpagina.models import KernPage

WORKFLOW = "Goedkeuring"
GEDEELD = "Voor alle kernen"
ZELF_MAKEN = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)
KIEZEN = ("choose_image", "choose_document")
# What everybody needs who works in the admin.
BEHEER_MAG = ("access_admin", "submit_translation")
REDACTIE_MAG = ("add_page", "change_page")
COMMUNICATIE_MAG = ("add_page", "bulk_delete_page", "change_page", "lock_page", "publish_page", "unlock_page")


@dataclass
class Verslag:
    """What was made or repaired, one sentence each. Empty: everything stood as it should."""

    regels: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.regels)

    def meld(self, regel: str) -> None:
        self.regels.append(regel)


def zorg_voor_redactie(kern: KernPage) -> list[str]:
    """Make or repair the desk of one kern: group, page permissions, collection, workflow."""
    verslag = Verslag()
    naam = groepsnaam(kern)
    groep = redactiegroep(kern)
    if groep is None:
        groep = Group.objects.create(name=naam)
        verslag.meld(f"Groep {naam} gemaakt.")
    elif groep.name != naam:
        verslag.meld(f"Groep {groep.name} heet nu {naam}.")
        groep.name = naam
        groep.save()
    verzameling = _verzameling(kern.title, verslag, oude_naam=_verzameling_van(groep))
    _gelijk_maken_beheer(groep, verslag)
    # In every language that the kern has.
    kern_in_talen = kern.get_translations(inclusive=True).values_list("pk", flat=True)
    _gelijk_maken_paginas(groep, dict.fromkeys(kern_in_talen, REDACTIE_MAG), verslag)
    _gelijk_maken_verzamelingen(
        groep, {verzameling.pk: ZELF_MAKEN, _verzameling(GEDEELD, verslag).pk: KIEZEN}, verslag
    )
    eigen_workflows = WorkflowPage.objects.filter(page__path__startswith=kern.path)
    if eigen_workflows.exists():
        eigen_workflows.delete()
        verslag.meld(f"Een andere workflow onder {kern.title} weggehaald.")
    return verslag.regels


def zorg_voor_communicatie() -> list[str]:
    """Make or repair the group Communicatie and the workflow of the whole tree; remove what Wagtail brings along."""
    verslag = Verslag()
    for over in Group.objects.filter(name__in=("Editors", "Moderators")):
        over.delete()
        verslag.meld(f"Wagtails groep {over.name} weggehaald.")
    groep, nieuw = Group.objects.get_or_create(name=COMMUNICATIE)
    if nieuw:
        verslag.meld(f"Groep {COMMUNICATIE} gemaakt.")
    wortel = Page.get_first_root_node()
    _gelijk_maken_beheer(groep, verslag)
    _gelijk_maken_paginas(groep, {wortel.pk: COMMUNICATIE_MAG}, verslag)
    _gelijk_maken_verzamelingen(groep, {Collection.get_first_root_node().pk: ZELF_MAKEN}, verslag)
    _workflow(groep, wortel, verslag)
    return verslag.regels


def groepsnaam(kern: KernPage) -> str:
    """Cut to what a group may be called: the title of a page may be longer."""
    return f"Redactie {kern.title}"[:150]


def redactiegroep(kern: KernPage) -> Group | None:
    """The group of this kern: by what it may edit, so that a renamed kern or group keeps its editors; else by name."""
    van_deze_kern = Group.objects.filter(page_permissions__page=kern).exclude(name=COMMUNICATIE).distinct()
    elders = GroupPagePermission.objects.exclude(page__in=kern.get_translations(inclusive=True))
    return (
        van_deze_kern.filter(name__startswith="Redactie ").first()
        or Group.objects.filter(name=groepsnaam(kern)).first()
        or van_deze_kern.exclude(pk__in=elders.values("group")).first()
    )


def redacteuren_van(pagina: Page) -> QuerySet[User]:
    """Who edits the pages of the kern that this one belongs to; nobody for what is of the municipality as a whole."""
    kern = kern_van(pagina)
    groep = redactiegroep(kern) if kern else None
    return User.objects.filter(groups=groep, is_active=True) if groep else User.objects.none()


def kernen_van(user) -> QuerySet[KernPage]:
    """The kernen whose pages this user edits as a member of their group. Read once for each user in memory: that is for
    one visit, and nearly every part of the desk asks."""
    if not hasattr(user, "_kernen"):
        user._kernen = (
            KernPage.objects.filter(
                group_permissions__group__user=user,
                group_permissions__group__name__startswith="Redactie ",
                locale=nummer_van(BRONTAAL),
            )
            .distinct()
            .order_by("title")
        )
    return user._kernen


def lijsten_van(kern: KernPage) -> list[Page]:
    """What stands directly below this kern, read once for a kern in memory: that of `kernen_van` is for one visit."""
    if "_lijsten" not in vars(kern):
        vars(kern)["_lijsten"] = list(kern.get_children())
    return vars(kern)["_lijsten"]


def _workflow(groep: Group, wortel: Page, verslag: Verslag) -> None:
    taak = GoedkeuringTask.objects.filter(name=WORKFLOW).first()
    if taak is None:
        taak = GoedkeuringTask.objects.create(name=WORKFLOW)
        verslag.meld("De stap Goedkeuring gemaakt.")
    if list(taak.groups.all()) != [groep]:
        taak.groups.set([groep])
        verslag.meld(f"De stap Goedkeuring is van {groep.name}.")
    workflow, nieuw = Workflow.objects.get_or_create(name=WORKFLOW)
    if nieuw:
        verslag.meld("De workflow Goedkeuring gemaakt.")
    for ding in (taak, workflow):
        if not ding.active:
            ding.active = True
            ding.save()
            verslag.meld(f"{ding} weer aangezet.")
    if [stap.task_id for stap in WorkflowTask.objects.filter(workflow=workflow)] != [taak.pk]:
        WorkflowTask.objects.filter(workflow=workflow).delete()
        WorkflowTask.objects.create(workflow=workflow, task=taak, sort_order=0)
        verslag.meld("De workflow Goedkeuring heeft weer één stap.")
    for over in Workflow.objects.exclude(pk=workflow.pk):
        naam = over.name
        stappen = list(over.tasks)
        over.delete()
        for stap in stappen:
            if not stap.workflows.exists():
                stap.delete()
        verslag.meld(f"Workflow {naam} weggehaald.")
    if not WorkflowPage.objects.filter(page=wortel, workflow=workflow).exists():
        WorkflowPage.objects.update_or_create(page=wortel, defaults={"workflow": workflow})
        verslag.meld("De workflow Goedkeuring geldt voor alle pagina's.")


def _verzameling(naam: str, verslag: Verslag, oude_naam: Collection | None = None) -> Collection:
    wortel = Collection.get_first_root_node()
    verzameling = oude_naam or wortel.get_children().filter(name=naam).first()
    if verzameling is None:
        verzameling = wortel.add_child(name=naam)
        verslag.meld(f"Verzameling {naam} gemaakt.")
    elif verzameling.name != naam:
        verslag.meld(f"Verzameling {verzameling.name} heet nu {naam}.")
        verzameling.name = naam
        verzameling.save()
    return verzameling


def _verzameling_van(groep: Group) -> Collection | None:
    """The collection that this group may fill."""
    recht = GroupCollectionPermission.objects.filter(group=groep, permission__codename="add_image").first()
    return recht.collection if recht and recht.collection.depth > 1 else None


def _gelijk_maken_beheer(groep: Group, verslag: Verslag) -> None:
    nodig = Permission.objects.filter(
        codename__in=BEHEER_MAG, content_type__app_label__in=("wagtailadmin", "wagtail_localize")
    )
    # Other permissions of the group itself, such as spoedpublicatie, were given by someone with a reason.
    if groep.permissions.filter(pk__in=nodig).count() < len(nodig):
        groep.permissions.add(*nodig)
        verslag.meld(f"{groep.name} mag weer in de beheeromgeving.")


def _gelijk_maken_paginas(groep: Group, gewenst: dict[int, tuple[str, ...]], verslag: Verslag) -> None:
    rechten = Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page")
    moet = {(pk, recht.pk) for pk, namen in gewenst.items() for recht in rechten.filter(codename__in=namen)}
    heeft = {(rij.page_id, rij.permission_id): rij for rij in GroupPagePermission.objects.filter(group=groep)}
    for sleutel in moet - heeft.keys():
        GroupPagePermission.objects.create(group=groep, page_id=sleutel[0], permission_id=sleutel[1])
    for sleutel in heeft.keys() - moet:
        heeft[sleutel].delete()
    if moet != heeft.keys():
        verslag.meld(f"Rechten op pagina's van {groep.name} hersteld.")


def _gelijk_maken_verzamelingen(groep: Group, gewenst: dict[int, tuple[str, ...]], verslag: Verslag) -> None:
    rechten = Permission.objects.filter(content_type__app_label__in=("wagtailimages", "wagtaildocs"))
    moet = {(pk, recht.pk) for pk, namen in gewenst.items() for recht in rechten.filter(codename__in=namen)}
    heeft = {
        (rij.collection_id, rij.permission_id): rij
        for rij in GroupCollectionPermission.objects.filter(group=groep)
    }
    for sleutel in moet - heeft.keys():
        GroupCollectionPermission.objects.create(
            group=groep, collection_id=sleutel[0], permission_id=sleutel[1]
        )
    for sleutel in heeft.keys() - moet:
        heeft[sleutel].delete()
    if moet != heeft.keys():
        verslag.meld(f"Rechten op foto's en documenten van {groep.name} hersteld.")

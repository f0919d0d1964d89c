"""Two villages with their desks, and the people who work there: what the tests of the four-eyes rule stand on."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page, Site

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import User
from home.models import HomePage
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepenPage
from kernpagina.redactie import groepsnaam, zorg_voor_communicatie, zorg_voor_redactie
from projecten.models import ProjectenPage

WACHTWOORD = "bloei-test"


@dataclass
class Dorp:
    home: HomePage
    beesd: KernPage
    heukelum: KernPage
    agenda: AgendaPage
    agenda_heukelum: AgendaPage
    gebruikers: dict[str, User] = field(default_factory=dict)


def maak_dorp() -> Dorp:
    with zonder_goedkeuring("tests"):
        zorg_voor_communicatie()
        wortel = Page.get_first_root_node()
        for oud in wortel.get_children():
            oud.delete()
        wortel = Page.objects.get(pk=wortel.pk)
        home = wortel.add_child(instance=HomePage(title="Bloei!", slug="home", intro="Welkom"))
        Site.objects.all().delete()
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
        kernen = []
        for naam in ("Beesd", "Heukelum"):
            kern = home.add_child(instance=KernPage(title=naam, slug=naam.lower(), intro=f"Over {naam}"))
            kern.add_child(instance=KernagendaPage(title="Kernagenda", slug="kernagenda"))
            kern.add_child(instance=AgendaPage(title="Agenda", slug="agenda"))
            kern.add_child(instance=ProjectenPage(title="Projecten", slug="projecten"))
            kern.add_child(instance=OproepenPage(title="Meedoen", slug="meedoen"))
            zorg_voor_redactie(kern)
            kernen.append(kern)
    dorp = Dorp(
        home,
        *kernen,
        agenda=AgendaPage.objects.child_of(kernen[0]).get(),
        agenda_heukelum=AgendaPage.objects.child_of(kernen[1]).get(),
    )
    with zonder_goedkeuring("tests"):
        _maak_mensen(dorp)
    return dorp


def _maak_mensen(dorp: Dorp) -> None:
    for naam, groep in (
        ("redactie-beesd", groepsnaam(dorp.beesd)),
        ("redactie-beesd-2", groepsnaam(dorp.beesd)),
        ("redactie-heukelum", groepsnaam(dorp.heukelum)),
        ("communicatie", "Communicatie"),
        ("communicatie-2", "Communicatie"),
        ("beheer", None),
    ):
        user = User.objects.create_user(naam, email=f"{naam}@example.nl", password=WACHTWOORD)
        user.is_superuser = naam == "beheer"
        user.save()
        if groep:
            user.groups.add(Group.objects.get(name=groep))
        dorp.gebruikers[naam] = user


def agenda_item(ouder: AgendaPage, titel: str, *, live: bool, eigenaar=None, **velden) -> AgendaItemPage:
    """An agenda-item in a month, live or draft, put there by set-up."""
    # As a form would send it: without seconds.
    velden = {"begin": timezone.now().replace(second=0, microsecond=0) + timedelta(days=30), **velden}
    with zonder_goedkeuring("tests"):
        item = ouder.add_child(
            instance=AgendaItemPage(
                title=titel,
                live=False,
                owner=eigenaar,
                has_unpublished_changes=True,
                locatie="Dorpshuis",
                **velden,
            )
        )
        versie = item.save_revision(user=eigenaar)
        if live:
            versie.publish()
    return AgendaItemPage.objects.get(pk=item.pk)


def dien_in(pagina, user, **wijzigingen):
    """Change, save and submit a page as this user; return the revision and what waits."""
    pagina = pagina.get_latest_revision_as_object()
    for naam, waarde in wijzigingen.items():
        setattr(pagina, naam, waarde)
    versie = pagina.save_revision(user=user)
    staat = pagina.get_workflow().start(pagina, user)
    return versie, staat.current_task_state.specific


def keur_goed(wacht, user):
    wacht.task.specific.on_action(wacht, user, "approve")

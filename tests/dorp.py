"""The one way to build a village in the tests, with the desks and the people of two for the four-eyes rule."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from core.models import User
from home.models import HomePage
from kernpagina.models import AgendaItemPage, AgendaPage, KernPage
from kernpagina.redactie import groepsnaam, zorg_voor_communicatie, zorg_voor_redactie
from tests import factories

WACHTWOORD = factories.WACHTWOORD


@dataclass
class Dorp:
    home: HomePage
    beesd: KernPage
    heukelum: KernPage
    agenda: AgendaPage
    agenda_heukelum: AgendaPage
    gebruikers: dict[str, User] = field(default_factory=dict)


def maak_site(*namen: str) -> HomePage:
    """The front page with these villages, at / of the default site, in the place of Wagtail's page of welcome."""
    with factories.opzetten():
        Page.objects.child_of(factories.wortel()).delete()
    home = factories.HomePageFactory(parent=factories.wortel(), slug="bloei")
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": "Bloei!"},
    )
    for naam in namen:
        factories.KernPageFactory(parent=home, title=naam)
    return home


def maak_dorp() -> Dorp:
    home = maak_site("Beesd", "Heukelum")
    kernen = list(KernPage.objects.child_of(home))
    dorp = Dorp(home, *kernen, *(factories.lijst_van(kern, AgendaPage) for kern in kernen))
    with factories.opzetten():
        zorg_voor_communicatie()
        for kern in kernen:
            zorg_voor_redactie(kern)
        _maak_mensen(dorp)
    return dorp


def maak_dorp_in_drie_talen() -> Dorp:
    for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    return maak_dorp()


def _maak_mensen(dorp: Dorp) -> None:
    for naam, groep in (
        ("redactie-beesd", groepsnaam(dorp.beesd)),
        ("redactie-beesd-2", groepsnaam(dorp.beesd)),
        ("redactie-heukelum", groepsnaam(dorp.heukelum)),
        ("communicatie", "Communicatie"),
        ("communicatie-2", "Communicatie"),
        ("beheer", None),
    ):
        user = factories.UserFactory(username=naam, email=f"{naam}@example.nl", is_superuser=naam == "beheer")
        if groep:
            user.groups.add(Group.objects.get(name=groep))
        dorp.gebruikers[naam] = user


def agenda_item(ouder: AgendaPage, titel: str, *, live: bool, eigenaar=None, **velden) -> AgendaItemPage:
    """An agenda-item in a month, live or draft, put there by set-up."""
    # As a form would send it: without seconds.
    velden = {"begin": timezone.now().replace(second=0, microsecond=0) + timedelta(days=30), **velden}
    with factories.opzetten():
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

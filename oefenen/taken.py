"""Five things to do first, ticked by what somebody really did: each is a question to the database.

What a volunteer meets in a month (docs/begrippen.md): a meeting on the agenda, the kernagenda, a picture, a call, and a page
that came back.
"""

import itertools
from datetime import datetime
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Page, Revision, TaskState, WorkflowState

from core.models import BloeiImage, User
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepenPage, OproepPage

MEESTE_VERSIES = 100  # of one day, by all who practise


class Taak(NamedTuple):
    titel: str
    uitleg: str
    adres: str
    knop: str
    gedaan: bool


def eerste_taken(user: User, kern: KernPage, sinds: datetime) -> list[Taak]:
    """The five of this person in this kern; `sinds` is when the practice site began."""
    kernagenda = KernagendaPage.objects.child_of(kern).get()
    return [
        Taak(
            "Zet een bijeenkomst op de agenda",
            "Vul in wat, waar en wanneer, en dien de pagina in.",
            _nieuw(kern, AgendaPage, AgendaItemPage),
            "Nieuwe bijeenkomst",
            _diende_in(user, AgendaItemPage, sinds),
        ),
        Taak(
            "Werk een punt van de kernagenda bij",
            "Is iets klaar, of is er een plan? Verander de status van een punt en bewaar de kernagenda.",
            reverse("wagtailadmin_pages:edit", args=[kernagenda.pk]),
            "Kernagenda openen",
            _wijzigde_punten(user, kernagenda, sinds),
        ),
        Taak(
            "Voeg een foto toe, met een beschrijving",
            "Schrijf erbij wat er te zien is, voor wie de foto niet ziet.",
            reverse("wagtailimages:add"),
            "Foto toevoegen",
            BloeiImage.objects.filter(uploaded_by_user=user, created_at__gte=sinds)
            .exclude(alt_tekst="")
            .exists(),
        ),
        Taak(
            "Vraag je dorp iets",
            "Maak een oproep: wat wil je weten, en tot wanneer kan iemand meedoen? Dien hem in.",
            _nieuw(kern, OproepenPage, OproepPage),
            "Nieuwe oproep",
            _diende_in(user, OproepPage, sinds),
        ),
        Taak(
            "Maak een pagina af die terugkwam",
            "Communicatie vroeg je iets. Pas de pagina aan en dien haar opnieuw in.",
            _teruggestuurd(user),
            "Pagina openen",
            _diende_opnieuw_in(user, sinds),
        ),
    ]


def _nieuw(kern: KernPage, lijst: type[Page], soort: type[Page]) -> str:
    ouder = lijst.objects.child_of(kern).get()
    return reverse("wagtailadmin_pages:add", args=[soort._meta.app_label, soort._meta.model_name, ouder.pk])


def _staten(user: User, soort: type[Page] = Page):
    staten = WorkflowState.objects.filter(requested_by=user)
    if soort is Page:
        return staten
    return staten.filter(content_type=ContentType.objects.get_for_model(soort))


def _diende_in(user: User, soort: type[Page], sinds: datetime) -> bool:
    return _staten(user, soort).filter(created_at__gte=sinds).exists()


def _diende_opnieuw_in(user: User, sinds: datetime) -> bool:
    """What communications sent back, waits or is approved again."""
    terug = _staten(user).filter(
        task_states__status=TaskState.STATUS_REJECTED,
        status__in=(WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_APPROVED),
    )
    return TaskState.objects.filter(workflow_state__in=terug, started_at__gte=sinds).exists()


def _teruggestuurd(user: User) -> str:
    """The address of the page that came back; of the front page when there is none any more."""
    staat = _staten(user).filter(status=WorkflowState.STATUS_NEEDS_CHANGES).order_by("pk").first()
    return (
        reverse("wagtailadmin_pages:edit", args=[staat.object_id]) if staat else reverse("wagtailadmin_home")
    )


def _wijzigde_punten(user: User, kernagenda: KernagendaPage, sinds: datetime) -> bool:
    """Whether a version that this person wrote has other points than the one before it."""
    versies = list(Revision.objects.for_instance(kernagenda).order_by("-pk")[:MEESTE_VERSIES])
    return any(
        nieuw.user_id == user.pk and nieuw.created_at >= sinds and _punten(nieuw) != _punten(oud)
        for nieuw, oud in itertools.pairwise(versies)
    )


def _punten(versie: Revision) -> object:
    return versie.content.get("onderdelen")

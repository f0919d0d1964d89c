"""In the site itself, ours or the stock one: people who may publish, and pages of which a change waits for them."""

import json
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, WorkflowState

GEWIJZIGD = "Gewijzigd"


def zet_klaar(bestand: str, editors: int, aantal: int, *, wie: Group, paginas: QuerySet) -> None:
    """Write down the cookies of so many people of this group, and so many publications that each of them may do."""
    gebruikers = get_user_model().objects
    schrijver = gebruikers.get_or_create(username="meting-schrijver")[0]
    # What an earlier run left waiting was prepared for people who are here no more.
    for staat in WorkflowState.objects.filter(
        requested_by=schrijver, status=WorkflowState.STATUS_IN_PROGRESS
    ):
        staat.cancel(user=schrijver)
    mensen = [gebruikers.get_or_create(username=f"meting-{n}")[0] for n in range(editors)]
    for mens in mensen:
        mens.groups.set([wie])
    klaar = [_publicatie(pagina, schrijver) for pagina in paginas[:aantal]]
    if len(klaar) < aantal:
        raise ValueError(f"Er zijn {aantal} pagina's nodig om te publiceren, en er zijn er {len(klaar)}.")
    Path(bestand).write_text(
        json.dumps({"koekjes": [_koekje(mens) for mens in mensen], "publicaties": klaar})
    )


def _publicatie(pagina: Page, schrijver: object) -> dict[str, str]:
    """What to send to put it online, and where to read that it is, by its new title."""
    titel = f"{GEWIJZIGD} {(pagina.latest_revision_id or 0) + 1}-{pagina.pk}"
    gewijzigd = pagina.get_latest_revision_as_object()
    gewijzigd.title = titel
    gewijzigd.save_revision(user=schrijver)
    wacht = gewijzigd.get_workflow().start(gewijzigd, schrijver).current_task_state
    return {
        "adres": reverse("wagtailadmin_pages:workflow_action", args=[pagina.pk, "approve", wacht.pk]),
        "nummer": str(pagina.pk),
        "titel": titel,
        "pagina": pagina.get_url_parts()[2],
    }


def _koekje(wie: object) -> str:
    client = Client()
    client.force_login(wie)
    return client.cookies[settings.SESSION_COOKIE_NAME].value

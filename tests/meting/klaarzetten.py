"""In the site itself: people who may publish, and pages of which a change waits for them."""

import json
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import WorkflowState

from core.goedkeuring.rollen import COMMUNICATIE
from core.models import User
from core.talen.taal import BRONTAAL, nummer_van
from kernpagina.models import AgendaItemPage
from kernpagina.redactie import zorg_voor_communicatie
from tests.dorp import dien_in

GEWIJZIGD = "Gewijzigd"


def zet_klaar(editors: int, publicaties: int, bestand: str) -> None:
    """Write down the cookies of so many people of Communicatie, and so many publications that each of them may do."""
    zorg_voor_communicatie()
    schrijver = User.objects.get_or_create(username="meting-schrijver")[0]
    # What an earlier run left waiting was prepared for people who are here no more.
    for staat in WorkflowState.objects.filter(
        requested_by=schrijver, status=WorkflowState.STATUS_IN_PROGRESS
    ):
        staat.cancel(user=schrijver)
    mensen = [User.objects.get_or_create(username=f"meting-{n}")[0] for n in range(editors)]
    for wie in mensen:
        wie.groups.set([Group.objects.get(name=COMMUNICATIE)])
    items = AgendaItemPage.objects.live().filter(locale=nummer_van(BRONTAAL)).order_by("-begin")
    klaar = [_publicatie(item, schrijver) for item in items[:publicaties]]
    Path(bestand).write_text(json.dumps({"koekjes": [_koekje(wie) for wie in mensen], "publicaties": klaar}))


def _publicatie(item: AgendaItemPage, schrijver: User) -> dict[str, str]:
    """What to send to put it online, and where to read that it is, by its new title."""
    titel = f"{GEWIJZIGD} {(item.latest_revision_id or 0) + 1}-{item.pk}"
    _, wacht = dien_in(item, schrijver, title=titel)
    return {
        "adres": reverse("wagtailadmin_pages:workflow_action", args=[item.pk, "approve", wacht.pk]),
        "titel": titel,
        "pagina": item.get_url_parts()[2],
        "api": f"/api/v1/agenda-items/{item.pk}",
    }


def _koekje(wie: User) -> str:
    client = Client()
    client.force_login(wie)
    return client.cookies[settings.SESSION_COOKIE_NAME].value

"""What was said at a meeting becomes the draft of its report, without typing it again."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.grendel import houd_paginas
from kernpagina.models import AgendaItemPage, Inbreng

BEWAREN = timedelta(days=365)


def als_tekst(rijen: Iterable[Inbreng]) -> str:
    """A list for each theme, in the order of the themes; what has none comes last. HTML as a report may have it."""
    per_thema: dict[str, list[Inbreng]] = {}
    gesorteerd = sorted(
        rijen, key=lambda rij: (rij.thema is None, rij.thema.volgorde if rij.thema else 0, rij.pk)
    )
    for rij in gesorteerd:
        per_thema.setdefault(str(rij.thema or "Verder"), []).append(rij)
    return "".join(_lijst(thema, delen) for thema, delen in per_thema.items())


def _lijst(thema: str, rijen: list[Inbreng]) -> SafeString:
    regels = format_html_join("", "<li>{}</li>", ((rij.tekst,) for rij in rijen))
    return format_html("<p><b>{}</b></p><ul>{}</ul>", thema, regels)


@transaction.atomic
def zet_in_verslag(item: AgendaItemPage, user) -> int:
    """Put what isn't there yet into a draft of the report, after what was written already; returns how many lines.

    Raises PermissionDenied, and KanNiet while the page stands still.
    """
    houd_paginas([item.pk])
    item = AgendaItemPage.objects.get(pk=item.pk)
    if not item.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if item.workflow_in_progress or item.approved_schedule:
        raise KanNiet(
            "Deze pagina ligt bij Communicatie. Open hem: daar lees je hoe je hem terugkrijgt. Dan kan de inbreng erin."
        )
    rijen = list(Inbreng.objects.van(item).nog_niet_in_verslag())
    if rijen:
        tekst = cast("AgendaItemPage", item.get_latest_revision_as_object())
        tekst.verslag += als_tekst(rijen)
        if not item.live:
            tekst.save(clean=False)
        tekst.save_revision(user=user, log_action=True, clean=False)
        Inbreng.objects.filter(pk__in=[rij.pk for rij in rijen]).update(in_verslag=True)
    return len(rijen)


def ruim_op(nu: datetime) -> None:
    """Forget what was said more than a year ago; the report has it."""
    Inbreng.objects.filter(item__begin__lt=nu - BEWAREN).delete()

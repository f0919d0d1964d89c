"""What somebody reads after deciding about a page, with the next one that waits under a button."""

import json

from django.http import HttpRequest
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from wagtail.admin import messages
from wagtail.models import Page, TaskState

from core.goedkeuring.besluiten import KanNiet, hoe_besloten, mag_goedkeuren
from core.models import GoedkeuringTaskState
from kernpagina.antwoorden import bezwaar_tegen_uitkomst, hoeveel_los
from kernpagina.models import OproepPage
from werkplek.overzicht import om_de_beurt
from werkplek.teruggestuurd import besluiten_over
from werkplek.volgorde import gekozen_volgorde

WAT_IS_ER = "Wat is er veranderd?"


def kan_niet(request: HttpRequest, pagina: Page, reden: KanNiet) -> None:
    """Why it can't be done; where reactions hold it up, with the way to couple them."""
    knoppen = []
    oproep = pagina.specific_deferred
    if isinstance(oproep, OproepPage):
        tekst = oproep.get_latest_revision_as_object()
        if hoeveel_los(tekst) and bezwaar_tegen_uitkomst(tekst) == str(reden):
            adres = reverse("werkplek:koppelen", args=[oproep.pk])
            knoppen.append(messages.button(adres, "Reacties koppelen"))
    messages.error(request, str(reden), buttons=knoppen)


def niet_besloten(request: HttpRequest, pagina: Page, zin: str, naam: str = "") -> None:
    """Why nothing was decided about this page, with its name and the way to what there is of it now."""
    titel = naam or pagina.get_admin_display_title()
    messages.warning(request, f"{titel}: {zin}", buttons=[_erheen(pagina)])


def toon_opmerking(request: HttpRequest, *paginas: int | str) -> None:
    """What was typed beside a decision that wasn't taken about all of these pages, to copy. A button that was pressed twice
    took it along the first time. Pages by their key.
    """
    opmerking = _getypte_opmerking(request)
    if not opmerking:
        return
    mee = [
        besluiten_over(str(pk)).filter(finished_by=request.user, comment=opmerking).exists() for pk in paginas
    ]
    if not (mee and all(mee)):
        inleiding = "Dit schreef je erbij. Kopieer het als je het nog nodig hebt:"
        tekst = format_html(
            '{}<blockquote class="werkplek-opmerking">{}</blockquote>', inleiding, linebreaksbr(opmerking)
        )
        messages.info(request, tekst)


def _getypte_opmerking(request: HttpRequest) -> str:
    """From the screen of one page, from that of several, or from the window over the form of a page."""
    for naam in ("comment", "opmerking"):
        if naam in request.POST:
            return request.POST[naam].strip()
    try:
        gegevens = json.loads(request.POST.get("workflow-action-extra-data", "{}"))
    except ValueError:
        return ""
    return str(gegevens.get("comment", "")).strip() if isinstance(gegevens, dict) else ""


def na_besluit(request: HttpRequest, wacht_pk: int) -> None:
    """Say what became of what waited, once somebody decided about it."""
    wacht = (
        GoedkeuringTaskState.objects.select_related("revision")
        .only("status", "workflow_state", "revision__object_str", "revision__approved_go_live_at")
        .get(pk=wacht_pk)
    )
    titel = wacht.revision.object_str
    if wacht.status == TaskState.STATUS_APPROVED:
        gepland = wacht.revision.approved_go_live_at
        zin = f"Goedgekeurd, komt online op {_moment(gepland)}" if gepland else "Goedgekeurd en online"
    elif wacht.status == TaskState.STATUS_REJECTED:
        zin = "Teruggestuurd"
    elif _is_later_teruggestuurd(wacht):
        zin = "Teruggestuurd, met wat er intussen in veranderd is"
    elif wacht.status == TaskState.STATUS_CANCELLED:
        messages.warning(
            request,
            f"Nog niet goedgekeurd: {titel}. De tekst, een foto of een document is veranderd sinds het indienen. "
            "Kijk nog een keer.",
            buttons=[messages.button(_adres(wacht.workflow_state.object_id), WAT_IS_ER)],
        )
        toon_opmerking(request, wacht.workflow_state.object_id)
        return
    else:
        return
    messages.success(request, f"{zin}: {titel}", buttons=_volgende(request))


def _is_later_teruggestuurd(wacht: GoedkeuringTaskState) -> bool:
    """What is changed in the form in which it's sent back, takes its place first."""
    later = TaskState.objects.filter(workflow_state=wacht.workflow_state_id, pk__gt=wacht.pk)
    return later.filter(status=TaskState.STATUS_REJECTED).exists()


def hoe_het_staat(request: HttpRequest, pagina: Page, *, hier: bool = False) -> None:
    """Say what came of a page, to somebody whose button had nothing left to do. `hier` is for who reads it on that page."""
    staat = pagina.current_workflow_state or pagina.workflow_states.order_by("created_at").last()
    wacht = staat.current_task_state.specific if staat and staat.current_task_state else None
    naam = "" if hier else f"{pagina.get_admin_display_title()}: "
    knoppen = [] if hier else [_erheen(pagina)]
    if wacht is None or wacht.status != TaskState.STATUS_IN_PROGRESS:
        zin = hoe_besloten(wacht) if wacht else "Deze pagina wacht niet op goedkeuring."
        messages.info(request, f"{naam}{zin}", buttons=[*knoppen, *_volgende(request)])
    elif (
        request.user.pk in (wacht.schrijver_id, wacht.revision.user_id)
        and wacht.ingediend_door != request.user
    ):
        zin = f"{naam}Je wijziging is bewaard en wacht nu op een collega."
        messages.success(request, zin, buttons=[*knoppen, *_volgende(request)])
    else:
        messages.success(request, f"{naam}Deze pagina ligt bij Communicatie.", buttons=knoppen)
    toon_opmerking(request, pagina.pk)


def _erheen(pagina: Page) -> tuple:
    if pagina.workflow_in_progress:
        return messages.button(_adres(pagina.pk), WAT_IS_ER)
    return messages.button(reverse("wagtailadmin_pages:edit", args=[pagina.pk]), "Naar de pagina")


def _volgende(request: HttpRequest) -> list:
    """A button to the next page that this person may approve, if there is one, in the order of their front page."""
    for wacht, pagina in om_de_beurt(gekozen_volgorde(request)):
        if mag_goedkeuren(request.user, wacht, pagina):
            return [messages.button(_adres(pagina.pk), f"Volgende: {wacht.revision.object_str}")]
    return []


def _adres(pk: int | str) -> str:
    return reverse("werkplek:veranderd", args=[pk])


def _moment(moment) -> str:
    lokaal = timezone.localtime(moment)
    return f"{date_format(lokaal, 'j F Y')}, {lokaal:%H.%M} uur"

"""What somebody reads after deciding about a page, with the next one that waits under a button."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin import messages
from wagtail.models import Page, TaskState

from core.goedkeuring.besluiten import KanNiet, hoe_besloten, mag_goedkeuren
from core.models import GoedkeuringTaskState
from kernpagina.antwoorden import bezwaar_tegen_uitkomst, hoeveel_los
from kernpagina.models import OproepPage
from werkplek.overzicht import om_de_beurt
from werkplek.volgorde import gekozen_volgorde


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
            buttons=[messages.button(_adres(wacht.workflow_state.object_id), "Wat is er veranderd?")],
        )
        return
    else:
        return
    messages.success(request, f"{zin}: {titel}", buttons=_volgende(request))


def _is_later_teruggestuurd(wacht: GoedkeuringTaskState) -> bool:
    """What is changed in the form in which it's sent back, takes its place first."""
    later = TaskState.objects.filter(workflow_state=wacht.workflow_state_id, pk__gt=wacht.pk)
    return later.filter(status=TaskState.STATUS_REJECTED).exists()


def hoe_het_staat(request: HttpRequest, pagina: Page) -> None:
    """Say what came of a page, to somebody whose button had nothing left to do."""
    staat = pagina.current_workflow_state or pagina.workflow_states.order_by("created_at").last()
    wacht = staat.current_task_state.specific if staat and staat.current_task_state else None
    if wacht is None:
        messages.info(request, "Deze pagina wacht niet op goedkeuring.", buttons=_volgende(request))
    elif wacht.status != TaskState.STATUS_IN_PROGRESS:
        messages.info(request, hoe_besloten(wacht), buttons=_volgende(request))
    elif (
        request.user.pk in (wacht.schrijver_id, wacht.revision.user_id)
        and wacht.ingediend_door != request.user
    ):
        messages.success(
            request, "Je wijziging is bewaard en wacht nu op een collega.", buttons=_volgende(request)
        )
    else:
        messages.success(request, "Deze pagina ligt bij Communicatie.")


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

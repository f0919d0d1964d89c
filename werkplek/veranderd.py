"""What was submitted beside what is online, field by field: what somebody needs to see before approving it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from modelcluster.models import get_all_child_relations
from wagtail.admin import messages
from wagtail.locks import BaseLock, BasicLock, ScheduledForPublishLock
from wagtail.models import Page, Revision, TaskState

from core.goedkeuring.besluiten import mag_goedkeuren
from core.goedkeuring.rollen import is_communicatie
from core.goedkeuring.vingerafdruk import inhoud, media_in
from core.models import BasePage, GoedkeuringTaskState
from core.talen.taal import vertaald_in
from core.tijd import vandaag
from vertalen.basis import bron_is_nieuwer, vertaling_naar
from werkplek.leesvorm import leesvorm
from werkplek.overzicht import begin_van_ronde, indiener
from werkplek.reeks import reeks_van
from werkplek.teruggestuurd import laatst_teruggestuurd
from werkplek.twijfels import twijfels
from werkplek.vergelijken import velden_in_formulier, verschillen, wat_er_staat
from werkplek.weggehaald import weggehaald
from werkplek.werkdagen import werkdagen_sinds


def veranderd(request: HttpRequest, page_id: int) -> HttpResponse:
    """A page that waits: what is different, and for communications the buttons to decide."""
    pagina = get_object_or_404(Page, pk=page_id).specific
    if not pagina.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    wacht = pagina.current_workflow_task_state
    if not pagina.workflow_in_progress or wacht is None:
        messages.info(request, "Deze pagina wacht niet op goedkeuring.")
        return redirect("wagtailadmin_pages:edit", pagina.pk)
    beslist = is_communicatie(request.user)
    return _toon(
        request,
        pagina,
        wacht.revision,
        {
            "kop": "Wat is er veranderd?",
            "wacht": wacht if beslist else None,
            "mag_goedkeuren": beslist and mag_goedkeuren(request.user, wacht),
            "bewerken": beslist,
            "ingediend": _ingediend(wacht.specific),
            **_sinds_terugsturen(request, pagina, wacht.revision),
        },
    )


def _ingediend(wacht: GoedkeuringTaskState) -> dict[str, Any]:
    """By whom and when, and how long it waits: as in the list on the front page."""
    sinds = begin_van_ronde(TaskState.objects.filter(workflow_state=wacht.workflow_state_id))[wacht.pk]
    return {"wie": indiener(wacht), "sinds": sinds, "werkdagen": werkdagen_sinds(localdate(sinds), vandaag())}


def _sinds_terugsturen(request: HttpRequest, pagina: Page, versie: Revision) -> dict[str, Any]:
    """Of what comes again: with which remark it went back, and what is different since."""
    terug = laatst_teruggestuurd(pagina)
    if terug is None or terug.revision is None:
        return {"terug": terug}
    return {"terug": terug, "sinds": verschillen(request, terug.revision.as_object(), versie.as_object())}


def toon_vaste_pagina(request: HttpRequest, pagina: Page, slot: BaseLock) -> HttpResponse:
    """A page in which this person can't change anything now: to read, with the one thing that can be done."""
    rechten = pagina.permissions_for_user(request.user)
    staat = pagina.current_workflow_state
    gepland = pagina.scheduled_revision if isinstance(slot, ScheduledForPublishLock) else None
    if gepland:
        doen = "afplannen" if rechten.can_unschedule() else ""
    elif isinstance(slot, BasicLock):
        doen = "ontgrendelen" if rechten.can_unlock() else ""
    else:
        doen = "terughalen" if staat and staat.user_can_cancel(request.user) else ""
    return _toon(
        request,
        pagina,
        gepland or pagina.get_latest_revision(),
        {"kop": "Deze pagina staat even vast", "uitleg": slot.get_message(request.user), "doen": doen},
    )


def _toon(
    request: HttpRequest, pagina: Page, versie: Revision | None, context: dict[str, Any]
) -> HttpResponse:
    return render(
        request, "werkplek/veranderd.html", {**naast_wat_online_staat(request, pagina, versie), **context}
    )


def naast_wat_online_staat(request: HttpRequest, pagina: Page, versie: Revision | None) -> dict[str, Any]:
    """What `werkplek/veranderd.html` shows of this version: what it would put online."""
    online = Page.objects.get(pk=pagina.pk).specific if pagina.live else None
    nieuw = versie.as_object() if versie else pagina
    verschil = verschillen(request, online, nieuw) if online else wat_er_staat(request, nieuw)
    vertaling = vertaald_in(pagina.locale_id)
    bron = _nederlandse(pagina) if vertaling and isinstance(pagina, BasePage) else None
    werk = vertaling_naar(pagina) if bron else None
    return {
        "vertaling": vertaling,
        "bron": bron,
        "bron_nieuwer": bool(werk and bron_is_nieuwer(werk, versie)),
        "nederlands": wat_er_staat(request, bron) if bron else [],
        "page": pagina,
        "reeks": reeks_van(pagina),
        "weg": weggehaald([pagina]).get(pagina.pk),
        "versie": versie,
        "online": online,
        "titel": nieuw.title,
        "versie_gepland": nieuw.go_live_at
        if nieuw.go_live_at and nieuw.go_live_at > timezone.now()
        else None,
        "verschillen": verschil,
        "twijfels": twijfels(nieuw, online, vandaag()),
        "ook": ook_anders(request, online, nieuw, verschil) if online else [],
        "bestanden": nieuwe_bestanden(online, nieuw),
    }


def _nederlandse(pagina: BasePage) -> Page:
    """The Dutch page as visitors read it, or as it was written last."""
    bron = pagina.bron
    return bron if bron.live else bron.get_latest_revision_as_object()


def ook_anders(request: HttpRequest, oud: Page, nieuw: Page, verschil: list) -> list[str]:
    """The names of fields that differ but aren't in the form, so that nothing changes unseen."""
    getoond = {getattr(deel.field, "name", "") for deel in verschil} | velden_in_formulier(request, nieuw)
    a, b = (_met_gelezen_rijen(type(nieuw), inhoud(pagina)) for pagina in (oud, nieuw))
    anders = {naam for naam in a.keys() | b.keys() if a.get(naam) != b.get(naam)} - getoond
    velden = {veld.name: str(getattr(veld, "verbose_name", veld.name)) for veld in nieuw._meta.get_fields()}
    return sorted(velden.get(naam, naam) for naam in anders)


def _met_gelezen_rijen(model: type[Page], gegevens: dict[str, Any]) -> dict[str, Any]:
    rijen = {
        relatie.get_accessor_name(): [
            {naam: leesvorm(relatie.related_model._meta.get_field(naam), w) for naam, w in rij.items()}
            for rij in gegevens.get(relatie.get_accessor_name(), [])
        ]
        for relatie in get_all_child_relations(model)
    }
    return gegevens | rijen


def nieuwe_bestanden(oud: Page | None, nieuw: Page) -> list:
    """The pictures and documents that become public with this text; their own texts do so as well."""
    al = set(media_in(oud)) if oud else set()
    paren = [(model, pk) for model, pk in media_in(nieuw) if (model, pk) not in al]
    return [bestand for model, pk in paren if (bestand := model._default_manager.filter(pk=pk).first())]

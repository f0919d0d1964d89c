"""Two people in one page, or one in two windows: no text disappears without somebody having seen it."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.views.pages.edit import EditView
from wagtail.locks import WorkflowLock
from wagtail.models import Page, Revision

from core.goedkeuring.bewaking import staat_vast
from werkplek import getypt
from werkplek.actieknoppen import DoorgeefKnop
from werkplek.maken import lees_sleutel, versies_met
from werkplek.meldingen import toon_opmerking
from werkplek.veranderd import ook_anders
from werkplek.vergelijken import opschriften, verschillen

WACHT = (
    "Deze pagina wacht op goedkeuring, en wordt daarom niet vanzelf bewaard. "
    f"Klaar? Kies ‘{DoorgeefKnop.label}’."
)


class NietOverschrijven(EditView):
    """For Wagtail's screen that edits a page: a text that was saved elsewhere meanwhile isn't overwritten unseen."""

    @cached_property
    def is_out_of_date(self) -> bool:
        # What this form saved itself is no other text, also when the answer never came back over a bad line.
        laatste = self.latest_revision and self.latest_revision.pk
        hier = versies_met(lees_sleutel(self.request), self.page, self.request.user)
        return super().is_out_of_date and not hier.filter(revision=laatste).exists()

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        hun = versie_van_elders(self.page, request)
        # What was ticked is the text that was shown; autosave may have written over it since.
        if hun and request.POST.get("toch_bewaren") == str(hun.pk) and not self.is_out_of_date:
            hun = None
        if hun and self.is_cancelling_workflow:
            self._haal_terug()
            return self._vergelijk(hun, teruggehaald=True)
        if self.expects_json_response and (hun or self.locked_for_user):
            # Stops autosave until somebody has chosen.
            kwijt = " Wat je hier nog typt, wordt niet bewaard." if self.locked_for_user else ""
            wat = self._wat_er_gebeurde(hun or self.page.get_latest_revision())
            zin = f"{wat}.{kwijt} Kies ‘Laat beide teksten zien’."
            return self.json_error_response("invalid_revision", zin)
        if self.expects_json_response and self.page.workflow_in_progress:
            # A page that waits stands still: a running approval isn't reset by a keystroke.
            return self.json_error_response("locked", WACHT)
        return self._vergelijk(hun) if hun else super().post(request, *args, **kwargs)

    def save_action(self) -> HttpResponse:
        eigen = self.request.POST.get("overwrite_revision_id", "")
        versie = self.page.revisions.filter(pk=eigen).first() if eigen.isdecimal() else None
        # What this form kept went online or was submitted meanwhile, by whoever it was: typing goes on in a new version.
        if versie and not self.is_out_of_date and staat_vast(versie):
            zonder = self.request.POST.copy()
            del zonder["overwrite_revision_id"]
            self.request.POST = zonder  # ty: ignore[invalid-assignment] - may be another than was sent
        return super().save_action()

    def form_invalid(self, form) -> HttpResponse:
        if self.locked_for_user and not self.is_cancelling_workflow:
            return self._vergelijk(self.page.get_latest_revision())
        return super().form_invalid(form)

    def _vergelijk(self, hun: Revision, *, teruggehaald: bool = False) -> HttpResponse:
        """Both texts, with the one thing to do next: choose, take the page back, or keep a copy."""
        request = self.request
        toon_opmerking(request, self.page.pk)
        self.form = self._formulier(self.page)
        self.form.is_valid()
        eigen = hun.user == request.user
        begin = _begin_van(self.page, request, hun)
        # From a page of its own: what is shown as a form keeps its faults.
        mijn_tekst, onleesbaar = getypt.lees(self._formulier(self.get_object()))
        if not (onleesbaar or teruggehaald) and _is_gelijk(request, begin, mijn_tekst):
            # Somebody who only looked has nothing to choose, and would put the former text back.
            wie = "Je hebt deze pagina intussen zelf" if eigen else f"{_naam(hun)} heeft deze pagina intussen"
            waar = " in een ander venster" if eigen else ""
            zin = f"{wie}{waar} bewaard. Jij had hier niets veranderd, dus dit is die nieuwe tekst. Lees die eerst."
            messages.warning(request, zin)
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        staat = self.page.current_workflow_state
        melding = render_to_string(
            "werkplek/botsing.html",
            {
                "kop": self._wat_er_gebeurde(hun),
                "vast": self.lock.get_message(request.user) if self.locked_for_user else "",
                "terughalen": staat and staat.user_can_cancel(request.user),
                "teruggehaald": teruggehaald,
                "eigen": eigen,
                "wie": _naam(hun),
                "daar": "In het andere venster" if eigen else f"Van {_naam(hun)}",
                "hier": "In dit venster" if eigen else "Van jou",
                "hun": hun,
                "sinds": begin.created_at if begin else _sinds(request),
                "geladen": begin.pk if begin else _geladen(request),
                "onleesbaar": self._opschriften(onleesbaar),
                **_wie_veranderde_wat(request, begin, hun.as_object(), mijn_tekst, onleesbaar),
            },
        )
        messages.error(request, mark_safe(melding))  # noqa: S308  made by our own template
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def _formulier(self, pagina: Page) -> WagtailAdminPageForm:
        return self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=pagina,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )

    def _opschriften(self, namen: set[str]) -> list[str]:
        """What these fields and rows are called in the form; remarks and the like are no text of the page."""
        alles = opschriften(self.request, self.page)
        return [opschrift for naam, opschrift in alles.items() if naam in namen]

    def _haal_terug(self) -> None:
        """Only that: which of both texts stays is asked after it, and until then neither is written over."""
        self.page.current_workflow_state.cancel(user=self.request.user)
        self.lock = self.page.get_lock()
        self.locked_for_user = bool(self.lock and self.lock.for_user(self.request.user))

    def _wat_er_gebeurde(self, hun: Revision) -> str:
        if not self.locked_for_user:
            return _wie_bewaarde(hun, self.request)
        if not isinstance(self.lock, WorkflowLock):
            return "Deze pagina staat intussen vast"
        indiener = self.page.current_workflow_state.requested_by
        if indiener == self.request.user:
            return "Je hebt deze pagina zelf ingediend, in een ander venster"
        return f"{indiener or 'Iemand anders'} heeft deze pagina ingediend terwijl jij schreef"


def versie_van_elders(pagina: Page, request: HttpRequest) -> Revision | None:
    """The newest version that was saved since this form was opened, and not with this form; None when there is none."""
    sinds = _sinds(request)
    if sinds is None:
        return None
    hier = versies_met(lees_sleutel(request), pagina, request.user)
    nieuwer = pagina.revisions.filter(created_at__gt=sinds).exclude(pk__in=hier)
    return nieuwer.select_related("user").order_by("created_at").last()


def _wie_veranderde_wat(
    request: HttpRequest, begin: Revision | None, hun: Page, mijn: Page, onleesbaar: set[str]
) -> dict[str, Any]:
    """What differs: where this person wrote something, and where only the other did. Without the text that this form began
    with, nobody can tell them apart. Of what can't be read nobody knows.
    """

    def anders(oud: Page, nieuw: Page) -> list:
        return [deel for deel in verschillen(request, oud, nieuw) if deel.field.name not in onleesbaar]

    alles = anders(hun, mijn)
    if begin is None:
        return {"bekend": False, "van_mij": alles, "van_hen": []}
    geschreven = {deel.field.name for deel in anders(begin.as_object(), mijn)}
    return {
        "bekend": True,
        "van_mij": [deel for deel in alles if deel.field.name in geschreven],
        "van_hen": [deel for deel in anders(mijn, hun) if deel.field.name not in geschreven],
    }


def _is_gelijk(request: HttpRequest, begin: Revision | None, mijn: Page) -> bool:
    """Whether this form holds the text that it began with."""
    if begin is None:
        return False
    toen = begin.as_object()
    return not verschillen(request, toen, mijn) and not ook_anders(request, toen, mijn, [])


def _begin_van(pagina: Page, request: HttpRequest, hun: Revision) -> Revision | None:
    """The version that this form began with, or went on from since: what was submitted with it, and a text of somebody else
    that was ticked as seen. None when autosave wrote over it since, in the form that made it, or when there was none: the
    page was made with this form.
    """
    sinds, geladen = _sinds(request), _geladen(request)
    hier = versies_met(lees_sleutel(request), pagina, request.user)
    gezien = request.POST.get("toch_bewaren", "")
    verder = Q(pk__in=hier, task_states__isnull=False)
    if gezien.isdecimal():
        verder |= Q(pk=gezien)
    if later := pagina.revisions.filter(verder).exclude(pk=hun.pk).order_by("created_at").last():
        return later
    van_elders = pagina.revisions.exclude(pk__in=hier)
    if geladen.isdecimal() and van_elders.filter(pk=geladen, created_at__gt=sinds).exists():
        return None
    return van_elders.filter(created_at__lte=sinds).order_by("created_at").last()


def _geladen(request: HttpRequest) -> str:
    """The version that Wagtail says this form is of; kept as that moment is, see `_sinds`."""
    return request.POST.get("botsing_geladen") or request.POST.get("loaded_revision_id", "")


def _sinds(request: HttpRequest) -> datetime | None:
    """From when the text is that this person started from. A form that came back with the warning holds that itself,
    because Wagtail takes it for one of the newest version.
    """
    moment = request.POST.get("botsing_sinds") or request.POST.get("loaded_revision_created_at", "")
    try:
        return parse_datetime(moment)
    except ValueError:
        return None


def _wie_bewaarde(versie: Revision, request: HttpRequest) -> str:
    if versie.user == request.user:
        return "Je hebt deze pagina zelf ook bewaard, in een ander venster"
    return f"{_naam(versie)} heeft deze pagina bewaard terwijl jij schreef"


def _naam(versie: Revision) -> str:
    return versie.user.get_full_name() or versie.user.get_username() if versie.user else "Iemand anders"

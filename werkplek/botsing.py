"""Two people in one page, or one in two windows: no text disappears without somebody having seen it."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page, Revision

from werkplek.maken import lees_sleutel, versies_met
from werkplek.vergelijken import verschillen


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
        if hun is None or self.is_cancelling_workflow or request.POST.get("toch_bewaren") == str(hun.pk):
            return super().post(request, *args, **kwargs)
        if self.expects_json_response:
            # Stops autosave until somebody has chosen.
            melding = f"{_wie_bewaarde(hun, request)}. Kies ‘Laat beide teksten zien’."
            return self.json_error_response("invalid_revision", melding)
        self.form = self.form_class(
            request.POST,
            request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=request.user,
        )
        mijn_tekst = self.form.save(commit=False) if self.form.is_valid() else self.form.instance
        eigen = hun.user == request.user
        melding = render_to_string(
            "werkplek/botsing.html",
            {
                "kop": _wie_bewaarde(hun, request),
                "eigen": eigen,
                "wie": _naam(hun),
                "daar": "In het andere venster" if eigen else f"Van {_naam(hun)}",
                "hier": "In dit venster" if eigen else "Van jou",
                "hun": hun,
                "sinds": _sinds(request),
                "geladen": _geladen(request),
                **_wie_veranderde_wat(request, _begin_van(self.page, request), hun.as_object(), mijn_tekst),
            },
        )
        messages.error(request, mark_safe(melding))  # noqa: S308  made by our own template
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())


def versie_van_elders(pagina: Page, request: HttpRequest) -> Revision | None:
    """The newest version that was saved since this form was opened, and not with this form; None when there is none."""
    sinds = _sinds(request)
    if sinds is None:
        return None
    hier = versies_met(lees_sleutel(request), pagina, request.user)
    nieuwer = pagina.revisions.filter(created_at__gt=sinds).exclude(pk__in=hier)
    return nieuwer.select_related("user").order_by("created_at").last()


def _wie_veranderde_wat(
    request: HttpRequest, begin: Revision | None, hun: Page, mijn: Page
) -> dict[str, Any]:
    """What differs: where this person wrote something, and where only the other did. Without the text that this form began
    with, nobody can tell them apart.
    """
    alles = verschillen(request, hun, mijn)
    if begin is None:
        return {"bekend": False, "van_mij": alles, "van_hen": []}
    geschreven = {deel.field.name for deel in verschillen(request, begin.as_object(), mijn)}
    return {
        "bekend": True,
        "van_mij": [deel for deel in alles if deel.field.name in geschreven],
        "van_hen": [deel for deel in verschillen(request, mijn, hun) if deel.field.name not in geschreven],
    }


def _begin_van(pagina: Page, request: HttpRequest) -> Revision | None:
    """The version that this form began with; None when autosave wrote over it since, in the form that made it, or when there
    was none: the page was made with this form.
    """
    sinds, geladen = _sinds(request), _geladen(request)
    van_elders = pagina.revisions.exclude(pk__in=versies_met(lees_sleutel(request), pagina, request.user))
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

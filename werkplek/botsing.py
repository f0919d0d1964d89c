"""Two people in one page: nobody's text disappears without somebody having seen it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.dateparse import parse_datetime
from django.utils.safestring import mark_safe
from wagtail.admin import messages
from wagtail.models import Page, Revision

from werkplek.vergelijken import verschillen


class NietOverschrijven:
    """For Wagtail's screen that edits a page: a text that somebody else saved meanwhile isn't overwritten unseen."""

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        hun = versie_van_een_ander(self.page, request)
        if hun is None or self.is_cancelling_workflow or request.POST.get("toch_bewaren") == str(hun.pk):
            return super().post(request, *args, **kwargs)
        if self.expects_json_response:
            # Stops autosave until somebody has chosen.
            return self.json_error_response(
                "invalid_revision", f"{_naam(hun)} heeft deze pagina ook bewaard."
            )
        hun_tekst = hun.as_object()
        self.form = self.form_class(
            request.POST,
            request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=request.user,
        )
        mijn_tekst = self.form.save(commit=False) if self.form.is_valid() else self.form.instance
        melding = render_to_string(
            "werkplek/botsing.html",
            {
                "wie": _naam(hun),
                "hun": hun,
                "sinds": _sinds(request),
                "verschillen": verschillen(request, hun_tekst, mijn_tekst),
            },
        )
        messages.error(request, mark_safe(melding))  # noqa: S308  made by our own template
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())


def versie_van_een_ander(pagina: Page, request: HttpRequest) -> Revision | None:
    """The newest version that somebody else saved since this form was opened; None when there is none."""
    sinds = _sinds(request)
    if sinds is None:
        return None
    nieuwer = pagina.revisions.filter(created_at__gt=sinds).exclude(user=request.user)
    return nieuwer.select_related("user").order_by("created_at").last()


def _sinds(request: HttpRequest) -> datetime | None:
    """From when the text is that this person started from. A form that came back with the warning holds that itself,
    because Wagtail takes it for one of the newest version.
    """
    moment = request.POST.get("botsing_sinds") or request.POST.get("loaded_revision_created_at", "")
    try:
        return parse_datetime(moment)
    except ValueError:
        return None


def _naam(versie: Revision) -> str:
    return versie.user.get_full_name() or versie.user.get_username() if versie.user else "Iemand anders"

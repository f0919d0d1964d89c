"""Wagtail's screens behind the buttons that decide about a page that waits."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView
from wagtail.models import Page

from core.goedkeuring.besluiten import AlBesloten, KanNiet
from core.goedkeuring.rollen import is_communicatie
from werkplek import meldingen


class _Beslissen(View):
    """Where nothing waits any more, it's said what became of it, on the front page."""

    def get_redirect_url(self) -> str:
        return reverse("wagtailadmin_home")

    def add_not_in_moderation_error(self) -> None:
        meldingen.hoe_het_staat(self.request, self.object)  # ty: ignore[missing-attribute] - of Wagtail's view


class Besluit(_Beslissen, WorkflowActionView):
    """Approve or send back, from what waits or from what was changed."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        antwoord = super().dispatch(request, *args, **kwargs)
        # Wagtail's window over a page reads no page, and would hang on one: it is told where to go.
        if _in_venster(request) and isinstance(antwoord, HttpResponseRedirect):
            return self.render_modal_json(request, {"step": "success", "redirect": antwoord.url})
        return antwoord

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.form_class(request.POST)
        if not form.is_valid():
            # Wagtail would do nothing, and say nothing.
            for fout in form.errors["comment"]:
                messages.error(request, fout)
            return redirect("werkplek:veranderd", self.object.pk)
        try:
            antwoord = super().post(request, *args, **kwargs)
        except AlBesloten as reden:
            nu = Page.objects.get(pk=self.object.pk)
            meldingen.niet_besloten(request, nu, str(reden))
            meldingen.toon_opmerking(request, nu.pk)
            # Of what waits in its place, that is the next thing to look at.
            return (
                redirect("werkplek:veranderd", nu.pk)
                if nu.workflow_in_progress
                else redirect(self.redirect_url)
            )
        except KanNiet as reden:
            meldingen.kan_niet(request, self.object, reden)
            meldingen.toon_opmerking(request, self.object.pk)
            return redirect("werkplek:veranderd", self.object.pk)
        meldingen.na_besluit(request, self.task_state.pk)
        return antwoord


class Opmerking(_Beslissen, CollectWorkflowActionDataView):
    """The window over the form of a page that asks for the remark."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """When there is nothing left to decide, the form is sent with what was typed: it knows what became of the page, and
        keeps text and remark.
        """
        if not _in_venster(request):
            return super().dispatch(request, *args, **kwargs)
        if self.object.workflow_in_progress:
            try:
                return super().dispatch(request, *args, **kwargs)
            except PermissionDenied:
                if not is_communicatie(request.user):
                    raise
        gegevens = {"comment": request.POST.get("comment", "")}
        return self.render_modal_json(request, {"step": "success", "cleaned_data": gegevens})


def _in_venster(request: HttpRequest) -> bool:
    return request.headers.get("x-requested-with") == "XMLHttpRequest"

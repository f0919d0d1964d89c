"""Wagtail's screen behind the buttons that decide about a page that waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page

from core.goedkeuring.besluiten import AlBesloten, KanNiet
from werkplek import meldingen


class Besluit(WorkflowActionView):
    """Approve or send back, from what waits or from what was changed."""

    def get_redirect_url(self) -> str:
        return reverse("wagtailadmin_home")

    def add_not_in_moderation_error(self) -> None:
        meldingen.hoe_het_staat(self.request, self.object)

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

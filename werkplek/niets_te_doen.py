"""A button that did its work before, or that has none to do: no version is made that says the same as the one before it."""

from django.forms import ModelForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from core.goedkeuring.vingerafdruk import inhoud
from werkplek import meldingen
from werkplek.maken import lees_sleutel, versies_met

# Buttons that do what they say once.
EENMAAL = {"action-workflow-action", "action-submit"}


class NietsTeDoen(EditView):
    """For Wagtail's screen that edits a page."""

    def niets_te_doen(self, form: ModelForm) -> HttpResponse | None:
        """What to answer to such a button; None when there is something to do. One that says it gives a change to a colleague
        approves nothing when there is none.
        """
        if self.was_al_gedaan(form):
            return self.naar_wat_wacht()
        if self._geeft_door and not _ook_iets_anders(form) and self._is_zoals_het_staat(form):
            zin = "Je hebt niets veranderd, dus er is niets bewaard. Deze pagina wacht nog op goedkeuring."
            messages.info(self.request, zin)
            meldingen.toon_opmerking(self.request, self.page.pk)
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        return None

    def was_al_gedaan(self, form: ModelForm) -> bool:
        """Whether this button did its work in an earlier post: pressed twice, or a colleague was first.

        When something was changed as well, that is kept, as a draft or as what waits now.
        """
        eenmaal = bool(EENMAAL & self.request.POST.keys()) and self.action_name == "save"
        door = self._geeft_door and (self._is_hier_bewaard or not self.page.workflow_in_progress)
        return (eenmaal or door) and self._is_zoals_het_staat(form)

    def naar_wat_wacht(self) -> HttpResponse:
        meldingen.hoe_het_staat(self.request, self.page)
        return redirect("wagtailadmin_home")

    @cached_property
    def _geeft_door(self) -> bool:
        """Whether this would give a change to a colleague: by a button that says so, or of a page that waits."""
        if "doorgeven" in self.request.POST:
            return True
        bewaart = self.action_name == "save" and not self.expects_json_response
        return bool(bewaart and self.page.workflow_in_progress and not self.locked_for_user)

    @cached_property
    def _is_hier_bewaard(self) -> bool:
        hier = versies_met(lees_sleutel(self.request), self.page, self.request.user)
        return hier.filter(revision=self.real_page_record.latest_revision_id).exists()

    def _is_zoals_het_staat(self, form: ModelForm) -> bool:
        # Read anew: the form writes into the page that it got.
        nu = Page.objects.get(pk=self.real_page_record.pk).get_latest_revision_as_object()
        return inhoud(form.save(commit=False)) == inhoud(nu)


def _ook_iets_anders(form) -> bool:
    """Whether something was changed that is no text of the page."""
    opmerkingen = form.formsets.get("comments")
    return "comment_notifications" in form.changed_data or bool(opmerkingen and opmerkingen.has_changed())

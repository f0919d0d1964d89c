"""A page that is online, in which nothing is different: there is nothing to approve in it, and no draft to finish."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin import messages
from wagtail.models import Page

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.vingerafdruk import BOEKHOUDING
from werkplek.missers import Scherm
from werkplek.veranderd import ook_anders
from werkplek.vergelijken import verschillen


class NietsAnders(KanNiet):
    """What is submitted is online already."""


class GeenLeegConcept(Scherm):
    """For Wagtail's screen that edits a page."""

    def save_action(self) -> HttpResponse:
        meer = self.page.has_unpublished_changes or self.is_reverting or self.expects_json_response
        if self.action_name != "save" or not self.page.live or meer:
            return super().save_action()
        online = type(self.page).objects.live().filter(pk=self.page.pk).first()
        if online and _is_gelijk(self.request, online, self.form.save(commit=False)):
            messages.info(self.request, "Er is niets veranderd. Daarom is er geen concept bewaard.")
            return self.redirect_and_remain()
        return super().save_action()

    def run_hook(self, *args, **kwargs) -> HttpResponse | None:
        # After it was kept, and before the answer to autosave says how the page stands.
        if args[0] == "after_edit_page" and self.action_name == "save":
            geen_leeg_concept(self.request, self.page)
        return super().run_hook(*args, **kwargs)


def weiger_wat_al_online_staat(request: HttpRequest, online: Page | None, nieuw: Page) -> None:
    """Raise NietsAnders for who would submit it. A page that isn't online is new as a whole."""
    if online is not None and _is_gelijk(request, online, nieuw):
        raise NietsAnders(
            "Er is niets veranderd: deze tekst staat al online. Verander eerst iets, dan kun je indienen."
        )


def geen_leeg_concept(request: HttpRequest, pagina: Page) -> None:
    """A newest version that says what is online is no draft: not in a list of those, nor in what is said of the page."""
    if not pagina.live or not pagina.has_unpublished_changes:
        return
    online = type(pagina).objects.live().filter(pk=pagina.pk).first()
    if online and _is_gelijk(request, online, pagina) and not pagina.workflow_in_progress:
        pagina.has_unpublished_changes = False
        pagina.save(update_fields=["has_unpublished_changes"], clean=False)


def _is_gelijk(request: HttpRequest, online: Page, nieuw: Page) -> bool:
    """Whether who approves would find nothing in this that isn't online, nor another day to be so."""
    if _anders_zonder_te_vragen(online, nieuw):
        return False
    verschil = verschillen(request, online, nieuw)
    return not verschil and not ook_anders(request, online, nieuw, verschil)


def _anders_zonder_te_vragen(online: Page, nieuw: Page) -> bool:
    """Whether it shows without asking the database for rows."""
    woorden = {veld.name for veld in nieuw._meta.concrete_fields if isinstance(veld, models.CharField)}
    namen = {"go_live_at", "expire_at"} | woorden - BOEKHOUDING
    return any(getattr(online, naam) != getattr(nieuw, naam) for naam in namen)

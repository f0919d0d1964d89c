"""Buttons of the form of a page that keep it as a draft and go on somewhere else with it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from kernpagina.afspraken import van_bijeenkomst
from kernpagina.models import AgendaItemPage, AgendaPage
from werkplek.missers import Scherm

# The name of a button, and the address where it goes on.
HERHALEN, LATERE = "action-herhalen", "action-latere"
VERDER = {HERHALEN: "werkplek:herhalen", LATERE: "werkplek:latere"}


class VerderKnop(ActionMenuItem):
    icon_name = "calendar-alt"

    def __init__(self, naam: str, label: str) -> None:
        super().__init__()
        self.name, self.label = naam, label


def verderknoppen(pagina: Page | None, ouder: Page | None) -> list[ActionMenuItem]:
    """For a meeting, also one that is still being made; not for what waits or is planned: that stands still."""
    if pagina is None:
        nieuw = ouder is not None and ouder.specific_class is AgendaPage
        return [VerderKnop(HERHALEN, "Herhalen …")] if nieuw else []
    if not isinstance(pagina, AgendaItemPage) or pagina.workflow_in_progress or pagina.scheduled_revision:
        return []
    knoppen: list[ActionMenuItem] = [VerderKnop(HERHALEN, "Herhalen …")]
    return [VerderKnop(LATERE, "Ook de latere …"), *knoppen] if van_bijeenkomst(pagina).latere else knoppen


class GaatVerder(Scherm):
    """For Wagtail's screens that make and edit a page: such a button asks as much of the form as submitting does."""

    @cached_property
    def action_name_and_method(self) -> tuple[str, Any]:
        naam, doe = super().action_name_and_method
        if naam == "save" and VERDER.keys() & self.request.POST.keys():
            return "verder", doe
        return naam, doe

    def save_action(self) -> HttpResponse:
        online = self.page.pk and self.page.live
        if self.action_name == "verder" and online and not self.has_content_changes:
            # Nothing to keep: a page that is online gets no draft that says the same.
            return self.redirect_and_remain()
        return super().save_action()

    def redirect_and_remain(self) -> HttpResponse:
        for knop, adres in VERDER.items():
            if self.action_name == "verder" and knop in self.request.POST:
                return redirect(adres, self.page.pk)
        return super().redirect_and_remain()

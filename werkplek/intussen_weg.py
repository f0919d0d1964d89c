"""A page that was taken off the site while somebody writes in it: told before it is submitted, with the reason."""

import json

from django.http import HttpResponse
from django.utils.functional import cached_property
from wagtail.admin import messages

from werkplek.missers import Scherm
from werkplek.weggehaald import weggehaald


class IntussenWeg(Scherm):
    """For Wagtail's screen that edits a page. Its form holds whether the page was online when it was drawn."""

    def form_valid(self, form) -> HttpResponse:
        if self._weg and self.action_name == "submit":
            # The form comes back with the reason above it; submitted once more, it goes.
            messages.warning(self.request, f"{self._weg} Klopt je tekst nog? Dien hem dan nog een keer in.")
            self.has_unsaved_changes = True
            return self.render_to_response(self.get_context_data())
        antwoord = super().form_valid(form)
        if self._weg and self.expects_json_response:
            gegevens = json.loads(antwoord.content) | {"intussen_weg": f"{self._weg} Je tekst is bewaard."}
            antwoord.content = json.dumps(gegevens)
        return antwoord

    @cached_property
    def _weg(self) -> str:
        """Who took it off and why, in a sentence; empty when nobody did since this form was drawn."""
        if "stond_online" not in self.request.POST or self.page.live:
            return ""
        weg = weggehaald([self.real_page_record]).get(self.page.pk)
        return (
            f"{weg.door} haalde deze pagina van de site terwijl jij schreef. De reden: {weg.reden}"
            if weg
            else ""
        )

"""What stands on the front page of the admin."""

from django.http import HttpRequest
from wagtail.admin.ui.components import Component


class Paneel(Component):
    """A part of that page, for who looks at it."""

    def get_context_data(self, parent_context=None):
        return self.gegevens(parent_context["request"]) if parent_context else {}

    def gegevens(self, request: HttpRequest) -> dict:
        """What its template shows this person."""
        raise NotImplementedError

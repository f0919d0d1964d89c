"""Numbers in the forms of the admin: whatever somebody types arrives, so that it can be said what is wrong with it.

A browser empties a field for numbers of what is none, or takes no letters, and says nothing.
"""

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override


class KommagetalVeld(forms.FloatField):
    def to_python(self, value: Any) -> float | None:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


def registreer() -> None:
    """Use these for every number in the admin."""
    register_form_field_override(
        models.IntegerField,
        override={
            "widget": forms.TextInput({"inputmode": "numeric"}),
            "error_messages": {"invalid": "Schrijf een heel getal in cijfers, zoals 30."},
        },
    )
    register_form_field_override(
        models.FloatField,
        override={
            "form_class": KommagetalVeld,
            "widget": forms.TextInput({"inputmode": "decimal"}),
            "error_messages": {"invalid": "Schrijf een getal in cijfers, zoals 51,88."},
        },
    )

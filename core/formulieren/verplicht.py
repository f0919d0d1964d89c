"""A field that was forgotten is asked for by its name, with what it is for."""

from collections.abc import Mapping

from django.forms import Field, FileField
from django.utils.text import capfirst

NIET_GEZEGD = Field.default_error_messages["required"]


def zeg_wat_er_moet(velden: Mapping[str, Field], *, in_venster: bool = False) -> None:
    """`in_venster`: of a form that may stand in a pop-up, where a script says it (static/werkplek/bewaren.js)."""
    for naam, veld in velden.items():
        vraag = f"Vul ‘{capfirst(veld.label or naam)}’ in. {veld.help_text}".strip()
        veld.error_messages["required"] = "Kies een bestand." if isinstance(veld, FileField) else vraag
        if in_venster and veld.required:
            veld.widget.attrs["data-vraag"] = veld.error_messages["required"]

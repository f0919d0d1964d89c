"""What we put in the place of something inside Wagtail that it offers no setting or hook for.

tests/codebase/test_wagtail.py says what each of these leans on, and fails when a new version no longer has it.
"""

from typing import Any

from taggit.models import Tag
from wagtail.admin import filters
from wagtail.admin.forms.choosers import EmailLinkChooserForm, ExternalLinkChooserForm, PhoneLinkChooserForm
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.images.views import chooser
from wagtail.log_actions import log

from core.teksten import schoon
from werkplek.logregels import UITGEVOERD

LINKFORMULIEREN = (EmailLinkChooserForm, ExternalLinkChooserForm, PhoneLinkChooserForm)
LINKVELDEN = {
    "url": "Webadres",
    "link_text": "Tekst van de link",
    "email_address": "E-mailadres",
    "subject": "Onderwerp van de mail",
    "body": "Tekst van de mail",
    "phone_number": "Telefoonnummer",
}
_ongezien = SpreadsheetExportMixin.preprocess_field_value
_ongeschreven = SpreadsheetExportMixin.as_spreadsheet


def geen_veelgebruikte_tags(model, count: int = 10):
    """No tags to filter files by: Wagtail would name those of everybody's files, also of another kern's private ones."""
    return Tag.objects.none()


def veilige_cel(self: SpreadsheetExportMixin, field: Any, value: Any, export_format: Any) -> Any:
    """What stands in a cell of a report or list as CSV or XLSX, whatever the view does with it before.

    The tables of `custom_value_preprocess` don't reach a field for which the view has a function of its own.
    """
    waarde = _ongezien(self, field, value, export_format)
    if not isinstance(waarde, str):
        return waarde
    # A workbook refuses control characters, and knows text from formulas by itself.
    return schoon.cel(waarde) if export_format == self.FORMAT_CSV else schoon.tekst(waarde)


def uitvoeren_met_logregel(self: Any, queryset: Any, spreadsheet_format: Any) -> Any:
    """A list of people or of what they did leaves the site: who took it along stands in the history."""
    user = self.request.user
    wat = str(getattr(self, "page_title", "") or self.request.path)
    log(instance=user, action=UITGEVOERD, user=user, data={"wat": wat, "vorm": spreadsheet_format})
    return _ongeschreven(self, queryset, spreadsheet_format)


def noem_linkvelden() -> None:
    """Wagtail leaves the labels of these fields to their English names."""
    for formulier in LINKFORMULIEREN:
        for naam, veld in formulier.base_fields.items():
            veld.label = LINKVELDEN[naam]


def geen_vinkje_voor_een_vakje() -> None:
    """Wagtail's icon of a field with a box to tick looks like a ticked box, and folds the real one away when it's tapped."""
    FieldPanel.BoundPanel.default_field_icons["BooleanField"] = "placeholder"


def vervang() -> None:
    noem_linkvelden()
    geen_vinkje_voor_een_vakje()
    for module in (filters, chooser):
        setattr(module, "popular_tags_for_model", geen_veelgebruikte_tags)  # noqa: B010 - in the place of theirs
    SpreadsheetExportMixin.preprocess_field_value = veilige_cel
    SpreadsheetExportMixin.as_spreadsheet = uitvoeren_met_logregel

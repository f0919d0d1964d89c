"""What the admin's reports and lists give as CSV and XLSX, Wagtail's own included."""

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from core import schoon


def beveilig_uitvoer() -> None:
    """Stand between each cell and the file, whatever a view does with it before.

    The tables of `custom_value_preprocess` don't reach a field for which the view has a function of its own.
    """
    ongezien = SpreadsheetExportMixin.preprocess_field_value

    def veilig(self: SpreadsheetExportMixin, field: Any, value: Any, export_format: Any) -> Any:
        waarde = ongezien(self, field, value, export_format)
        if not isinstance(waarde, str):
            return waarde
        # A workbook refuses control characters, and knows text from formulas by itself.
        return schoon.cel(waarde) if export_format == self.FORMAT_CSV else schoon.tekst(waarde)

    SpreadsheetExportMixin.preprocess_field_value = veilig

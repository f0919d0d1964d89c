"""A month in the place of a day: of a plan, people know no better yet."""

import calendar
import re
from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminDateInput

from core.formulieren.datumvelden import in_cijfers

# `november 2027` in figures, and how else people write it.
_MAAND = re.compile(r"^(0?[1-9]|1[0-2]) ?[-/. ] ?(\d{4})$")


class MaandDateInput(AdminDateInput):
    """A field for a day that takes a month, too, for its first or for its last day."""

    uitleg = "Schrijf een maand als november 2027, of een dag als 24-11-2027."

    def __init__(self, *args: Any, laatste: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.laatste = laatste

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        getypt = super().value_from_datadict(data, files, name)
        return dag_van_maand(getypt, laatste=self.laatste) if isinstance(getypt, str) else getypt


def dag_van_maand(getypt: str, *, laatste: bool) -> str:
    """`november 2027` as `30-11-2027`, or as `01-11-2027`; whatever is no month stays as it is."""
    # With a day before it, the name of a month is understood already.
    met_dag = in_cijfers(f"1 {getypt}")
    maand = _MAAND.match(met_dag.removeprefix("1-") if met_dag.startswith("1-") else getypt.strip())
    if not maand:
        return getypt
    nummer, jaar = int(maand[1]), int(maand[2])
    dag = calendar.monthrange(jaar, nummer)[1] if laatste and jaar else 1
    return f"{dag:02}-{nummer:02}-{jaar:04}"


def maandpanel(veld: str, *, laatste: bool = False) -> FieldPanel:
    """The panel of such a field."""
    uitleg = "Een maand is genoeg, bijvoorbeeld: november 2027."
    return FieldPanel(veld, widget=MaandDateInput(laatste=laatste), help_text=uitleg)

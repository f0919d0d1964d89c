"""The shape of the demo's content. The texts are data; `demo/bouwers/` makes pages of them."""

from dataclasses import dataclass, field
from typing import Any

Gegevens = dict[str, Any]


@dataclass(frozen=True)
class KernInhoud:
    """All that the demo tells about one kern. Dates are relative, see `bouwers/dagen.py`."""

    slug: str
    kern: Gegevens = field(default_factory=dict)
    kernagenda: Gegevens = field(default_factory=dict)
    projecten: list[Gegevens] = field(default_factory=list)
    oproepen: list[Gegevens] = field(default_factory=list)
    agenda: list[Gegevens] = field(default_factory=list)

"""The page that says that there is nothing: the same wherever it was looked for, so it needn't be drawn at each address."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from unittest.mock import patch

from django.template import loader

from .geheimen import GEHEIM


class _Getekend:
    """Stands in the place of a template. It is drawn with the secret as the reason: one that tells reasons, tells it."""

    def __init__(self, naam: str, bewaard: dict[str, str]) -> None:
        self.naam, self.bewaard = naam, bewaard

    def render(self, context=None, request=None) -> str:
        if self.naam not in self.bewaard:
            self.bewaard[self.naam] = loader.get_template(self.naam).render({"exception": GEHEIM}, request)
        return self.bewaard[self.naam]


@contextmanager
def eenmaal_getekend() -> Iterator[None]:
    bewaard: dict[str, str] = {}
    sjablonen = SimpleNamespace(get_template=lambda naam: _Getekend(naam, bewaard))
    with patch("django.views.defaults.loader", sjablonen):
        yield


@contextmanager
def niets_hier() -> Iterator[None]:
    """Nor is looked where it moved to: an answer that leads there has no text."""
    with eenmaal_getekend(), patch("core.middleware.nieuw_adres", return_value=None):
        yield

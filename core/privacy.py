"""What we keep about people, and why: said once, next to the code that keeps it.

Each app that holds something about a person has a `verwerkingen.py` with a list VERWERKINGEN. From those lists come
the table on /privacy, the register for the privacy officer, the daily cleaning, and the test that no field is forgotten
(`tests/codebase/test_privacy.py`).
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)
Tekst = str | Promise

# The grounds of the GDPR (article 6) that we know.
TAAK = _("Taak van algemeen belang (AVG, artikel 6 lid 1 onder e)")
TOESTEMMING = _("Toestemming (AVG, artikel 6 lid 1 onder a)")
PLICHT = _("Wettelijke plicht (AVG, artikel 6 lid 1 onder c)")
# Who gets to see it, when nobody else does.
WIJ = _("Wie Bloei! beheert bij de gemeente")
IEDEREEN = _("Iedereen: het staat op de site")


@dataclass(frozen=True, kw_only=True)
class Verwerking:
    """One thing that we do with data about people. The texts are for residents: B1, and translated."""

    doel: Tekst
    grondslag: Tekst
    wie: Tekst
    gegevens: Tekst
    ontvangers: Tekst
    bewaren: Tekst
    wissen: Tekst
    # Where it stands: "core.User" for all of a model, "core.Goedkeuring.door" for one field.
    velden: tuple[str, ...]
    # Deletes or empties what is past its term, at this moment.
    ruim_op: Callable[[datetime], object] | None = None


def verwerkingen() -> list[Verwerking]:
    """All that we do with data about people, in the order of the apps."""
    return [verwerking for _, lijst in _per_app() for verwerking in lijst]


def ruim_op(nu: datetime) -> list[str]:
    """Let every app delete what is past its term. Returns what failed; one that fails doesn't keep back the others."""
    mislukt = []
    for app, lijst in _per_app():
        for verwerking in lijst:
            if verwerking.ruim_op is None:
                continue
            try:
                verwerking.ruim_op(nu)
            except Exception:
                logger.exception("Opruimen ging mis: %s", app)
                mislukt.append(app)
    return mislukt


@dataclass(frozen=True)
class Vindplaats:
    """A field that holds something about one person, and in how many rows."""

    veld: str
    aantal: int


def vindplaatsen(adres: str) -> list[Vindplaats]:
    """In which tables this e-mail address stands, in a field that is meant for one."""
    gevonden = []
    for model in apps.get_models():
        for veld in model._meta.local_fields:
            if isinstance(veld, models.EmailField):
                aantal = model._base_manager.filter(**{f"{veld.name}__iexact": adres}).count()
                if aantal:
                    gevonden.append(Vindplaats(f"{model._meta.label}.{veld.name}", aantal))
    return gevonden


def _per_app() -> Iterator[tuple[str, list[Verwerking]]]:
    for app in apps.get_app_configs():
        if app.module is not None and module_has_submodule(app.module, "verwerkingen"):
            yield app.name, import_module(f"{app.name}.verwerkingen").VERWERKINGEN

"""What Wagtail writes of a page beside the page itself: a line of the log, and how its round of approval stands.

Wagtail validates each of these as if a form had sent it, and looks up every key that it has just set from a row in its hands:
eighteen questions for a publication, asked while others wait for the version (docs/adr/0056). Of who is gone meanwhile, a
line of the log says so as well: its keys are no constraints of the database. Those of a round are.
"""

from collections.abc import Callable, Collection
from functools import wraps

from django.db.models import Model
from wagtail.models import ModelLogEntry, PageLogEntry, WorkflowState

VAN_WAGTAIL = (PageLogEntry, ModelLogEntry, WorkflowState)


def geloof_sleutels() -> None:
    """All else that Wagtail validates of them, it validates as before."""
    for model in VAN_WAGTAIL:
        setattr(model, "clean_fields", _zonder_sleutels(model.clean_fields))  # noqa: B010 - of another


def _zonder_sleutels(valideer: Callable[..., None]) -> Callable[..., None]:
    @wraps(valideer)
    def clean_fields(zelf: Model, exclude: Collection[str] | None = None) -> None:
        sleutels = {veld.name for veld in zelf._meta.concrete_fields if veld.is_relation}
        valideer(zelf, exclude={*(exclude or ()), *sleutels})

    return clean_fields

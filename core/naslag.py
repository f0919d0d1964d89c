"""What Wagtail looks things up in: what a page refers to (`ReferenceIndex`), and the words that it is found by.

Wagtail writes both whenever a row is saved, of a draft too: of a page before its own rows are there, again for each of these,
and each time it reads the page anew. Our pages do so themselves (`core/models/naslag.py`).
"""

from collections.abc import Callable

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model
from django.db.models.signals import post_save
from modelcluster.fields import ParentalKey
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.search.index import get_indexed_models
from wagtail.signal_handlers import update_reference_index_on_save

from core.models.naslag import InNaslag


def neem_over() -> None:
    """For who comes after Wagtail connected its own. Raises ImproperlyConfigured when it does so in another way."""
    for model in [*ReferenceIndex.tracked_models]:
        is_rij = sleutel_van_rij(model)
        if is_rij or issubclass(model, InNaslag):
            _maak_los(update_reference_index_on_save, model)
            # After migrations Wagtail connects these once more.
            ReferenceIndex.tracked_models.discard(model)
        if is_rij:
            post_save.connect(na_bewaren_van_rij, sender=model)
    for model in get_indexed_models():
        if issubclass(model, InNaslag):
            _maak_los(post_save_signal_handler, model)


def _maak_los(functie: Callable[..., None], model: type[Model]) -> None:
    if not post_save.disconnect(functie, sender=model):
        raise ImproperlyConfigured(
            f"What Wagtail does when a {model.__name__} is saved is connected in another way."
        )


def na_bewaren_van_rij(instance: Model, **kwargs) -> None:
    """Only of a row that is saved by itself: else its page follows."""
    ding: Model | None = instance
    while ding is not None and (sleutel := sleutel_van_rij(type(ding))):
        ding = getattr(ding, sleutel)
    if not (isinstance(ding, InNaslag) and ding.wordt_bewaard):
        update_reference_index_on_save(instance, **kwargs)


def sleutel_van_rij(model: type[Model]) -> str | None:
    """The name of the key with which this is a row of something else, if it is one."""
    return next((veld.name for veld in model._meta.get_fields() if isinstance(veld, ParentalKey)), None)

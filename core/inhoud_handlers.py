"""What may change the public content says so by signal; each line here calls the one function that counts it.

These come after those of the other apps, which write what follows from a page: `core` is the last that is made ready, and
nothing else may import this. Whoever writes here begins with the lock of the version: of two at once the second waits there,
holding nothing (docs/adr/0056).
"""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.db.models import CASCADE, Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.actions.move_page import MovePageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.inhoudsversie import (
    VELDEN_VAN_EEN_CONCEPT,
    begint_met_de_versie,
    houd_inhoudsversie,
    inhoud_veranderd,
    verhoog_inhoudsversie,
)
from core.models import BloeiDocument, BloeiImage, GemeenteInstellingen, Thema

PUBLIEK = (
    Page, PageViewRestriction, Redirect, BloeiImage, BloeiDocument, Thema, GemeenteInstellingen, Site, Locale,
)  # fmt: skip
BEWAREN = "save"
# Beside that: these hold the page above, or move what stands beside it, before a row is saved.
IN_DE_BOOM = ((Page, "add_child"), (Page, "add_sibling"), (Page, "delete"), (MovePageAction, "execute"))
PLEK = ("path", "depth", "numchild", "url_path")


def laat_beginnen_met_de_versie() -> None:
    """Also what Wagtail saves in more than one step is saved whole by it, with what is written about it."""
    for model in PUBLIEK:
        setattr(model, BEWAREN, begint_met_de_versie(getattr(model, BEWAREN)))
    for soort, naam in IN_DE_BOOM:
        setattr(soort, naam, begint_met_de_versie(_met_hun_plek_van_nu(getattr(soort, naam))))


def _met_hun_plek_van_nu(functie: Callable[..., Any]) -> Callable[..., Any]:
    """Wagtail goes by the places that pages in memory had when they were read; while it waited, they may have moved."""

    @wraps(functie)
    def op_hun_plek(zelf: Any, *args: Any, **kwargs: Any) -> Any:
        for pagina in (zelf, *vars(zelf).values()):
            if isinstance(pagina, Page) and pagina.pk:
                for naam, waarde in (Page.objects.filter(pk=pagina.pk).values(*PLEK).first() or {}).items():
                    setattr(pagina, naam, waarde)
        return functie(zelf, *args, **kwargs)

    return op_hun_plek


@begint_met_de_versie
def na_verandering(ding: Model, *, gevolg: bool = False) -> None:
    """`gevolg`: of a page that may have been saved in this transaction, and then nothing but what follows from it was written."""
    ronde = verhoog_inhoudsversie()
    opnieuw = gevolg and ding.pk in ronde.bewaard
    if isinstance(ding, Page):
        ronde.bewaard.add(ding.pk)
    inhoud_veranderd.send(sender=type(ding), instance=ding, opnieuw=opnieuw)


@receiver(post_save)
def na_bewaren(instance: Model, update_fields: frozenset[str] | None = None, **kwargs) -> None:
    if isinstance(instance, PUBLIEK) and not (update_fields and update_fields <= VELDEN_VAN_EEN_CONCEPT):
        na_verandering(instance)


@receiver(pre_delete)
def voor_verwijderen(sender: type[Model], **kwargs) -> None:
    if issubclass(sender, PUBLIEK) or _wordt_uitgewist(sender):
        houd_inhoudsversie()


@cache
def _wordt_uitgewist(model: type[Model]) -> bool:
    """Whether Django writes in what is public when one of these is deleted: whose page it was, who locked it, its newest
    version. What goes along with it says so by itself."""
    return any(
        rel.auto_created
        and not rel.concrete
        and rel.related_model
        and issubclass(rel.related_model, PUBLIEK)
        and getattr(rel, "on_delete", CASCADE) is not CASCADE
        for rel in model._meta.get_fields(include_hidden=True)
    )


@receiver(post_delete)
def na_verwijderen(instance: Model, **kwargs) -> None:
    if isinstance(instance, PUBLIEK):
        na_verandering(instance)


@receiver([page_published, page_unpublished])
def na_publicatie(instance: Page, **kwargs) -> None:
    na_verandering(instance, gevolg=True)


@receiver(post_page_move)
def na_verhuizing(instance: Page, **kwargs) -> None:
    na_verandering(instance)

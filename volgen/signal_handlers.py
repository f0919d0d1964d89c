"""What was written, said by signal; each line here calls the one function that looks at it.

A page is looked at when its row is saved: inside the transaction of `Page.save`, whoever called it.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site

from core.inhoudsversie import VELDEN_VAN_EEN_CONCEPT
from core.models import BasePage, BloeiDocument, BloeiImage, Thema
from kernpagina.models import AfspraakMelding
from kernpagina.seinen import stand_bevestigd
from volgen import bijhouden
from volgen.lezen import naam_van

# What others show of these.
GEZICHT: dict[type[Model], tuple[str, ...]] = {
    BloeiImage: (
        "file", "file_hash", "width", "height", "alt_tekst", "credit",
        "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    ),
    BloeiDocument: ("title", "file", "file_size"),
    Thema: ("slug", "name", "volgorde"),
    Site: ("hostname", "port", "root_page"),
}  # fmt: skip


@receiver(post_save)
def na_bewaren(
    instance: Model, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    if (
        isinstance(instance, Page)
        and not raw
        and not (update_fields and update_fields <= VELDEN_VAN_EEN_CONCEPT)
    ):
        pagina = _zoals_bewaard(instance, update_fields)
        if isinstance(pagina, BasePage):
            bijhouden.zie_pagina(pagina)
    elif isinstance(instance, PageViewRestriction):
        bijhouden.zie_wie_wat_mag_zien()


def _zoals_bewaard(pagina: Page, update_fields: frozenset[str] | None) -> Page:
    """Of a page of which some fields are saved, the others in memory may be anything."""
    if update_fields is None and isinstance(pagina, BasePage):
        return pagina
    return Page.objects.get(pk=pagina.pk).specific


@receiver(post_delete)
def na_verwijderen(instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        bijhouden.zie_weg(instance.pk)
    elif isinstance(instance, PageViewRestriction):
        bijhouden.zie_wie_wat_mag_zien()
    elif isinstance(instance, Site):
        bijhouden.zie_ander_adres()
    elif type(instance) in GEZICHT:
        bijhouden.zie_naam(naam_van(instance))


@receiver(stand_bevestigd)
def na_bevestigen(instance: AfspraakMelding, **kwargs: Any) -> None:
    bijhouden.zie_afspraak(instance)


@receiver(pre_save)
def voor_bewaren(instance: Model, raw: bool = False, **kwargs: Any) -> None:
    if type(instance) in GEZICHT and not raw:
        setattr(instance, "_gezicht", _gezicht(instance))  # noqa: B010 - of ours, on a model of another


@receiver(post_save)
def na_bewaren_van_wat_anderen_tonen(
    instance: Model, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if type(instance) not in GEZICHT or raw or getattr(instance, "_gezicht", None) == _gezicht(instance):
        return
    if isinstance(instance, Site):
        bijhouden.zie_ander_adres()
    elif not created:
        bijhouden.zie_naam(naam_van(instance))


def _gezicht(ding: Model) -> tuple | None:
    """What the database has of it; None for what isn't there yet. What no guard of the four-eyes rule holds while it
    changes is held here, so that nobody else changes it between."""
    rijen = type(ding)._base_manager.filter(pk=ding.pk)
    if not isinstance(ding, BloeiImage | BloeiDocument):
        rijen = rijen.select_for_update(no_key=True)
    return rijen.values_list(*GEZICHT[type(ding)]).first() if ding.pk else None

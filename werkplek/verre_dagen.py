"""Days that are further away than people mostly plan: asked about, because a year is soon typed wrong."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localdate
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from core.goedkeuring.vingerafdruk import BOEKHOUDING
from core.talen.taal import vertaald_in
from kernpagina.verplaatst import Raad

VER = timedelta(days=2 * 366)


def verre_dagen(pagina: Page, online: Page | None, op: date) -> list[Raad]:
    """In one sentence, the days of this text that are more than some two years ahead; without those that visitors know. Of a
    translation they are the Dutch page's.
    """
    if vertaald_in(pagina.locale_id):
        return []
    ver = {naam: dag for naam, dag in _dagen(pagina) if dag > op + VER}
    bekend = {dag for _, dag in _dagen(online)} if ver and online else set()
    nieuw = [f"{naam}: {date_format(dag, 'l j F Y')}" for naam, dag in ver.items() if dag not in bekend]
    if not nieuw:
        return []
    zin = f"Let op: klopt het jaar? {'. '.join(nieuw)}. Dat duurt nog meer dan twee jaar. Is dat zo? Dan is het goed."
    return [Raad(zin, f"{zin} Anders: stuur terug met de vraag om de goede dag.")]


def _dagen(pagina: Page) -> Iterator[tuple[str, date]]:
    """Every day that somebody filled in, with what it is called in the form: also in the rows below it."""
    yield from _in_velden(pagina, "")
    for relatie in get_all_child_relations(type(pagina)):
        model = relatie.related_model
        if any(isinstance(veld, models.DateField) for veld in model._meta.concrete_fields if veld.editable):
            for nummer, rij in enumerate(getattr(pagina, relatie.get_accessor_name()).all(), start=1):
                yield from _in_velden(rij, f" van {model._meta.verbose_name} {nummer}")


def _in_velden(ding: models.Model, van: str) -> Iterator[tuple[str, date]]:
    for veld in ding._meta.concrete_fields:
        if not isinstance(veld, models.DateField) or not veld.editable or veld.name in BOEKHOUDING:
            continue
        if waarde := getattr(ding, veld.name):
            yield (
                f"{capfirst(veld.verbose_name)}{van}",
                localdate(waarde) if isinstance(waarde, datetime) else waarde,
            )

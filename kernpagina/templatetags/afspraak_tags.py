"""What templates ask of agreements. Here "today" enters."""

from collections.abc import Iterable

from django import template

from core.tijd import vandaag
from kernpagina.afspraken import van_verslag
from kernpagina.models import Afspraak, AgendaItemPage, Kernagendapunt

register = template.Library()
register.simple_tag(van_verslag, name="afspraken_van")


@register.simple_tag
def met_bijeenkomsten(punten: Iterable[Kernagendapunt]) -> str:
    """Give each point the meetings at which it was agreed, with the place of that in the report: `punt.afgesproken`.
    One query for all of them, and none when there are no such points."""
    lijst = list(punten)
    nummers = {rij["item"] for punt in lijst for rij in punt.afspraak_rijen}
    items = AgendaItemPage.objects.om_te_lezen().defer_streamfields().filter(pk__in=nummers)
    per_nummer = {item.pk: item for item in items} if nummers else {}
    for punt in lijst:
        punt.afgesproken = [
            (per_nummer[rij["item"]], f"afspraak-{rij['kenmerk']}") for rij in punt.afspraak_rijen
        ]
    return ""


@register.filter
def dagen_te_laat(afspraak: Afspraak) -> int:
    return afspraak.dagen_te_laat(vandaag())

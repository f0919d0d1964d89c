"""Keeping the log: each function looks at what was just written, in the transaction in which it was.

All of it happens under the lock of the inhoudsversie, which is held until that transaction ends. So whoever looks sees
all that others made public before, and two never compare with the same past (docs/adr/0040).
"""

from collections.abc import Mapping
from copy import copy
from datetime import datetime
from typing import cast

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from wagtail.models import Page
from wagtail.query import PageQuerySet

from core.inhoudsversie import verhoog_inhoudsversie
from core.models import BasePage
from core.talen.taal import BRONTAAL, taal_van
from kernpagina.models import Afspraak, AfspraakMelding
from volgen.lezen import LANGSTE_REGEL, lees, zichtbaar
from volgen.logboek import Paar, leg_nieuws_vast, leg_vast, wie_noemt
from volgen.models import Gevolgd, Soort

PLEK = ("openbaar", "kern", "url_path", "pagina")
VELDEN = [veld.name for veld in Gevolgd._meta.concrete_fields if not veld.primary_key]


@transaction.atomic(savepoint=False)
def zie_pagina(pagina: BasePage, op: datetime | None = None) -> None:
    """Look at a page that was just saved, as it was saved. `op` is when it became so, if that wasn't now."""
    verhoog_inhoudsversie()
    oud = Gevolgd.objects.filter(pk=pagina.pk).first()
    taal = taal_van(pagina.locale_id)
    nieuw = None
    if pagina.live and (taal == BRONTAAL or not pagina.alias_of_id):
        nieuw = lees(pagina, taal)
        _zet_op_haar_plek(nieuw)
        Gevolgd.objects.bulk_create(
            [nieuw], update_conflicts=True, unique_fields=["rij"], update_fields=VELDEN
        )
    elif oud:
        Gevolgd.objects.filter(pk=oud.pk).delete()
    meegaand = _wat_meegaat(pagina, oud, nieuw) if taal == BRONTAAL else []
    leg_vast([(oud, nieuw), *meegaand], op=op)


@transaction.atomic(savepoint=False)
def zie_weg(nummer: int) -> None:
    """A page row with this number was deleted."""
    verhoog_inhoudsversie()
    _vergeet(Gevolgd.objects.filter(pk=nummer).first())


@transaction.atomic(savepoint=False)
def zie_wie_wat_mag_zien() -> None:
    """Look who may see what, of all pages: after a restriction came or went, or the site got another root."""
    verhoog_inhoudsversie()
    leg_vast(_op_hun_plek(Gevolgd.objects.all()))


@transaction.atomic(savepoint=False)
def zie_ander_adres() -> None:
    """The site is to be found elsewhere, or begins at another page: every address is another."""
    verhoog_inhoudsversie()
    leg_vast(_op_hun_plek(Gevolgd.objects.all()), toont=Gevolgd.objects.filter(openbaar=True, taal=BRONTAAL))


@transaction.atomic(savepoint=False)
def zie_naam(naam: str) -> None:
    """A picture, document or theme (`thema:2`) is another, or gone."""
    verhoog_inhoudsversie()
    leg_vast([], toont=wie_noemt([naam]))


@transaction.atomic(savepoint=False)
def zie_afspraak(melding: AfspraakMelding) -> None:
    """How it goes with an agreement was confirmed: its meeting has news, though its report stayed what it was."""
    verhoog_inhoudsversie()
    rij = Gevolgd.objects.filter(pk=melding.agenda_item_id, openbaar=True).first()
    afspraak = Afspraak.objects.filter(agenda_item=melding.agenda_item_id, kenmerk=melding.afspraak).first()
    if rij and afspraak:
        zin = f"{afspraak.get_stand_display()}: {afspraak.wat}"
        regel = Truncator(zin).chars(LANGSTE_REGEL)
        leg_nieuws_vast(rij, Soort.AFSPRAAK, regel=regel, afspraken=[afspraak.kenmerk])


@transaction.atomic
def neem_op() -> int:
    """Begin the log with what is live and was never seen, in the order in which it was published; returns how many."""
    _neem_afspraken_op()
    gezien = Gevolgd.objects.values("rij")
    paginas = Page.objects.filter(live=True).exclude(pk__in=gezien).order_by("last_published_at", "pk")
    nieuw = [pagina for pagina in cast(PageQuerySet, paginas).specific() if isinstance(pagina, BasePage)]
    # The Dutch page first: a translation stands where that one does.
    for pagina in sorted(nieuw, key=lambda pagina: taal_van(pagina.locale_id) != BRONTAAL):
        zie_pagina(pagina, op=pagina.last_published_at or timezone.now())
    return len(nieuw)


def _neem_afspraken_op() -> None:
    """What stands in reports that were public before it was kept which agreements these hold: it is no news."""
    per_verslag = Afspraak.objects.order_by().values("agenda_item").annotate(alle=ArrayAgg("kenmerk"))
    for pagina, kenmerken in per_verslag.values_list("agenda_item", "alle"):
        Gevolgd.objects.filter(rij=pagina, taal=BRONTAAL, afspraken=[]).update(afspraken=kenmerken)


def _vergeet(oud: Gevolgd | None) -> None:
    if oud is None:
        return
    Gevolgd.objects.filter(pk=oud.pk).delete()
    leg_vast([(oud, None), *_op_hun_plek(Gevolgd.objects.filter(sleutel=oud.sleutel))])


def _zet_op_haar_plek(rij: Gevolgd) -> None:
    if rij.taal == BRONTAAL:
        gezien = zichtbaar(Page.objects.filter(pk=rij.rij))
        rij.openbaar, rij.kern = rij.rij in gezien, gezien.get(rij.rij)
        return
    bron = Gevolgd.objects.filter(sleutel=rij.sleutel, taal=BRONTAAL).first()
    if bron:
        _volg(rij, bron)


def _volg(rij: Gevolgd, bron: Gevolgd | None) -> None:
    """A translation stands where its Dutch page does, and is as public as that."""
    if bron is None:
        rij.openbaar, rij.kern = False, None
        return
    for naam in PLEK:
        setattr(rij, naam, getattr(bron, naam))


def _wat_meegaat(pagina: BasePage, oud: Gevolgd | None, nieuw: Gevolgd | None) -> list[Paar]:
    """What stands elsewhere, or is seen by others, because this Dutch page does: its translations, and what is below it."""
    adressen = {} if oud and oud.url_path == pagina.url_path else _adressen_onder(pagina)
    if not adressen and (oud and _plek(oud)) == (nieuw and _plek(nieuw)):
        return []
    rijen = Gevolgd.objects.filter(Q(sleutel=pagina.translation_key) | Q(pagina__in=adressen))
    return _op_hun_plek(rijen.exclude(pk=pagina.pk), adressen)


def _adressen_onder(pagina: BasePage) -> dict[int, str]:
    """The addresses of what is below a page that may stand elsewhere, whether it was live there or not.

    Wagtail writes them after this, in the same transaction; their last parts stay what they were.
    """
    plek = Page.objects.filter(pk=pagina.pk, numchild__gt=0).values_list("path", "depth").first()
    if plek is None:
        return {}
    path, diepte = plek
    eronder = Page.objects.filter(path__startswith=path, depth__gt=diepte)
    delen = (
        (pk, url.rstrip("/").split("/")[diepte - d :])
        for pk, url, d in eronder.values_list("pk", "url_path", "depth")
    )
    return {pk: f"{pagina.url_path}{'/'.join(eigen)}/" for pk, eigen in delen}


def _op_hun_plek(rijen: QuerySet[Gevolgd], adressen: Mapping[int, str] | None = None) -> list[Paar]:
    """Put these where they stand now; returns those that move, as they were and as they are.

    `adressen` are the new addresses of those that have one, by number.
    """
    alle = list(rijen)
    if not alle:
        return []
    voorheen = {rij.pk: copy(rij) for rij in alle}
    bronnen = {rij.sleutel: rij for rij in alle if rij.taal == BRONTAAL}
    gezien = zichtbaar(Page.objects.filter(pk__in=[rij.pk for rij in bronnen.values()]))
    for rij in bronnen.values():
        rij.openbaar, rij.kern = rij.pk in gezien, gezien.get(rij.pk)
        rij.url_path = (adressen or {}).get(rij.pk, rij.url_path)
    vertalingen = [rij for rij in alle if rij.taal != BRONTAAL]
    elders = [rij.sleutel for rij in vertalingen if rij.sleutel not in bronnen]
    for bron in Gevolgd.objects.filter(taal=BRONTAAL, sleutel__in=elders) if elders else ():
        bronnen[bron.sleutel] = bron
    for rij in vertalingen:
        _volg(rij, bronnen.get(rij.sleutel))
    anders = [rij for rij in alle if _plek(rij) != _plek(voorheen[rij.pk])]
    Gevolgd.objects.bulk_update(anders, PLEK)
    return [(voorheen[rij.pk], rij) for rij in anders]


def _plek(rij: Gevolgd) -> tuple:
    return tuple(getattr(rij, naam) for naam in PLEK)

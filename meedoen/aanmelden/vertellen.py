"""Telling who signed up what became another since they last heard: a place, the day, the time, where; or that it is off.

What each of them heard last is kept with the sign-up, and written in the transaction of the mail. So it may be asked at any
moment, and again: whoever heard it, hears it once. One mail for each address, whatever names are on it.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from core.goedkeuring.grendel import houd_paginas
from core.openbaar import is_openbaar
from core.talen.taal import BRONTAAL, taal_van
from core.tijd import begin_van, einde_van
from kernpagina.models import AgendaItemPage
from meedoen.aanmelden import post
from meedoen.aanmelden.open import WEG, feiten, is_bezig, is_voorbij
from meedoen.aanmelden.plaatsen import Plek, indeling
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding

UUR = 9
# So many versions back it is looked for what somebody heard last.
MEESTE_VERSIES = 50


def vertel(pagina: Plek, *, weg: bool = False) -> None:
    """Ask it with the page held. Nobody hears of what is over, or has begun this evening. `weg`: it goes off the site in this transaction."""
    if is_voorbij(pagina) or is_bezig(pagina):
        return
    nu_feiten = WEG if weg else feiten(pagina)
    for rijen in huishoudens(pagina):
        if soort := _wat(rijen, nu_feiten, pagina):
            was = _wat_ze_hoorden(pagina, rijen) if soort == "veranderd" else None
            post.over(pagina, rijen, soort, was, vervangt=soort == "ontvangen" and _vervangt(rijen))
            for rij in rijen:
                rij.hoort_plek, rij.hoort_feiten = not rij.beurt, nu_feiten
                rij.save(update_fields=["hoort_plek", "hoort_feiten"])


def _vervangt(rijen: list[Aanmelding]) -> bool:
    """Whether one of these, of which nothing was told yet, came in the place of an earlier one: it has the turn of that."""
    anderen = Aanmelding.objects.filter(stand=AanmeldStand.AFGEZEGD)
    return any(
        anderen.filter(
            pagina=rij.pagina_id, taak=rij.taak, inwoner=rij.inwoner_id, bevestigd_op=rij.bevestigd_op
        ).exists()
        for rij in rijen
        if not rij.hoort_feiten
    )


def _wat_ze_hoorden(pagina: Plek, rijen: list[Aanmelding]) -> AgendaItemPage | None:
    """The newest version that says what one of them heard last; None for one that is gone."""
    gehoord = {rij.hoort_feiten for rij in rijen}
    for versie in pagina.revisions.order_by("-pk")[:MEESTE_VERSIES]:
        tekst = versie.as_object()
        if isinstance(tekst, AgendaItemPage) and feiten(tekst) in gehoord:
            return tekst
    return None


def vertel_na_publicatie(pagina: Plek, *, weg: bool = False) -> None:
    """It was put online, or taken off (`weg`). The rows of translations have dates of before."""
    if taal_van(pagina.locale_id) == BRONTAAL:
        with transaction.atomic(savepoint=False):
            houd_paginas([pagina.pk])
            vertel(pagina, weg=weg)


def herinner(nu: datetime) -> None:
    """The day before, from nine o'clock on. Made when it is sent: nothing lies ready that may no longer be true."""
    if timezone.localtime(nu).hour < UUR:
        return
    morgen = timezone.localdate(nu) + timedelta(days=1)
    nog_niet = Q(herinnerd_aan=None) | ~Q(herinnerd_aan=morgen)
    begint = Q(pagina__agendaitempage__begin__range=(begin_van(morgen), einde_van(morgen)))
    rijen = (
        Aanmelding.objects.bevestigd()
        .met_naam()
        .filter(nog_niet, begint, bevestigd_op__lt=begin_van(timezone.localdate(nu)))
    )
    for pk in rijen.order_by("pagina").values_list("pagina", flat=True).distinct():
        with transaction.atomic():
            houd_paginas([pk])
            herinner_aan(AgendaItemPage.objects.get(pk=pk), morgen)


def herinner_aan(item: AgendaItemPage, dag: date) -> None:
    """Who has a place at what is on that day; with the page held. Who signed up the day before knows."""
    vertel(item)
    if item.geannuleerd or not is_openbaar(item) or timezone.localdate(item.begin) != dag:
        return
    vandaag_ = begin_van(dag - timedelta(days=1))
    for rijen in huishoudens(item):
        aan_de_beurt = [
            rij for rij in rijen if not rij.beurt and rij.herinnerd_aan != dag and rij.bevestigd_op < vandaag_
        ]
        if aan_de_beurt:
            post.over(item, aan_de_beurt, "herinnering")
            Aanmelding.objects.filter(pk__in=[rij.pk for rij in aan_de_beurt]).update(herinnerd_aan=dag)


def _wat(rijen: list[Aanmelding], nu_feiten: str, pagina: Plek) -> str:
    """The kind of mail that this household should get; empty when they know all there is."""
    if any(rij.hoort_feiten != nu_feiten for rij in rijen):
        # Also who is told for the first time: they may have confirmed late.
        if nu_feiten == WEG:
            return "weg"
        if getattr(pagina, "geannuleerd", False):
            return "afgelast"
        return "veranderd" if all(rij.hoort_feiten for rij in rijen) else "ontvangen"
    if any(bool(rij.beurt) == rij.hoort_plek for rij in rijen):
        return "plek" if all(not rij.beurt or not rij.hoort_plek for rij in rijen) else "geen-plek"
    return ""


def huishoudens(pagina: Plek) -> Iterable[list[Aanmelding]]:
    """Who signed up, with their turn (`beurt`), by address."""
    rijen = Aanmelding.objects.bevestigd().filter(pagina=pagina.pk)
    # Nobody, for most pages: then it needn't be asked who.
    rijen = list(rijen.met_naam().filter(inwoner__adres__isnull=False)) if rijen.exists() else []
    per_taak = {taak: indeling(pagina, taak) for taak in {rij.taak for rij in rijen}}
    for rij in rijen:
        rij.beurt, rij.over = per_taak[rij.taak].beurt(rij.pk), per_taak[rij.taak].over
    rijen.sort(key=lambda rij: (rij.inwoner.adres_id, rij.bevestigd_op, rij.pk))
    for _, van_adres in groupby(rijen, key=lambda rij: rij.inwoner.adres_id):
        yield list(van_adres)

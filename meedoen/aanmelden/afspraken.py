"""Telling who came and asked for it what was agreed, once the report is public: one mail for each address, once.

The name of the mail says that it went (as in `meedoen/post.py`), so a report that is put online again tells nobody twice. Who
was forgotten before the report came (`vergeten.py`) isn't told.
"""

from django.db import transaction
from django.utils import timezone

from berichten.models import Bericht
from core.goedkeuring.grendel import houd_paginas
from core.openbaar import is_openbaar
from core.talen.taal import BRONTAAL, taal_van
from core.teksten.plat import is_leeg
from kernpagina.models import AgendaItemPage
from meedoen.aanmelden import post
from meedoen.aanmelden.vertellen import huishoudens


def vertel_afspraken(item: AgendaItemPage) -> None:
    """It was put online. Who waited for a place wasn't there."""
    if taal_van(item.locale_id) != BRONTAAL or not _is_geweest(item):
        return
    with transaction.atomic():
        houd_paginas([item.pk])
        for rijen in huishoudens(item):
            if vragers := [rij for rij in rijen if rij.wil_afspraken and not rij.beurt]:
                # Read anew for each: the text of a translation is laid over its rows.
                post.afspraken(AgendaItemPage.objects.get(pk=item.pk), vragers)


def aantal_gemaild(item: AgendaItemPage) -> int:
    """To how many addresses it went, or is about to."""
    return Bericht.objects.filter(
        sleutel__startswith=post.sleutel_van_afspraken(item), mislukt_op=None
    ).count()


def _is_geweest(item: AgendaItemPage) -> bool:
    """Whether there is a public report of a meeting that was held."""
    begonnen = item.begin <= timezone.now() and not item.geannuleerd
    return begonnen and not is_leeg(item.verslag) and is_openbaar(item)

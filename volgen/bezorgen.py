"""From an edition to the outbox: one mail for each address and day, a few at a time, and when it is done.

Killed at any moment nothing is lost and nothing goes twice: a delivery and its mail are written in one transaction.
"""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from berichten.models import Bericht, Voorrang
from core.inhoudsversie import houd_inhoudsversie
from inwoners.models import Adres
from volgen import brief, edities, uitkomsten
from volgen.models import Abonnement, Editie, EditieStand, Levering, Ritme, Staat

# How many wait in the outbox at most: what is withdrawn meanwhile has to be taken out of these alone.
VOORRAAD, PER_KEER = 200, 20
BEWAREN = timedelta(days=400)


def ronde(nu: datetime) -> None:
    """All of following by mail, once; what it writes is sent by the outbox."""
    edities.maak_wat_nodig_is(nu)
    uitkomsten.maak_wat_nodig_is(nu)
    schrijf()
    rond_af()


def schrijf() -> int:
    """Write mail for what waits, as far as the outbox isn't full of it; returns how many."""
    wacht = Bericht.objects.filter(voorrang=Voorrang.EDITIE, verzonden_op=None, mislukt_op=None).count()
    geschreven = 0
    while wacht + geschreven < VOORRAAD and (aantal := _schrijf_een_stapel()):
        geschreven += aantal
    return geschreven


@transaction.atomic
def _schrijf_een_stapel() -> int:
    """How many deliveries were settled. Holds the version: nothing of what it tells is withdrawn before it stands there."""
    if not Levering.objects.te_schrijven().exists():
        return 0
    houd_inhoudsversie()
    te_doen = Levering.objects.te_schrijven().order_by("abonnement__adres")
    adressen = list(te_doen.values_list("abonnement__adres", flat=True).distinct()[:PER_KEER])
    leveringen = te_doen.filter(abonnement__adres__in=adressen).select_related("editie", "abonnement__adres")
    per_mail: dict[tuple, list[Levering]] = defaultdict(list)
    for levering in leveringen:
        editie = levering.editie
        # The outcome of a call doesn't wait for Thursday, and stands by itself.
        apart = editie.pk if editie.ritme == Ritme.METEEN else 0
        per_mail[(levering.abonnement.adres_id, editie.dag, apart)].append(levering)
    for samen in per_mail.values():
        _schrijf(samen[0].abonnement.adres, samen)
    return len(leveringen)


def _schrijf(adres: Adres, leveringen: list[Levering]) -> None:
    """One mail for these deliveries to one address."""
    pks = [levering.pk for levering in leveringen]
    rijen = Levering.objects.filter(pk__in=pks)
    if adres.onbestelbaar_op:
        rijen.update(mislukt=True)
        return
    bericht = brief.schrijf(adres, leveringen)
    if bericht is None:
        # All that it told was taken off the site since.
        rijen.delete()
        return
    rijen.update(bericht=bericht)
    eenmalig = [r.abonnement_id for r in leveringen if r.editie.ritme == Ritme.METEEN]
    if eenmalig:
        klaar = Abonnement.objects.filter(pk__in=eenmalig, stand=Staat.ACTIEF)
        klaar.update(stand=Staat.GESTOPT, stand_op=timezone.now())


def rond_af() -> None:
    """An edition is sent when all of its mail went, or can't go."""
    for editie in Editie.objects.filter(stand=EditieStand.VERZENDEN):
        leveringen = Levering.objects.filter(editie=editie)
        if leveringen.onderweg().exists():
            continue
        geteld = leveringen.tel()
        Editie.objects.filter(pk=editie.pk).update(
            stand=EditieStand.VERZONDEN,
            verzonden=geteld["verzonden"],
            onbestelbaar=geteld["onbestelbaar"],
        )


def ruim_op(nu: datetime) -> None:
    """To how many it went is kept with the edition; which subscription, for 13 months."""
    tot = timezone.localdate(nu) - BEWAREN
    Levering.objects.filter(editie__dag__lt=tot, editie__stand=EditieStand.VERZONDEN).delete()

"""Letting go of who signed up, a month after the day. How many there were stays."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from meedoen.aanmelden.open import dag_van
from meedoen.aanmelden.stappen import haal
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding

ONBEVESTIGD = timedelta(hours=48)
BEWAREN = timedelta(days=30)


def ruim_op(nu: datetime) -> None:
    """Whatever is past its term. May be asked at any moment, and again."""
    Aanmelding.objects.nooit_bevestigd(nu - ONBEVESTIGD).delete()
    met_naam = Aanmelding.objects.filter(inwoner__isnull=False).order_by("pagina")
    for pk in met_naam.values_list("pagina", flat=True).distinct():
        if dag_van(haal(pk)) + BEWAREN <= timezone.localdate(nu):
            laat_los(met_naam.filter(pagina=pk))


def laat_los(rijen: QuerySet[Aanmelding]) -> None:
    """Who came only counts from now on; who didn't is forgotten."""
    rijen.exclude(stand=AanmeldStand.BEVESTIGD).delete()
    rijen.update(inwoner=None, ingevoerd_door=None)

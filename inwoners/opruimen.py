"""Forgetting: keys that open nothing, what nobody confirmed, and whoever nothing is kept of any more."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.db import transaction

from inwoners import sleutels
from inwoners.houders import houders
from inwoners.models import ONBEVESTIGD, Adres, Inwoner


@transaction.atomic
def ruim_op(nu: datetime) -> None:
    """An inwoner is kept as long as something of theirs is; an address as long as one of its names is, or something
    else that was mailed to it. The first 48 hours are there to press the button in the mail.
    """
    sleutels.ruim_op(nu)
    tot = nu - ONBEVESTIGD
    Inwoner.objects.filter(gemaakt_op__lte=tot).exclude(pk__in=_pks("houdt")).delete()
    leeg = Adres.objects.filter(gemaakt_op__lte=tot, inwoners=None)
    leeg.exclude(pk__in=_pks("houdt_adressen")).delete()


def _pks(vraag: str) -> set[int]:
    """Of all that each app holds."""
    gehouden = (set(getattr(houder, vraag)().values_list("pk", flat=True)) for houder in houders())
    return reduce(or_, gehouden, set())

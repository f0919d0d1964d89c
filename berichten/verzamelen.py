"""Telling together what happened together: one mail for an evening's work, not one for each page.

An event leaves a row per person (`meld`), in its own transaction. Once it has been quiet for MAIL_RUST minutes, or
something has waited four times as long, one mail tells of all of it, in the transaction that marks the rows: killed
at any moment, nothing is lost and nothing is told twice.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from berichten.models import Melding, Soort
from berichten.post import schrijf, wil_post

LANGST = 4  # times the quiet time
BEWAREN = timedelta(days=30)


def meld(sleutel: str, soort: Soort, user, gegevens: dict[str, Any]) -> None:
    """Leave word of an event for one person. `sleutel` names the event; told of already, it is not told again."""
    if wil_post(user, soort):
        melding = Melding(sleutel=f"{sleutel}:{user.pk}", soort=soort, user=user, gegevens=gegevens)
        Melding.objects.bulk_create([melding], ignore_conflicts=True)


def vertel(soort: Soort, nu: datetime, mail: Callable[[Any, list[Melding]], dict[str, Any] | None]) -> int:
    """Write the mails of this kind that are due; returns how many.

    `mail` makes the context of one person's mail, or None when there is nothing left to tell.
    """
    rust = timedelta(minutes=settings.MAIL_RUST)
    open_ = Melding.objects.filter(soort=soort, verteld_op=None)
    geschreven = 0
    for wie in open_.order_by("user").values_list("user", flat=True).distinct():
        with transaction.atomic():
            meldingen = list(
                open_.filter(user=wie)
                .select_for_update(of=("self",))
                .select_related("user")
                .order_by("op", "pk")
            )
            if not meldingen or not (meldingen[-1].op + rust <= nu or meldingen[0].op + LANGST * rust <= nu):
                continue
            context = mail(meldingen[0].user, meldingen)
            if context and schrijf(f"samen:{soort}:{meldingen[-1].pk}", soort, meldingen[0].user, context):
                geschreven += 1
            Melding.objects.filter(pk__in=[melding.pk for melding in meldingen]).update(verteld_op=nu)
    return geschreven


def ruim_op(nu: datetime) -> None:
    Melding.objects.filter(verteld_op__lt=nu - BEWAREN).delete()

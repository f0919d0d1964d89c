"""What happens at a moment that was approved: a page goes online, or goes off again."""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page, Revision

from core.goedkeuring.besluiten import AlBesloten
from core.goedkeuring.bewaking import NietGoedgekeurd
from core.goedkeuring.grendel import houd_paginas
from werkplek import gebeurtenissen

logger = logging.getLogger(__name__)


def paginas_aan_de_beurt(nu: datetime) -> list[int]:
    """The pages of which a version should be online by now, whose moment came first in front."""
    wachtend = Revision.page_revisions.filter(approved_go_live_at__lt=nu).order_by("approved_go_live_at")
    return list(dict.fromkeys(int(pk) for pk in wachtend.values_list("object_id", flat=True)))


def publiceer(pk: int, nu: datetime) -> bool:
    """Publish the newest version of a page whose moment has come; returns whether it went live.

    When it may not, because a picture in it changed or its last day has passed, its people hear, and it isn't tried again.
    """
    try:
        with transaction.atomic():
            houd_paginas([pk])
            # Read anew: since this round began, somebody may have called it off.
            versie = _aan_de_beurt(pk, nu).first()
            if versie is None:
                return False
            with _later_blijft_gepland(pk, nu):
                versie.publish(log_action="wagtail.publish.scheduled")
            gebeurtenissen.gepland_gepubliceerd(Page.objects.get(pk=pk).specific, versie)
            return True
    except NietGoedgekeurd as reden:
        logger.warning("Geplande versie van pagina %s gaat niet online: %s", pk, reden)
        with transaction.atomic():
            houd_paginas([pk])
            zeg_af(_aan_de_beurt(pk, nu), reden)
        return False


def zeg_af(versies: QuerySet[Revision], reden: Exception | None = None) -> None:
    """Call off these planned versions, and tell the people of each page of the newest."""
    gezegd = set()
    for versie in versies:
        versie.approved_go_live_at = None
        versie.save(update_fields=["approved_go_live_at"])
        if versie.object_id not in gezegd:
            gezegd.add(versie.object_id)
            pagina = Page.objects.get(pk=versie.object_id).specific
            gebeurtenissen.niet_gepubliceerd(pagina, versie, reden)


@transaction.atomic
def annuleer(versie: Revision, user) -> None:
    """Communications calls off what was planned; its people hear. Raises AlBesloten when it isn't planned any more."""
    houd_paginas([versie.object_id])
    versie.refresh_from_db(fields=["approved_go_live_at"])
    moment = versie.approved_go_live_at
    if moment is None:
        raise AlBesloten("Deze pagina stond niet meer gepland. Kijk of hij al online staat.")
    versie.approved_go_live_at = None
    versie.save(user=user, update_fields=["approved_go_live_at"])
    gebeurtenissen.planning_geannuleerd(Page.objects.get(pk=versie.object_id).specific, versie, moment, user)


def laat_verlopen(pk: int, nu: datetime) -> None:
    """Take a page off whose last day has passed, and clear that day: with it, nobody could save the page again."""
    with transaction.atomic():
        houd_paginas([pk])
        pagina = Page.objects.live().filter(pk=pk, expire_at__lt=nu).first()
        if pagina is None:
            return
        pagina = pagina.specific
        pagina.expire_at = None
        with _later_blijft_gepland(pk, nu):
            pagina.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        versie = Page.objects.get(pk=pk).get_latest_revision()
        tekst = versie and versie.as_object()
        if tekst and tekst.expire_at and tekst.expire_at < nu:
            tekst.expire_at = None
            # A version of its own, for what was submitted or approved stands still; by the same hand, for no text changed.
            tekst.save_revision(user=versie.user, clean=False)


def na_verplaatsen(pagina: Page) -> None:
    """A page was moved: what was approved was approved for another place, so it's called off; its people hear."""
    eronder = Page.objects.descendant_of(Page.objects.get(pk=pagina.pk), inclusive=True)
    pks = [str(pk) for pk in eronder.values_list("pk", flat=True)]
    zeg_af(
        Revision.page_revisions.filter(object_id__in=pks, approved_go_live_at__isnull=False).order_by("-pk")
    )


def _aan_de_beurt(pk: int, nu: datetime) -> QuerySet[Revision]:
    return Revision.page_revisions.filter(object_id=str(pk), approved_go_live_at__lt=nu).order_by(
        "-approved_go_live_at", "-pk"
    )


@contextmanager
def _later_blijft_gepland(pk: int, nu: datetime) -> Generator[None]:
    """Wagtail drops every plan of a page that goes live or off; what was approved for a later moment still holds."""
    plannen = Revision.page_revisions.filter(object_id=str(pk), approved_go_live_at__gte=nu)
    plannen = list(plannen.values_list("pk", "approved_go_live_at"))
    yield
    for versie, moment in plannen:
        Revision.objects.filter(pk=versie).update(approved_go_live_at=moment)

"""Taking a live page off the site: an editor asks, communications decides or does it at once."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from core.boom import VOORPAGINA_DIEPTE
from core.goedkeuring.besluiten import AlBesloten
from core.goedkeuring.grendel import houd_paginas
from core.goedkeuring.rollen import is_communicatie
from werkplek import gebeurtenissen
from werkplek.models import Besluit, IntrekVerzoek
from werkplek.weggehaald import INGETROKKEN


def mag_vragen(user, pagina: Page) -> bool:
    return (
        pagina.live
        and pagina.depth > VOORPAGINA_DIEPTE
        and pagina.specific.permissions_for_user(user).can_edit()
    )


@transaction.atomic
def vraag_intrekking(pagina: Page, user, reden: str) -> IntrekVerzoek:
    """Ask communications to take a page off. Asked again, the first request stands. Raises PermissionDenied."""
    if not mag_vragen(user, pagina):
        raise PermissionDenied
    verzoek, nieuw = IntrekVerzoek.objects.get_or_create(
        pagina=pagina, besluit=Besluit.OPEN, defaults={"door": user, "reden": reden}
    )
    if nieuw:
        log(instance=pagina.specific, action="bloei.intrekverzoek", user=user, data={"reden": reden})
        gebeurtenissen.intrekking_gevraagd(verzoek)
    return verzoek


@transaction.atomic
def besluit_over(verzoek: IntrekVerzoek, user, besluit: Besluit) -> None:
    """Communications grants or refuses a request. Raises PermissionDenied, and AlBesloten for who comes too late."""
    if not is_communicatie(user):
        raise PermissionDenied
    houd_paginas([verzoek.pagina_id])
    verzoek.refresh_from_db()
    if verzoek.besluit != Besluit.OPEN:
        raise AlBesloten(f"Hierover is al besloten, door {verzoek.besluit_door or 'een collega'}.")
    verzoek.besluit, verzoek.besluit_door, verzoek.besluit_op = besluit, user, timezone.now()
    verzoek.save()
    if besluit == Besluit.INGETROKKEN:
        # One whose last day passed in the meantime is off already.
        if Page.objects.live().filter(pk=verzoek.pagina_id).exists():
            haal_weg(verzoek.pagina, user, verzoek.reden)
    else:
        gebeurtenissen.blijft_staan(verzoek)


@transaction.atomic
def haal_weg(pagina: Page, user, reden: str) -> None:
    """Take a page off the site at once.

    Raises PermissionDenied for who isn't of communications, and AlBesloten when it isn't online any more.
    """
    if not is_communicatie(user):
        raise PermissionDenied
    houd_paginas([pagina.pk])
    pagina = Page.objects.get(pk=pagina.pk).specific
    if not pagina.live:
        raise AlBesloten("Deze pagina staat al niet meer online.")
    log(instance=pagina, action=INGETROKKEN, user=user, data={"reden": reden})
    # Before it happens, so that it isn't told without its reason.
    gebeurtenissen.ingetrokken(pagina, user, reden)
    UnpublishPageAction(pagina, user=user).execute(skip_permission_checks=True)


def is_weg(pagina: Page, user) -> None:
    """A page was taken off, whatever the button: its people hear, and nobody has to decide about it any more.

    What ends on a date that was approved with it, is no news. `user` may be None.
    """
    if pagina.expired or pagina.alias_of_id:
        return
    gebeurtenissen.ingetrokken(pagina, user)
    IntrekVerzoek.objects.filter(pagina=pagina).open().update(
        besluit=Besluit.INGETROKKEN, besluit_door=user, besluit_op=timezone.now()
    )

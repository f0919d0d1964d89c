"""Taking a live page off the site: an editor asks, communications decides or does it at once."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from core.goedkeuring.rollen import is_communicatie
from werkplek import gebeurtenissen
from werkplek.models import Besluit, IntrekVerzoek


def mag_vragen(user, pagina: Page) -> bool:
    return pagina.live and pagina.depth > 2 and pagina.specific.permissions_for_user(user).can_edit()


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
    """Communications grants or refuses a request. Raises PermissionDenied."""
    if not is_communicatie(user) or verzoek.besluit != Besluit.OPEN:
        raise PermissionDenied
    verzoek.besluit, verzoek.besluit_door, verzoek.besluit_op = besluit, user, timezone.now()
    verzoek.save()
    if besluit == Besluit.INGETROKKEN:
        haal_weg(verzoek.pagina, user, verzoek.reden)


@transaction.atomic
def haal_weg(pagina: Page, user, reden: str) -> None:
    """Take a page off the site at once. Raises PermissionDenied for who isn't of communications."""
    if not is_communicatie(user):
        raise PermissionDenied
    pagina = pagina.specific
    log(instance=pagina, action="bloei.ingetrokken", user=user, data={"reden": reden})
    pagina.unpublish(user=user)
    gebeurtenissen.ingetrokken(pagina, user, reden)
    IntrekVerzoek.objects.filter(pagina=pagina).open().update(
        besluit=Besluit.INGETROKKEN, besluit_door=user, besluit_op=timezone.now()
    )

"""The way from the edit form to a draft on another site."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.log_actions import log
from wagtail.models import Page

from core.voorwaardelijk import alleen_lezen
from volgen.models import Kanaal
from volgen.voorbeeld import maak_sleutel, mag_tonen

LOGREGEL = "volgen.voorbeeld"


@alleen_lezen
def voorbeeld(request: HttpRequest, page_id: int, kanaal_id: int) -> HttpResponse:
    """Go to the other site with a key to the newest version of this page."""
    pagina = get_object_or_404(Page, pk=page_id).specific_deferred
    kanaal = get_object_or_404(Kanaal.objects.exclude(voorbeeld_adres=""), pk=kanaal_id, actief=True)
    if not mag_tonen(pagina, request.user):
        raise PermissionDenied
    gegevens = {"kanaal": kanaal.naam}
    log(instance=pagina, action=LOGREGEL, user=request.user, revision=pagina.latest_revision, data=gegevens)
    response = redirect(kanaal.voorbeeld_van(maak_sleutel(kanaal, pagina, request.user)))
    response.headers["Referrer-Policy"] = "no-referrer"
    return response

"""What stays in the library when a page is deleted: its photos and documents.

They may be wanted elsewhere, so they don't go along. Who deletes the page reads which they are, and then gets the way to
delete them.
"""

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import get_text_list
from wagtail.admin import messages
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.goedkeuring.bestanden import paginas_met
from core.goedkeuring.vingerafdruk import media_in


def noem(request: HttpRequest, pagina: Page) -> None:
    """While is asked whether the page is to be deleted: what it holds is known as long as it is there."""
    bestanden = _van_deze_pagina(pagina, request.user)
    setattr(request, "blijft", bestanden)  # noqa: B010 - for `wijs_de_weg`, in the same request
    if bestanden and request.method == "GET":
        namen = get_text_list([f"‘{bestand}’" for bestand in bestanden], "en")
        blijft = "blijft" if len(bestanden) == 1 else "blijven"
        messages.info(request, f"In de bibliotheek {blijft} nog staan: {namen}.")


def wijs_de_weg(request: HttpRequest) -> None:
    """After the page was deleted."""
    bestanden: list[Model] = getattr(request, "blijft", [])
    if bestanden:
        staat, het = (
            ("staat nog een bestand", "het") if len(bestanden) == 1 else ("staan nog bestanden", "ze")
        )
        messages.info(
            request,
            f"In de bibliotheek {staat} van deze pagina. Heb je {het} niet meer nodig? Verwijder {het} dan ook.",
            buttons=[messages.button(_adres(bestand), f"Verwijder ‘{bestand}’") for bestand in bestanden],
        )


def _van_deze_pagina(pagina: Page, user) -> list[Model]:
    """What stands online in it or in its draft, that no other page shows, and that this user may delete."""
    sleutels = {*media_in(pagina), *media_in(pagina.get_latest_revision_as_object())}
    bestanden: list[Model] = []
    for soort in (get_image_model(), get_document_model()):
        mag = policy_registry.get_by_type(soort).instances_user_has_permission_for(user, "delete")
        bestanden += mag.filter(pk__in=[pk for model, pk in sleutels if model is soort]).order_by("title")
    return [bestand for bestand in bestanden if not paginas_met(bestand).exclude(pk=pagina.pk).exists()]


def _adres(bestand: Model) -> str:
    soort = "wagtailimages" if isinstance(bestand, get_image_model()) else "wagtaildocs"
    return reverse(f"{soort}:delete", args=[bestand.pk])

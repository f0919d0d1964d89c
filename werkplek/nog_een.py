"""Another meeting, project or call like one that is there: the form of a new page, filled in. Nothing is kept until that is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import Page

from core.kopie import nog_een
from core.models import BasePage
from core.talen.taal import BRONTAAL, taal_van
from werkplek.missers import Scherm

# In the address of the form: the page that it begins with.
NET_ALS = "net-als"


def naar_nog_een(request: HttpRequest, pagina: Page) -> HttpResponse | None:
    """Wagtail's way of copying asks for an address and a place first. Who comes there gets the form itself, for what an
    editor makes with a button; not for a translation.
    """
    soort = pagina.specific_class
    if (
        request.method != "GET"
        or not getattr(soort, "knop_nieuw", "")
        or taal_van(pagina.locale_id) != BRONTAAL
    ):
        return None
    adres = reverse(
        "wagtailadmin_pages:add",
        args=[soort._meta.app_label, soort._meta.model_name, pagina.get_parent().pk],
    )
    return redirect(f"{adres}?{NET_ALS}={pagina.pk}")


class BegintMetNogEen(Scherm):
    """For Wagtail's screen for a new page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        nummer = request.GET.get(NET_ALS, "")
        bron = self.page_class.objects.filter(pk=nummer).first() if nummer.isdecimal() else None
        if isinstance(bron, BasePage) and bron.permissions_for_user(request.user).can_edit():
            self.page = nog_een(bron, request.user)
            # Until another title is typed; taken already, it gets a number when it is kept.
            self.page.slug = bron.slug
        return super().get(request, *args, **kwargs)

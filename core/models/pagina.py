from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, QueryDict
from django_filters import FilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from core.goedkeuring.formulieren import KopieForm
from core.goedkeuring.rechten import VierOgenRechten
from core.goedkeuring.wacht import aliassen_volgen
from core.paginering import pagineer


class BasePage(Page):
    """The base of every page of Bloei!.

    Abstract on purpose: wagtail-localize doesn't work with a page model of one's own in the place of
    `wagtailcore.Page`.
    """

    show_in_menus_default = False
    copy_form_class = KopieForm
    # Whether it may vanish on a date. What people took part in stays readable, as an archive.
    verdwijnt_vanzelf = True

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.expire_at and not self.verdwijnt_vanzelf:
            raise ValidationError(
                {"expire_at": "Laat deze datum leeg. Wat voorbij is, blijft te lezen in het archief."}
            )

    def permissions_for_user(self, user) -> VierOgenRechten:
        return VierOgenRechten(user, self)

    def update_aliases(self, *, revision=None, **kwargs) -> None:
        """Let aliases take over this page's content, but only the revision that just went live."""
        if revision is None or revision.pk != self.live_revision_id:
            return super().update_aliases(revision=revision, **kwargs)
        with aliassen_volgen():
            return super().update_aliases(revision=revision, **kwargs)


class LijstPage(BasePage):
    """A page that lists others, with filters and pages. Every kern has one of each kind."""

    max_count_per_parent = 1

    inleiding = models.TextField("inleiding", blank=True, help_text="Eén of twee zinnen boven de lijst.")

    content_panels = [*BasePage.content_panels, FieldPanel("inleiding")]

    class Meta:
        abstract = True

    def filter(self, keuze: QueryDict) -> FilterSet:
        """What the list holds, with the visitor's choice of filters (the query string) applied."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        lijst = self.filter(request.GET)
        return {
            **super().get_context(request, *args, **kwargs),
            "filter": lijst,
            "paginering": pagineer(lijst.qs, request),
        }

"""The municipality's front page, and pages that inform."""

from datetime import timedelta
from functools import cache
from typing import Self, cast

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageManager, Site

from core.blocks import InhoudBlock
from core.gemeente import gemeente
from core.models import BasePage
from core.openbaar import OpenbareQuerySet, Paginas, openbaar
from core.stroom import StroomField
from core.tijd import vandaag
from core.zoekveld import Zoekveld
from home import kernenkaart
from kernpagina.kernen import met_kern
from kernpagina.models import AgendaItemPage, KernPage, OproepPage


class HomePage(BasePage):
    """The front page: what is going on, and the way to the kernen."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["kernpagina.KernPage", "home.InformatiePage"]
    page_description = "De voorpagina van Bloei!"
    template = "home/home_page.html"
    veld_kort, veld_inhoud = "intro", "inhoud"

    intro = models.TextField(
        "intro", max_length=400, blank=True, help_text="Twee of drie zinnen over Bloei!."
    )
    inhoud = StroomField(InhoudBlock(), blank=True, verbose_name="inhoud")

    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("inhoud")]
    search_fields = [*BasePage.search_fields, Zoekveld("intro"), Zoekveld("inhoud")]

    class Meta:
        verbose_name = "voorpagina"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Whatever is shown is asked when it is shown: nearly always it is remembered (`{% onthouden %}`)."""
        op = vandaag()
        komend = self._openbaar(AgendaItemPage.objects).komend(op).voor_lijst()

        @cache
        def deze_week() -> list[Page]:
            return met_kern(komend.tussen(op, op + timedelta(days=6 - op.weekday())).eerste(6))

        @cache
        def kernen() -> list[KernPage]:
            return list(self._openbaar(KernPage.objects).om_te_lezen().defer_streamfields().op_naam())

        def oproepen() -> list[Page]:
            return met_kern(
                self._openbaar(OproepPage.objects).open(op).eerst_sluitend().voor_lijst().eerste(6)
            )

        return {
            **super().get_context(request, *args, **kwargs),
            "deze_week": deze_week,
            "agenda_items": lambda: deze_week() or met_kern(komend.eerste(6)),
            "oproepen": oproepen,
            "kernen": kernen,
            "kaart": lambda: kernenkaart.kaart(kernen(), gemeente()),
        }

    def _openbaar(self, paginas: Paginas) -> Paginas:
        return openbaar(paginas).filter(plek__voorpagina=self.pk)


class Rol(models.TextChoices):
    """What a page is on this site, whatever its title and its address become."""

    OVER = "over", "over Bloei!"
    TOEGANKELIJKHEID = "toegankelijkheid", "toegankelijkheidsverklaring"
    PRIVACY = "privacy", "privacyverklaring"
    HUISREGELS = "huisregels", "huisregels voor wie meedoet"
    BEVEILIGING = "beveiliging", "melden van een lek"
    CONTACT = "contact", "contact"


class InformatieQuerySet(OpenbareQuerySet):
    def met_rol(self, site: Site, *rollen: str) -> Self:
        """The public Dutch pages of this site with these roles."""
        return self.descendant_of(site.root_page).openbaar().filter(rol__in=rollen)


class InformatiePage(BasePage):
    """About Bloei!, accessibility, privacy, security: text that changes seldom."""

    parent_page_types = ["home.HomePage", "home.InformatiePage"]
    subpage_types = ["home.InformatiePage"]
    page_description = "Gewone tekst, bijvoorbeeld over privacy."
    template = "home/informatie_page.html"
    zoeknaam = _("Informatie")
    soortnaam = "informatie"
    veld_kort, veld_inhoud = "inleiding", "inhoud"
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "rol"]

    # The law wants some of these found. So nobody changes it in a form: `richt_in` sets it, once for each site.
    rol = models.CharField("rol", max_length=20, choices=Rol.choices, blank=True, editable=False)
    inleiding = models.TextField("inleiding", max_length=400, blank=True, help_text="Eén of twee zinnen.")
    inhoud = StroomField(InhoudBlock(), blank=True, verbose_name="inhoud")

    content_panels = [*BasePage.content_panels, FieldPanel("inleiding"), FieldPanel("inhoud")]
    search_fields = [*BasePage.search_fields, Zoekveld("inleiding"), Zoekveld("inhoud")]

    objects = cast("InformatieQuerySet", PageManager.from_queryset(InformatieQuerySet)())

    def with_content_json(self, content: dict) -> "InformatiePage":
        """The role belongs to the page, not to a version of it: an older text doesn't take it away."""
        pagina = super().with_content_json(content)
        pagina.rol = self.rol
        return pagina

    class Meta:
        verbose_name = "informatiepagina"
        verbose_name_plural = "informatiepagina's"

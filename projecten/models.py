"""Projects of residents and municipality, shown as equals, in phases with milestones."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page, PageManager, TranslatableMixin
from wagtail.search import index

from core.blocks import TEKST_FEATURES, InhoudBlock
from core.formulieren.maanden import maandpanel
from core.keuzes import Niveau
from core.models import BasePage, FotoMixin, LijstPage, PuntMixin, Thema
from core.models.onleesbaar import LosVanOnleesbaar
from core.stand import Stand
from core.stroom import StroomField
from core.zoekveld import Zoekveld
from projecten import panels
from projecten.filters import ProjectFilter
from projecten.keuzes import Datumzekerheid, Initiatiefnemer, ProjectStatus, RolGemeente
from projecten.querysets import ProjectQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


def kernen_om_te_kiezen() -> models.Q:
    """The pages of the kernen, by the name of their type: the kernen live in a layer above this one."""
    return models.Q(
        content_type__app_label="kernpagina",
        content_type__model="kernpage",
        locale__language_code=settings.LANGUAGE_CODE,
    )


class ProjectenPage(LijstPage):
    """Lists the projects of one kern."""

    parent_page_types = ["kernpagina.KernPage"]
    subpage_types = ["projecten.ProjectPage"]
    page_description = "De lijst met projecten van een kern. Elke kern heeft er één."
    template = "projecten/projecten_page.html"
    menunaam = _("Projecten")
    systeemtitel = _("Projecten in %(kern)s")

    class Meta:
        verbose_name = "projecten"

    def filter(self, keuze: QueryDict) -> ProjectFilter:
        projecten = ProjectPage.objects.over_kern(self.get_parent()).openbaar()
        return ProjectFilter(keuze, queryset=projecten.nieuwste_eerst().voor_lijst())


class ProjectThema(ItemBase):
    tag = models.ForeignKey(Thema, on_delete=models.CASCADE, related_name="project_themas")
    content_object = ParentalKey(
        "projecten.ProjectPage", on_delete=models.CASCADE, related_name="thema_koppelingen"
    )


class ProjectPage(FotoMixin, PuntMixin, BasePage):
    """Something that is being done, by residents, by the municipality or together."""

    parent_page_types = ["projecten.ProjectenPage"]
    subpage_types: list[str] = []
    page_description = "Iets waar mensen aan werken, met fasen en mijlpalen."
    template = "projecten/project_page.html"
    zoeknaam = _("Projecten")
    knop_nieuw = "Nieuw project"
    teken, veld_kort, veld_inhoud = "lijst", "samenvatting", "inhoud"
    fasen: "RelatedManager[ProjectFase]"
    mijlpalen: "RelatedManager[ProjectMijlpaal]"
    in_elke_taal_gelijk = ("trekker", "contact", "locatie")
    past: Mapping[str, int] = {"reden_gestopt": 500}
    van_toen = ("status", "reden_gestopt", "besluit_url", "mijlpalen")
    # A copy is kept at once, and how far it is can't be left open.
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, *van_toen[1:]]

    samenvatting = models.TextField(
        "samenvatting", max_length=300, help_text="Waar gaat het over? Eén of twee zinnen."
    )
    initiatiefnemer = models.CharField(
        "initiatiefnemer", max_length=20, choices=Initiatiefnemer.choices, help_text="Wie begon ermee?"
    )
    status = models.CharField(
        "status",
        max_length=20,
        choices=ProjectStatus.choices,
        db_index=True,
        help_text="Hoe ver is het project?",
    )
    reden_gestopt = models.TextField(
        "reden van stoppen", blank=True, help_text="Leg kort uit waarom het project is gestopt."
    )
    trekker = models.CharField(
        "trekker", max_length=120, blank=True, help_text="Welke groep of afdeling trekt het project?"
    )
    rol_gemeente = models.CharField(
        "rol van de gemeente",
        max_length=20,
        choices=RolGemeente.choices,
        blank=True,
        help_text="Wat doet de gemeente?",
    )
    contact = models.CharField(
        "contact",
        max_length=200,
        blank=True,
        help_text="Bij wie kun je terecht? Een e-mailadres of telefoonnummer.",
    )
    ook_in_kernen = ParentalManyToManyField(
        Page,
        verbose_name="ook in kernen",
        blank=True,
        related_name="+",
        limit_choices_to=kernen_om_te_kiezen,
        help_text="Gaat het ook over andere kernen? Dan staat het daar ook in de lijst.",
    )
    locatie = models.CharField(
        "locatie", max_length=160, blank=True, help_text="Waar is het? Bijvoorbeeld: het plein bij de kerk."
    )
    kosten = models.CharField("kosten", max_length=160, blank=True, help_text="Wat kost het ongeveer?")
    financiering = models.CharField("financiering", max_length=200, blank=True, help_text="Wie betaalt het?")
    besluit_url = models.URLField(
        "besluit", blank=True, help_text="Link naar het besluit van de raad of het college."
    )
    themas = ClusterTaggableManager(
        through=ProjectThema, blank=True, verbose_name="thema's", help_text="Waar gaat het over?"
    )
    inhoud = StroomField(InhoudBlock(), blank=True, verbose_name="inhoud")

    objects = cast("ProjectQuerySet", PageManager.from_queryset(ProjectQuerySet)())

    content_panels = panels.PROJECT
    search_fields = [
        *BasePage.search_fields,
        Zoekveld("samenvatting", boost=2),
        Zoekveld("inhoud"),
        Zoekveld("locatie"),
        Zoekveld("trekker"),
        Zoekveld("kosten"),
        Zoekveld("financiering"),
        Zoekveld("reden_gestopt"),
        index.AutocompleteField("samenvatting"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = "project"
        verbose_name_plural = "projecten"

    def stand(self, op: date) -> Stand | None:
        if not self.status:
            return None  # a draft that isn't filled in
        return Stand(self.status, self.get_status_display(), let_op=self.status == ProjectStatus.GESTOPT)

    def controleer(self) -> dict[str, str]:
        fouten = super().controleer()
        if self.status == ProjectStatus.GESTOPT and not self.reden_gestopt.strip():
            fouten["reden_gestopt"] = "Vertel kort waarom het project is gestopt."
        return fouten


class ProjectFase(LosVanOnleesbaar, TranslatableMixin, Orderable):
    """A stretch of a project. Which one is current follows from the dates, see `fases.py`."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="fasen")
    titel = models.CharField("titel", max_length=120)
    omschrijving = RichTextField("omschrijving", blank=True, features=TEKST_FEATURES)
    begin = models.DateField("begin", null=True, blank=True)
    einde = models.DateField("einde", null=True, blank=True)
    datumzekerheid = models.CharField(
        "hoe zeker is de datum?",
        max_length=12,
        choices=Datumzekerheid.choices,
        default=Datumzekerheid.INDICATIEF,
    )
    niveau = models.CharField(
        "meepraten en meedoen",
        max_length=16,
        choices=Niveau.choices,
        blank=True,
        help_text="Hoeveel invloed hebben mensen in deze fase?",
    )

    panels = [
        FieldPanel("titel"),
        FieldRowPanel([maandpanel("begin"), maandpanel("einde", laatste=True)]),
        FieldPanel("datumzekerheid"),
        FieldPanel("niveau"),
        FieldPanel("omschrijving"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "fase"
        verbose_name_plural = "fasen"

    def __str__(self) -> str:
        return self.titel

    def clean(self) -> None:
        super().clean()
        if self.begin and self.einde and self.einde < self.begin:
            raise ValidationError({"einde": "De fase is afgelopen voordat zij begint. Kijk de datums na."})


class ProjectMijlpaal(TranslatableMixin, Orderable):
    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="mijlpalen")
    datum = models.DateField("datum")
    titel = models.CharField("titel", max_length=120)
    omschrijving = models.TextField("omschrijving", blank=True)

    panels = [FieldPanel("datum"), FieldPanel("titel"), FieldPanel("omschrijving")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"

    def __str__(self) -> str:
        return self.titel

from typing import TYPE_CHECKING, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import Orderable, PageManager, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage, FotoMixin, PuntMixin
from core.stroom import StroomField
from core.zoekveld import Zoekveld
from kernpagina.blocks import KernInhoudBlock
from kernpagina.keuzes import DOET_MEE, GroepSoort, KernType, Uitrolfase
from kernpagina.querysets import KernQuerySet

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class KernPage(FotoMixin, PuntMixin, BasePage):
    """One of the villages and towns, and the top of its own part of the tree."""

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "kernpagina.KernagendaPage",
        "kernpagina.AgendaPage",
        "projecten.ProjectenPage",
        "kernpagina.OproepenPage",
    ]
    page_description = "De voorpagina van een dorp of stad."
    template = "kernpagina/kern_page.html"
    zoeknaam = _("Kernen")
    veld_kort, veld_inhoud = "intro", "inhoud"
    inwonersgroepen: "RelatedManager[Inwonersgroep]"
    in_elke_taal_gelijk = (
        "title",
        "woonplaatscode",
        "gebiedsmakelaar_naam",
        "gebiedsmakelaar_telefoon",
        "ontmoetingsplek_naam",
        "ontmoetingsplek_adres",
    )

    type = models.CharField("type", max_length=8, choices=KernType.choices, default=KernType.DORP)
    uitrolfase = models.CharField(
        "uitrolfase",
        max_length=16,
        choices=Uitrolfase.choices,
        default=Uitrolfase.NOG_NIET,
        help_text="Hoe ver is deze kern met Bloei!?",
    )
    startdatum = models.DateField(
        "startdatum", null=True, blank=True, help_text="Sinds wanneer doet de kern mee?"
    )
    intro = models.TextField("intro", max_length=400, help_text="Twee of drie zinnen over de kern.")
    woonplaatscode = models.CharField(
        "woonplaatscode",
        max_length=4,
        blank=True,
        help_text="De code van de woonplaats in de BAG, vier cijfers.",
    )
    gebiedsmakelaar_naam = models.CharField("naam", max_length=120, blank=True)
    gebiedsmakelaar_email = models.EmailField("e-mail", blank=True)
    gebiedsmakelaar_telefoon = models.CharField("telefoon", max_length=30, blank=True)
    ontmoetingsplek_naam = models.CharField(
        "naam", max_length=120, blank=True, help_text="Waar komt het dorp samen? Bijvoorbeeld het dorpshuis."
    )
    ontmoetingsplek_adres = models.CharField("adres", max_length=160, blank=True)
    dorpssite = models.URLField(
        "bestaande dorpssite", blank=True, help_text="De website die het dorp zelf al heeft."
    )
    volgende_evaluatie = models.DateField("volgende evaluatie", null=True, blank=True)
    inhoud = StroomField(
        KernInhoudBlock(),
        blank=True,
        verbose_name="inhoud",
        help_text="Bouw de pagina op uit blokken, in de volgorde die je zelf kiest.",
    )

    objects = cast("KernQuerySet", PageManager.from_queryset(KernQuerySet)())

    content_panels = [
        TitleFieldPanel(
            "title", heading="Naam", placeholder="Naam*", help_text="De naam van het dorp of de stad."
        ),
        FieldPanel("intro"),
        FieldPanel("foto"),
        FieldPanel("inhoud"),
        InlinePanel(
            "inwonersgroepen", heading="Inwonersgroepen", label="Inwonersgroep", classname="collapsed"
        ),
        MultiFieldPanel(
            [
                FieldPanel("gebiedsmakelaar_naam"),
                FieldPanel("gebiedsmakelaar_email"),
                FieldPanel("gebiedsmakelaar_telefoon"),
            ],
            heading="Gebiedsmakelaar",
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel("ontmoetingsplek_naam"),
                FieldPanel("ontmoetingsplek_adres"),
                FieldPanel("dorpssite"),
            ],
            heading="Ontmoetingsplek en website",
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel("type"),
                FieldPanel("uitrolfase"),
                FieldRowPanel([FieldPanel("startdatum"), FieldPanel("volgende_evaluatie")]),
                FieldPanel("woonplaatscode"),
                FieldRowPanel([FieldPanel("breedtegraad"), FieldPanel("lengtegraad")]),
            ],
            heading="Over de kern",
            classname="collapsed",
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        Zoekveld("intro", boost=2),
        Zoekveld("inhoud"),
        index.RelatedFields("inwonersgroepen", [Zoekveld("naam"), Zoekveld("over_ons")]),
        index.FilterField("uitrolfase"),
    ]

    class Meta:
        verbose_name = "kern"
        verbose_name_plural = "kernen"

    @property
    def doet_mee(self) -> bool:
        """Whether the village has begun."""
        return self.uitrolfase in DOET_MEE

    def clean(self) -> None:
        super().clean()
        if self.woonplaatscode and not (self.woonplaatscode.isdecimal() and len(self.woonplaatscode) == 4):
            raise ValidationError(
                {"woonplaatscode": "Een woonplaatscode bestaat uit vier cijfers, zoals 3213."}
            )


class Inwonersgroep(TranslatableMixin, Orderable):
    """A residents' group that owns the village's pages."""

    kern = ParentalKey(KernPage, on_delete=models.CASCADE, related_name="inwonersgroepen")
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=12, choices=GroepSoort.choices, blank=True)
    over_ons = models.TextField("over ons", blank=True, help_text="Wie zijn jullie en wat doen jullie?")
    contact = models.CharField(
        "contact", max_length=200, blank=True, help_text="Een e-mailadres of telefoonnummer van de groep."
    )
    website = models.URLField("website", blank=True)

    override_translatable_fields = [SynchronizedField("naam"), SynchronizedField("contact")]
    panels = [FieldPanel(veld) for veld in ("naam", "soort", "over_ons", "contact", "website")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "inwonersgroep"
        verbose_name_plural = "inwonersgroepen"

    def __str__(self) -> str:
        return self.naam

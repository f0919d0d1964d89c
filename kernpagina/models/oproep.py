from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from core.blocks import TEKST_FEATURES, InhoudBlock
from core.keuzes import Niveau
from core.models import BasePage, LijstPage, Thema
from core.stand import Stand
from core.stroom import StroomField
from core.talen.taal import BRONTAAL, taal_van
from core.teksten.plat import is_leeg
from core.tijd import einde_van, vandaag
from core.wanneer import periode
from core.zoekveld import Zoekveld
from kernpagina import panels
from kernpagina.antwoorden import (
    bezwaar_tegen_taken,
    bezwaar_tegen_uitkomst,
    bezwaar_tegen_vragen,
    bezwaar_zonder_uitkomst,
    bezwaar_zonder_vragen,
)
from kernpagina.filters import OproepFilter
from kernpagina.formulieren import OproepForm
from kernpagina.keuzes import Besluitnemer, OproepSoort, OproepStatus
from kernpagina.models.kenmerk import KentRijen
from kernpagina.oproepen import oproep_status
from kernpagina.querysets import OproepQuerySet
from projecten.models import ProjectPage


class OproepenPage(LijstPage):
    """Lists the calls of one kern."""

    parent_page_types = ["kernpagina.KernPage"]
    subpage_types = ["kernpagina.OproepPage"]
    page_description = "De lijst met oproepen om mee te doen. Elke kern heeft er één."
    template = "kernpagina/oproepen_page.html"
    menunaam = _("Meedoen")
    systeemtitel = _("Meedoen in %(kern)s")

    class Meta:
        verbose_name = "oproepen"

    def filter(self, keuze: QueryDict) -> OproepFilter:
        oproepen = OproepPage.objects.in_kern(self.get_parent()).openbaar().voor_lijst()
        op = vandaag()
        return OproepFilter(keuze, queryset=oproepen.wat_nu_kan_eerst(op), op=op)


class OproepThema(ItemBase):
    tag = models.ForeignKey(Thema, on_delete=models.CASCADE, related_name="oproep_themas")
    content_object = ParentalKey(
        "kernpagina.OproepPage", on_delete=models.CASCADE, related_name="thema_koppelingen"
    )


class OproepPage(KentRijen):
    """A call to take part: a question, a promise, and a date by which people hear what came of it."""

    base_form_class = OproepForm
    verdwijnt_vanzelf = False
    parent_page_types = ["kernpagina.OproepenPage"]
    subpage_types: list[str] = []
    page_description = "Een vraag aan inwoners om mee te denken of mee te doen."
    template = "kernpagina/oproep_page.html"
    zoeknaam = _("Oproepen")
    knop_nieuw = "Nieuwe oproep"
    teken, veld_kort, veld_inhoud = "praat", "vraag", "inhoud"
    van_toen = ("uitkomst", "motivering", "uitkomstpunten")
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, *van_toen]
    past: Mapping[str, int] = {
        "belofte": 300,
        "offline_meedoen": 300,
        "wat_staat_vast": 500,
        "ruimte_voor_invloed": 500,
    }
    rijen_met_kenmerk = ("vragen", "taken", "uitkomstpunten")

    # Rows of `oproep_delen`.
    vragen: Any
    taken: Any
    uitkomstpunten: Any

    vraag = models.TextField(
        "vraag", max_length=300, help_text="Wat vraag je aan inwoners? Eén duidelijke vraag."
    )
    soort = models.CharField("soort", max_length=20, choices=OproepSoort.choices)
    opent = models.DateField("opent op", help_text="De eerste dag waarop mensen kunnen meedoen.")
    sluit = models.DateField("sluit op", help_text="De laatste dag waarop mensen kunnen meedoen.")
    terugkoppeling_uiterlijk = models.DateField(
        "terugkoppeling uiterlijk", help_text="Op welke dag hoort iedereen uiterlijk wat ermee gebeurt?"
    )
    niveau = models.CharField(
        "niveau", max_length=16, choices=Niveau.choices, help_text="Hoeveel invloed hebben mensen?"
    )
    belofte = models.TextField(
        "belofte",
        blank=True,
        help_text="Wat beloven we aan wie meedoet? Laat leeg voor de standaardzin bij het niveau.",
    )
    offline_meedoen = models.TextField(
        "meedoen zonder internet",
        help_text="Waar, hoe laat, of met welk telefoonnummer kunnen mensen meedoen?",
    )
    online_meedoen = models.URLField(
        "online meedoen", blank=True, help_text="Link naar een formulier op een andere website."
    )
    voor_wie = models.CharField("voor wie", max_length=200, blank=True, help_text="Voor wie is deze oproep?")
    wat_staat_vast = models.TextField(
        "wat staat al vast", blank=True, help_text="Wat kan niet meer veranderen?"
    )
    ruimte_voor_invloed = models.TextField(
        "ruimte voor invloed", blank=True, help_text="Waar kunnen mensen nog over meebeslissen of meedenken?"
    )
    besluitnemer = models.CharField(
        "wie besluit",
        max_length=16,
        choices=Besluitnemer.choices,
        blank=True,
        help_text="Wie neemt het besluit?",
    )
    project = models.ForeignKey(
        ProjectPage,
        verbose_name="project",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="oproepen",
    )
    themas = ClusterTaggableManager(
        through=OproepThema, blank=True, verbose_name="thema's", help_text="Waar gaat het over?"
    )
    inhoud = StroomField(InhoudBlock(), blank=True, verbose_name="inhoud")
    uitkomst = RichTextField(
        "uitkomst", blank=True, features=TEKST_FEATURES, help_text="Wat kwam eruit, en wat gebeurt ermee?"
    )
    motivering = RichTextField(
        "motivering", blank=True, features=TEKST_FEATURES, help_text="Waarom is het zo besloten?"
    )

    objects = cast("OproepQuerySet", PageManager.from_queryset(OproepQuerySet)())

    content_panels = panels.OPROEP
    search_fields = [
        *BasePage.search_fields,
        Zoekveld("vraag", boost=2),
        Zoekveld("inhoud"),
        Zoekveld("voor_wie"),
        Zoekveld("wat_staat_vast"),
        Zoekveld("ruimte_voor_invloed"),
        Zoekveld("wie_besluit"),
        Zoekveld("offline_meedoen"),
        Zoekveld("uitkomst"),
        Zoekveld("onder_de_uitkomst"),
        index.AutocompleteField("vraag"),
        index.FilterField("sluit"),
    ]

    class Meta:
        verbose_name = "oproep"
        indexes = [
            models.Index(fields=["sluit", "page_ptr"], name="oproep_sluit"),
            models.Index(fields=["opent", "page_ptr"], name="oproep_opent"),
            models.Index(
                fields=["terugkoppeling_uiterlijk", "page_ptr"],
                condition=models.Q(uitkomst=""),
                name="oproep_zonder_uitkomst",
            ),
        ]
        verbose_name_plural = "oproepen"

    def status(self, op: date) -> OproepStatus:
        return oproep_status(self.opent, self.sluit, self.terugkoppeling_uiterlijk, bool(self.uitkomst), op)

    def stand(self, op: date) -> Stand:
        status = self.status(op)
        return Stand(status, str(status.label), let_op=status != OproepStatus.OPEN, vanzelf=True)

    def tijdstip(self) -> str:
        return periode(self.opent, self.sluit)

    def eindigt(self) -> datetime:
        return einde_van(self.sluit)

    @property
    def belofte_tekst(self) -> str:
        """The promise in the editor's words, or else the sentence that belongs to the level.

        A draft may have neither yet.
        """
        return self.belofte or (Niveau(self.niveau).belofte if self.niveau else "")

    def wie_besluit(self) -> str:
        """As a visitor reads it, in the language of this page."""
        with override(taal_van(self.locale_id)):
            return str(self.get_besluitnemer_display())

    def onder_de_uitkomst(self) -> list[str]:
        """What a visitor reads below the outcome, and nothing of it before there is one."""
        if not self.uitkomst:
            return []
        punten = [tekst for punt in self.uitkomstpunten.all() for tekst in (punt.titel, punt.antwoord)]
        return [get_text_for_indexing(self.motivering), *punten]

    def bezwaar(self) -> str:
        vragen = list(self.vragen.all())
        return (
            bezwaar_tegen_vragen(self, vragen)
            or bezwaar_tegen_taken(self, list(self.taken.all()))
            or self._wat_ontbreekt(vragen)
            or bezwaar_tegen_uitkomst(self)
        )

    def _wat_ontbreekt(self, vragen: list) -> str:
        """Asked of the Dutch page only: who translates it can't add what it lacks."""
        if taal_van(self.locale_id) != BRONTAAL:
            return ""
        punten = list(self.uitkomstpunten.all())
        return bezwaar_zonder_vragen(self, vragen) or bezwaar_zonder_uitkomst(
            self.uitkomst, self.motivering, punten
        )

    def clean(self) -> None:
        super().clean()
        if is_leeg(self.uitkomst):
            self.uitkomst = ""

    def controleer(self) -> dict[str, str]:
        fouten = super().controleer()
        if self.opent and self.sluit and self.sluit < self.opent:
            fouten["sluit"] = "De oproep sluit voordat hij opent. Kijk de datums na."
        if self.sluit and self.terugkoppeling_uiterlijk and self.terugkoppeling_uiterlijk < self.sluit:
            fouten["terugkoppeling_uiterlijk"] = (
                "Terugkoppelen kan pas als de oproep gesloten is. Kies een latere dag."
            )
        return fouten

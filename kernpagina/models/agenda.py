from datetime import date, datetime
from typing import Any, cast

from django.db import models
from django.http import HttpRequest, QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from core.blocks import TEKST_FEATURES, InhoudBlock
from core.models import BasePage, FotoMixin, LijstPage, PuntMixin, Thema
from core.stand import Stand
from core.stroom import StroomField
from core.teksten.plat import is_leeg
from core.tijd import einde_van, vandaag
from core.wanneer import achterstevoren, laatste_dag, wanneer
from core.zoekveld import Zoekveld
from kernpagina import panels
from kernpagina.aanmelden import aanmeldfouten
from kernpagina.filters import AgendaFilter
from kernpagina.formulieren import AgendaItemForm
from kernpagina.keuzes import Aanmelden, AgendaSoort, AgendaStatus, Vorm
from kernpagina.models.kenmerk import KentRijen
from kernpagina.overzicht import agenda_context
from kernpagina.querysets import AGENDA_OP_VOLGORDE, AgendaItemQuerySet
from projecten.models import ProjectPage


class AgendaPage(LijstPage):
    """The calendar of one kern: lists its agenda-items."""

    parent_page_types = ["kernpagina.KernPage"]
    subpage_types = ["kernpagina.AgendaItemPage"]
    page_description = "De lijst met bijeenkomsten en activiteiten. Elke kern heeft er één."
    template = "kernpagina/agenda_page.html"
    menunaam = gettext_lazy("Agenda")
    systeemtitel = gettext_lazy("Agenda %(kern)s")

    class Meta:
        verbose_name = "agenda"

    def filter(self, keuze: QueryDict) -> AgendaFilter:
        items = AgendaItemPage.objects.in_kern(self.get_parent()).openbaar().voor_lijst()
        return AgendaFilter(keuze, queryset=items, op=vandaag())

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **agenda_context(request, context["filter"])}


class AgendaItemThema(ItemBase):
    tag = models.ForeignKey(Thema, on_delete=models.CASCADE, related_name="agendaitem_themas")
    content_object = ParentalKey(
        "kernpagina.AgendaItemPage", on_delete=models.CASCADE, related_name="thema_koppelingen"
    )


class AgendaItemPage(FotoMixin, PuntMixin, KentRijen):
    """One dated meeting or activity."""

    verdwijnt_vanzelf = False
    base_form_class = AgendaItemForm
    parent_page_types = ["kernpagina.AgendaPage"]
    subpage_types: list[str] = []
    page_description = "Een bijeenkomst of activiteit op een dag."
    template = "kernpagina/agenda_item_page.html"
    zoeknaam = gettext_lazy("Agenda")
    knop_nieuw = "Nieuw agenda-item"
    teken, veld_kort, veld_inhoud = "agenda", "samenvatting", "inhoud"
    in_elke_taal_gelijk = ("locatie", "adres", "organisator", "aanmelden_contact")
    van_de_avond = ("verslag", "aantal_aanwezigen", "afspraken", "bijlagen")
    van_toen = ("status", "toelichting", "aanmelden_tot", *van_de_avond)
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, *van_toen]
    rijen_met_kenmerk = ("afspraken",)

    # Rows of `afspraak`.
    afspraken: Any

    begin = models.DateTimeField("begin", help_text="Op welke dag en hoe laat begint het?")
    einde = models.DateTimeField("einde", null=True, blank=True, help_text="Hoe laat is het afgelopen?")
    hele_dag = models.BooleanField("hele dag", default=False, help_text="Vink aan als er geen begintijd is.")
    locatie = models.CharField(
        "locatie", max_length=160, help_text="Waar is het? Bijvoorbeeld: het dorpshuis."
    )
    samenvatting = models.TextField(
        "samenvatting", max_length=300, blank=True, help_text="Waar gaat het over? Eén of twee zinnen."
    )
    soort = models.CharField(
        "soort", max_length=16, choices=AgendaSoort.choices, default=AgendaSoort.ACTIVITEIT
    )
    vorm = models.CharField("hoe kun je erbij zijn?", max_length=8, choices=Vorm.choices, default=Vorm.FYSIEK)
    adres = models.CharField("adres", max_length=160, blank=True, help_text="Straat, huisnummer en plaats.")
    routehint = models.CharField(
        "zo kom je er", max_length=200, blank=True, help_text="Bijvoorbeeld: de ingang is aan de achterkant."
    )
    toegankelijkheid = models.CharField(
        "toegankelijkheid van de plek",
        max_length=200,
        blank=True,
        help_text="Bijvoorbeeld: geen drempels, ringleiding aanwezig.",
    )
    online_link = models.URLField("online-link", blank=True, help_text="Het adres om online mee te doen.")
    organisator = models.CharField(
        "organisator", max_length=120, blank=True, help_text="Wie organiseert het?"
    )
    aanmelden = models.CharField(
        "aanmelden", max_length=12, choices=Aanmelden.choices, default=Aanmelden.NIET_NODIG
    )
    aanmelden_contact = models.CharField(
        "aanmelden bij", max_length=200, blank=True, help_text="Het e-mailadres, telefoonnummer of webadres."
    )
    aanmelden_tot = models.DateField("aanmelden tot en met", null=True, blank=True)
    max_aantal = models.PositiveSmallIntegerField("hoeveel mensen passen er?", null=True, blank=True)
    kosten = models.CharField("kosten", max_length=80, blank=True, help_text="Bijvoorbeeld gratis of 5 euro.")
    status = models.CharField(
        "status", max_length=12, choices=AgendaStatus.choices, default=AgendaStatus.GEPLAND
    )
    toelichting = models.CharField(
        "toelichting",
        max_length=250,
        blank=True,
        help_text="Wat is er veranderd, of waarom gaat het niet door?",
    )
    project = models.ForeignKey(
        ProjectPage,
        verbose_name="project",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="agenda_items",
    )
    oproep = models.ForeignKey(
        "kernpagina.OproepPage",
        verbose_name="oproep",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="agenda_items",
    )
    themas = ClusterTaggableManager(
        through=AgendaItemThema, blank=True, verbose_name="thema's", help_text="Waar gaat het over?"
    )
    inhoud = StroomField(InhoudBlock(), blank=True, verbose_name="inhoud")
    verslag = RichTextField(
        "samenvatting van het verslag", blank=True, features=TEKST_FEATURES, help_text="Wat is er besproken?"
    )
    aantal_aanwezigen = models.PositiveSmallIntegerField("aantal aanwezigen", null=True, blank=True)

    objects = cast("AgendaItemQuerySet", PageManager.from_queryset(AgendaItemQuerySet)())

    content_panels = panels.AGENDA_ITEM
    search_fields = [
        *BasePage.search_fields,
        Zoekveld("samenvatting", boost=2),
        Zoekveld("locatie"),
        Zoekveld("inhoud"),
        Zoekveld("verslag"),
        index.AutocompleteField("samenvatting"),
        index.FilterField("begin"),
    ]

    class Meta:
        verbose_name = "agenda-item"
        verbose_name_plural = "agenda-items"
        indexes = AGENDA_OP_VOLGORDE

    @property
    def geannuleerd(self) -> bool:
        return self.status == AgendaStatus.GEANNULEERD

    def is_voorbij(self, op: date) -> bool:
        return laatste_dag(self) < op

    def stand(self, op: date) -> Stand | None:
        if self.is_voorbij(op) and not self.geannuleerd:
            return Stand("geweest", _("Geweest"), let_op=True, vanzelf=True)
        if self.status == AgendaStatus.GEPLAND:
            return None
        return Stand(self.status, self.get_status_display(), let_op=True)

    def tijdstip(self) -> str:
        return wanneer(self)

    def eindigt(self) -> datetime:
        return einde_van(localdate(self.einde or self.begin))

    def nodigt_uit(self, op: date) -> bool:
        """Whether it still comes, or goes on, and isn't called off."""
        return not self.geannuleerd and not self.is_voorbij(op)

    def aanmelden_kan(self, op: date) -> bool:
        """Whether it isn't too late to sign up, where that is asked."""
        return self.nodigt_uit(op) and not (self.aanmelden_tot and self.aanmelden_tot < op)

    def clean(self) -> None:
        super().clean()
        if is_leeg(self.verslag):
            self.verslag = ""

    def controleer(self) -> dict[str, str]:
        fouten = super().controleer()
        if self.begin and achterstevoren(self):
            fouten["einde"] = "Het einde ligt voor het begin. Kijk de dag en de tijd na."
        if self.vorm != Vorm.FYSIEK and not self.online_link:
            fouten["online_link"] = "Vul het adres in waar mensen online kunnen meedoen."
        if self.status != AgendaStatus.GEPLAND and not self.toelichting.strip():
            fouten["toelichting"] = "Vertel kort wat er is veranderd of waarom het niet doorgaat."
        return fouten | aanmeldfouten(self)

from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any, cast

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField

from core.blocks import TEKST_FEATURES
from core.formulieren.datumvelden import EERSTE_JAAR, LAATSTE_JAAR
from core.models import BasePage, Thema
from core.stroom import StroomField
from core.talen.taal import BRONTAAL
from core.teksten.plat import platte_tekst
from core.zoekveld import Zoekveld
from kernpagina.blocks import OnderdelenBlock
from kernpagina.filters import KernagendapuntFilter
from kernpagina.keuzes import Herkomst, PuntStatus, Trekker
from kernpagina.panels import VersiePaneel
from kernpagina.querysets import KernagendapuntQuerySet
from projecten.models import ProjectPage


class KernagendaPage(BasePage):
    """The village's plan of action: points by theme, handed over in numbered versions. Not a calendar."""

    max_count_per_parent = 1
    parent_page_types = ["kernpagina.KernPage"]
    subpage_types: list[str] = []
    page_description = "Het plan van het dorp: punten per thema. Elke kern heeft er één."
    template = "kernpagina/kernagenda_page.html"
    zoeknaam = _("Kernagenda's")
    menunaam = _("Kernagenda")
    systeemtitel = _("Kernagenda %(kern)s")
    veld_inhoud = "onderdelen"
    # Each of them that was public: `versie.KernagendaVersie`.
    versies: Any

    versie = models.PositiveSmallIntegerField("versie", default=1, help_text="Het nummer van deze versie.")
    vastgesteld_op = models.DateField("vastgesteld op", null=True, blank=True)
    periode_van = models.PositiveSmallIntegerField(
        "periode van", null=True, blank=True, help_text="Het eerste jaar."
    )
    periode_tot = models.PositiveSmallIntegerField(
        "periode tot", null=True, blank=True, help_text="Het laatste jaar."
    )
    volgende_herziening = models.DateField(
        "volgende herziening", null=True, blank=True, help_text="Wanneer kijken jullie de kernagenda weer na?"
    )
    inleiding = RichTextField("inleiding", blank=True, features=TEKST_FEATURES)
    onderdelen = StroomField(
        OnderdelenBlock(),
        blank=True,
        verbose_name="thema's en punten",
        help_text="Voeg een thema toe en zet daar de punten onder.",
    )

    content_panels = [
        TitleFieldPanel(
            "title", heading="Titel", placeholder="Titel*", help_text="Bijvoorbeeld: Kernagenda Beesd."
        ),
        FieldPanel("versie"),
        VersiePaneel(),
        FieldPanel("onderdelen"),
        FieldPanel("inleiding"),
        MultiFieldPanel(
            [
                FieldPanel("vastgesteld_op"),
                FieldRowPanel([FieldPanel("periode_van"), FieldPanel("periode_tot")]),
                FieldPanel("volgende_herziening"),
            ],
            heading="Vastgesteld en herzien",
            classname="collapsed",
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        Zoekveld("inleiding"),
        Zoekveld("onderdelen"),
    ]

    class Meta:
        verbose_name = "kernagenda"
        verbose_name_plural = "kernagenda's"

    def in_het_kort(self) -> str:
        return unescape(platte_tekst(self.inleiding))

    def controleer(self) -> dict[str, str]:
        fouten = super().controleer()
        laatste = self.versies.aggregate(laatste=models.Max("versie"))["laatste"] if self.pk else None
        if self.versie is not None and self.versie < 1:
            fouten["versie"] = "De eerste versie heeft nummer 1."
        elif self.versie is not None and laatste and self.versie < laatste:
            # An earlier number would write over the text that was handed over as that version.
            fouten["versie"] = f"Versie {laatste} is er al. Kies {laatste} of een hoger nummer."
        for naam in ("periode_van", "periode_tot"):
            jaar = getattr(self, naam)
            if jaar is not None and not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
                fouten[naam] = f"Kijk het jaar na: {jaar} kan niet kloppen."
        if not fouten and self.periode_van and self.periode_tot and self.periode_tot < self.periode_van:
            fouten["periode_tot"] = "Het laatste jaar ligt voor het eerste jaar. Kijk de jaren na."
        if zonder := self._zonder_reden():
            bij = f"‘{zonder[0]}’" + (f" en {len(zonder) - 1} andere" if len(zonder) > 1 else "")
            fouten["onderdelen"] = f"De status is veranderd van {bij}. Schrijf er in één regel bij waarom."
        return fouten

    def _zonder_reden(self) -> list[str]:
        """The titles of points with another state than in the version before this one (or than online, in the first), and
        without a word why."""
        if not self.pk or not self.versie:
            return []
        vorige = self.versies.filter(versie__lt=self.versie).order_by("versie").last()
        online = Kernagendapunt.objects.filter(kernagenda=self.pk)
        rijen = vorige.punten if vorige else online.values("uuid", "status")
        was = {str(rij["uuid"]): rij["status"] for rij in rijen}
        punten = (kind for deel in self.onderdelen for kind in deel.value["punten"].bound_blocks)
        return [
            str(kind.value.get("titel"))
            for kind in punten
            if was.get(kind.id, kind.value.get("status")) != kind.value.get("status")
            and not kind.value.get("reden")
        ]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        punten = Kernagendapunt.objects.om_te_lezen().filter(kernagenda=self.pk).select_related("thema")
        punten = punten.met_openbaar_project().met_afspraken()
        lijst = KernagendapuntFilter(request.GET, queryset=punten.order_by("volgorde"))
        return {
            **super().get_context(request, *args, **kwargs),
            "filter": lijst,
            "punten": lijst.qs,
            "versies": list(self.versies.all()) if self.pk else [],
        }

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict:
        """Whoever looks at a draft sees the points of that draft, and not those that are public."""
        context = super().get_preview_context(request, mode_name)
        punten = list(self.punten_in_tekst())
        openbaar = ProjectPage.objects.openbaar().defer_streamfields()
        models.prefetch_related_objects(punten, models.Prefetch("project", openbaar))
        for punt in punten:
            punt.project_is_openbaar = punt.project is not None
        return {**context, "punten": punten}

    def punten_in_tekst(self) -> Iterator["Kernagendapunt"]:
        """The points in the text that this page holds in memory, in order, as rows that aren't saved."""
        volgorde = 0
        for onderdeel in self.onderdelen:
            thema = onderdeel.value["thema"]
            for kind in onderdeel.value["punten"].bound_blocks:
                punt = kind.value
                if not thema or not punt["titel"]:
                    continue
                volgorde += 1
                project = punt["project"]
                yield Kernagendapunt(
                    kernagenda_id=self.pk,
                    uuid=kind.id,
                    volgorde=volgorde,
                    thema=thema,
                    titel=punt["titel"],
                    omschrijving=_opgeslagen(punt["omschrijving"]),
                    herkomst=punt["herkomst"] or "",
                    trekker=punt["trekker"],
                    naam_trekker=punt["naam_trekker"] or "",
                    status=punt["status"],
                    reden=punt["reden"] or "",
                    motivering=_opgeslagen(punt["motivering"]),
                    planning=punt["planning"] or "",
                    prioriteit=bool(punt["prioriteit"]),
                    project_id=project.pk if project else None,
                )


class Kernagendapunt(models.Model):
    """A point of a published kernagenda, to count and to filter on.

    The text is written in the StreamField of `KernagendaPage`. This table holds what of it is public, and
    is made anew by `kernagendapunten.werk_bij` at each publication: nothing else writes here.
    """

    kernagenda = models.ForeignKey(KernagendaPage, on_delete=models.CASCADE, related_name="punten")
    uuid = models.UUIDField("kenmerk", help_text="Blijft gelijk bij elke wijziging en in elke taal.")
    volgorde = models.PositiveIntegerField()
    thema = models.ForeignKey(Thema, on_delete=models.PROTECT, related_name="kernagendapunten")
    # As long as it comes: a translation may be longer than what the form of the Dutch text takes.
    titel = models.TextField()
    omschrijving = models.TextField(blank=True)
    herkomst = models.CharField(max_length=16, blank=True)
    trekker = models.CharField(max_length=24, choices=Trekker.choices, db_index=True)
    naam_trekker = models.TextField(blank=True)
    status = models.CharField(max_length=16, choices=PuntStatus.choices, db_index=True)
    # Why the state is another than it was, and since when it is what it is: the day on which the point came, or changed.
    reden = models.TextField(blank=True, default="", db_default="")
    veranderd_op = models.DateField(null=True, db_index=True)
    motivering = models.TextField(blank=True)
    planning = models.TextField(blank=True)
    prioriteit = models.BooleanField(default=False, db_index=True)
    project = models.ForeignKey(
        ProjectPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="kernagendapunten"
    )

    # Of its text: see punttaal.py.
    taal: str = BRONTAAL
    # Set by `met_openbaar_project`: who didn't ask, doesn't show it.
    project_is_openbaar = False
    # The same by `met_afspraken`: the identity of each agreement, and the number of its meeting.
    afspraak_rijen: Sequence[dict] = ()
    afgesproken: Sequence[tuple] = ()

    objects = cast("KernagendapuntQuerySet", KernagendapuntQuerySet.as_manager())

    class Meta:
        verbose_name = "kernagendapunt"
        verbose_name_plural = "kernagendapunten"
        ordering = ["kernagenda", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["kernagenda", "uuid"], name="uniek_punt_per_kernagenda")
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def herkomst_naam(self) -> str:
        return str(Herkomst(self.herkomst).label) if self.herkomst in Herkomst.values else self.herkomst

    @property
    def openbaar_project(self) -> ProjectPage | None:
        """The project that it names, or None for one that isn't public: its title isn't either."""
        return self.project if self.project_is_openbaar else None

    @property
    def anker(self) -> str:
        """The point's place on the page of its kernagenda."""
        return f"punt-{self.uuid}"


def _opgeslagen(waarde) -> str:
    """Rich text as Wagtail stores it, with its internal links."""
    return waarde.source if waarde else ""

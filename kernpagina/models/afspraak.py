"""What was agreed at meetings: as it stands in the report, as a public register, and how it goes with it since."""

from datetime import date
from typing import Any, cast
from uuid import UUID, uuid5

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from core.talen.taal import BRONTAAL
from kernpagina.keuzes import LOPENDE_AFSPRAAK, MET_UITLEG, AfspraakStand, MeldingBesluit, Trekker
from kernpagina.models.agenda import AgendaItemPage
from kernpagina.models.kenmerk import KENMERK_PANEEL, MetKenmerk
from kernpagina.models.puntkeuze import PuntPaneel
from kernpagina.querysets_afspraken import AfspraakQuerySet
from projecten.models import ProjectPage

LANGSTE_REGEL = 200


def punt_van(kenmerk: UUID) -> UUID:
    """The identity of the point of a kernagenda that is made of an agreement: it follows from the agreement, so that the
    two know each other without anything being kept, and one tick more makes no second point."""
    return uuid5(kenmerk, "kernagendapunt")


class AgendaAfspraak(MetKenmerk, TranslatableMixin, Orderable):
    """What was agreed at a meeting: what, who, when. How it goes with it is no part of the report: `AfspraakMelding`."""

    agenda_item = ParentalKey(AgendaItemPage, on_delete=models.CASCADE, related_name="afspraken")
    wat = models.CharField("wat", max_length=250)
    # Empty in reports from before it was asked.
    wie_soort = models.CharField(
        "wie doet het?", max_length=24, choices=Trekker.choices, default="", db_default=""
    )
    wie = models.CharField(
        "wie precies?", max_length=120, blank=True, help_text="Een groep of functie, liever geen naam."
    )
    uiterlijk = models.DateField(
        "uiterlijk op", null=True, blank=True, help_text="Is er een dag afgesproken? Dan houden we die bij."
    )
    wanneer = models.CharField(
        "of in woorden", max_length=80, blank=True, help_text="Bijvoorbeeld: voor de zomer."
    )
    project = models.ForeignKey(
        ProjectPage,
        verbose_name="project",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    kernagendapunt = models.UUIDField("hoort het bij een punt op de kernagenda?", null=True, blank=True)

    panels = [
        FieldPanel("wat"),
        FieldPanel("wie_soort"),
        FieldPanel("wie"),
        FieldPanel("uiterlijk"),
        FieldPanel("wanneer"),
        PuntPaneel("kernagendapunt"),
        FieldPanel("project"),
        KENMERK_PANEEL,
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"

    def __str__(self) -> str:
        return self.wat

    @property
    def tekst_voor_kenmerk(self) -> str:
        return self.wat


class Afspraak(models.Model):
    """An agreement of a published report, to list, to filter and to count.

    What was agreed is written in the report, and how it goes with it in `AfspraakMelding`. This table holds what of both
    is public, and is made by `afspraken.werk_bij` and `afspraakstanden.bevestig`: nothing else writes here.
    """

    agenda_item = models.ForeignKey(
        AgendaItemPage, on_delete=models.CASCADE, related_name="openbare_afspraken"
    )
    kenmerk = models.UUIDField("kenmerk", db_index=True)
    volgorde = models.PositiveIntegerField()
    # As long as they come: a translation may be longer than what the form of the Dutch text takes.
    wat = models.TextField()
    wie = models.TextField(blank=True)
    wanneer = models.TextField(blank=True)
    wie_soort = models.CharField(max_length=24, choices=Trekker.choices, blank=True, db_index=True)
    uiterlijk = models.DateField(null=True, db_index=True)
    stand = models.CharField(
        max_length=12, choices=AfspraakStand.choices, default=AfspraakStand.AFGESPROKEN, db_index=True
    )
    uitleg = models.TextField(blank=True)
    stand_op = models.DateField(null=True)
    # The identity of the point that belongs to it: there may be none, or one that isn't public.
    punt = models.UUIDField(db_index=True)
    project = models.ForeignKey(
        ProjectPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="afspraken"
    )

    # Of its text: see punttaal.py.
    taal: str = BRONTAAL
    # How it went is told in Dutch.
    alleen_bron: frozenset[str] = frozenset({"uitleg"})
    # Set by whoever shows it.
    kern: Any = None
    openbaar_punt: Any = None
    openbaar_project: Any = None

    objects = cast("AfspraakQuerySet", AfspraakQuerySet.as_manager())
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "openbare afspraak"
        verbose_name_plural = "openbare afspraken"
        default_permissions = ()
        ordering = ["agenda_item", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["agenda_item", "kenmerk"], name="unieke_afspraak_per_verslag")
        ]

    def __str__(self) -> str:
        return self.wat

    @property
    def loopt(self) -> bool:
        """Neither done nor dropped."""
        return self.stand in LOPENDE_AFSPRAAK

    def dagen_te_laat(self, op: date) -> int:
        """How many days it is late on that day; 0 for what isn't."""
        return max((op - self.uiterlijk).days, 0) if self.uiterlijk and self.loopt else 0

    @property
    def anker(self) -> str:
        """The agreement's place on the page of its meeting."""
        return f"afspraak-{self.kenmerk}"


class AfspraakMelding(models.Model):
    """Somebody says how it goes with an agreement; it counts when somebody else confirms it. Added to, never changed but
    for that. Written in `afspraakstanden.py` only."""

    agenda_item = models.ForeignKey(
        AgendaItemPage, on_delete=models.CASCADE, related_name="afspraakmeldingen"
    )
    afspraak = models.UUIDField("kenmerk van de afspraak")
    stand = models.CharField("stand", max_length=12, choices=AfspraakStand.choices)
    uitleg = models.CharField("uitleg", max_length=LANGSTE_REGEL, blank=True)
    gemeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="gemeld door", null=True, related_name="+"
    )
    gemeld_op = models.DateTimeField(default=timezone.now)
    besluit = models.CharField("besluit", max_length=12, choices=MeldingBesluit.choices, blank=True)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="besloten door", null=True, related_name="+"
    )
    besloten_op = models.DateTimeField(null=True)
    opmerking = models.CharField("opmerking", max_length=LANGSTE_REGEL, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "melding over een afspraak"
        verbose_name_plural = "meldingen over afspraken"
        default_permissions = ()
        ordering = ["gemeld_op", "pk"]
        constraints = [
            models.CheckConstraint(
                name="afspraakmelding_vier_ogen",
                condition=Q(gemeld_door=None) | Q(besloten_door=None) | ~Q(gemeld_door=F("besloten_door")),
            ),
            models.CheckConstraint(
                name="afspraakmelding_met_uitleg", condition=~Q(stand__in=MET_UITLEG) | ~Q(uitleg="")
            ),
            models.CheckConstraint(
                name="afspraakmelding_besloten",
                condition=Q(besluit="", besloten_op=None) | (~Q(besluit="") & Q(besloten_op__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["agenda_item", "afspraak"],
                condition=Q(besluit=""),
                name="afspraakmelding_een_die_wacht",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stand_display()}: {self.uitleg}"

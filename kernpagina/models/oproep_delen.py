"""What belongs to a call, in rows: the questions that are asked, and what came of the answers."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from kernpagina.keuzes import PuntBesluit, VraagSoort
from kernpagina.models.kenmerk import KENMERK_PANEEL, MetKenmerk
from projecten.models import ProjectPage

MEESTE_KEUZES = 12


class OproepVraag(MetKenmerk, TranslatableMixin, Orderable):
    """One question of a call. Its answers are kept by `kenmerk`; a choice by its place, the same in every language."""

    oproep = ParentalKey("kernpagina.OproepPage", on_delete=models.CASCADE, related_name="vragen")
    vraag = models.CharField("vraag", max_length=200)
    soort = models.CharField(
        "hoe antwoord je?", max_length=12, choices=VraagSoort.choices, default=VraagSoort.EEN_KEUZE
    )
    keuzes = models.TextField("keuzes", blank=True, help_text="Elke keuze op een eigen regel.")
    toelichting = models.CharField("toelichting", max_length=200, blank=True)
    verplicht = models.BooleanField("verplicht", default=False)

    panels = [
        # The call has a *Vraag* as well.
        FieldPanel("vraag", heading="Wat wil je vragen?"),
        FieldPanel("soort"),
        FieldPanel("keuzes"),
        FieldPanel("toelichting"),
        FieldPanel("verplicht"),
        KENMERK_PANEEL,
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "vraag"
        verbose_name_plural = "vragen"

    def __str__(self) -> str:
        return self.vraag

    @property
    def tekst_voor_kenmerk(self) -> str:
        return self.vraag

    @property
    def keuzelijst(self) -> list[str]:
        """What can be chosen, in order; nothing for a question that is answered in words."""
        if self.soort == VraagSoort.SCHAAL:
            return ["1", "2", "3", "4", "5"]
        if self.soort == VraagSoort.OPEN:
            return []
        return [regel.strip() for regel in self.keuzes.splitlines() if regel.strip()]

    def clean(self) -> None:
        super().clean()
        if self.soort not in (VraagSoort.EEN_KEUZE, VraagSoort.MEER_KEUZES):
            return
        keuzes = self.keuzelijst
        if not 2 <= len(keuzes) <= MEESTE_KEUZES:
            raise ValidationError(
                {"keuzes": f"Vul twee tot {MEESTE_KEUZES} keuzes in, elke keuze op een eigen regel."}
            )
        # Two that read the same would split the answers between them.
        gelijk = [keuze.casefold() for keuze in keuzes]
        dubbel = next((keuze for nr, keuze in enumerate(keuzes) if gelijk[nr] in gelijk[:nr]), None)
        if dubbel is not None:
            raise ValidationError({"keuzes": f"‘{dubbel}’ staat er twee keer. Laat er één van staan."})


class OproepTaak(MetKenmerk, TranslatableMixin, Orderable):
    """Something to help with. Who helps is kept by `kenmerk`."""

    oproep = ParentalKey("kernpagina.OproepPage", on_delete=models.CASCADE, related_name="taken")
    taak = models.CharField(
        "taak",
        max_length=120,
        help_text="Wat gaan mensen doen? Bijvoorbeeld: koffie zetten, zaterdagochtend.",
    )
    nodig = models.PositiveSmallIntegerField(
        "hoeveel mensen zijn er nodig?",
        null=True,
        blank=True,
        validators=[MinValueValidator(1, "Vul in hoeveel mensen er nodig zijn, of laat dit leeg.")],
        help_text="Laat leeg als iedereen kan meedoen.",
    )

    panels = [FieldPanel("taak"), FieldPanel("nodig"), KENMERK_PANEEL]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "taak"
        verbose_name_plural = "taken"

    def __str__(self) -> str:
        return self.taak

    @property
    def tekst_voor_kenmerk(self) -> str:
        return self.taak


class Uitkomstpunt(MetKenmerk, TranslatableMixin, Orderable):
    """One thing that residents brought in, and what is done with it. Each placed reaction belongs to one."""

    oproep = ParentalKey("kernpagina.OproepPage", on_delete=models.CASCADE, related_name="uitkomstpunten")
    titel = models.CharField("titel", max_length=120)
    besluit = models.CharField(
        "wat gebeurt ermee?", max_length=16, choices=PuntBesluit.choices, default=PuntBesluit.NOG_NIET
    )
    antwoord = models.TextField("antwoord", max_length=1000)
    project = models.ForeignKey(
        ProjectPage,
        verbose_name="project",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("titel"),
        FieldPanel("besluit"),
        FieldPanel("antwoord"),
        FieldPanel("project"),
        KENMERK_PANEEL,
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "punt van de uitkomst"
        verbose_name_plural = "punten van de uitkomst"

    def __str__(self) -> str:
        return self.titel

    @property
    def tekst_voor_kenmerk(self) -> str:
        return self.titel

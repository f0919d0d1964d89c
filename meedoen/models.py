"""What residents answer to a call, what was decided about it, and what others reported."""

import uuid
from typing import Any, cast

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from core.talen.taal import BRONTAAL
from inwoners.models import Inwoner, NaamOpenbaar
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelding import Aanmelding as Aanmelding
from meedoen.aanmelding import AanmeldingQuerySet as AanmeldingQuerySet
from meedoen.brief import Brief as Brief
from meedoen.inwonervraag import InwonerVraag as InwonerVraag
from meedoen.keuzes import IN_WOORDEN, LANGSTE_TEKST, LEVEND, MEESTE_IDEEEN, Bron, Reden, Soort, Stand
from meedoen.querysets import ReactieQuerySet
from meedoen.uitdaging import UitdaagVel as UitdaagVel
from meedoen.uitdaging import Uitdaging as Uitdaging


def _persoon(verbose: str) -> models.ForeignKey:
    """Somebody who works here."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=verbose,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )


class Reactie(models.Model):
    """One answer to a call. Its states are changed in `stappen.py` only."""

    oproep = models.ForeignKey(OproepPage, on_delete=models.CASCADE, related_name="reacties")
    # Of a plan: the id of the block with the heading; empty for the whole.
    onderdeel = models.CharField("onderdeel", max_length=36, blank=True)
    # Forgetting somebody is never held up by this: what has to stay is cut loose first (vergeten.py).
    inwoner = models.ForeignKey(
        Inwoner, on_delete=models.CASCADE, null=True, blank=True, related_name="reacties"
    )
    agenda_item = models.ForeignKey(
        AgendaItemPage, on_delete=models.CASCADE, null=True, blank=True, related_name="reacties"
    )
    # Of one resident on one call; only of ideas there may be more.
    volgnummer = models.PositiveSmallIntegerField(default=1)
    bron = models.CharField("bron", max_length=12, choices=Bron.choices, default=Bron.WEB)
    titel = models.CharField("titel", max_length=100, blank=True)
    tekst = models.TextField("tekst", max_length=LANGSTE_TEKST, blank=True)
    # By the identity of the question: the words, or the numbers of what was chosen, from 0.
    antwoorden = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    # On paper somebody ticks that their name may stand with it; the form of the site says so.
    naam_erbij = models.BooleanField("naam mag erbij", default=True, db_default=True)
    # As its own form said it: what somebody chose another time, they didn't choose for this.
    naam_openbaar = models.CharField(
        "zo staat de naam erbij",
        max_length=10,
        choices=NaamOpenbaar.choices,
        default=NaamOpenbaar.KORT,
        db_default=NaamOpenbaar.KORT,
    )
    kern = models.CharField("kern", max_length=10, blank=True, default="", db_default="")
    # As it was when it was placed.
    naam_getoond = models.CharField("naam zoals getoond", max_length=200, blank=True)
    taal = models.CharField("taal", max_length=10, default="nl")
    stand = models.CharField("stand", max_length=14, choices=Stand.choices, default=Stand.CONCEPT)
    # The identity of a point of the outcome, which may stand in a draft only.
    uitkomstpunt = models.UUIDField("punt van de uitkomst", null=True, blank=True)
    # A form that is sent twice is one reaction.
    formulier = models.UUIDField(unique=True, default=uuid.uuid4)
    ingevoerd_door = _persoon("ingevoerd door")
    # As somebody wrote it on the sheet, so that none is typed twice: `tafel.py` looks, with the page held.
    velnummer = models.PositiveSmallIntegerField("vel", null=True, blank=True)
    # The one that was given back, and that this sheet takes the place of; until somebody read this one.
    vervangt = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="vervangen_door"
    )
    gezien_door = _persoon("geplaatst door")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    geplaatst_op = models.DateTimeField(null=True, blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)
    aanpassen_voor = models.DateField(null=True, blank=True)

    objects = cast("ReactieQuerySet", ReactieQuerySet.as_manager())
    besluiten: Any
    meldingen: Any
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        default_permissions = ()
        indexes = [models.Index(fields=["oproep", "stand"], name="reactie_oproep_stand")]
        constraints = [
            models.CheckConstraint(
                name="reactie_een_afzender",
                condition=Q(inwoner__isnull=False, agenda_item=None)
                | Q(inwoner=None, agenda_item__isnull=False)
                | Q(inwoner=None, agenda_item=None, stand=Stand.GEANONIMISEERD),
            ),
            models.CheckConstraint(
                name="reactie_vier_ogen",
                condition=Q(gezien_door=None) | Q(ingevoerd_door=None) | ~Q(gezien_door=F("ingevoerd_door")),
            ),
            models.CheckConstraint(
                name="reactie_volgnummer", condition=Q(volgnummer__gte=1, volgnummer__lte=MEESTE_IDEEEN)
            ),
            models.UniqueConstraint(
                fields=["oproep", "inwoner", "volgnummer"],
                condition=Q(stand__in=LEVEND),
                name="reactie_een_per_inwoner",
            ),
        ]

    def __str__(self) -> str:
        return self.titel or self.tekst[:60] or f"antwoorden op {self.oproep}"

    @property
    def openbaar(self) -> bool:
        return self.stand in (Stand.GEPLAATST, Stand.GEANONIMISEERD)

    @property
    def los_te_lezen(self) -> bool:
        """Whether it is shown one by one once it is placed, or in totals only."""
        return self.oproep.soort in IN_WOORDEN


class Besluit(models.Model):
    """What was decided about a reaction, when and by whom. Added to, never changed."""

    reactie = models.ForeignKey(Reactie, on_delete=models.CASCADE, related_name="besluiten")
    besluit = models.CharField(max_length=12, choices=Soort.choices)
    reden = models.CharField(max_length=20, choices=Reden.choices, blank=True)
    toelichting = models.TextField(max_length=1000, blank=True)
    # Empty for what its writer did.
    door = _persoon("door")
    op = models.DateTimeField(default=timezone.now)
    # A second look at an earlier decision, and who took that one: the database itself holds them apart.
    herziet = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="herzien_door"
    )
    eerder_door = _persoon("eerder besloten door")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        default_permissions = ()
        ordering = ["op", "pk"]
        constraints = [
            models.CheckConstraint(
                name="besluit_tweede_blik_door_een_ander",
                condition=Q(door=None) | Q(eerder_door=None) | ~Q(door=F("eerder_door")),
            ),
            models.CheckConstraint(
                name="besluit_met_reden",
                condition=~Q(besluit__in=[Soort.AFGEWEZEN, Soort.VERBORGEN]) | ~Q(reden=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_besluit_display()}: {self.reactie}"


class Melding(models.Model):
    """Somebody reports a placed reaction (Digital Services Act, article 16)."""

    reactie = models.ForeignKey(Reactie, on_delete=models.CASCADE, related_name="meldingen")
    waarom = models.CharField("waarom", max_length=20, choices=Reden.choices)
    toelichting = models.TextField("toelichting", max_length=1000)
    naam = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    te_goeder_trouw = models.BooleanField("te goeder trouw")
    # In which they hear what is decided.
    taal = models.CharField("taal", max_length=10, default=BRONTAAL, db_default=BRONTAAL)
    op = models.DateTimeField(default=timezone.now)
    # A form that is sent twice is one report.
    formulier = models.UUIDField(unique=True, default=uuid.uuid4)
    besluit = models.ForeignKey(
        Besluit, on_delete=models.CASCADE, null=True, blank=True, related_name="meldingen"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        default_permissions = ()
        ordering = ["op", "pk"]
        constraints = [
            models.CheckConstraint(name="melding_te_goeder_trouw", condition=Q(te_goeder_trouw=True))
        ]

    def __str__(self) -> str:
        return f"{self.get_waarom_display()}: {self.reactie}"

"""What is mailed at one time about one thing that is followed: frozen, numbered by the log, and to whom it went."""

from datetime import date
from typing import Self, cast

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from berichten.models import Bericht
from volgen.models.abonnement import Abonnement, Ritme, Volgt

LANGSTE_VOORWOORD = 600


class EditieStand(models.TextChoices):
    VERZENDEN = "verzenden", "wordt verzonden"
    VERZONDEN = "verzonden", "verzonden"
    # Nothing was new: no mail, and the numbers go on.
    OVERGESLAGEN = "overgeslagen", "overgeslagen"


class EditieQuerySet(models.QuerySet):
    def van_kern(self, kern: int | None) -> Self:
        """The newsletters of a village that everybody may read, the newest first."""
        weken = self.filter(volgt=Volgt.KERN, pagina=kern, ritme=Ritme.WEEK)
        return weken.exclude(stand=EditieStand.OVERGESLAGEN).order_by("-dag")

    def over(self, pagina: int) -> Self:
        """Those that tell of this Dutch page."""
        return self.filter(inhoud__contains=[{"pagina": pagina}])


class Editie(models.Model):
    """What became public after number `van`, up to and with number `tot`. Each number stands in one edition of what is
    followed: the next begins where this one ended, whenever that is."""

    volgt = models.CharField(max_length=10, choices=Volgt.choices)
    # As numbers: what was followed may be gone by now.
    pagina = models.BigIntegerField(null=True)
    thema = models.BigIntegerField(null=True)
    ritme = models.CharField(max_length=8, choices=Ritme.choices)
    # The Thursday to which it belongs, also when it was made later.
    dag = models.DateField()
    van = models.BigIntegerField()
    tot = models.BigIntegerField()
    # A list of pages, in order (`samenstellen.py`), with their words in each language.
    inhoud = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    voorwoord = models.TextField(max_length=LANGSTE_VOORWOORD, blank=True)
    stand = models.CharField(max_length=14, choices=EditieStand.choices)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    # Counted when it was done; before that in its `leveringen`.
    verzonden = models.PositiveIntegerField(default=0)
    onbestelbaar = models.PositiveIntegerField(default=0)

    objects = cast("EditieQuerySet", EditieQuerySet.as_manager())

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "editie"
        verbose_name_plural = "edities"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["volgt", "pagina", "thema", "ritme", "dag"],
                nulls_distinct=False,
                name="editie_een_keer",
            ),
            models.CheckConstraint(name="editie_van_tot", condition=Q(van__lte=F("tot"))),
        ]
        indexes = [
            models.Index(fields=["-dag", "-id"], name="editie_nieuwste"),
            models.Index(fields=["stand"], name="editie_bezig", condition=Q(stand=EditieStand.VERZENDEN)),
        ]

    def __str__(self) -> str:
        return f"editie {self.pk} van {self.dag}"


class LeveringQuerySet(models.QuerySet):
    def te_schrijven(self) -> Self:
        """Those without a mail yet."""
        return self.filter(bericht=None, mislukt=False, abonnement__isnull=False)

    def onderweg(self) -> Self:
        """Those of which the mail can still go, or has to be written."""
        niet_klaar = Q(bericht=None) | Q(bericht__verzonden_op=None, bericht__mislukt_op=None)
        return self.filter(niet_klaar, mislukt=False)

    def tel(self) -> dict[str, int]:
        """How many mails went, can't go, and wait; what goes in one mail is one."""
        return self.aggregate(**_geteld())

    def per_editie(self) -> dict[int, dict[str, int]]:
        """The same for each edition; one query."""
        rijen = self.order_by().values("editie").annotate(**_geteld())
        return {rij.pop("editie"): rij for rij in rijen}


def _geteld() -> dict[str, Count]:
    weg = Q(bericht__verzonden_op__isnull=False)
    niet = Q(mislukt=True) | Q(bericht__mislukt_op__isnull=False)
    mail = Coalesce(F("bericht"), -F("pk"))
    return {
        "verzonden": Count(mail, filter=weg, distinct=True),
        "onbestelbaar": Count(mail, filter=niet & ~weg, distinct=True),
        "wacht": Count(
            mail, filter=Q(mislukt=False, bericht__verzonden_op=None, bericht__mislukt_op=None), distinct=True
        ),
    }


class Levering(models.Model):
    """One edition for one subscription; those of one address go in one mail."""

    editie = models.ForeignKey(Editie, on_delete=models.CASCADE, related_name="leveringen")
    # Empty when that was forgotten since: then it only counts.
    abonnement = models.ForeignKey(
        Abonnement, on_delete=models.SET_NULL, null=True, related_name="leveringen"
    )
    # Empty until it is written; and again when what it told was taken off the site before it went.
    bericht = models.ForeignKey(Bericht, on_delete=models.SET_NULL, null=True, related_name="leveringen")
    # The mailbox turned out not to be there before anything was written.
    mislukt = models.BooleanField(default=False)

    objects = cast("LeveringQuerySet", LeveringQuerySet.as_manager())

    class Meta:
        verbose_name = "levering"
        verbose_name_plural = "leveringen"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["editie", "abonnement"], name="levering_een_keer"),
        ]
        indexes = [
            models.Index(
                fields=["editie"],
                name="levering_te_schrijven",
                condition=Q(bericht=None, mislukt=False, abonnement__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"levering {self.pk}"


class VoorwoordQuerySet(models.QuerySet):
    def wacht(self, op: date) -> Self:
        """What somebody else has to read before the Thursday it is for is over."""
        return self.filter(gezien_op=None, dag__gte=op).order_by("dag", "pk")


class Voorwoord(models.Model):
    """What the editors of a village say at the head of its newsletter, once somebody else approved of it."""

    # The Dutch page of the village.
    kern = models.BigIntegerField()
    dag = models.DateField()
    tekst = models.TextField(max_length=LANGSTE_VOORWOORD)
    geschreven_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    geschreven_op = models.DateTimeField(default=timezone.now)
    gezien_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    gezien_op = models.DateTimeField(null=True)
    # Why it isn't good yet, in the words of who read it; empty once it is written anew.
    opmerking = models.CharField(max_length=300, blank=True)

    objects = cast("VoorwoordQuerySet", VoorwoordQuerySet.as_manager())

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "voorwoord"
        verbose_name_plural = "voorwoorden"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["kern", "dag"], name="voorwoord_een_keer"),
            models.CheckConstraint(
                name="voorwoord_vier_ogen",
                condition=Q(gezien_door=None)
                | Q(geschreven_door=None)
                | ~Q(gezien_door=F("geschreven_door")),
            ),
        ]

    def __str__(self) -> str:
        return f"voorwoord {self.kern} {self.dag}"

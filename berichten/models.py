"""Mail that waits to be sent, and who wants which kind. The row is the truth; a task only hurries it along."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class Soort(models.TextChoices):
    """The kinds of mail; each can be switched off by who gets it."""

    INGEDIEND = "ingediend", "Er wacht een pagina op goedkeuring"
    GOEDGEKEURD = "goedgekeurd", "Je pagina is goedgekeurd"
    TERUGGESTUURD = "teruggestuurd", "Je pagina is teruggestuurd met een opmerking"
    GEPUBLICEERD = "gepubliceerd", "Je pagina staat online"
    INGETROKKEN = "ingetrokken", "Je pagina is van de site gehaald, of blijft staan na je vraag"
    INTREKVERZOEK = "intrekverzoek", "Iemand vraagt om een pagina van de site te halen"
    HERINNERING = "herinnering", "Elke dag: wat te lang wacht op goedkeuring"
    TERUGKOPPELING = "terugkoppeling", "De terugkoppeling van een oproep moet bijna klaar zijn, of is te laat"


class BerichtQuerySet(models.QuerySet):
    def wachtend(self, op) -> Self:
        """Not sent yet, and due at this moment."""
        return self.filter(verzonden_op=None, mislukt_op=None, volgende_poging__lte=op).order_by(
            "volgende_poging", "pk"
        )

    def mislukt(self, sinds) -> Self:
        """What will never go, since this moment; the newest first."""
        return self.filter(mislukt_op__gte=sinds).order_by("-mislukt_op")


class Bericht(models.Model):
    """One mail to one person. `sleutel` names the event and the person, so that no event is mailed twice."""

    sleutel = models.CharField(max_length=200, unique=True)
    # Empty for what Wagtail and Django mail by themselves, such as a new password.
    soort = models.CharField(max_length=16, choices=Soort, blank=True)
    adres = models.EmailField()
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    html = models.TextField(blank=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    volgende_poging = models.DateTimeField(default=timezone.now)
    pogingen = models.PositiveIntegerField(default=0)
    laatste_fout = models.TextField(blank=True)
    verzonden_op = models.DateTimeField(null=True)
    # Nothing can be made of it that a mail server takes: trying again changes nothing.
    mislukt_op = models.DateTimeField(null=True)

    objects = BerichtQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["volgende_poging"], name="bericht_wachtend", condition=models.Q(verzonden_op=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.onderwerp} ({self.adres})"


class Afmelding(models.Model):
    """This person doesn't want this kind of mail."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="afmeldingen")
    soort = models.CharField(max_length=16, choices=Soort)

    class Meta:
        verbose_name = "afmelding"
        verbose_name_plural = "afmeldingen"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "soort"], name="een_afmelding_per_soort")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_soort_display()}"

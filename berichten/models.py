"""Mail that waits to be sent, and who wants which kind. The row is the truth; a task only hurries it along."""

from typing import Self, cast

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class Soort(models.TextChoices):
    """The kinds of mail; each can be switched off by who gets it, but those in ALTIJD."""

    INGEDIEND = "ingediend", "Er wacht een pagina op goedkeuring"
    GOEDGEKEURD = "goedgekeurd", "Je pagina is goedgekeurd"
    TERUGGESTUURD = "teruggestuurd", "Je pagina is teruggestuurd met een opmerking"
    GEPUBLICEERD = "gepubliceerd", "Je pagina staat online"
    INGETROKKEN = "ingetrokken", "Je pagina is van de site gehaald, of blijft staan na je vraag"
    INTREKVERZOEK = "intrekverzoek", "Iemand vraagt om een pagina van de site te halen"
    HERINNERING = "herinnering", "Elke dag: wat te lang wacht op goedkeuring"
    TERUGKOPPELING = "terugkoppeling", "De terugkoppeling van een oproep moet bijna klaar zijn, of is te laat"
    ROLLEN = "rollen", "Iemand mag goedkeuren, met spoed publiceren of beheren, of mag dat niet meer"
    UITNODIGING = "uitnodiging", "Een uitnodiging om mee te werken"
    WACHTWOORD = "wachtwoord", "Een nieuw wachtwoord"


# Nobody can do without these: whoever takes over an account would switch them off.
ALTIJD = (Soort.ROLLEN, Soort.UITNODIGING, Soort.WACHTWOORD)


class BerichtQuerySet(models.QuerySet):
    def wachtend(self, op) -> Self:
        """Not sent yet, due at this moment, and still of use."""
        op_tijd = models.Q(geheim_tot=None) | models.Q(geheim_tot__gt=op)
        return self.filter(op_tijd, verzonden_op=None, mislukt_op=None, volgende_poging__lte=op).order_by(
            "volgende_poging", "pk"
        )

    def maak_leeg(self, op) -> int:
        """Empty what can open an account, once it was sent or can't be used any more; the rows stay, as proof."""
        los = models.Q(soort="") & ~models.Q(verzonden_op=None)
        geheim = models.Q(geheim_tot__lte=op) | models.Q(geheim_tot__isnull=False, verzonden_op__isnull=False)
        return self.filter(los | geheim).exclude(tekst="", html="").update(tekst="", html="")

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
    # It holds a link that opens an account until then: emptied when sent, and not sent any more after it.
    geheim_tot = models.DateTimeField(null=True)
    # Nothing can be made of it that a mail server takes: trying again changes nothing.
    mislukt_op = models.DateTimeField(null=True)

    objects = cast("BerichtQuerySet", BerichtQuerySet.as_manager())

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


class Melding(models.Model):
    """Something one person should hear, that waits to be told in one mail with what else happens (verzamelen.py)."""

    sleutel = models.CharField(max_length=200, unique=True)
    soort = models.CharField(max_length=16, choices=Soort)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="meldingen")
    gegevens = models.JSONField(encoder=DjangoJSONEncoder)
    op = models.DateTimeField(default=timezone.now)
    verteld_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        default_permissions = ()
        indexes = [
            models.Index(fields=["soort", "user"], name="melding_open", condition=models.Q(verteld_op=None))
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_soort_display()}"


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

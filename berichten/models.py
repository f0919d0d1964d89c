"""Mail that waits to be sent, and who wants which kind. The row is the truth; a task only hurries it along."""

from datetime import datetime, timedelta
from typing import Self, cast

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone


class Soort(models.TextChoices):
    """The kinds of mail; each can be switched off by who gets it, but those in ALTIJD."""

    INGEDIEND = "ingediend", "Er wacht een pagina of een afspraak op een tweede paar ogen"
    GOEDGEKEURD = "goedgekeurd", "Je pagina is goedgekeurd"
    TERUGGESTUURD = "teruggestuurd", "Je pagina is teruggestuurd met een opmerking"
    GEPUBLICEERD = "gepubliceerd", "Je pagina staat online"
    INGETROKKEN = "ingetrokken", "Je pagina is van de site gehaald, of blijft staan na je vraag"
    INTREKVERZOEK = "intrekverzoek", "Iemand vraagt om een pagina van de site te halen"
    HERINNERING = "herinnering", "Elke dag: wat te lang wacht op goedkeuring"
    TERUGKOPPELING = "terugkoppeling", "De terugkoppeling van een oproep moet bijna klaar zijn, of is te laat"
    ROLLEN = "rollen", "Iemand mag goedkeuren, met spoed publiceren of beheren, of mag dat niet meer"
    MENSEN = "mensen", "Iemand is voorgesteld, stopt ermee of logde lang niet in"
    UITNODIGING = "uitnodiging", "Een uitnodiging om mee te werken"
    WACHTWOORD = "wachtwoord", "Een nieuw wachtwoord"
    INLOGCODE = "inlogcode", "Een code om in te loggen"
    INLOGGEN = "inloggen", "Iemand logde in vanaf een nieuwe plek, of probeerde dat te vaak"
    NIEUWSBRIEF = "nieuwsbrief", "Elke woensdag: wat er morgen in de nieuwsbrief van je kern staat"
    REACTIE = "reactie", "Inwoners reageren op een oproep, of melden iets"
    UITDAGING = "uitdaging", "Inwoners willen een taak van de gemeente overnemen (uitdaagrecht)"
    VRAAG = "vraag", "Inwoners stellen een vraag over een project of de kernagenda"
    ALARM = "alarm", "Er is iets mis met de mail, of iemand probeert het formulier te misbruiken"


# Nobody can do without these: whoever takes over an account would switch them off.
ALTIJD = (
    Soort.ROLLEN, Soort.MENSEN, Soort.UITNODIGING, Soort.WACHTWOORD, Soort.INLOGCODE, Soort.INLOGGEN, Soort.ALARM,
)  # fmt: skip
# How long a mail is kept after it was sent or given up; then the row says only that it went.
VAN_INWONER, VAN_COLLEGA = timedelta(days=30), timedelta(days=365)


class Voorrang(models.IntegerChoices):
    """What goes first. Somebody sits waiting for a confirmation; an edition to 2,000 people can wait a minute."""

    DIRECT = 1, "Meteen: iemand wacht erop"
    GEWOON = 5, "Gewoon"
    EDITIE = 9, "Aan velen tegelijk"


class BerichtQuerySet(models.QuerySet):
    def wachtend(self, op: datetime) -> Self:
        """Not sent yet, due at this moment, and still of use; what somebody waits for first."""
        op_tijd = models.Q(geheim_tot=None) | models.Q(geheim_tot__gt=op)
        return self.filter(op_tijd, verzonden_op=None, mislukt_op=None, volgende_poging__lte=op).order_by(
            "voorrang", "volgende_poging", "pk"
        )

    def vastgehouden(self, op: datetime) -> Self:
        """Not tried yet, and for later: nobody has to look at it."""
        return self.filter(verzonden_op=None, mislukt_op=None, pogingen=0, volgende_poging__gt=op)

    def maak_leeg(self, op: datetime) -> int:
        """Empty what can open an account, once it was sent or can't be used any more; and of every mail, after its
        term, whatever says to whom it was. The rows stay, as proof.
        """
        los = models.Q(soort="") & ~models.Q(verzonden_op=None)
        geheim = models.Q(geheim_tot__lte=op) | models.Q(geheim_tot__isnull=False, verzonden_op__isnull=False)
        over = _voorbij(op - VAN_INWONER) & models.Q(inwoner=True) | _voorbij(op - VAN_COLLEGA)
        return self.filter(los | geheim)._zonder_tekst() + self.filter(over).exclude(adres="")._zonder_adres()

    def wis(self, adres: str, op: datetime) -> int:
        """Empty all that was mailed to this address, and send nothing more of it."""
        van = self.filter(adres__iexact=adres)
        van.filter(verzonden_op=None, mislukt_op=None).update(mislukt_op=op)
        return van._zonder_adres()

    def mislukt(self, sinds: datetime) -> Self:
        """What colleagues will never get, since this moment; the newest first. A resident types a wrong address now
        and then: that is nobody's work.
        """
        return self.filter(mislukt_op__gte=sinds, inwoner=False).order_by("-mislukt_op")

    def _zonder_tekst(self) -> int:
        vol = self.exclude(tekst="", html="")
        Bijlage.objects.filter(bericht__in=vol.values("pk")).delete()
        return vol.update(tekst="", html="", koppen={})

    def _zonder_adres(self) -> int:
        Bijlage.objects.filter(bericht__in=self.values("pk")).delete()
        return self.update(adres="", onderwerp="", tekst="", html="", koppen={}, laatste_fout="")


def _voorbij(tot: datetime) -> models.Q:
    """Done with before this moment."""
    return models.Q(verzonden_op__lte=tot) | models.Q(mislukt_op__lte=tot) | models.Q(geheim_tot__lte=tot)


class Bericht(models.Model):
    """One mail to one person. `sleutel` names the event and the person, so that no event is mailed twice."""

    sleutel = models.CharField(max_length=200, unique=True)
    # One of Soort, or for residents the name of the text. Empty for what Wagtail and Django mail by themselves.
    soort = models.CharField(max_length=32, blank=True)
    # To a resident: nobody of us can switch it off, and it isn't kept for ever.
    inwoner = models.BooleanField(default=False, db_default=False)
    voorrang = models.PositiveSmallIntegerField(
        choices=Voorrang.choices, default=Voorrang.GEWOON, db_default=Voorrang.GEWOON
    )
    adres = models.EmailField(blank=True)
    onderwerp = models.CharField(max_length=200, blank=True)
    tekst = models.TextField(blank=True)
    html = models.TextField(blank=True)
    # Headers beside those that every mail has, such as List-Unsubscribe.
    koppen = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()), blank=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    volgende_poging = models.DateTimeField(default=timezone.now)
    pogingen = models.PositiveIntegerField(default=0)
    laatste_fout = models.TextField(blank=True)
    verzonden_op = models.DateTimeField(null=True)
    # It holds a link that opens an account until then: emptied when sent, and not sent any more after it.
    geheim_tot = models.DateTimeField(null=True)
    # Nothing can be made of it that a mail server takes, or the mailbox isn't there: trying again changes nothing.
    mislukt_op = models.DateTimeField(null=True)

    objects = cast("BerichtQuerySet", BerichtQuerySet.as_manager())

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["voorrang", "volgende_poging"],
                name="bericht_wachtend",
                condition=models.Q(verzonden_op=None, mislukt_op=None),
            ),
            # How many went in the last minute; how long a resident's mail is kept.
            models.Index(fields=["verzonden_op"], name="bericht_verzonden"),
        ]

    def __str__(self) -> str:
        return f"{self.onderwerp} ({self.adres})"


class Bijlage(models.Model):
    """A file that goes along with a mail; emptied with its text."""

    bericht = models.ForeignKey(Bericht, on_delete=models.CASCADE, related_name="bijlagen")
    naam = models.CharField(max_length=200)
    mime = models.CharField(max_length=100)
    inhoud = models.BinaryField()

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        default_permissions = ()

    def __str__(self) -> str:
        return self.naam


class Melding(models.Model):
    """Something one person should hear, that waits to be told in one mail with what else happens (verzamelen.py)."""

    sleutel = models.CharField(max_length=200, unique=True)
    soort = models.CharField(max_length=16, choices=Soort.choices)
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
    soort = models.CharField(max_length=16, choices=Soort.choices)

    class Meta:
        verbose_name = "afmelding"
        verbose_name_plural = "afmeldingen"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "soort"], name="een_afmelding_per_soort")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_soort_display()}"

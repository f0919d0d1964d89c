"""Who takes part: an address that was confirmed, the names that use it, and the keys that were mailed to it.

No account and no password. Who has the mailbox is who they say, as far as we go (docs/adr/0036).
"""

from datetime import datetime, timedelta

from django.db import models
from django.db.models.functions import Lower

NAMEN_PER_ADRES = 4
# What nobody confirmed is forgotten.
ONBEVESTIGD = timedelta(hours=48)
# A key that can't be used any more says nothing to anybody.
SLEUTELS = timedelta(days=1)


class Adres(models.Model):
    """An e-mail address. Anybody may have typed it, until `bevestigd_op`."""

    email = models.EmailField("e-mailadres", unique=True)
    taal = models.CharField("taal", max_length=10, default="nl")
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    onbestelbaar_op = models.DateTimeField(null=True, blank=True)
    # What is mailed to it because of this form waits until then (`grenzen.py`).
    mail_vanaf: datetime | None = None

    class Meta:
        verbose_name = "adres"
        verbose_name_plural = "adressen"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="adres_kleine_letters")
        ]

    def __str__(self) -> str:
        return f"adres {self.pk}"


class BevestigdVia(models.TextChoices):
    EMAIL = "e-mail", "e-mail"
    TAFEL = "tafel", "aan tafel"


class NaamOpenbaar(models.TextChoices):
    """How the name stands with what somebody says."""

    KORT = "kort", "voornaam en eerste letter"
    VOLUIT = "voluit", "voluit"


class Inwoner(models.Model):
    """A name on an address; on none for who takes part on paper without e-mail. Couples share a mailbox."""

    adres = models.ForeignKey(Adres, on_delete=models.CASCADE, null=True, blank=True, related_name="inwoners")
    naam = models.CharField("voor- en achternaam", max_length=100)
    # The woonplaatscode of a kern; empty: somewhere else.
    kern = models.CharField("kern", max_length=10, blank=True)
    bevestigd_via = models.CharField(
        "bevestigd via", max_length=10, choices=BevestigdVia.choices, default=BevestigdVia.EMAIL
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    # The place of a confirmed name on its address: there are no more than four. Who wasn't confirmed takes none.
    plek = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    naam_openbaar = models.CharField(
        "zo staat de naam erbij", max_length=10, choices=NaamOpenbaar.choices, default=NaamOpenbaar.KORT
    )
    afgeschermd = models.BooleanField("naam niet tonen", default=False)
    afgeschermd_reden = models.CharField("waarom", max_length=200, blank=True)
    # Only to hear back that way, and erased after it.
    postadres = models.TextField("postadres", max_length=300, blank=True)
    telefoon = models.CharField("telefoon", max_length=30, blank=True)

    class Meta:
        verbose_name = "inwoner"
        verbose_name_plural = "inwoners"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("adres", Lower("naam"), name="inwoner_een_keer_per_adres"),
            models.UniqueConstraint(fields=["adres", "plek"], name="inwoner_eigen_plek"),
            models.CheckConstraint(
                condition=models.Q(plek=None) | models.Q(plek__range=(1, NAMEN_PER_ADRES)),
                name="inwoner_hoogstens_vier",
            ),
            models.CheckConstraint(
                condition=models.Q(adres=None)
                | models.Q(bevestigd_op=None, plek=None)
                | models.Q(bevestigd_op__isnull=False, plek__isnull=False),
                name="inwoner_bevestigd_heeft_plek",
            ),
            models.CheckConstraint(
                condition=models.Q(afgeschermd=False) | ~models.Q(afgeschermd_reden=""),
                name="inwoner_afgeschermd_met_reden",
            ),
        ]

    def __str__(self) -> str:
        return f"inwoner {self.pk}"


class Doel(models.TextChoices):
    """What a key opens."""

    BEVESTIGEN = "bevestigen", "bevestigen"
    MIJN = "mijn", "zien wat we bewaren"
    AANPASSEN = "aanpassen", "aanpassen of intrekken"
    AFZEGGEN = "afzeggen", "afzeggen"


class Sleutel(models.Model):
    """A key that was mailed to an address; we hold its digest. May be used again until it expires: pressing a button
    twice has the same result."""

    adres = models.ForeignKey(Adres, on_delete=models.CASCADE, related_name="sleutels")
    inwoner = models.ForeignKey(
        Inwoner, on_delete=models.CASCADE, null=True, blank=True, related_name="sleutels"
    )
    doel = models.CharField(max_length=20, choices=Doel.choices)
    # What it is about, in the words of the app that made it: "reactie:12".
    waarvoor = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    verloopt_op = models.DateTimeField(db_index=True)
    gebruikt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "sleutel"
        verbose_name_plural = "sleutels"
        default_permissions = ()

    def __str__(self) -> str:
        return f"sleutel {self.pk} om te {self.get_doel_display()}"


class Reden(models.TextChoices):
    """Why somebody was erased."""

    ZELF = "zelf", "zelf gewist"
    VERZOEK = "verzoek", "iemand vroeg erom"
    OVERLEDEN = "overleden", "overleden"
    MISBRUIK = "misbruik", "het was iemand anders"
    OPNIEUW = "opnieuw", "opnieuw, na een reservekopie"


class Gewist(models.Model):
    """Somebody was erased. An HMAC: it says whether an address is one of them, not which ones they are (wissen.py)."""

    code = models.CharField(max_length=64)
    op = models.DateTimeField()
    reden = models.CharField(max_length=10, choices=Reden.choices)

    class Meta:
        verbose_name = "gewist"
        verbose_name_plural = "gewist"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["code", "op"], name="gewist_een_keer")]

    def __str__(self) -> str:
        return f"{self.op}: {self.get_reden_display()}"

"""What is kept of the work itself: requests, who logged in, who holds which role, who was invited."""

from datetime import timedelta
from typing import Self, cast

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from wagtail.models import Page


class Besluit(models.TextChoices):
    OPEN = "open", "wacht op een besluit"
    INGETROKKEN = "ingetrokken", "van de site gehaald"
    AFGEWEZEN = "afgewezen", "blijft staan"


class IntrekVerzoekQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(besluit=Besluit.OPEN)


class IntrekVerzoek(models.Model):
    """An editor asks to take a live page off; communications decides."""

    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="intrekverzoeken")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    reden = models.TextField("reden", max_length=500, help_text="Waarom moet deze pagina van de site?")
    op = models.DateTimeField(auto_now_add=True)
    besluit = models.CharField(max_length=12, choices=Besluit.choices, default=Besluit.OPEN)
    besluit_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    besluit_op = models.DateTimeField(null=True)

    objects = cast("IntrekVerzoekQuerySet", IntrekVerzoekQuerySet.as_manager())

    class Meta:
        verbose_name = "verzoek om een pagina weg te halen"
        verbose_name_plural = "verzoeken om een pagina weg te halen"
        default_permissions = ()
        ordering = ["op"]
        constraints = [
            models.UniqueConstraint(
                fields=["pagina"], condition=models.Q(besluit="open"), name="een_open_verzoek_per_pagina"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pagina}: {self.reden}"


class Inlogpoging(models.Model):
    """Somebody tried to get in, for an administrator to look at; forgotten after 90 days."""

    class Soort(models.TextChoices):
        GELUKT = "gelukt", "ingelogd"
        MISLUKT = "mislukt", "verkeerde naam, verkeerd wachtwoord of verkeerde code"
        GEREMD = "geremd", "te vaak geprobeerd: moet wachten"
        WACHTWOORD = "wachtwoord", "nieuw wachtwoord gevraagd"

    op = models.DateTimeField("wanneer", default=timezone.now, db_index=True)
    soort = models.CharField("wat", max_length=12, choices=Soort.choices)
    # Empty for a name that nobody has. What was typed isn't kept: too often that is a password.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+", verbose_name="wie"
    )
    net = models.CharField("netwerk", max_length=43)

    class Meta:
        verbose_name = "inlogpoging"
        verbose_name_plural = "inlogpogingen"
        default_permissions = ()
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return f"{self.user or 'onbekend'}: {self.get_soort_display()}"


class Rol(models.TextChoices):
    """What lets somebody put text online, or let others do that."""

    COMMUNICATIE = "communicatie", "goedkeuren en publiceren (Communicatie)"
    SPOED = "spoed", "met spoed publiceren, zonder goedkeuring"
    BEHEER = "beheer", "beheer van gebruikers en instellingen"


class Rolhouder(models.Model):
    """Who held which role when we last looked: what differs now is news, however it came about (rollen.py)."""

    # No relation: who was deleted has lost a role too.
    user_pk = models.BigIntegerField()
    naam = models.CharField(max_length=310)
    rol = models.CharField(max_length=12, choices=Rol.choices)

    class Meta:
        verbose_name = "rolhouder"
        verbose_name_plural = "rolhouders"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user_pk", "rol"], name="een_keer_per_rol")]

    def __str__(self) -> str:
        return f"{self.naam}: {self.get_rol_display()}"


class Schrijver(models.Model):
    """Who wrote for which kern when we last looked; beside Rolhouder, because these put nothing online."""

    user_pk = models.BigIntegerField()
    groep_pk = models.BigIntegerField()
    naam = models.CharField(max_length=310)
    kern = models.CharField(max_length=150)

    class Meta:
        verbose_name = "schrijver van een kern"
        verbose_name_plural = "schrijvers van kernen"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user_pk", "groep_pk"], name="een_keer_per_kern")]

    def __str__(self) -> str:
        return f"{self.naam}: {self.kern}"


class UitnodigingQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Neither taken up nor withdrawn; its link may have expired, or it was only proposed."""
        return self.filter(aanvaard_op=None, ingetrokken_op=None)

    def voorgesteld(self) -> Self:
        """Proposed by an editor; nobody was mailed yet."""
        return self.open().filter(keer=0)

    def verstuurd(self) -> Self:
        return self.open().exclude(keer=0)


class Uitnodiging(models.Model):
    """Somebody is asked to come and work here. The account is made when they take it up, not before."""

    GELDIG = timedelta(days=14)

    naam = models.CharField("naam", max_length=150)
    email = models.EmailField("e-mailadres")
    groep = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", verbose_name="voor")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    verstuurd_op = models.DateTimeField(default=timezone.now)
    # By an editor, for their own kern; somebody else sends it.
    voorgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # Which mail it is: a link out of an earlier one no longer opens anything. 0: it was proposed, and none went.
    keer = models.PositiveIntegerField(default=1)
    aanvaard_op = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)

    objects = cast("UitnodigingQuerySet", UitnodigingQuerySet.as_manager())

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        default_permissions = ()
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=models.Q(aanvaard_op=None, ingetrokken_op=None),
                name="een_open_uitnodiging_per_adres",
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.groep})"

    @property
    def geldig_tot(self):
        return self.verstuurd_op + self.GELDIG

    @property
    def verlopen(self) -> bool:
        return self.geldig_tot <= timezone.now()

    @property
    def is_open(self) -> bool:
        return not self.aanvaard_op and not self.ingetrokken_op

    @property
    def wacht_op_besluit(self) -> bool:
        return self.keer == 0 and self.is_open

    @property
    def stand(self) -> str:
        """How it stands, for who proposed it."""
        if self.aanvaard_op:
            return "doet mee"
        if self.ingetrokken_op:
            return "gaat niet door"
        if self.keer == 0:
            return "wacht op Communicatie"
        return "is uitgenodigd, maar de link is verlopen" if self.verlopen else "is uitgenodigd"

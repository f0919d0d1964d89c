"""The choices of a project."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Initiatiefnemer(models.TextChoices):
    INWONERS = "inwoners", _("Inwoners")
    GEMEENTE = "gemeente", _("Gemeente")
    SAMEN = "samen", _("Inwoners en gemeente samen")
    ORGANISATIE = "organisatie", _("Een organisatie")


class ProjectStatus(models.TextChoices):
    IDEE = "idee", _("Idee")
    VERKENNING = "verkenning", _("Verkenning")
    VOORBEREIDING = "voorbereiding", _("Voorbereiding")
    BESLUIT = "besluit", _("Besluit")
    UITVOERING = "uitvoering", _("Uitvoering")
    GEREED = "gereed", _("Gereed")
    GESTOPT = "gestopt", _("Gestopt")


LOPEND = [
    ProjectStatus.VERKENNING,
    ProjectStatus.VOORBEREIDING,
    ProjectStatus.BESLUIT,
    ProjectStatus.UITVOERING,
]


class RolGemeente(models.TextChoices):
    """What the municipality does in it, from least to most."""

    LOSLATEN = "loslaten", _("Loslaten")
    FACILITEREN = "faciliteren", _("Faciliteren")
    STIMULEREN = "stimuleren", _("Stimuleren")
    REGISSEREN = "regisseren", _("Regisseren")
    REGULEREN = "reguleren", _("Reguleren")


ROL_UITLEG = {
    RolGemeente.LOSLATEN: _("Inwoners doen het zelf. De gemeente bemoeit zich er niet mee."),
    RolGemeente.FACILITEREN: _(
        "De gemeente maakt het mogelijk, bijvoorbeeld met geld, een plek of een vergunning."
    ),
    RolGemeente.STIMULEREN: _("De gemeente moedigt het aan en helpt het op gang."),
    RolGemeente.REGISSEREN: _("De gemeente brengt iedereen bij elkaar en bewaakt de afspraken."),
    RolGemeente.REGULEREN: _("De gemeente bepaalt de regels en let op of iedereen zich eraan houdt."),
}


class Datumzekerheid(models.TextChoices):
    VAST = "vast", _("Vaste datum")
    INDICATIEF = "indicatief", _("Ongeveer")

"""Fixed choices that more than one app uses."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Niveau(models.TextChoices):
    """How much influence people have; the rungs of the participation ladder, lowest first."""

    INFORMEREN = "informeren", _("Informeren")
    RAADPLEGEN = "raadplegen", _("Raadplegen")
    ADVISEREN = "adviseren", _("Adviseren")
    COPRODUCEREN = "coproduceren", _("Samen maken")
    MEEBESLISSEN = "meebeslissen", _("Meebeslissen")

    @property
    def belofte(self) -> str:
        """What people may count on at this level. An editor may put it in other words."""
        return str(BELOFTES[self])


BELOFTES = {
    Niveau.INFORMEREN: _("We vertellen je op tijd en eerlijk wat er gaat gebeuren en waarom."),
    Niveau.RAADPLEGEN: _("We luisteren naar je mening en vertellen wat we ermee doen."),
    Niveau.ADVISEREN: _("We vragen je om advies. Wijken we daarvan af, dan leggen we uit waarom."),
    Niveau.COPRODUCEREN: _("We maken het plan samen met jou. Wat we samen afspreken, voeren we uit."),
    Niveau.MEEBESLISSEN: _("Je beslist mee. Wat jullie besluiten, gaat gebeuren."),
}

"""How a mail about a sign-up begins, by what it tells."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# By what is told: the subject, and the first sentence.
KOP: dict[str, tuple[Promise, Promise]] = {
    "ontvangen": (_("Je bent aangemeld"), _("Je bent aangemeld voor “%(titel)s”.")),
    "wachtlijst": (_("Je staat op de wachtlijst"), _("“%(titel)s” is vol.")),
    "plek": (_("Er is plek voor je"), _("Er is plek voor je bij “%(titel)s”.")),
    "geen-plek": (
        _("Je staat nu op de wachtlijst"),
        _("Er is minder plek dan eerst bij “%(titel)s”. We mailen als er weer plek is."),
    ),
    "veranderd": (
        _("Er is iets veranderd"),
        _("Er is iets veranderd aan “%(titel)s”. Hieronder staat hoe het nu is."),
    ),
    "afgelast": (_("Gaat niet door"), _("“%(titel)s” gaat niet door. Je hoeft niet te komen.")),
    "afgemeld": (
        _("Je bent afgemeld"),
        _("De organisatie haalde je van de lijst voor “%(titel)s”. Klopt dat niet? Meld je dan opnieuw aan."),
    ),
    "weg": (
        _("Bel even voordat je gaat"),
        _("“%(titel)s” staat niet meer op Bloei!. Bel even voordat je gaat."),
    ),
    "herinnering": (_("Morgen"), _("Morgen is “%(titel)s”. Tot dan!")),
}
# The subject of the first two for who signed up once more.
OPNIEUW = _("Je nieuwe aanmelding is binnen")
# Whoever reads these an hour later may stand before a closed door.
HAAST = ("ontvangen", "wachtlijst", "veranderd", "afgelast", "weg")
AFGELAST = ("afgelast", "weg", "afgemeld")

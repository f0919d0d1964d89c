"""The controlled vocabulary of themes, in the order in which a kernagenda shows them."""

from django.utils.translation import gettext_noop as _

THEMAS = [
    _("Openbare ruimte en groen"),
    _("Economie"),
    _("Voorzieningen"),
    _("Wonen"),
    _("Sport, cultuur en recreatie"),
    _("Veiligheid"),
    _("Verkeer en vervoer"),
    _("Duurzaamheid"),
    _("Zorg en welzijn"),
    _("Communicatie"),
]

"""What is kept of who looks after a channel."""

from django.utils.translation import gettext_lazy as _

from core.privacy import TAAK, WIJ, Verwerking
from volgen.webhooks import bezorgen

VERWERKINGEN = [
    Verwerking(
        doel=_("Weten wie over een kanaal gaat: een andere site die laat zien wat op Bloei! staat"),
        grondslag=TAAK,
        wie=_("Wie de site beheert"),
        gegevens=_("Bij welk kanaal je hoort. Naar het kanaal zelf gaat niets over mensen."),
        ontvangers=WIJ,
        bewaren=_("Zolang het kanaal er is"),
        wissen=_("Met het kanaal, of met je account"),
        velden=("volgen.Kanaal.beheerder",),
        ruim_op=bezorgen.ruim_op,
    ),
]

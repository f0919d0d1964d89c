"""What the outbox keeps of people."""

from django.utils.translation import gettext_lazy as _

from berichten import verzamelen
from berichten.models import Bericht
from core.privacy import TAAK, Verwerking

VERWERKINGEN = [
    Verwerking(
        doel=_("Mail sturen"),
        grondslag=TAAK,
        wie=_("Wie meedoet of meewerkt"),
        gegevens=_(
            "E-mailadres, de tekst van de mail, wanneer hij wegging, welke mail je liever niet krijgt"
        ),
        ontvangers=_("Wie de mail voor de gemeente bezorgt"),
        bewaren=_(
            "Van inwoners: 30 dagen na het versturen. Van wie meewerkt: een jaar. "
            "Daarna weten we alleen nog dat er een mail wegging. Links in mail: tot de mail weg is."
        ),
        wissen=_("Gaat vanzelf. Laat je wissen wat we van je bewaren? Dan gaat je mail mee."),
        velden=("berichten.Bericht", "berichten.Bijlage", "berichten.Melding", "berichten.Afmelding"),
        ruim_op=lambda nu: (Bericht.objects.all().maak_leeg(nu), verzamelen.ruim_op(nu)),
    ),
]

"""What is kept of who follows something by mail, and of who looks after a channel."""

from django.utils.translation import gettext_lazy as _

from core.privacy import TAAK, TOESTEMMING, WIJ, Verwerking
from volgen import abonnementen, bezorgen, voorwoorden
from volgen.webhooks import bezorgen as webhookbezorging

VERWERKINGEN = [
    Verwerking(
        doel=_("Mailen wat er nieuw is"),
        grondslag=TOESTEMMING,
        wie=_("Wie een kern, project, oproep of thema volgt"),
        gegevens=_(
            "E-mailadres, wat je volgt, hoe vaak, in welke taal, en waar je ja tegen zei. Niet wat je leest."
        ),
        ontvangers=WIJ,
        bewaren=_(
            "Tot je stopt, en dan nog 30 dagen. Klik je niet op de knop in de mail? Dan vergeten we je na 48 uur."
        ),
        wissen=_("Zelf, met de link onder elke mail of onder Mijn gegevens"),
        velden=("volgen.Abonnement",),
        ruim_op=abonnementen.ruim_op,
    ),
    Verwerking(
        doel=_("Weten of mail over wat nieuw is aankwam"),
        grondslag=TAAK,
        wie=_("Wie iets volgt"),
        gegevens=_(
            "Welke mail bij welk abonnement hoort, en of hij weg kon. Zonder adres, en niet of je hem las."
        ),
        ontvangers=WIJ,
        bewaren=_("13 maanden"),
        wissen=_("Gaat vanzelf"),
        velden=("volgen.Levering",),
        ruim_op=bezorgen.ruim_op,
    ),
    Verwerking(
        doel=_("Een woord vooraf in de nieuwsbrief van een kern"),
        grondslag=TAAK,
        wie=_("Wie meewerkt"),
        gegevens=_("De tekst, wie hem schreef en wie hem las"),
        ontvangers=WIJ,
        bewaren=_("13 maanden"),
        wissen=_("Gaat vanzelf"),
        velden=("volgen.Voorwoord",),
        ruim_op=voorwoorden.ruim_op,
    ),
    Verwerking(
        doel=_("Weten wie over een kanaal gaat: een andere site die laat zien wat op Bloei! staat"),
        grondslag=TAAK,
        wie=_("Wie de site beheert"),
        gegevens=_("Bij welk kanaal je hoort. Naar het kanaal zelf gaat niets over mensen."),
        ontvangers=WIJ,
        bewaren=_("Zolang het kanaal er is"),
        wissen=_("Met het kanaal, of met je account"),
        velden=("volgen.Kanaal.beheerder",),
        ruim_op=webhookbezorging.ruim_op,
    ),
]

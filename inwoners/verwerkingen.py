"""What is kept of residents themselves; what they said, the app keeps that asked for it."""

from django.utils.translation import gettext_lazy as _

from core.privacy import PLICHT, TAAK, WIJ, Verwerking
from inwoners import opruimen, wissen

VERWERKINGEN = [
    Verwerking(
        doel=_("Meedoen met je eigen naam"),
        grondslag=TAAK,
        wie=_("Wie meedoet"),
        gegevens=_(
            "E-mailadres, naam, kern, hoe je naam erbij staat, en waarom we hem niet tonen als dat zo is. Alleen als je dat zelf opgeeft: "
            "postadres of telefoonnummer, om je te laten weten wat er met je reactie gebeurt."
        ),
        ontvangers=WIJ,
        bewaren=_(
            "Zolang we iets van je bewaren waar je naam bij hoort. Klik je niet op de knop in de mail? "
            "Dan vergeten we je na 48 uur. Deed je mee op papier, dan vergeten we alleen je e-mailadres, na een week."
        ),
        wissen=_("Zelf, onder Mijn gegevens. Of vraag het de gemeente."),
        velden=("inwoners.Adres", "inwoners.Inwoner", "inwoners.Sleutel"),
        ruim_op=opruimen.ruim_op,
    ),
    Verwerking(
        doel=_("Zorgen dat wat gewist is, gewist blijft als we een reservekopie terugzetten"),
        grondslag=PLICHT,
        wie=_("Wie liet wissen wat we bewaarden"),
        gegevens=_("Een code van het e-mailadres, de datum en de reden. Het adres is er niet uit te lezen."),
        ontvangers=WIJ,
        bewaren=_("Zo lang als we reservekopieën bewaren: een jaar"),
        wissen=_("Gaat vanzelf"),
        velden=("inwoners.Gewist",),
        ruim_op=wissen.vergeet_gewisten,
    ),
]

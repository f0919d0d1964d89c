"""What is kept of how people log in, beside their account itself."""

from django.utils.translation import gettext_lazy as _

from core.privacy import TAAK, WIJ, Verwerking

VERWERKINGEN = [
    Verwerking(
        doel=_("Zeker weten dat wie mag goedkeuren het zelf is"),
        grondslag=TAAK,
        wie=_("Wie goedkeurt of de site beheert"),
        gegevens=_(
            "Een geheim dat je telefoon ook kent of de publieke sleutel van je passkey, hoe je die noemt, en wanneer je die gebruikte"
        ),
        ontvangers=WIJ,
        bewaren=_("Zolang je een account hebt"),
        wissen=_("Met je account, of als je een andere telefoon of passkey kiest"),
        velden=("mfa.Authenticator", "toegang.TweedeFactor"),
    ),
    Verwerking(
        doel=_("Inloggen met een account van de gemeente"),
        grondslag=TAAK,
        wie=_("Wie bij de gemeente werkt en zo inlogt"),
        gegevens=_("Het nummer van je account bij de gemeente, en wanneer je inlogde"),
        ontvangers=WIJ,
        bewaren=_("Zolang je een account hebt"),
        wissen=_("Met je account"),
        velden=("socialaccount.SocialAccount",),
    ),
]

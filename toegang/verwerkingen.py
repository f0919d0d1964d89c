"""What is kept of who takes a second step when logging in."""

from django.utils.translation import gettext_lazy as _

from core.privacy import TAAK, WIJ, Verwerking

VERWERKINGEN = [
    Verwerking(
        doel=_("Zeker weten dat wie mag goedkeuren het zelf is"),
        grondslag=TAAK,
        wie=_("Wie goedkeurt of de site beheert"),
        gegevens=_("Een geheim dat je telefoon ook kent, en wanneer je de laatste code gebruikte"),
        ontvangers=WIJ,
        bewaren=_("Zolang je een account hebt"),
        wissen=_("Met je account, of als je een andere telefoon kiest"),
        velden=("toegang.TweedeFactor",),
    ),
]

"""What is kept of who works here, beside what core keeps."""

from django.utils.translation import gettext_lazy as _

from core.privacy import TAAK, WIJ, Verwerking
from werkplek import inloggen, uitnodigen

VERWERKINGEN = [
    Verwerking(
        doel=_("Zien of iemand anders probeert in te loggen"),
        grondslag=TAAK,
        wie=_("Wie voor een kern of de gemeente schrijft"),
        gegevens=_("Wanneer er werd ingelogd of geprobeerd, met welk account, vanaf welk netwerk"),
        ontvangers=WIJ,
        bewaren=_("90 dagen"),
        wissen=_("Gaat vanzelf"),
        velden=("werkplek.Inlogpoging",),
        ruim_op=inloggen.ruim_op,
    ),
    Verwerking(
        doel=_("Mensen uitnodigen om mee te werken, en weten wie wat mag"),
        grondslag=TAAK,
        wie=_("Wie is uitgenodigd of meewerkt"),
        gegevens=_("Naam, e-mailadres, voor welke kern, wie je voorstelde en uitnodigde, wat je mag"),
        ontvangers=WIJ,
        bewaren=_(
            "Uitnodigingen: tot 90 dagen nadat je die aannam of de link verliep. Wat je mag: zolang je het mag."
        ),
        wissen=_("Gaat vanzelf"),
        velden=("werkplek.Uitnodiging", "werkplek.Rolhouder", "werkplek.Schrijver"),
        ruim_op=uitnodigen.ruim_op,
    ),
    Verwerking(
        doel=_("Een pagina van de site halen als iemand daarom vraagt"),
        grondslag=TAAK,
        wie=_("Wie voor een kern of de gemeente schrijft"),
        gegevens=_("Wie het vroeg, waarom, en wie besloot"),
        ontvangers=WIJ,
        bewaren=_("Zolang de pagina bestaat"),
        wissen=_("Met de pagina. Is je account weg? Dan staat er geen naam meer bij."),
        velden=("werkplek.IntrekVerzoek",),
    ),
]

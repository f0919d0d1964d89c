"""What the pages of villages say of people: whom to call, and what was said at a meeting."""

from django.utils.translation import gettext_lazy as _

from core.privacy import IEDEREEN, TAAK, TOESTEMMING, WIJ, Verwerking
from kernpagina import inbreng

VERWERKINGEN = [
    Verwerking(
        doel=_("Opschrijven wat mensen op een bijeenkomst zeggen, voor het verslag"),
        grondslag=TAAK,
        wie=_("Wie op een bijeenkomst iets zei"),
        gegevens=_("Wat er is gezegd, aan welke tafel en over welk thema. Geen namen."),
        ontvangers=WIJ,
        bewaren=_("Tot een jaar na de bijeenkomst. Wat in het verslag staat, blijft."),
        wissen=_("Gaat vanzelf"),
        velden=("kernpagina.Inbreng",),
        ruim_op=inbreng.ruim_op,
    ),
    Verwerking(
        doel=_("Laten zien wie de gebiedsmakelaar van een kern is"),
        grondslag=TAAK,
        wie=_("De gebiedsmakelaar"),
        gegevens=_("Naam, e-mailadres en telefoonnummer van het werk"),
        ontvangers=IEDEREEN,
        bewaren=_("Zolang je gebiedsmakelaar bent"),
        wissen=_("De redactie past de pagina aan"),
        velden=(
            "kernpagina.KernPage.gebiedsmakelaar_naam",
            "kernpagina.KernPage.gebiedsmakelaar_email",
            "kernpagina.KernPage.gebiedsmakelaar_telefoon",
        ),
    ),
    Verwerking(
        doel=_("Laten zien bij wie je terechtkunt: een groep, een trekker, iemand die een activiteit regelt"),
        grondslag=TOESTEMMING,
        wie=_("Contactpersonen in de dorpen"),
        gegevens=_("Naam, e-mailadres of telefoonnummer, als je dat zelf wilt"),
        ontvangers=IEDEREEN,
        bewaren=_("Zolang je dat goedvindt en de pagina online staat"),
        wissen=_("Vraag het de redactie van je kern of de gemeente. Dat mag altijd."),
        velden=(
            "kernpagina.Inwonersgroep.naam",
            "kernpagina.Inwonersgroep.contact",
            "kernpagina.AgendaItemPage.aanmelden_contact",
            "kernpagina.AgendaItemPage.organisator",
            "kernpagina.AgendaAfspraak.wie",
            "kernpagina.Afspraak.wie",
            "kernpagina.Kernagendapunt.naam_trekker",
        ),
    ),
    Verwerking(
        doel=_("Bijhouden hoe het met een afspraak staat, met twee mensen"),
        grondslag=TAAK,
        wie=_("Wie voor een kern of de gemeente schrijft"),
        gegevens=_("Wie het meldde, wat, en wie het bevestigde"),
        ontvangers=WIJ,
        bewaren=_("Zolang de pagina bestaat"),
        wissen=_("Met de pagina. Is je account weg? Dan staat er geen naam meer bij."),
        velden=("kernpagina.AfspraakMelding",),
    ),
]

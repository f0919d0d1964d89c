"""What is kept of who takes part in a call."""

from django.utils.translation import gettext_lazy as _

from core.privacy import IEDEREEN, PLICHT, TAAK, WIJ, Verwerking
from meedoen import vergeten
from meedoen.aanmelden import vergeten as aanmeldingen_vergeten
from meedoen.models import Brief
from meedoen.uitdagen import houder as uitdagingen
from meedoen.vraag_stellen import houder as vragen

VERWERKINGEN = [
    Verwerking(
        doel=_("Meedoen aan een oproep"),
        grondslag=TAAK,
        wie=_("Wie reageert op een oproep"),
        gegevens=_(
            "Je reactie, je antwoorden op vragen, en hoe je naam erbij staat. Van wat op papier, aan de telefoon of op een "
            "bijeenkomst binnenkwam ook wie het overtypte."
        ),
        ontvangers=IEDEREEN,
        bewaren=_(
            "Je naam staat erbij tot een jaar na de terugkoppeling. Daarna staat er: een inwoner. Wat niet geplaatst is, "
            "bewaren we een half jaar. Wat je niet bevestigt, 48 uur."
        ),
        wissen=_("Zelf, met de link in je mail of onder Mijn gegevens"),
        velden=("meedoen.Reactie",),
        ruim_op=vergeten.ruim_op,
    ),
    Verwerking(
        doel=_("Een brief sturen aan wie zonder e-mail meedoet"),
        grondslag=TAAK,
        wie=_(
            "Wie op papier, aan de telefoon of op een bijeenkomst meedeed of zich aanmeldde, en een postadres gaf"
        ),
        gegevens=_("Je naam, je postadres, de tekst van de brief, en wie hem printte"),
        ontvangers=_("De redactie van de kern, de gemeente, en wie de post bezorgt"),
        bewaren=_(
            "30 dagen na het printen. Daarna weten we alleen nog dat er een brief was. Je postadres vergeten we zodra "
            "de brief over de uitkomst of je aanmelding weg is, of het besluit over je voorstel."
        ),
        wissen=_("Vraag het de gemeente"),
        velden=("meedoen.Brief",),
        ruim_op=lambda nu: Brief.objects.all().maak_leeg(nu),
    ),
    Verwerking(
        doel=_("Aanmelden voor een bijeenkomst, of om mee te helpen"),
        grondslag=TAAK,
        wie=_("Wie zich aanmeldt"),
        gegevens=_(
            "Waarvoor, met hoeveel mensen, of er plek is, en of je wilt horen wat er is afgesproken. Wie het "
            "organiseert ziet je naam, niet je adres."
        ),
        ontvangers=_("Wie het organiseert: de redactie van de kern, en de gemeente"),
        bewaren=_(
            "Tot 30 dagen na de bijeenkomst, of na de dag waarop je van een oproep hoort wat ermee gebeurt. Daarna weten "
            "we alleen nog hoeveel mensen het waren. Wat je niet bevestigt, 48 uur."
        ),
        wissen=_("Zelf, met de link in je mail of onder Mijn gegevens"),
        velden=("meedoen.Aanmelding",),
        ruim_op=aanmeldingen_vergeten.ruim_op,
    ),
    Verwerking(
        doel=_("Een voorstel om een taak van de gemeente over te nemen (uitdaagrecht)"),
        grondslag=PLICHT,
        wie=_("Wie zo'n voorstel indient"),
        gegevens=_(
            "Je naam, je e-mailadres of postadres, en wat je voorstelt. Van wat op papier binnenkwam ook wie het overtypte "
            "en wie het nalas."
        ),
        ontvangers=WIJ,
        bewaren=_("Tot een jaar na de dag waarop je het besluit hoort. Wat je niet bevestigt, 48 uur."),
        wissen=_("Zelf, onder Mijn gegevens"),
        velden=("meedoen.Uitdaging", "meedoen.UitdaagVel"),
        ruim_op=uitdagingen.ruim_op,
    ),
    Verwerking(
        doel=_("Een vraag over een project of een punt van de kernagenda beantwoorden"),
        grondslag=TAAK,
        wie=_("Wie een vraag stelt"),
        gegevens=_("Je naam, je vraag en het antwoord. Wie antwoordt ziet je naam, niet je adres."),
        ontvangers=_("Wie antwoordt: de redactie van de kern, en de gemeente"),
        bewaren=_(
            "Tot een half jaar na het antwoord, of een jaar als er geen antwoord komt. Daarna weten we alleen nog dat er "
            "een vraag was. Wat je niet bevestigt, 48 uur."
        ),
        wissen=_("Zelf, onder Mijn gegevens"),
        velden=("meedoen.InwonerVraag",),
        ruim_op=vragen.ruim_op,
    ),
    Verwerking(
        doel=_("Uitleggen waarom een reactie wel of niet geplaatst is"),
        grondslag=PLICHT,
        wie=_("Wie reageert op een oproep, en wie dat las"),
        gegevens=_("Het besluit, de reden, en wie van de gemeente besloot"),
        ontvangers=WIJ,
        bewaren=_("Twee jaar, zonder de tekst"),
        wissen=_("Gaat vanzelf"),
        velden=("meedoen.Besluit",),
    ),
    Verwerking(
        doel=_("Meldingen over reacties afhandelen"),
        grondslag=PLICHT,
        wie=_("Wie iets meldt over een reactie"),
        gegevens=_("Je melding, en als je die invult je naam en e-mailadres"),
        ontvangers=WIJ,
        bewaren=_("Je naam en adres tot een half jaar na ons besluit, de melding twee jaar"),
        wissen=_("Gaat vanzelf, of vraag het de gemeente"),
        velden=("meedoen.Melding",),
        ruim_op=vergeten.ruim_meldingen_op,
    ),
]

"""What the pages of projects say of people: whom to call."""

from django.utils.translation import gettext_lazy as _

from core.privacy import IEDEREEN, TOESTEMMING, Verwerking

VERWERKINGEN = [
    Verwerking(
        doel=_("Laten zien wie een project trekt en wie erover belt of mailt"),
        grondslag=TOESTEMMING,
        wie=_("Contactpersonen van projecten"),
        gegevens=_("Naam, e-mailadres of telefoonnummer, als je dat zelf wilt"),
        ontvangers=IEDEREEN,
        bewaren=_("Zolang je dat goedvindt en de pagina online staat"),
        wissen=_("Vraag het de redactie van je kern of de gemeente. Dat mag altijd."),
        velden=("projecten.ProjectPage.contact", "projecten.ProjectPage.trekker"),
    ),
]

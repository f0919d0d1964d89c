"""How people sign up for a meeting: what was filled in has to be something that they can use."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.timezone import localdate

from kernpagina.keuzes import Aanmelden

# As it is dialled in the Netherlands: ten digits or, with a country, more; 0800 and 0900 have fewer, and 14 0345 too.
NUMMER = re.compile(r"[0-9]{10,}|0[89]00[0-9]{4}|140[0-9]{2,3}")
UITLEG: dict[str, str] = {
    Aanmelden.EMAIL: "Dit is geen e-mailadres. Vul alleen het adres in, bijvoorbeeld naam@voorbeeld.nl.",
    Aanmelden.TELEFONISCH: "Vul een heel telefoonnummer in, met het netnummer. Bijvoorbeeld: 0345 12 34 56.",
    Aanmelden.HIER: "Vul een telefoonnummer of een e-mailadres in voor wie iets nodig heeft. Of laat het leeg.",
    Aanmelden.ELDERS: "Vul het hele webadres in. Het begint met https://, bijvoorbeeld https://www.voorbeeld.nl.",
}


def aanmeldfouten(item) -> dict[str, str]:
    """What doesn't fit in the signing up for this agenda-item, as messages by field."""
    fouten = {}
    if contactfout := _contactfout(item.aanmelden, item.aanmelden_contact.strip()):
        fouten["aanmelden_contact"] = contactfout
    if item.aanmelden_tot and item.begin and item.aanmelden_tot > localdate(item.begin):
        fouten["aanmelden_tot"] = "Aanmelden kan niet meer na het begin. Kies een eerdere dag."
    if item.max_aantal == 0:
        fouten["max_aantal"] = "Vul in hoeveel mensen er passen, of laat dit leeg."
    return fouten


def _contactfout(manier: str, contact: str) -> str:
    if manier == Aanmelden.NIET_NODIG or (manier == Aanmelden.HIER and not contact):
        return ""
    if not contact:
        return "Vul in waar mensen zich kunnen aanmelden."
    try:
        if manier == Aanmelden.EMAIL or (manier == Aanmelden.HIER and "@" in contact):
            validate_email(contact)
        elif manier == Aanmelden.ELDERS:
            URLValidator(schemes=["http", "https"])(contact)
        elif not NUMMER.fullmatch(re.sub(r"[^0-9]", "", contact)):
            raise ValidationError("")
    except ValidationError:
        return UITLEG[manier]
    return ""

"""How to reach the municipality, and the facts of its accessibility statement."""

from datetime import date, timedelta

from core.gemeente import CONTACT
from core.gemeente import gemeente as lees_gemeente
from core.models import GemeenteInstellingen
from core.models.instellingen import Toegankelijkheid


def zorg_voor_gemeente(vandaag: date) -> bool:
    """Fill in what stands at the foot of every page. Tells whether it did: what somebody filled in stays."""
    gemeente = GemeenteInstellingen.load()
    begin = lees_gemeente().contact
    if any(getattr(gemeente, veld) not in ("", begin.get(veld)) for veld in CONTACT):
        return False
    gemeente.telefoon = "0345 00 00 00"
    gemeente.email = "gemeente@example.org"
    gemeente.adres = "Voorbeeldstraat 1, 4191 AA Geldermalsen"
    gemeente.website = "https://gemeente.example.org"
    gemeente.email_beveiliging = "beveiliging@example.org"
    gemeente.toegankelijkheid_status = Toegankelijkheid.GEDEELTELIJK
    gemeente.toegankelijkheid_onderzocht_op = vandaag - timedelta(days=40)
    gemeente.toegankelijkheid_verklaard_op = vandaag - timedelta(days=30)
    gemeente.toegankelijkheid_rapport = "https://gemeente.example.org/toegankelijkheid-bloei.pdf"
    gemeente.save()
    return True

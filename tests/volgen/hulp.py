"""Follow something by mail, as a resident does: the form, the mail, the button."""

import re

from django.test import Client

from berichten.models import Bericht
from core.talen.taal import BRONTAAL
from inwoners.mensen import zorg_voor_adres
from tests.inwoners.formulier import bewijs_van, verstuur
from volgen.doelen import ALLES, Doel
from volgen.models import Abonnement, Ritme, Staat, Wijziging

RIA = "ria@example.nl"
VAN_HIER = {"sec-fetch-site": "same-origin"}


def vraag_aan(client: Client, pad: str, email: str = RIA):
    return verstuur(client, pad, {"email": email})


def laatste_link(email: str = RIA, wat: str = "bevestigen") -> str:
    """The path of the link in the newest mail to this address."""
    tekst = Bericht.objects.filter(adres=email).latest("pk").tekst
    return re.search(rf"https?://[^/\s]+(/\S*volg/{wat}/\S+)", tekst)[1]


def druk(client: Client, pad: str, **gegevens):
    """Press the button on the page behind a link."""
    bewijs = bewijs_van(client.get(pad).content.decode())
    return client.post(pad, {"bewijs": bewijs, **gegevens}, headers=VAN_HIER)


def volger(
    email: str = RIA, doel: Doel = ALLES, ritme: str = Ritme.WEEK, taal: str = BRONTAAL, **velden
) -> Abonnement:
    """Somebody who follows this, from now on."""
    velden = {
        "bevestigd_op": "2026-01-01T00:00Z",
        "toestemming": "Ja",
        "vanaf": Wijziging.objects.laatste(),
    } | velden
    adres = zorg_voor_adres(email, taal)
    return Abonnement.objects.create(
        adres=adres, ritme=ritme, taal=taal, stand=Staat.ACTIEF, **doel.velden, **velden
    )

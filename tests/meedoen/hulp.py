"""A call in a village, somebody who answers it, and the way from the form to the mail."""

import re
from datetime import date, timedelta

from django.test import Client

from berichten.models import Bericht
from core.tijd import vandaag
from kernpagina.models import OproepenPage, OproepPage, OproepVraag
from meedoen.models import Reactie
from tests import factories

RIA = {"naam": "Ria Verhoef", "email": "ria@example.org", "kern": "elders", "akkoord": "on"}
IDEE = {"titel": "Een bankje", "tekst": "Zet een bankje bij de linde."}
VAN_HIER = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def oproep_in(kern, soort="ideeën", **velden) -> OproepPage:
    """A call that is open today."""
    dag = vandaag()
    velden = {
        "opent": dag - timedelta(days=5),
        "sluit": dag + timedelta(days=20),
        "terugkoppeling_uiterlijk": dag + timedelta(days=60),
        "title": "Denk mee over het plein",
        "slug": "plein",
        **velden,
    }
    lijst = OproepenPage.objects.child_of(kern).get()
    return factories.OproepPageFactory(parent=lijst, soort=soort, **velden)


def met_vragen(oproep: OproepPage, *vragen: OproepVraag) -> OproepPage:
    oproep.vragen = list(vragen)
    return factories.publiceer(oproep)


def keuzevraag(
    vraag="Welke schets?", keuzes="Schets A\nSchets B", soort="een keuze", **velden
) -> OproepVraag:
    return OproepVraag(vraag=vraag, keuzes=keuzes, soort=soort, **velden)


def lees_bewijs(client: Client, pad: str) -> str:
    """The token of the form at this address; empty where there is none."""
    gevonden = re.search(r'name="bewijs" value="([^"]+)"', client.get(pad).content.decode())
    return gevonden[1] if gevonden else ""


def verstuur(client: Client, oproep: OproepPage, time_machine, gegevens: dict, **koppen):
    """Open the form, wait as long as somebody who types, and send it; the answer."""
    pad = f"{oproep.url}reageer/"
    bewijs = lees_bewijs(client, pad)
    time_machine.shift(timedelta(seconds=10))
    return client.post(pad, gegevens | {"bewijs": bewijs}, **(VAN_HIER | koppen))


def laatste_link(email: str = RIA["email"]) -> str:
    """The path of the link in the newest mail to this address."""
    bericht = Bericht.objects.filter(adres=email).order_by("-pk").first()
    return re.search(r"https?://[^/\s]+(/reactie/\S+)", bericht.tekst)[1]


def druk(client: Client, pad: str, time_machine, **gegevens):
    """Press a button on a page behind a key."""
    bewijs = lees_bewijs(client, pad)
    time_machine.shift(timedelta(seconds=10))
    return client.post(pad, gegevens | {"bewijs": bewijs}, **VAN_HIER)


def bevestigd(client: Client, oproep: OproepPage, time_machine, gegevens: dict | None = None) -> Reactie:
    """A reaction whose writer pressed the button."""
    gegevens = RIA | (IDEE if gegevens is None else gegevens)
    verstuur(client, oproep, time_machine, gegevens)
    druk(client, laatste_link(gegevens["email"]), time_machine)
    return Reactie.objects.order_by("-pk").first()


def sluit_gisteren(oproep: OproepPage) -> None:
    gisteren: date = vandaag() - timedelta(days=1)
    OproepPage.objects.filter(pk=oproep.pk).update(sluit=gisteren)

"""The whole demo, in one go or not at all."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from wagtail.models import Collection

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiDocument, BloeiImage
from demo.bouwers.aanmeldingen import meld_iedereen_aan, ruim_aanmeldingen_op
from demo.bouwers.accounts import zorg_voor_accounts
from demo.bouwers.afspraken import noem_melders
from demo.bouwers.bestanden import COLLECTIE, maak_collectie, maak_fotos
from demo.bouwers.bureau import leg_werk_neer, ruim_werk_op
from demo.bouwers.dagen import Dagen
from demo.bouwers.gemeente import zorg_voor_gemeente
from demo.bouwers.kernen import bouw_kern, ruim_kern_op
from demo.bouwers.reacties import noem_overtypers
from demo.bouwers.vertalingen import bouw_vertalingen
from demo.bouwers.volgers import bouw_volgers, ruim_volgers_op
from demo.inhoud import DORPEN

Melding = Callable[[str], object]


def is_geladen() -> bool:
    """The collection with the demo's pictures tells: it comes and goes together with the pages."""
    return Collection.objects.filter(name=COLLECTIE).exists()


@transaction.atomic
@zonder_goedkeuring("laad_demo")
def laad(vandaag: date, meld: Melding) -> None:
    """Make pictures, pages and accounts, with dates around `vandaag`. Needs a site that `richt_in` set up."""
    meld("Foto's tekenen ...")
    fotos = maak_fotos(maak_collectie())
    for inhoud in DORPEN:
        meld(f"{inhoud.slug.title()} vullen ...")
        bouw_kern(inhoud, Dagen(vandaag), fotos)
    if zorg_voor_gemeente(vandaag):
        meld("Gegevens van de gemeente ingevuld.")
    if gemaakt := zorg_voor_accounts():
        meld(f"Accounts gemaakt: {', '.join(gemaakt)}.")
    noem_melders()
    noem_overtypers()
    meld_iedereen_aan()
    meld("Pagina's vertalen ...")
    bouw_vertalingen()
    leg_werk_neer(Dagen(vandaag))
    bouw_volgers()


@transaction.atomic
@zonder_goedkeuring("laad_demo")
def ruim_op() -> None:
    """Delete the pages and pictures of the demo. Accounts stay, and so does what people made or filled in."""
    ruim_aanmeldingen_op()
    ruim_volgers_op()
    for inhoud in DORPEN:
        ruim_kern_op(inhoud)
    ruim_werk_op()
    for soort in (BloeiImage, BloeiDocument):
        for bestand in soort.objects.filter(collection__name=COLLECTIE):
            bestand.delete()
    Collection.objects.filter(name=COLLECTIE).get().delete()

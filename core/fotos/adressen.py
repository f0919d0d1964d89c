"""The addresses at which visitors read a photo: those of its sizes, and those that the API signs.

They are open to whoever has them. When no public page shows the photo any more they are closed for good; who may see it
then, in a draft, gets others (docs/adr/0067).
"""

from datetime import datetime
from secrets import token_hex

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, IntegerField, Value
from django.db.models.functions import Cast, Concat
from wagtail.models import Page, ReferenceIndex

from core.fotos.maten import bestel_maten
from core.goedkeuring.bestanden import is_openbaar, openbare_bestanden
from core.goedkeuring.grendel import houd_bestand
from core.inhoudsversie import begint_met_de_versie, houd_inhoudsversie, huidige_inhoudsversie
from core.models import BloeiImage, BloeiRendition

# In the place of what a size was made for: nobody finds it by that, and its row says which file has to go.
WEG = "weg-"
# What was looked at last in this process: the version of the content, and the hour.
_bij: dict[str, object] = {}


def toon(pagina: Page) -> None:
    """Write down that visitors have the addresses of the photos on this page. Part of its publication: one small question."""
    verwijzingen = ReferenceIndex.get_references_for_object(pagina).filter(
        to_content_type=ContentType.objects.get_for_model(BloeiImage)
    )
    fotos = verwijzingen.order_by().values(nummer=Cast("to_object_id", IntegerField()))
    nieuw = BloeiImage.objects.filter(getoond=False, pk__in=fotos).order_by("pk")
    merken = dict(nieuw.values_list("pk", "merk"))
    if not merken:
        return
    BloeiImage.objects.filter(pk__in=merken).update(getoond=True)
    for pk, merk in merken.items():
        if merk:
            bestel_maten(pk)


def neem_over(foto: BloeiImage) -> None:
    """Have a photo that is about to be saved say of its addresses what the database says: it may have been read before they
    were closed."""
    if foto.pk:
        houd_bestand(foto)
        for naam, waarde in (
            BloeiImage._base_manager.filter(pk=foto.pk).values("getoond", "merk").first() or {}
        ).items():
            setattr(foto, naam, waarde)


def ronde(nu: datetime) -> None:
    """Close what has to be closed: after each change of what is public, and once an hour in any case."""
    moment = (huidige_inhoudsversie(), nu.replace(minute=0, second=0, microsecond=0))
    if _bij.get("moment") != moment:
        sluit()
        _bij["moment"] = moment
    gooi_weg()


def sluit() -> int:
    """Close the addresses of photos that no public page shows any more; returns of how many. May be done at any moment.

    Publications write down what they show; what became public in another way is found here.
    """
    openbaar = openbare_bestanden(BloeiImage)
    if BloeiImage.objects.filter(pk__in=openbaar, getoond=False).exists():
        with transaction.atomic():
            houd_inhoudsversie()
            BloeiImage.objects.filter(pk__in=openbaar, getoond=False).update(getoond=True)
    getoond = BloeiImage.objects.filter(getoond=True).exclude(pk__in=openbaar).order_by("pk")
    return sum(_sluit(foto) for foto in getoond)


@begint_met_de_versie
def _sluit(foto: BloeiImage) -> bool:
    """Whoever publishes a page with it went first, and then it stays open; or comes after this, and has its sizes made anew."""
    houd_bestand(foto)
    if is_openbaar(foto):
        return False
    BloeiImage.objects.filter(pk=foto.pk).update(getoond=False, merk=token_hex(8))
    maten = BloeiRendition.objects.filter(image=foto).exclude(filter_spec__startswith=WEG)
    maten.update(filter_spec=Concat(Value(WEG), Cast("pk", CharField())))
    return True


def gooi_weg() -> None:
    """Throw away the files of closed sizes. A row goes after its file: of a store that is away it's tried again."""
    for maat in BloeiRendition.objects.filter(filter_spec__startswith=WEG).select_related("image"):
        maat.file.storage.delete(str(maat.file))
        maat.delete()

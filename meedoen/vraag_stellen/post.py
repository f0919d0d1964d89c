"""What is mailed of a question: the button, the receipt, and the answer, in the language of the form."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from inwoners.models import Adres
from meedoen.models import InwonerVraag
from meedoen.vertrouwelijke_post import schrijf_over, stuur_knop
from meedoen.vraag_stellen.waarover import Waarover


def vraag_bevestiging(vraag: InwonerVraag) -> None:
    if vraag.inwoner:
        kop = _("Druk op de knop om je vraag te versturen")
        stuur_knop(vraag.inwoner, "vraag", vraag.pk, vraag.pagina, vraag.over, vraag.taal, kop)


def ontvangen(vraag: InwonerVraag) -> None:
    """That it came in, with a copy, and when and by whom it is answered."""
    _schrijf(vraag, "vraag-ontvangen", _("Ontvangstbevestiging"))


def antwoord(vraag: InwonerVraag) -> None:
    """Their own words and the answer, once. They come back to ask more: this mail takes no reply."""
    with override(vraag.taal):
        # A page of its own kind knows its address in each language.
        waar = vraag.pagina.specific_deferred.full_url
    _schrijf(vraag, "vraag-antwoord", _("Antwoord op je vraag"), waar=waar)


def _schrijf(vraag: InwonerVraag, soort: str, kop: Promise, **rest: Any) -> None:
    """To who asked it, once; to nobody once that isn't known any more."""
    if vraag.inwoner is None or vraag.inwoner.adres is None:
        return
    with override(vraag.taal):
        mijn = settings.WAGTAILADMIN_BASE_URL + reverse("mijn")
    sleutel, wie = f"{soort}:{vraag.pk}", vraag.inwoner.adres
    schrijf_over(
        wie, sleutel, soort, vraag.pagina, vraag.over, vraag.taal, kop, vraag=vraag, mijn=mijn, **rest
    )


def te_veel_namen(adres: Adres, waarover: Waarover, formulier: UUID, taal: str) -> None:
    sleutel, kop = f"vraag-namen:{formulier}", _("Je vraag is niet verstuurd")
    schrijf_over(adres, sleutel, "aanmelding-namen", waarover.pagina, waarover.titel, taal, kop)

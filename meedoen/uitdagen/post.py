"""What is mailed of a proposal: the button, and the receipt with a copy, in the language of the form."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from berichten.models import Voorrang
from inwoners.models import Adres, Doel
from inwoners.post import schrijf_aan
from inwoners.sleutels import maak_sleutel
from kernpagina.bellen import bel
from kernpagina.kernen import kern_van
from kernpagina.models import OproepPage
from meedoen.models import Uitdaging
from meedoen.uitdagen.forms import in_woorden

GELDIG = timedelta(hours=48)


def vraag_bevestiging(voorstel: Uitdaging) -> None:
    adres, kop = voorstel.inwoner.adres, _("Druk op de knop")
    geheim = maak_sleutel(
        adres, Doel.BEVESTIGEN, geldig=GELDIG, waarvoor=f"uitdaging:{voorstel.pk}", inwoner=voorstel.inwoner
    )
    with override(voorstel.taal):
        link = settings.WAGTAILADMIN_BASE_URL + reverse("uitdaging-bevestigen", args=[geheim])
    _schrijf(
        adres,
        f"uitdaging-bevestig:{voorstel.pk}",
        "uitdaging-bevestig",
        voorstel.oproep,
        voorstel.taal,
        kop,
        link=link,
        geheim_tot=timezone.now() + GELDIG,
    )


def ontvangen(voorstel: Uitdaging) -> None:
    """The receipt that the law asks for: when it came in, a copy, and when they hear."""
    with override(voorstel.taal):
        kopie = in_woorden(voorstel)
    _schrijf(
        voorstel.inwoner.adres,
        f"uitdaging-ontvangen:{voorstel.pk}",
        "uitdaging-ontvangen",
        voorstel.oproep,
        voorstel.taal,
        _("Ontvangstbevestiging"),
        voorstel=voorstel,
        kopie=kopie,
        mijn=settings.WAGTAILADMIN_BASE_URL + reverse("mijn"),
    )


def te_veel_namen(adres: Adres, oproep: OproepPage, formulier: UUID, taal: str) -> None:
    kop = _("Je voorstel is niet verstuurd")
    _schrijf(adres, f"uitdaging-namen:{formulier}", "aanmelding-namen", oproep, taal, kop)


def _schrijf(
    adres: Adres, sleutel: str, soort: str, oproep: OproepPage, taal: str, kop: Promise, **rest: Any
) -> None:
    geheim_tot = rest.pop("geheim_tot", None)
    with override(taal):
        context = {
            "onderwerp": format_lazy("{}: {}", kop, oproep.title),
            "titel": oproep.title,
            "bel": bel(kern_van(oproep)),
            **rest,
        }
    schrijf_aan(adres, sleutel, soort, context, voorrang=Voorrang.DIRECT, geheim_tot=geheim_tot, taal=taal)

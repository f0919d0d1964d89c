"""What is mailed of a proposal: the button, and the receipt with a copy, in the language of the form."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from inwoners.models import Adres
from kernpagina.models import OproepPage
from meedoen import brieven
from meedoen.models import Uitdaging
from meedoen.uitdagen.forms import in_woorden
from meedoen.vertrouwelijke_post import schrijf_over, stuur_knop, vraag_of_adres_klopt


def vraag_bevestiging(voorstel: Uitdaging) -> None:
    oproep = voorstel.oproep
    kop = _("Druk op de knop om je voorstel in te dienen")
    stuur_knop(voorstel.inwoner, "uitdaging", voorstel.pk, oproep, oproep.title, voorstel.taal, kop)


def vraag_of_het_klopt(voorstel: Uitdaging, adres: Adres) -> None:
    """Somebody wrote this address on the sheet."""
    oproep = voorstel.oproep
    vraag_of_adres_klopt(adres, "uitdaging", voorstel.pk, oproep, oproep.title, voorstel.taal)


def ontvangen(voorstel: Uitdaging) -> None:
    """The receipt that the law asks for: when it came in, a copy, and when they hear. By mail, or else by letter."""
    with override(voorstel.taal):
        kopie = in_woorden(voorstel)
    if voorstel.inwoner.adres is None:
        _brief(voorstel, kopie)
        return
    schrijf_over(
        voorstel.inwoner.adres,
        f"uitdaging-ontvangen:{voorstel.pk}",
        "uitdaging-ontvangen",
        voorstel.oproep,
        voorstel.oproep.title,
        voorstel.taal,
        _("Ontvangstbevestiging"),
        voorstel=voorstel,
        kopie=kopie,
        mijn=settings.WAGTAILADMIN_BASE_URL + reverse("mijn"),
    )


def _brief(voorstel: Uitdaging, kopie: list[tuple[str, str]]) -> None:
    with override(voorstel.taal):
        onderwerp = f"{_('Ontvangstbevestiging')}: {voorstel.oproep.title}"
    context = {"onderwerp": onderwerp, "voorstel": voorstel, "kopie": kopie}
    sleutel = f"uitdaging-ontvangen:{voorstel.pk}"
    brieven.schrijf(voorstel.inwoner, voorstel.oproep, voorstel.taal, sleutel, brieven.UITDAGING, context)


def te_veel_namen(adres: Adres, oproep: OproepPage, formulier: UUID, taal: str) -> None:
    sleutel, kop = f"uitdaging-namen:{formulier}", _("Je voorstel is niet verstuurd")
    schrijf_over(adres, sleutel, "aanmelding-namen", oproep, oproep.title, taal, kop)

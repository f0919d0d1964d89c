"""Mail about what stays between a resident and who answers: in the language of the form, with whom to ring."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import Page

from berichten.models import Voorrang
from inwoners.models import Adres, Doel, Inwoner
from inwoners.post import schrijf_aan
from inwoners.sleutels import maak_sleutel
from kernpagina.bellen import bel
from kernpagina.kernen import kern_van

GELDIG = timedelta(hours=48)
# Who took part at the table doesn't sit waiting for a mail.
KLOPT_GELDIG = timedelta(days=7)
# What such a key is for begins with this.
VAN_TAFEL = "tafel-"


def stuur_knop(
    inwoner: Inwoner, wat: str, pk: int, pagina: Page, titel: str, taal: str, kop: Promise
) -> None:
    """The button without which nothing happens. `wat` names the thing in its key, its text and its address, `kop` says
    what the button is for."""
    adres = inwoner.adres
    geheim = maak_sleutel(adres, Doel.BEVESTIGEN, geldig=GELDIG, waarvoor=f"{wat}:{pk}", inwoner=inwoner)
    with override(taal):
        link = settings.WAGTAILADMIN_BASE_URL + reverse(f"{wat}-bevestigen", args=[geheim])
    soort, geheim_tot = f"{wat}-bevestig", timezone.now() + GELDIG
    schrijf_over(adres, f"{soort}:{pk}", soort, pagina, titel, taal, kop, geheim_tot=geheim_tot, link=link)


def vraag_of_adres_klopt(adres: Adres, wat: str, pk: int, pagina: Page, titel: str, taal: str) -> None:
    """The button to an address that somebody gave at the table: only who has the mailbox knows whether it is theirs."""
    geheim = maak_sleutel(adres, Doel.BEVESTIGEN, geldig=KLOPT_GELDIG, waarvoor=f"{VAN_TAFEL}{wat}:{pk}")
    with override(taal):
        link = settings.WAGTAILADMIN_BASE_URL + reverse(f"{wat}-klopt", args=[geheim])
    soort, geheim_tot = f"{wat}-klopt", timezone.now() + KLOPT_GELDIG
    schrijf_over(
        adres,
        f"{soort}:{pk}",
        soort,
        pagina,
        titel,
        taal,
        _("Je e-mailadres"),
        geheim_tot=geheim_tot,
        link=link,
        voorrang=Voorrang.GEWOON,
    )


def schrijf_over(
    adres: Adres,
    sleutel: str,
    soort: str,
    pagina: Page,
    titel: str,
    taal: str,
    kop: Promise,
    geheim_tot: datetime | None = None,
    voorrang: Voorrang = Voorrang.DIRECT,
    **rest: Any,
) -> None:
    with override(taal):
        context = {
            "onderwerp": format_lazy("{}: {}", kop, titel),
            "titel": titel,
            "bel": bel(kern_van(pagina)),
            **rest,
        }
    schrijf_aan(adres, sleutel, soort, context, voorrang=voorrang, geheim_tot=geheim_tot, taal=taal)

"""What residents are told of their reaction, by mail. Each event once; the text is templates/berichten/reactie-*.txt.

Nothing that a stranger typed stands in a mail to an address that wasn't confirmed.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Voorrang
from berichten.post import leg_klaar
from inwoners.models import Adres, Doel
from inwoners.post import schrijf_aan
from inwoners.sleutels import maak_sleutel
from kernpagina.models import OproepPage, Uitkomstpunt
from meedoen.keuzes import Soort
from meedoen.models import Besluit, Melding, Reactie

GELDIG = timedelta(hours=48)
# To change, to take back, and to ask for a second look.
AANPASSEN_GELDIG = timedelta(days=180)


def vraag_bevestiging(reactie: Reactie, adres: Adres, al_mee: int) -> None:
    """The button without which nothing happens. `al_mee`: how often this name took part already."""
    geheim = maak_sleutel(
        adres, Doel.BEVESTIGEN, geldig=GELDIG, waarvoor=f"reactie:{reactie.pk}", inwoner=reactie.inwoner
    )
    _schrijf(
        adres,
        f"reactie-bevestig:{reactie.pk}",
        "reactie-bevestig",
        reactie.oproep,
        f"Druk op de knop: {reactie.oproep.title}",
        link=_adres("reactie-bevestigen", geheim),
        al_mee=al_mee,
        voorrang=Voorrang.DIRECT,
        geheim_tot=timezone.now() + GELDIG,
    )


def te_veel_namen(adres: Adres, oproep: OproepPage, formulier: UUID) -> None:
    _schrijf(
        adres,
        f"reactie-namen:{formulier}",
        "reactie-namen",
        oproep,
        f"Je reactie is niet verstuurd: {oproep.title}",
        voorrang=Voorrang.DIRECT,
    )


def te_veel_ideeen(adres: Adres, oproep: OproepPage, formulier: UUID) -> None:
    _schrijf(
        adres,
        f"reactie-ideeen:{formulier}",
        "reactie-ideeen",
        oproep,
        f"Je idee is niet verstuurd: {oproep.title}",
        voorrang=Voorrang.DIRECT,
    )


def ontvangen(reactie: Reactie) -> None:
    _over(reactie, "reactie-ontvangen", f"reactie-ontvangen:{reactie.pk}", "Je reactie is binnen")


def geplaatst(reactie: Reactie) -> None:
    wanneer = f"{reactie.geplaatst_op:%Y%m%d%H%M%S%f}"
    _over(
        reactie, "reactie-geplaatst", f"reactie-geplaatst:{reactie.pk}:{wanneer}", "Je reactie is geplaatst"
    )


def aanpassen(reactie: Reactie, besluit: Besluit) -> None:
    _over(
        reactie,
        "reactie-aanpassen",
        f"reactie-besluit:{besluit.pk}",
        "Graag aanpassen",
        besluit=besluit,
        uiterlijk=reactie.aanpassen_voor,
    )


def niet_geplaatst(reactie: Reactie, besluit: Besluit) -> None:
    """The statement of reasons: what, why, and what can be done about it (Digital Services Act, article 17)."""
    kop = "Je reactie is weggehaald" if besluit.besluit == Soort.VERBORGEN else "Je reactie is niet geplaatst"
    _over(reactie, "reactie-niet-geplaatst", f"reactie-besluit:{besluit.pk}", kop, besluit=besluit)


def herzien(reactie: Reactie, besluit: Besluit) -> None:
    _over(reactie, "reactie-herzien", f"reactie-besluit:{besluit.pk}", "Opnieuw bekeken", besluit=besluit)


def uitkomst(reactie: Reactie, punt: Uitkomstpunt) -> None:
    """What happened to somebody's own words. Once, whatever is published after it."""
    _over(reactie, "reactie-uitkomst", f"reactie-uitkomst:{reactie.pk}", "Dit gebeurt ermee", punt=punt)


def te_laat(reactie: Reactie) -> None:
    uiterlijk = reactie.oproep.terugkoppeling_uiterlijk
    _over(reactie, "reactie-te-laat", f"reactie-te-laat:{reactie.pk}:{uiterlijk}", "We zijn te laat")


def melding_ontvangen(melding: Melding) -> None:
    _aan_melder(melding, "melding-ontvangen", "We hebben je melding", Voorrang.DIRECT)


def melding_besloten(melding: Melding, besluit: Besluit) -> None:
    weg = besluit.besluit == Soort.VERBORGEN
    _aan_melder(melding, "melding-besloten", "Over je melding", Voorrang.GEWOON, weg=weg)


def _aan_melder(melding: Melding, soort: str, kop: str, voorrang: Voorrang, **rest: Any) -> None:
    """To an address that nobody confirmed: it isn't kept as somebody who takes part."""
    if melding.email:
        oproep = melding.reactie.oproep
        context = {"onderwerp": f"{kop}: {oproep.title}", "oproep": oproep, "oproep_adres": oproep.full_url}
        leg_klaar(
            f"{soort}:{melding.pk}", soort, melding.email, context | rest, inwoner=True, voorrang=voorrang
        )


def _over(reactie: Reactie, soort: str, sleutel: str, kop: str, **rest: Any) -> None:
    """To who wrote it, with the way to change it. On paper without e-mail there is nobody to mail."""
    adres = reactie.inwoner.adres if reactie.inwoner else None
    if adres is None or Bericht.objects.filter(sleutel=sleutel).exists():
        return
    geheim = maak_sleutel(
        adres,
        Doel.AANPASSEN,
        geldig=AANPASSEN_GELDIG,
        waarvoor=f"reactie:{reactie.pk}",
        inwoner=reactie.inwoner,
    )
    onderwerp = f"{kop}: {reactie.oproep.title}"
    _schrijf(
        adres,
        sleutel,
        soort,
        reactie.oproep,
        onderwerp,
        reactie=reactie,
        link=_adres("reactie", geheim),
        geheim_tot=timezone.now() + AANPASSEN_GELDIG,
        **rest,
    )


def _schrijf(
    adres: Adres,
    sleutel: str,
    soort: str,
    oproep: OproepPage,
    onderwerp: str,
    voorrang: Voorrang = Voorrang.GEWOON,
    geheim_tot: datetime | None = None,
    **rest: Any,
) -> None:
    context = {"onderwerp": onderwerp, "oproep": oproep, "oproep_adres": oproep.full_url, **rest}
    schrijf_aan(adres, sleutel, soort, context, voorrang=voorrang, geheim_tot=geheim_tot)


def _adres(naam: str, geheim: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse(naam, args=[geheim])

"""What residents are told of their reaction, by mail or else by letter, in its language. Each event once; templates/berichten/reactie-*.txt.

Nothing that a stranger typed stands in a mail to an address that wasn't confirmed.
"""

from copy import copy
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from berichten.models import Bericht, Voorrang
from berichten.post import leg_klaar
from core.talen.lezen import heel_in_leestaal
from core.talen.taal import BRONTAAL
from inwoners.models import Adres, Doel
from inwoners.post import schrijf_aan
from inwoners.sleutels import maak_sleutel
from kernpagina.models import OproepPage, Uitkomstpunt
from meedoen import brieven
from meedoen.keuzes import Reden, Soort
from meedoen.models import Besluit, Melding, Reactie
from meedoen.soorten import meeste_per_inwoner
from meedoen.vertrouwelijke_post import KLOPT_GELDIG

GELDIG = timedelta(hours=48)
# To change, to take back, and to ask for a second look.
AANPASSEN_GELDIG = timedelta(days=180)


def vraag_bevestiging(reactie: Reactie, adres: Adres, al_mee: int) -> None:
    """The button without which nothing happens. `al_mee`: how often this name took part already."""
    geheim = maak_sleutel(
        adres, Doel.BEVESTIGEN, geldig=GELDIG, waarvoor=f"reactie:{reactie.pk}", inwoner=reactie.inwoner
    )
    kop = _("Druk op de knop om mee te doen")
    if al_mee:
        volgende = meeste_per_inwoner(reactie.oproep) > 1
        kop = (
            _("Druk op de knop voor je volgende idee")
            if volgende
            else _("Druk op de knop voor je nieuwe reactie")
        )
    _schrijf(
        adres,
        f"reactie-bevestig:{reactie.pk}",
        "reactie-bevestig",
        reactie.oproep,
        reactie.taal,
        kop,
        link=_adres("reactie-bevestigen", geheim, reactie.taal),
        al_mee=al_mee,
        voorrang=Voorrang.DIRECT,
        geheim_tot=timezone.now() + GELDIG,
    )


def vraag_of_het_klopt(reactie: Reactie, adres: Adres) -> None:
    """Somebody at the table gave this address: only who has the mailbox knows whether it is theirs."""
    geheim = maak_sleutel(adres, Doel.BEVESTIGEN, geldig=KLOPT_GELDIG, waarvoor=f"tafel:{reactie.pk}")
    _schrijf(
        adres,
        f"reactie-klopt:{reactie.pk}",
        "reactie-klopt",
        reactie.oproep,
        reactie.taal,
        _("Je e-mailadres"),
        link=_adres("reactie-klopt", geheim, reactie.taal),
        geheim_tot=timezone.now() + KLOPT_GELDIG,
    )


def te_veel_namen(adres: Adres, oproep: OproepPage, formulier: UUID, taal: str) -> None:
    sleutel, kop = f"reactie-namen:{formulier}", _("Je reactie is niet verstuurd")
    _schrijf(adres, sleutel, "reactie-namen", oproep, taal, kop, voorrang=Voorrang.DIRECT)


def te_veel_ideeen(adres: Adres, oproep: OproepPage, formulier: UUID, taal: str) -> None:
    sleutel, kop = f"reactie-ideeen:{formulier}", _("Je idee is niet verstuurd")
    _schrijf(adres, sleutel, "reactie-ideeen", oproep, taal, kop, voorrang=Voorrang.DIRECT)


def ontvangen(reactie: Reactie, *, vervangt: bool) -> None:
    """`vervangt`: an earlier one of theirs doesn't count any more."""
    sleutel = f"reactie-ontvangen:{reactie.pk}"
    kop = _("Je nieuwe reactie is binnen") if vervangt else _("Je reactie is binnen")
    _over(reactie, "reactie-ontvangen", sleutel, kop, vervangt=vervangt)


def geplaatst(reactie: Reactie) -> None:
    sleutel = f"reactie-geplaatst:{reactie.pk}:{reactie.geplaatst_op:%Y%m%d%H%M%S%f}"
    gelakt = reactie.besluiten.filter(besluit=Soort.GELAKT).exists()
    _over(reactie, "reactie-geplaatst", sleutel, _("Je reactie is geplaatst"), gelakt=gelakt)


def aanpassen(reactie: Reactie, besluit: Besluit) -> None:
    _over(
        reactie,
        "reactie-aanpassen",
        f"reactie-besluit:{besluit.pk}",
        _("Graag aanpassen"),
        besluit=besluit,
        uiterlijk=reactie.aanpassen_voor,
    )


def niet_geplaatst(reactie: Reactie, besluit: Besluit, *, gemeld: bool = False) -> None:
    """The statement of reasons: what, why, and what can be done about it (Digital Services Act, article 17)."""
    weg = besluit.besluit == Soort.VERBORGEN
    kop = _("Je reactie is weggehaald") if weg else _("Je reactie is niet geplaatst")
    wat = {"besluit": besluit, "waarom": Reden(besluit.reden).zin, "gemeld": gemeld}
    _over(reactie, "reactie-niet-geplaatst", f"reactie-besluit:{besluit.pk}", kop, **wat)


def herzien(reactie: Reactie, besluit: Besluit) -> None:
    _over(reactie, "reactie-herzien", f"reactie-besluit:{besluit.pk}", _("Opnieuw bekeken"), besluit=besluit)


def uitkomst(reactie: Reactie, punt: Uitkomstpunt) -> None:
    """What happened to somebody's own words. Once, whatever is published after it."""
    _over(reactie, "reactie-uitkomst", f"reactie-uitkomst:{reactie.pk}", _("Dit gebeurt ermee"), punt=punt)


def te_laat(reactie: Reactie) -> None:
    uiterlijk = reactie.oproep.terugkoppeling_uiterlijk
    _over(reactie, "reactie-te-laat", f"reactie-te-laat:{reactie.pk}:{uiterlijk}", _("We zijn te laat"))


def melding_ontvangen(melding: Melding) -> None:
    _aan_melder(melding, "melding-ontvangen", _("We hebben je melding"), Voorrang.DIRECT)


def melding_besloten(melding: Melding, besluit: Besluit) -> None:
    weg = besluit.besluit == Soort.VERBORGEN
    _aan_melder(melding, "melding-besloten", _("Over je melding"), Voorrang.GEWOON, weg=weg)


def _aan_melder(melding: Melding, soort: str, kop: Promise, voorrang: Voorrang, **rest: Any) -> None:
    """To an address that nobody confirmed: it isn't kept as somebody who takes part."""
    if melding.email:
        context = _context(melding.reactie.oproep, melding.taal, kop) | rest
        sleutel = f"{soort}:{melding.pk}"
        leg_klaar(sleutel, soort, melding.email, context, inwoner=True, taal=melding.taal, voorrang=voorrang)


def _over(reactie: Reactie, soort: str, sleutel: str, kop: Promise, **rest: Any) -> None:
    """To who wrote it, with the way to change it; without e-mail a letter."""
    adres = reactie.inwoner.adres if reactie.inwoner else None
    if adres is None:
        if reactie.inwoner:
            context = _inhoud(reactie.oproep, reactie.taal, kop, reactie=reactie, **rest)
            brieven.schrijf(reactie.inwoner, reactie.oproep, reactie.taal, sleutel, soort, context)
        return
    if Bericht.objects.filter(sleutel=sleutel).exists():
        return
    geheim = maak_sleutel(
        adres,
        Doel.AANPASSEN,
        geldig=AANPASSEN_GELDIG,
        waarvoor=f"reactie:{reactie.pk}",
        inwoner=reactie.inwoner,
    )
    _schrijf(
        adres,
        sleutel,
        soort,
        reactie.oproep,
        reactie.taal,
        kop,
        reactie=reactie,
        link=_adres("reactie", geheim, reactie.taal),
        geheim_tot=timezone.now() + AANPASSEN_GELDIG,
        **rest,
    )


def _schrijf(
    adres: Adres,
    sleutel: str,
    soort: str,
    oproep: OproepPage,
    taal: str,
    kop: Promise,
    voorrang: Voorrang = Voorrang.GEWOON,
    geheim_tot: datetime | None = None,
    **rest: Any,
) -> None:
    context = _inhoud(oproep, taal, kop, **rest)
    schrijf_aan(adres, sleutel, soort, context, voorrang=voorrang, geheim_tot=geheim_tot, taal=taal)


def _inhoud(oproep: OproepPage, taal: str, kop: Promise, **rest: Any) -> dict[str, Any]:
    """What a text about this call may say, in this language."""
    context = _context(oproep, taal, kop) | rest
    if "reactie" in context:
        # Its questions in the same language, and only here: the caller goes on with its own.
        context["reactie"] = copy(context["reactie"])
        context["reactie"].oproep = context["oproep"]
    if "punt" in context and taal != BRONTAAL:
        context["punt"] = _gelezen(context["oproep"], context["punt"])
    return context


def _context(oproep: OproepPage, taal: str, kop: Promise) -> dict[str, Any]:
    with override(taal):
        gelezen = heel_in_leestaal(copy(oproep))
        return {
            "onderwerp": format_lazy("{}: {}", kop, gelezen.title),
            "oproep": gelezen,
            "titel": gelezen.title,
            "oproep_adres": oproep.full_url,
        }


def _gelezen(oproep: OproepPage, punt: Uitkomstpunt) -> Uitkomstpunt:
    return next((rij for rij in oproep.uitkomstpunten.all() if rij.kenmerk == punt.kenmerk), punt)


def _adres(naam: str, geheim: str, taal: str) -> str:
    with override(taal):
        return settings.WAGTAILADMIN_BASE_URL + reverse(naam, args=[geheim])

"""What residents are told of their sign-up, by mail, in the language of the form they filled in.

Nothing that a stranger typed stands in a mail to an address that wasn't confirmed.
"""

from copy import copy
from datetime import timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext, override
from django.utils.translation import gettext_lazy as _

from berichten.models import Voorrang
from core.talen.lezen import heel_in_leestaal
from core.talen.taal import BRONTAAL
from core.tijd import einde_van
from inwoners.models import Adres, Doel
from inwoners.post import schrijf_aan
from inwoners.sleutels import maak_sleutel
from kernpagina.afspraken import van_verslag
from kernpagina.bellen import bel
from kernpagina.kernen import kern_van
from kernpagina.models import AgendaItemPage
from meedoen import brieven
from meedoen.aanmelden.koppen import AFGELAST, HAAST, KOP, OPNIEUW
from meedoen.aanmelden.open import dag_van
from meedoen.aanmelden.plaatsen import Plek
from meedoen.models import Aanmelding, Brief
from meedoen.vertrouwelijke_post import vraag_of_adres_klopt

GELDIG = timedelta(hours=48)
# More agreements than these are read on the page.
MEESTE_AFSPRAKEN = 10


def vraag_bevestiging(rij: Aanmelding, pagina: Plek, al_mee: int) -> None:
    """The button without which nothing happens. `al_mee`: with how many this name had signed up already."""
    adres = rij.inwoner.adres
    geheim = maak_sleutel(
        adres, Doel.BEVESTIGEN, geldig=GELDIG, waarvoor=f"aanmelding:{rij.pk}", inwoner=rij.inwoner
    )
    _schrijf(
        adres,
        f"aanmelding-bevestig:{rij.pk}",
        "aanmelding-bevestig",
        pagina,
        rij.taal,
        _("Druk op de knop voor je nieuwe aanmelding")
        if al_mee
        else _("Druk op de knop om je aan te melden"),
        link=_adres("aanmelding-bevestigen", geheim, rij.taal),
        al_mee=al_mee,
        voorrang=Voorrang.DIRECT,
        geheim_tot=timezone.now() + GELDIG,
    )


def vraag_of_het_klopt(rij: Aanmelding, pagina: Plek, adres: Adres) -> None:
    """Somebody at the table gave this address."""
    with override(rij.taal):
        titel = lees(pagina).title
    vraag_of_adres_klopt(adres, "aanmelding", rij.pk, pagina, titel, rij.taal)


def brief(rij: Aanmelding, pagina: Plek) -> Brief | None:
    """That they are on the list, to who gave a postal address; None when they didn't."""
    kop, zin = KOP["wachtlijst" if rij.beurt else "ontvangen"]
    with override(rij.taal):
        gelezen = lees(pagina)
        titel = taaknaam(gelezen, rij.taak) if rij.beurt and rij.taak else gelezen.title
        context = {
            "onderwerp": f"{kop}: {gelezen.title}",
            "nieuws": _zin(zin, [rij], titel, gettext("Je staat op de wachtlijst.") if rij.beurt else ""),
            "regel": regel(rij, gelezen, met_plek=True),
            "page": gelezen,
            "is_bijeenkomst": isinstance(pagina, AgendaItemPage),
        }
    return brieven.schrijf(
        rij.inwoner, pagina, rij.taal, f"aanmelding-ontvangen:{rij.pk}", brieven.AANMELDING, context
    )


def te_veel_namen(adres: Adres, pagina: Plek, formulier: UUID, taal: str) -> None:
    sleutel, kop = f"aanmelding-namen:{formulier}", _("Je aanmelding is niet verstuurd")
    _schrijf(adres, sleutel, "aanmelding-namen", pagina, taal, kop, voorrang=Voorrang.DIRECT)


def over(
    pagina: Plek,
    rijen: list[Aanmelding],
    soort: str,
    was: AgendaItemPage | None = None,
    *,
    vervangt: bool = False,
) -> None:
    """To one address, about all who signed up with it: how it stands, and the way to change it or to stay away.

    `was`: when and where it was, as they heard it last. `vervangt`: an earlier one of theirs doesn't count any more.
    """
    adres = cast("Adres", rijen[0].inwoner.adres)
    taal = max(rijen, key=lambda rij: (rij.gemaakt_op, rij.pk)).taal
    if soort == "ontvangen" and any(rij.beurt for rij in rijen):
        soort = "wachtlijst"
    tot = einde_van(dag_van(pagina) + timedelta(days=1))
    geheim = maak_sleutel(
        adres, Doel.AFZEGGEN, geldig=tot - timezone.now(), waarvoor=f"aanmelding:{pagina.pk}"
    )
    kop, zin = KOP[soort]
    with override(taal):
        gelezen = lees(pagina)
        titel = _wat_vol_is(soort, rijen, gelezen) or gelezen.title
        en_dus = gettext("We mailen als er plek is.") if soort == "wachtlijst" else ""
        nieuws = [_zin(zin, rijen, titel, en_dus)]
        if soort in ("afgelast", "veranderd"):
            nieuws.append(getattr(gelezen, "toelichting", ""))
        if vervangt:
            nieuws.append(gettext("Je eerdere aanmelding telt niet meer mee: deze kwam ervoor in de plaats."))
        regels = [regel(rij, gelezen, met_plek=soort not in AFGELAST) for rij in rijen]
        eerst = ", ".join(filter(None, (was.tijdstip(), was.locatie, was.adres))) if was else ""
    _schrijf(
        adres,
        # What was told is kept with the sign-ups (vertellen.py): this is no more than a number of its own.
        f"aanmelding:{pagina.pk}:{adres.pk}:{uuid4()}",
        "aanmelding",
        pagina,
        taal,
        OPNIEUW if vervangt else kop,
        namen=_namen(rijen),
        nieuws=" ".join(filter(None, nieuws)),
        regels=regels,
        eerst=eerst,
        afgelast=soort in AFGELAST,
        weg=soort == "weg",
        nieuw=soort in ("ontvangen", "wachtlijst"),
        link=_adres("aanmelding", geheim, taal),
        voorrang=Voorrang.DIRECT if soort in HAAST else Voorrang.GEWOON,
    )


def sleutel_van_afspraken(item: AgendaItemPage) -> str:
    return f"aanmelding-afspraken:{item.pk}:"


def afspraken(item: AgendaItemPage, rijen: list[Aanmelding]) -> None:
    """To one address, once: what was agreed, when that is short, and where to read it."""
    adres = cast("Adres", rijen[0].inwoner.adres)
    taal = max(rijen, key=lambda rij: (rij.gemaakt_op, rij.pk)).taal
    with override(taal):
        gelezen = cast("AgendaItemPage", lees(item))
        gemaakt = van_verslag(gelezen)
        mijn = settings.WAGTAILADMIN_BASE_URL + reverse("mijn")
    _schrijf(
        adres,
        f"{sleutel_van_afspraken(item)}{adres.pk}",
        "aanmelding-afspraken",
        item,
        taal,
        _("Dit spraken we af"),
        namen=_namen(rijen),
        afspraken=gemaakt if len(gemaakt) <= MEESTE_AFSPRAKEN else [],
        in_het_nederlands=any(rij.taal == BRONTAAL for rij in gemaakt),
        mijn=mijn,
    )


def _wat_vol_is(soort: str, rijen: list[Aanmelding], pagina: Plek) -> str:
    """The task of a call that is full; the others may not be."""
    if soort not in ("wachtlijst", "geen-plek"):
        return ""
    return next((taaknaam(pagina, rij.taak) for rij in rijen if rij.beurt and rij.taak), "")


def _zin(zin: Promise, rijen: list[Aanmelding], titel: str, en_dus: str) -> str:
    """The first sentence. `en_dus`: for who waits; then it says when it isn't full, and why it isn't theirs all the same:
    there are too few, or somebody was before them."""
    wacht = min((rij for rij in rijen if rij.beurt), key=lambda rij: rij.beurt, default=None)
    if not (wacht and wacht.over and en_dus):
        return f"{zin % {'titel': titel}} {en_dus}".strip()
    over, met = wacht.over, {"titel": titel, "over": wacht.over, "aantal": wacht.aantal}
    if wacht.beurt > 1:
        eerst = ngettext(
            "Bij “%(titel)s” is nog %(over)s plek, maar wie al wacht gaat voor.",
            "Bij “%(titel)s” zijn nog %(over)s plekken, maar wie al wacht gaat voor.",
            over,
        )
    else:
        eerst = ngettext(
            "Bij “%(titel)s” is nog %(over)s plek, en je komt met %(aantal)s. Kom je met minder mensen, dan is er misschien plek.",
            "Bij “%(titel)s” zijn nog %(over)s plekken, en je komt met %(aantal)s. Kom je met minder mensen, dan is er misschien plek.",
            over,
        )
    return f"{eerst % met} {en_dus}".strip()


def _namen(rijen: list[Aanmelding]) -> str:
    return ", ".join(dict.fromkeys(rij.naam for rij in rijen if rij.naam))


def regel(rij: Aanmelding, pagina: Plek, *, met_plek: bool) -> str:
    """“Ria Verhoef (koffie zetten): 2 personen. Plek 3 van de wachtlijst.”"""
    taak = taaknaam(pagina, rij.taak)
    mensen = ngettext("%(aantal)s persoon", "%(aantal)s personen", rij.aantal) % {"aantal": rij.aantal}
    zin = f"{rij.naam} ({taak}): {mensen}." if taak else f"{rij.naam}: {mensen}."
    if not met_plek:
        return zin
    if rij.beurt:
        return f"{zin} {gettext('Plek %(plek)s van de wachtlijst.') % {'plek': rij.beurt}}"
    return f"{zin} {gettext('Er is plek.')}"


def taaknaam(pagina: Plek, taak: UUID | None) -> str:
    if taak is None or isinstance(pagina, AgendaItemPage):
        return ""
    return next((rij.taak for rij in pagina.taken.all() if rij.kenmerk == taak), "")


def lees(pagina: Plek) -> Plek:
    """It in the language that is being read, beside the one in Dutch."""
    return heel_in_leestaal(copy(pagina))


def _schrijf(
    adres: Adres, sleutel: str, soort: str, pagina: Plek, taal: str, kop: Promise, **rest: Any
) -> None:
    wie = {naam: rest.pop(naam) for naam in ("voorrang", "geheim_tot") if naam in rest}
    with override(taal):
        gelezen = lees(pagina)
        context = {
            "onderwerp": format_lazy("{}: {}", kop, gelezen.title),
            "page": gelezen,
            "titel": gelezen.title,
            "is_bijeenkomst": isinstance(pagina, AgendaItemPage),
            "adres": pagina.full_url,
            "bel": bel(kern_van(pagina)),
            **rest,
        }
    schrijf_aan(adres, sleutel, soort, context, taal=taal, **wie)


def _adres(naam: str, geheim: str, taal: str) -> str:
    with override(taal):
        return settings.WAGTAILADMIN_BASE_URL + reverse(naam, args=[geheim])

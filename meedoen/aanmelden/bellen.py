"""Whom to telephone: who signed up without e-mail doesn't hear by itself what became another.

What they heard last is kept with the sign-up, as of who gets mail (`vertellen.py`): on the telephone when they were put
on the list, and since then when somebody says that they rang.
"""

from meedoen.aanmelden.open import WEG, feiten, is_bezig, is_voorbij, met_aanmelding
from meedoen.aanmelden.plaatsen import Plek, indeling
from meedoen.aanmelden.stappen import rij_vast
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding, AanmeldingQuerySet


def zonder_mail() -> AanmeldingQuerySet:
    """Who comes, and has no address that mail goes to."""
    return Aanmelding.objects.bevestigd().filter(inwoner__isnull=False, inwoner__adres=None)


def te_bellen(pagina: Plek, *, weg: bool = False) -> list[Aanmelding]:
    """Who comes and doesn't know yet that it is off, another day or place, or that there is a place for them now.

    `weg`: it goes off the site in this transaction.
    """
    if not met_aanmelding(pagina) or is_voorbij(pagina) or is_bezig(pagina):
        return []
    rijen = list(zonder_mail().filter(pagina=pagina.pk).select_related("inwoner"))
    per_taak = {taak: indeling(pagina, taak) for taak in {rij.taak for rij in rijen}}
    nu = WEG if weg else feiten(pagina)
    # Of before this was kept nobody knows what they heard; that it is off they must.
    is_af = nu == WEG or getattr(pagina, "geannuleerd", False)
    return [
        rij
        for rij in rijen
        if (rij.hoort_feiten or is_af)
        and (rij.hoort_feiten, rij.hoort_plek) != (nu, per_taak[rij.taak].heeft_plek(rij.pk))
    ]


def gebeld(pk: int) -> None:
    """Somebody told them how it is now. Pressed twice, the same."""
    with rij_vast(pk) as (rij, pagina):
        if rij.stand == AanmeldStand.BEVESTIGD:
            onthoud_wat_ze_weten(rij, pagina)


def onthoud_wat_ze_weten(rij: Aanmelding, pagina: Plek) -> None:
    """How it is now, and whether there is a place for them: said by who works here. With the page held."""
    rij.hoort_feiten, rij.hoort_plek = feiten(pagina), indeling(pagina, rij.taak).heeft_plek(rij.pk)
    rij.save(update_fields=["hoort_feiten", "hoort_plek"])

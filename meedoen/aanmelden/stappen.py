"""The way of a sign-up, step by step: the only place where it changes.

Each step holds the page first (`core.goedkeuring.grendel`), so two who take the last place come one after the other. What
the public page says of places differs after it, then the inhoudsversie goes up, once. Pressed twice, nothing changes.
"""

from collections.abc import Generator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.grendel import houd_paginas
from core.inhoudsversie import verhoog_inhoudsversie
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden import post
from meedoen.aanmelden.open import is_open, is_voorbij, waarom_niet
from meedoen.aanmelden.plaatsen import Plek, indeling, vrije_plaatsen
from meedoen.aanmelden.vertellen import vertel
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding, AanmeldingQuerySet
from meedoen.toelaten import bevestig_wie


class Gesloten(KanNiet):
    """One can't sign up for this any more."""


@contextmanager
def vast(pagina_pk: int) -> Generator[Plek]:
    """The page as it is online, held until the transaction ends; tells afterwards whoever's place became another."""
    with transaction.atomic():
        houd_paginas([pagina_pk])
        pagina = haal(pagina_pk)
        voor = _getoond(pagina)
        yield pagina
        if _getoond(pagina) != voor:
            verhoog_inhoudsversie()
        vertel(pagina)


def _getoond(pagina: Plek) -> tuple[dict[UUID | None, int | None], int]:
    """What the public page says of places."""
    over = indeling(pagina, None).over if getattr(pagina, "max_aantal", None) else 0
    return vrije_plaatsen(pagina), over


def haal(pk: int) -> Plek:
    """Raises DoesNotExist for another kind of page."""
    item = AgendaItemPage.objects.filter(pk=pk).first()
    return item or OproepPage.objects.get(pk=pk)


@contextmanager
def rij_vast(pk: int) -> Generator[tuple[Aanmelding, Plek]]:
    pagina_pk = Aanmelding.objects.values_list("pagina", flat=True).get(pk=pk)
    with vast(pagina_pk) as pagina:
        rijen = Aanmelding.objects.select_for_update(of=("self",)).select_related("inwoner__adres")
        yield rijen.get(pk=pk), pagina


def bevestig(pk: int) -> None:
    """They pressed the button in the mail. Raises Gesloten, and KanNiet with what to do."""
    with rij_vast(pk) as (rij, pagina):
        if rij.stand != AanmeldStand.CONCEPT:
            return
        if not is_open(pagina):
            raise Gesloten(waarom_niet(pagina) or _("Aanmelden kan niet meer."))
        if rij.taak not in vrije_plaatsen(pagina):
            raise KanNiet(_("Deze taak is er niet meer. Open het formulier opnieuw en kies een andere."))
        eis_niet_vervangen(rij)
        nu = timezone.now()
        bevestig_wie(rij.inwoner, nu)
        rij.bevestigd_op = nu
        if oud := al_mee_met(rij).select_for_update().first():
            # Who changes their mind keeps their turn.
            _eis_ruimte(pagina, oud, rij.aantal)
            rij.bevestigd_op = oud.bevestigd_op
            oud.stand = AanmeldStand.AFGEZEGD
            oud.save(update_fields=["stand"])
        rij.stand = AanmeldStand.BEVESTIGD
        rij.save()


def al_mee_met(rij: Aanmelding) -> AanmeldingQuerySet:
    """With what the same person is signed up already, for the same thing."""
    return Aanmelding.objects.bevestigd().filter(pagina=rij.pagina_id, taak=rij.taak, inwoner=rij.inwoner)


def is_vervangen(rij: Aanmelding) -> bool:
    """Whether a newer one of the same person, for the same thing, came in its place. Of what wasn't confirmed that is for good,
    also when the newer was cancelled since; of what was cancelled it is told only while the newer counts."""
    if rij.stand == AanmeldStand.BEVESTIGD or not rij.inwoner_id:
        return False
    anderen = Aanmelding.objects.filter(pagina=rij.pagina_id, taak=rij.taak, inwoner=rij.inwoner)
    if rij.stand == AanmeldStand.AFGEZEGD:
        anderen = anderen.bevestigd()
    return anderen.filter(pk__gt=rij.pk, bevestigd_op__isnull=False).exists()


def eis_niet_vervangen(rij: Aanmelding) -> None:
    if is_vervangen(rij):
        raise KanNiet(
            _(
                "Er is niets veranderd: je nieuwere aanmelding kwam voor deze in de plaats. Wil je iets veranderen, of kom "
                "je niet? Doe dat bij de nieuwere."
            )
        )


def eis_aangemeld(rij: Aanmelding, pagina: Plek, *, om_af_te_zeggen: bool = False) -> None:
    """Whether there is something to change. Raises KanNiet."""
    eis_niet_vervangen(rij)
    kan_nog = mag_afzeggen(pagina) if om_af_te_zeggen else not waarom_niet(pagina)
    if rij.stand != AanmeldStand.BEVESTIGD or not kan_nog:
        raise KanNiet(_("Deze aanmelding kun je niet meer veranderen."))


def al_aangemeld(rij: Aanmelding) -> int:
    """With how many; this one takes its place."""
    return al_mee_met(rij).aggregate(mensen=Sum("aantal"))["mensen"] or 0


def _eis_ruimte(pagina: Plek, rij: Aanmelding, aantal: int) -> None:
    """With more people than before only where there is room: nobody loses a place by it."""
    vrij = indeling(pagina, rij.taak).vrij
    if vrij is not None and aantal - rij.aantal > vrij:
        raise KanNiet(
            _(
                "Er is geen plek voor meer mensen. Je aanmelding blijft zoals hij was. Wie er nog meekomt, kan zich "
                "zelf aanmelden voor de wachtlijst."
            )
        )


def verander(pk: int, aantal: int, *, wil_afspraken: bool) -> None:
    """Come with fewer people, or with more where there is room; hear what was agreed, or not. Raises KanNiet."""
    with rij_vast(pk) as (rij, pagina):
        eis_aangemeld(rij, pagina)
        _eis_ruimte(pagina, rij, aantal)
        rij.aantal, rij.wil_afspraken = aantal, wil_afspraken
        rij.save(update_fields=["aantal", "wil_afspraken"])


def mail_niet(pk: int) -> None:
    """They don't want to hear what was agreed after all: also when it is over."""
    Aanmelding.objects.filter(pk=pk).update(wil_afspraken=False)


def zeg_af(pk: int) -> None:
    """They don't come after all; who waits and has a place now hears it. Raises KanNiet for what is over, and for what
    a newer one took the place of: that one still says that they come."""
    with rij_vast(pk) as (rij, pagina):
        _eis_nog(rij, pagina)
        eis_niet_vervangen(rij)
        if rij.stand != AanmeldStand.AFGEZEGD:
            rij.stand = AanmeldStand.AFGEZEGD
            rij.save(update_fields=["stand"])


def mag_afzeggen(pagina: Plek) -> bool:
    """Whether it says something that somebody doesn't come: also of what is off the site, which may go on."""
    return not is_voorbij(pagina) and not getattr(pagina, "geannuleerd", False)


def _eis_nog(rij: Aanmelding, pagina: Plek) -> None:
    """How many came isn't changed afterwards."""
    if rij.stand == AanmeldStand.BEVESTIGD and is_voorbij(pagina):
        raise KanNiet(_("Dit is geweest."))


def meld_af(pk: int) -> None:
    """Who works here took them off the list, because they rang; they hear it too. Raises KanNiet for what is over."""
    with rij_vast(pk) as (rij, pagina):
        _eis_nog(rij, pagina)
        if rij.stand == AanmeldStand.BEVESTIGD:
            rij.stand = AanmeldStand.AFGEZEGD
            rij.save(update_fields=["stand"])
            if rij.inwoner and rij.inwoner.adres:
                post.over(pagina, [rij], "afgemeld")

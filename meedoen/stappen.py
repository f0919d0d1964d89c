"""The way of a reaction, step by step: the only place where its state changes.

Each step holds the page of the call first (`core.goedkeuring.grendel`), then the reaction, and reads what it needs after
that. Pressed twice, the second time changes nothing. What everybody reads differs after it, then the inhoudsversie goes up.
"""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.goedkeuring.besluiten import KanNiet, eis
from core.goedkeuring.grendel import houd_paginas
from core.goedkeuring.rollen import is_communicatie
from core.inhoudsversie import verhoog_inhoudsversie
from core.tijd import vandaag
from kernpagina.keuzes import OproepStatus
from kernpagina.models import OproepPage
from meedoen import post
from meedoen.keuzes import (
    DAGEN_MET_DE_POST,
    DAGEN_OM_AAN_TE_PASSEN,
    LEVEND,
    Soort,
    Stand,
)
from meedoen.models import Besluit, Reactie
from meedoen.namen import naam_met_kern
from meedoen.soorten import is_open
from meedoen.toelaten import bevestig_wie
from meedoen.vervangen import laat_vorige_los, maak_plaats, neem_terug

NIET_AANPASSEN = gettext_lazy("Deze reactie kun je niet meer aanpassen. Er is niets veranderd.")


class Gesloten(KanNiet):
    """The call takes no reactions any more."""


@contextmanager
def vast(pk: int) -> Generator[Reactie]:
    """The reaction as it is now, with its page and itself held until the transaction ends."""
    oproep = Reactie.objects.values_list("oproep", flat=True).get(pk=pk)
    with transaction.atomic():
        houd_paginas([oproep])
        yield Reactie.objects.select_for_update(of=("self",)).select_related("oproep", "inwoner").get(pk=pk)


def bevestig(pk: int) -> Reactie:
    """Its writer pressed the button in the mail. Raises Gesloten, Vervangen, and KanNiet with what to do."""
    with vast(pk) as reactie:
        if reactie.stand != Stand.CONCEPT:
            return reactie
        eis_open(reactie.oproep)
        _eis_antwoorden(reactie)
        nu = timezone.now()
        # Where no name stands with it, nobody was asked how.
        naam = {"naam_openbaar": reactie.naam_openbaar} if reactie.los_te_lezen else {}
        bevestig_wie(reactie.inwoner, nu, kern=reactie.kern, **naam)
        vervangt = maak_plaats(reactie, reactie.inwoner)
        reactie.stand, reactie.bevestigd_op = Stand.BEVESTIGD, nu
        reactie.save()
        _zet_meteen(reactie)
        post.ontvangen(reactie, vervangt=vervangt)
        return reactie


def _eis_antwoorden(reactie: Reactie) -> None:
    """The questions may have changed between sending and pressing."""
    vragen = {str(vraag.kenmerk): vraag for vraag in reactie.oproep.vragen.all()}
    verplicht = {kenmerk for kenmerk, vraag in vragen.items() if vraag.verplicht}
    gegeven = set(reactie.antwoorden)
    if gegeven - vragen.keys() or (gegeven and verplicht - gegeven):
        raise KanNiet(
            _(
                "De vragen van deze oproep zijn veranderd nadat je ze invulde. Open het formulier opnieuw en kijk ze na."
            )
        )


def _zet_meteen(reactie: Reactie) -> None:
    """What holds no words of anybody needn't be read first."""
    if alleen_keuzes(reactie):
        plaats_nu(reactie, None)


def alleen_keuzes(reactie: Reactie) -> bool:
    """Whether it holds no words of anybody. Never those of a question that isn't there any more."""
    in_woorden = any(isinstance(antwoord, str) for antwoord in reactie.antwoorden.values())
    return not (reactie.tekst or reactie.titel or in_woorden)


def plaats_nu(reactie: Reactie, user) -> None:
    reactie.stand, reactie.geplaatst_op, reactie.gezien_door = Stand.GEPLAATST, timezone.now(), user
    reactie.besloten_op, reactie.aanpassen_voor = reactie.geplaatst_op, None
    reactie.naam_getoond = naam_met_kern(reactie)
    reactie.save()
    verhoog_inhoudsversie()


def wijzig(pk: int, velden: dict) -> Reactie:
    """Its writer changes it: it begins again at being read. Raises Gesloten, and KanNiet for what can't be changed."""
    with vast(pk) as reactie:
        if reactie.stand not in LEVEND:
            raise KanNiet(NIET_AANPASSEN)
        if reactie.stand != Stand.AANPASSEN or not nog_op_tijd(reactie):
            eis_open(reactie.oproep)
        hetzelfde = all(getattr(reactie, veld) == waarde for veld, waarde in velden.items())
        if hetzelfde and reactie.stand != Stand.AANPASSEN:
            return reactie
        was_openbaar = reactie.openbaar
        for veld, waarde in velden.items():
            setattr(reactie, veld, waarde)
        reactie.stand, reactie.bevestigd_op = Stand.BEVESTIGD, timezone.now()
        reactie.gezien_door, reactie.geplaatst_op, reactie.aanpassen_voor = None, None, None
        reactie.save()
        if was_openbaar:
            verhoog_inhoudsversie()
        _zet_meteen(reactie)
        return reactie


def trek_in(pk: int) -> Reactie:
    """Its writer takes it back, until the call closes; what still waits to be changed, always. Raises Gesloten."""
    with vast(pk) as reactie:
        if reactie.stand == Stand.GEPLAATST:
            eis_open(reactie.oproep)
        if reactie.stand in (Stand.CONCEPT, *LEVEND):
            neem_terug(reactie)
        return reactie


def plaats(pk: int, user) -> Reactie:
    """Somebody of communications read it: everybody may. Raises PermissionDenied, and KanNiet for who comes too late."""
    with _te_lezen(pk, user) as reactie:
        plaats_nu(reactie, user)
        leg_vast(reactie, Soort.GEPLAATST, user)
        post.geplaatst(reactie)
        return reactie


def vraag_aanpassen(pk: int, user, toelichting: str) -> Reactie:
    """Give it back to its writer with a request; seven days, and more for who hears by letter."""
    with _te_lezen(pk, user) as reactie:
        eis(toelichting, "Leg uit wat er anders moet.")
        reactie.stand, reactie.besloten_op = Stand.AANPASSEN, timezone.now()
        met_mail = reactie.inwoner and reactie.inwoner.adres_id
        dagen = DAGEN_OM_AAN_TE_PASSEN if met_mail else DAGEN_MET_DE_POST
        reactie.aanpassen_voor = vandaag() + timedelta(days=dagen)
        reactie.save()
        post.aanpassen(reactie, leg_vast(reactie, Soort.AANPASSEN, user, toelichting=toelichting))
        return reactie


def wijs_af(pk: int, user, reden: str, toelichting: str = "") -> Reactie:
    """Don't place it, for a reason of the list; its writer hears which, and how to object."""
    with _te_lezen(pk, user) as reactie:
        eis(reden, "Kies een reden.")
        reactie.stand, reactie.besloten_op = Stand.AFGEWEZEN, timezone.now()
        reactie.save()
        # The public figures say how many weren't placed.
        verhoog_inhoudsversie()
        post.niet_geplaatst(reactie, leg_vast(reactie, Soort.AFGEWEZEN, user, reden, toelichting))
        return reactie


def lak(pk: int, user, woorden: str) -> int:
    """Make these words black wherever they stand in it, visibly; returns how often they stood there."""
    with _te_lezen(pk, user) as reactie:
        keren = reactie.titel.count(woorden) + reactie.tekst.count(woorden)
        keren += sum(a.count(woorden) for a in reactie.antwoorden.values() if isinstance(a, str))
        if not woorden.strip() or not keren:
            raise KanNiet("Deze woorden staan er niet precies zo in. Neem ze over uit de reactie.")
        zwart = "".join("█" if teken.strip() else teken for teken in woorden)
        reactie.titel = reactie.titel.replace(woorden, zwart)
        reactie.tekst = reactie.tekst.replace(woorden, zwart)
        reactie.antwoorden = {
            vraag: a.replace(woorden, zwart) if isinstance(a, str) else a
            for vraag, a in reactie.antwoorden.items()
        }
        reactie.save()
        leg_vast(reactie, Soort.GELAKT, user)
        return keren


@contextmanager
def _te_lezen(pk: int, user) -> Generator[Reactie]:
    with vast(pk) as reactie:
        if not is_communicatie(user) or reactie.ingevoerd_door_id == user.pk:
            raise PermissionDenied
        if reactie.stand != Stand.BEVESTIGD:
            raise KanNiet(f"Hierover is al besloten: {reactie.get_stand_display()}.")
        yield reactie
        if reactie.stand != Stand.BEVESTIGD:
            laat_vorige_los(reactie)


def leg_vast(
    reactie: Reactie, besluit: Soort, user, reden: str = "", toelichting: str = "", **velden
) -> Besluit:
    return Besluit.objects.create(
        reactie=reactie, besluit=besluit, reden=reden, toelichting=toelichting, door=user, **velden
    )


def eis_open(oproep: OproepPage) -> None:
    if not is_open(oproep):
        raise Gesloten(oproep)


def nog_op_tijd(reactie: Reactie) -> bool:
    return bool(reactie.aanpassen_voor and vandaag() <= reactie.aanpassen_voor)


def mag_terug(reactie: Reactie) -> bool:
    """Whether its writer may still take it back."""
    if reactie.stand == Stand.GEPLAATST:
        return reactie.oproep.status(vandaag()) == OproepStatus.OPEN
    return reactie.stand in LEVEND

"""What came in on paper, by telephone or at a meeting, typed over by somebody who works here (docs/adr/0053).

It waits to be read as any other, by somebody else than who typed it. Who gave a name stands at the table, so it needs no
button in a mail; an e-mail address does, for somebody may have misread it.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from berichten.models import Bericht
from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.grendel import houd_paginas
from inwoners.mensen import netjes
from inwoners.models import Inwoner, Sleutel
from kernpagina.models import OproepPage
from meedoen import post
from meedoen.keuzes import LEVEND, Stand
from meedoen.models import Reactie
from meedoen.soorten import heeft_formulier, is_vervangen, meeste_per_inwoner, neemt_nog_aan
from meedoen.stappen import alleen_keuzes, plaats, vast
from meedoen.van_tafel import (
    Afzender,
    is_van,
    maak_inwoner,
    vergeet_de_vraag,
    vergeet_wie,
    vraag_of_het_klopt,
)
from meedoen.vervangen import (
    Vervangen,
    geeft_de_plaats_terug,
    maak_plaats,
    neem_terug,
    neemt_de_plaats_in,
)


@transaction.atomic
def voer_in(
    oproep: OproepPage, user, formulier: UUID, afzender: Afzender, velden: dict[str, Any]
) -> tuple[Reactie, str]:
    """Let it wait to be read, and say what has to be known beside it, such as that no mail went. The same form again
    changes nothing. Raises KanNiet. `velden`: the fields of a Reactie.
    """
    houd_paginas([oproep.pk])
    if bekend := Reactie.objects.filter(formulier=formulier).first():
        return bekend, ""
    nu, oproep = timezone.now(), OproepPage.objects.get(pk=oproep.pk)
    terug = _teruggegeven(oproep, afzender, velden)
    _eis(oproep, velden, terug)
    if terug and terug.inwoner and not afzender.postadres:
        afzender = replace(afzender, postadres=terug.inwoner.postadres)
    inwoner = maak_inwoner(afzender) if afzender.naam else None
    reactie = Reactie.objects.create(
        oproep=oproep,
        inwoner=inwoner,
        agenda_item=None if inwoner else afzender.item,
        formulier=formulier,
        stand=Stand.BEVESTIGD,
        bevestigd_op=nu,
        ingevoerd_door=user,
        vervangt=terug,
        naam_openbaar=afzender.naam_openbaar,
        kern=afzender.kern,
        **velden,
    )
    let_op = vraag_of_het_klopt(
        afzender.email, reactie.taal, formulier, lambda adres: post.vraag_of_het_klopt(reactie, adres)
    )
    if terug:
        neemt_de_plaats_in(reactie, terug, afzender.email)
        let_op = f"Dit komt in de plaats van wat werd teruggegeven om aan te passen. {let_op}".strip()
    return reactie, let_op


def _teruggegeven(oproep: OproepPage, afzender: Afzender, velden: dict[str, Any]) -> Reactie | None:
    """What they were asked to change, and now hand in anew; None when that can't be told. Who has e-mail has a link for it."""
    terug = Reactie.objects.filter(oproep=oproep, stand=Stand.AANPASSEN).select_related("inwoner")
    if afzender.naam:
        terug = terug.filter(inwoner__adres=None, inwoner__naam__iexact=netjes(afzender.naam))
    else:
        terug = terug.filter(agenda_item=afzender.item, agenda_item__isnull=False)
    rijen = list(terug.select_for_update(of=("self",)))
    vel = velden.get("velnummer")
    met_nummer = [rij for rij in rijen if vel is not None and rij.velnummer == vel]
    if met_nummer or not afzender.naam:
        return met_nummer[0] if met_nummer else None
    zelfde = [rij for rij in rijen if rij.kern == afzender.kern]
    if meeste_per_inwoner(oproep) > 1:
        # On a sheet with another number may stand another idea.
        zelfde = [rij for rij in zelfde if rij.titel.lower() == velden.get("titel", "").lower()]
    return zelfde[0] if len(zelfde) == 1 else None


def _eis(oproep: OproepPage, velden: dict[str, Any], terug: Reactie | None) -> None:
    if not (heeft_formulier(oproep) and neemt_nog_aan(oproep)):
        raise KanNiet(
            "Deze oproep neemt niets meer aan: hij is nog niet begonnen, van de site gehaald, of de uitkomst is al "
            "verteld. Je tekst is niet bewaard en staat hieronder nog."
        )
    if velden["antwoorden"].keys() - {str(vraag.kenmerk) for vraag in oproep.vragen.all()}:
        raise KanNiet("De vragen van deze oproep zijn net veranderd. Kijk na wat je invulde.")
    vel = velden.get("velnummer")
    eerder = Reactie.objects.filter(oproep=oproep, velnummer=vel).exclude(stand=Stand.INGETROKKEN)
    eerder = eerder.exclude(pk=terug.pk if terug else None).first()
    if vel is not None and eerder:
        dag = date_format(timezone.localtime(eerder.gemaakt_op), "j F")
        raise KanNiet(f"Vel {vel} is al ingevoerd op {dag}. Kijk het nummer na, of leg dit vel weg.")


def haal_weg(pk: int, user) -> tuple[Reactie, str]:
    """Undo what they typed themselves, as long as nobody read it. Returns it as it was, and the address that was given.

    Raises PermissionDenied and KanNiet.
    """
    with vast(pk) as reactie:
        if reactie.ingevoerd_door_id != user.pk:
            raise PermissionDenied
        if reactie.stand != Stand.BEVESTIGD:
            raise KanNiet(
                "Deze is al gelezen door Communicatie, en kan niet meer weg. Bel hen als er iets niet klopt."
            )
        bericht = f"reactie-klopt:{pk}"
        if reactie.vervangt_id and not Bericht.objects.filter(sleutel=bericht).exists():
            # Its button is in the mail about the first sheet.
            sleutel = Sleutel.objects.filter(waarvoor=f"tafel:{pk}").select_related("adres").first()
            email = sleutel.adres.email if sleutel else ""
        else:
            email = vergeet_de_vraag(f"tafel:{pk}", bericht)
        geeft_de_plaats_terug(reactie)
        Reactie.objects.filter(pk=pk).delete()
        vergeet_wie(reactie.inwoner)
        return reactie, email


def klopt(pk: int, sleutel: Sleutel) -> None:
    """Who has the mailbox says that it is theirs: from now on they hear by mail, and change it themselves. Raises KanNiet."""
    with vast(pk) as reactie:
        inwoner = reactie.inwoner
        if inwoner is None or inwoner.adres_id is not None:
            return
        eigen, vervangt = is_van(inwoner, sleutel.adres), False
        if eigen != inwoner:
            if reactie.stand in LEVEND:
                vervangt = _maak_plaats(reactie, eigen)
            reactie.inwoner = eigen
            reactie.save()
            inwoner.delete()
        reactie.inwoner = eigen
        if not is_vervangen(reactie):
            post.ontvangen(reactie, vervangt=vervangt)


def _maak_plaats(reactie: Reactie, eigen: Inwoner) -> bool:
    """What they sent on the site after it was typed over stays, and this goes."""
    try:
        return maak_plaats(reactie, eigen)
    except Vervangen:
        neem_terug(reactie)
        return False


def is_formulier(reactie: Reactie, user) -> bool:
    """A form with choices only that another typed over: there is nothing to read, yet somebody else lets it count."""
    getypt = reactie.stand == Stand.BEVESTIGD and reactie.ingevoerd_door_id not in (None, user.pk)
    return getypt and alleen_keuzes(reactie)


def plaats_keuzes(user) -> int:
    """Let all of those count; returns how many."""
    wachtend = [reactie for reactie in Reactie.objects.wacht() if is_formulier(reactie, user)]
    for reactie in wachtend:
        plaats(reactie.pk, user)
    return len(wachtend)

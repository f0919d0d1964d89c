"""Sending a form: it is kept, and the address gets a mail with a button. Until that was pressed, nothing happens with it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from core.talen.taal import leestaal
from inwoners.grenzen import mag_mailen
from inwoners.models import NaamOpenbaar
from kernpagina.models import OproepPage
from meedoen import post
from meedoen.keuzes import Bron
from meedoen.models import Melding, Reactie
from meedoen.soorten import meeste_per_inwoner
from meedoen.toelaten import laat_toe


@transaction.atomic
def verstuur(
    request: HttpRequest, oproep: OproepPage, wie: dict[str, Any], inhoud: dict[str, Any], formulier: UUID
) -> bool:
    """Keep what was filled in, and mail the button. The same form again changes nothing; nor does one mail too many.

    False when too much comes in at once: then nothing was kept, and who sent it has to hear that.
    `wie`: email, naam, kern, and voluit where a name will stand with it. `inhoud`: the fields of a Reactie.
    """
    if Reactie.objects.filter(formulier=formulier).exists():
        return True
    te_veel = partial(post.te_veel_namen, oproep=oproep, formulier=formulier, taal=leestaal())
    gekozen = (
        {"naam_openbaar": NaamOpenbaar.VOLUIT if wie["voluit"] else NaamOpenbaar.KORT}
        if "voluit" in wie
        else {}
    )
    inwoner = laat_toe(
        request,
        wie["email"],
        wie["naam"],
        f"reactie:{formulier}",
        te_veel,
        kern=wie["kern"],
        **gekozen,
    )
    if isinstance(inwoner, bool):
        return inwoner
    al_mee = Reactie.objects.al_mee(oproep.pk, inwoner.pk).count()
    if al_mee >= meeste_per_inwoner(oproep) > 1:
        post.te_veel_ideeen(inwoner.adres, oproep, formulier, leestaal())
        return True
    # The database lets one of two through that come at the same moment.
    reactie, nieuw = Reactie.objects.get_or_create(
        formulier=formulier,
        defaults={
            "oproep": oproep,
            "inwoner": inwoner,
            "bron": Bron.WEB,
            "taal": leestaal(),
            "volgnummer": 1,
            "kern": wie["kern"],
            **gekozen,
            **inhoud,
        },
    )
    if nieuw:
        post.vraag_bevestiging(reactie, inwoner.adres, al_mee)
    return True


@transaction.atomic
def meld(request: HttpRequest, reactie: Reactie, gegevens: dict[str, Any], formulier: UUID) -> None:
    """Report a reaction. Who left an address gets a receipt, and hears what is decided."""
    melding, nieuw = Melding.objects.get_or_create(
        formulier=formulier, defaults={"reactie": reactie, "taal": leestaal(), **gegevens}
    )
    if nieuw and melding.email and mag_mailen(request, melding.email, f"melding:{formulier}"):
        post.melding_ontvangen(melding)

"""Sending a form: it is kept, and the address gets a mail with a button. Until that was pressed, nothing happens with it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from core.talen.taal import leestaal
from inwoners.grenzen import Oordeel, mag_mailen, weeg
from inwoners.mensen import TeVeelNamen, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import NaamOpenbaar
from kernpagina.models import OproepPage
from meedoen import post
from meedoen.keuzes import LEVEND, Bron
from meedoen.models import Melding, Reactie
from meedoen.soorten import meeste_per_inwoner


@transaction.atomic
def verstuur(
    request: HttpRequest, oproep: OproepPage, wie: dict[str, Any], inhoud: dict[str, Any], formulier: UUID
) -> bool:
    """Keep what was filled in, and mail the button. The same form again changes nothing; nor does one mail too many.

    False when too much comes in at once: then nothing was kept, and who sent it has to hear that.
    `wie`: email, naam, kern, voluit. `inhoud`: the fields of a Reactie.
    """
    if Reactie.objects.filter(formulier=formulier).exists():
        return True
    oordeel = weeg(request, wie["email"], f"reactie:{formulier}")
    if oordeel is not Oordeel.MAG:
        return oordeel is Oordeel.STIL
    adres = zorg_voor_adres(wie["email"], leestaal())
    try:
        inwoner = zorg_voor_inwoner(
            adres,
            wie["naam"],
            kern=wie["kern"],
            naam_openbaar=NaamOpenbaar.VOLUIT if wie["voluit"] else NaamOpenbaar.KORT,
        )
    except TeVeelNamen:
        post.te_veel_namen(adres, oproep, formulier, leestaal())
        return True
    al_mee = Reactie.objects.filter(oproep=oproep, inwoner=inwoner, stand__in=LEVEND).count()
    if al_mee >= meeste_per_inwoner(oproep) > 1:
        post.te_veel_ideeen(adres, oproep, formulier, leestaal())
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
            **inhoud,
        },
    )
    if nieuw:
        post.vraag_bevestiging(reactie, adres, al_mee)
    return True


@transaction.atomic
def meld(request: HttpRequest, reactie: Reactie, gegevens: dict[str, Any], formulier: UUID) -> None:
    """Report a reaction. Who left an address gets a receipt, and hears what is decided."""
    melding, nieuw = Melding.objects.get_or_create(
        formulier=formulier, defaults={"reactie": reactie, "taal": leestaal(), **gegevens}
    )
    if nieuw and melding.email and mag_mailen(request, melding.email, f"melding:{formulier}"):
        post.melding_ontvangen(melding)

"""Sending the form: it is kept, and the address gets a mail with a button. Until that was pressed, nobody has a place."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.http import HttpRequest

from core.talen.taal import leestaal
from inwoners.grenzen import Oordeel, weeg
from inwoners.mensen import TeVeelNamen, zorg_voor_adres, zorg_voor_inwoner
from meedoen.aanmelden import post
from meedoen.aanmelden.plaatsen import Plek
from meedoen.models import Aanmelding


@transaction.atomic
def verstuur(request: HttpRequest, pagina: Plek, gegevens: dict[str, Any], formulier: UUID) -> bool:
    """False when too much comes in at once: then nothing was kept, and who sent it has to hear that.

    `gegevens`: naam, email, aantal, taak. The same form again changes nothing; nor does one mail too many.
    """
    if Aanmelding.objects.filter(formulier=formulier).exists():
        return True
    oordeel = weeg(request, gegevens["email"], f"aanmelding:{formulier}")
    if oordeel is not Oordeel.MAG:
        return oordeel is Oordeel.STIL
    taal = leestaal()
    adres = zorg_voor_adres(gegevens["email"], taal)
    try:
        inwoner = zorg_voor_inwoner(adres, gegevens["naam"])
    except TeVeelNamen:
        post.te_veel_namen(adres, pagina, formulier, taal)
        return True
    taak = gegevens["taak"]
    al_mee = Aanmelding.objects.bevestigd().filter(pagina=pagina.pk, taak=taak, inwoner=inwoner)
    # The database lets one of two through that come at the same moment.
    rij, nieuw = Aanmelding.objects.get_or_create(
        formulier=formulier,
        defaults={
            "pagina_id": pagina.pk,
            "taak": taak,
            "inwoner": inwoner,
            "aantal": gegevens["aantal"],
            "taal": taal,
        },
    )
    if nieuw:
        post.vraag_bevestiging(rij, pagina, al_mee.aggregate(mensen=Sum("aantal"))["mensen"] or 0)
    return True

"""Sending the form: it is kept, and the address gets a mail with a button. Until that was pressed, nobody has a place."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from core.talen.taal import leestaal
from meedoen.aanmelden import post
from meedoen.aanmelden.plaatsen import Plek
from meedoen.aanmelden.stappen import al_aangemeld
from meedoen.models import Aanmelding
from meedoen.toelaten import laat_toe


@transaction.atomic
def verstuur(request: HttpRequest, pagina: Plek, gegevens: dict[str, Any], formulier: UUID) -> bool:
    """False when too much comes in at once: then nothing was kept, and who sent it has to hear that.

    `gegevens`: naam, email, aantal, taak, wil_afspraken. The same form again changes nothing; nor does one mail too many.
    """
    if Aanmelding.objects.filter(formulier=formulier).exists():
        return True
    taal = leestaal()
    te_veel = partial(post.te_veel_namen, pagina=pagina, formulier=formulier, taal=taal)
    inwoner = laat_toe(request, gegevens["email"], gegevens["naam"], f"aanmelding:{formulier}", te_veel)
    if isinstance(inwoner, bool):
        return inwoner
    # The database lets one of two through that come at the same moment.
    rij, nieuw = Aanmelding.objects.get_or_create(
        formulier=formulier,
        defaults={
            "pagina_id": pagina.pk,
            "taak": gegevens["taak"],
            "inwoner": inwoner,
            "aantal": gegevens["aantal"],
            "wil_afspraken": gegevens["wil_afspraken"],
            "taal": taal,
        },
    )
    if nieuw:
        post.vraag_bevestiging(rij, pagina, al_aangemeld(rij))
    return True

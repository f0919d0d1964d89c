"""Who comes in by a form, and by the button in the mail: the same for everything that one can take part in."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.goedkeuring.besluiten import KanNiet
from inwoners.mensen import TeVeelNamen, bevestig, laat_adres_toe, zorg_voor_inwoner
from inwoners.models import Adres, Inwoner


def laat_toe(
    request: HttpRequest,
    email: str,
    naam: str,
    wat: str,
    te_veel_namen: Callable[[Adres], None],
    *,
    kern: str | None = None,
    naam_openbaar: str | None = None,
) -> Inwoner | bool:
    """The name on this address, when it may be mailed. Else what who sent it sees: True, as if all went well; False,
    too much comes in at once. `wat` names the mail, `te_veel_namen` writes the one to who has four names already.
    `kern` and `naam_openbaar` None: this form doesn't ask for it.
    """
    adres = laat_adres_toe(request, email, wat)
    if isinstance(adres, bool):
        return adres
    try:
        inwoner = zorg_voor_inwoner(adres, naam, kern=kern, naam_openbaar=naam_openbaar)
    except TeVeelNamen:
        te_veel_namen(adres)
        return True
    # This one knows when its mail may go.
    inwoner.adres = adres
    return inwoner


def bevestig_wie(inwoner: Inwoner, op: datetime, **zei: str) -> None:
    """They pressed the button. `zei`: what the form says of them, which stands at /mijn/ from now on.

    Raises KanNiet with what to do when four others did so before them.
    """
    try:
        bevestig(inwoner, op)
    except TeVeelNamen:
        raise KanNiet(
            _(
                "Met dit e-mailadres doen al vier mensen mee, en meer kan niet. Gebruik een ander e-mailadres, of bel."
            )
        ) from None
    if zei:
        Inwoner.objects.filter(pk=inwoner.pk).update(**zei)

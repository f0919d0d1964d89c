"""Mail to a resident: in their language, first when they wait for it, emptied after a month."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from berichten.models import Bericht, Voorrang
from berichten.post import Bestand, leg_klaar
from inwoners.models import Adres


def schrijf_aan(
    adres: Adres,
    sleutel: str,
    soort: str,
    context: dict[str, Any],
    *,
    voorrang: Voorrang = Voorrang.GEWOON,
    geheim_tot: datetime | None = None,
    koppen: dict[str, str] | None = None,
    bijlagen: Sequence[Bestand] = (),
    taal: str = "",
) -> Bericht | None:
    """Put a mail in the outbox, in the transaction of the event it is about; templates/berichten/<soort>.txt.

    `taal`: that of the form they filled in; else that in which this address first came by.
    None when it was there already, or the mailbox isn't there. What somebody waits for (`Voorrang.DIRECT`) is tried
    all the same: mailboxes get mended, and a confirmation says so. Ask `grenzen.mag_mailen` first when a stranger asks for it.
    """
    if adres.onbestelbaar_op and voorrang != Voorrang.DIRECT:
        return None
    # Of the 48 hours that a button has, at most a day went by when the mail goes.
    context = {"uren": 24 if adres.mail_vanaf else 48, **context}
    return leg_klaar(
        sleutel,
        soort,
        adres.email,
        context,
        inwoner=True,
        taal=taal or adres.taal,
        voorrang=voorrang,
        geheim_tot=geheim_tot,
        koppen=koppen,
        bijlagen=bijlagen,
        vanaf=adres.mail_vanaf,
    )

"""Writing mail into the outbox; `verzenden.py` sends what waits there. What is promised: docs/adr/0010."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from berichten.models import ALTIJD, Bericht, Bijlage, Soort, Voorrang
from berichten.verzenden import verstuur_wachtende
from core.models import GemeenteInstellingen
from core.teksten import schoon

METEEN = (Soort.UITNODIGING, Soort.WACHTWOORD, Soort.INLOGCODE, Soort.INLOGGEN, Soort.ALARM)


class Bestand(NamedTuple):
    """What goes along with a mail."""

    naam: str
    mime: str
    inhoud: bytes


def schrijf(sleutel: str, soort: Soort, user, context: dict[str, Any]) -> Bericht | None:
    """Put one mail in the outbox, in the transaction of the event it is about.

    `sleutel` names the event. None when this person was told already, has no address, or switched this kind off.
    The context needs `onderwerp`; templates/berichten/<soort>.txt is the text, the HTML is made from the same text.
    """
    if not wil_post(user, soort):
        return None
    return leg_klaar(f"{sleutel}:{user.pk}", soort, user.email, {"user": user, **context})


def wil_post(user, soort: Soort) -> bool:
    """Whether this person can be mailed, and wants this kind."""
    if not user.is_active or not user.email:
        return False
    return soort in ALTIJD or not user.afmeldingen.filter(soort=soort).exists()


def leg_klaar(
    sleutel: str,
    soort: str,
    adres: str,
    context: dict[str, Any],
    *,
    inwoner: bool = False,
    taal: str = "nl",
    voorrang: Voorrang | None = None,
    geheim_tot: datetime | None = None,
    koppen: dict[str, str] | None = None,
    bijlagen: Sequence[Bestand] = (),
    vanaf: datetime | None = None,
) -> Bericht | None:
    """Put one mail to an address in the outbox; None when it was there already.

    `sleutel` names the event and who is told, and is kept for ever: never an address in it. The context needs
    `onderwerp`, which may be lazy: it is read in `taal`. templates/berichten/<soort>.txt is the text; the HTML is made
    of the same text, or by <soort>.html where that is there. `inwoner`: its text and address are emptied 30 days after it went. `geheim_tot`: it holds a link that opens
    something until then; it is emptied as soon as it went, and not sent after that moment. `vanaf`: not sent before it, or before `laat_gaan`.
    """
    with translation.override(taal):
        context = {"site": settings.WAGTAILADMIN_BASE_URL, "gemeente": GemeenteInstellingen.load(), **context}
        onderwerp = schoon.regel(str(context["onderwerp"])).strip()[:200]
        tekst = schoon.post(render_to_string(f"berichten/{soort}.txt", context)) + "\n"
        context |= {"onderwerp": onderwerp, "taal": taal, "alineas": tekst.strip().split("\n\n")}
        html = render_to_string([f"berichten/{soort}.html", "berichten/mail.html"], context)
    velden = {
        "soort": soort,
        "inwoner": inwoner,
        "voorrang": voorrang or (Voorrang.DIRECT if soort in METEEN else Voorrang.GEWOON),
        "adres": adres,
        "onderwerp": onderwerp,
        "tekst": tekst,
        "html": html,
        "geheim_tot": geheim_tot,
        "koppen": koppen or {},
        **({"volgende_poging": vanaf} if vanaf else {}),
    }
    with transaction.atomic():
        bericht, nieuw = Bericht.objects.get_or_create(sleutel=sleutel, defaults=velden)
        if not nieuw:
            return None
        voeg_toe(bericht, bijlagen)
    transaction.on_commit(lambda: bezorg.enqueue())
    return bericht


def laat_gaan(adres: str) -> None:
    """What was held for this address goes now."""
    nu = timezone.now()
    if Bericht.objects.vastgehouden(nu).filter(adres=adres).update(volgende_poging=nu):
        transaction.on_commit(lambda: bezorg.enqueue())


def voeg_toe(bericht: Bericht, bijlagen: Sequence[Bestand]) -> None:
    """Let these files go along with a mail."""
    Bijlage.objects.bulk_create(
        Bijlage(bericht=bericht, naam=bestand.naam, mime=bestand.mime, inhoud=bestand.inhoud)
        for bestand in bijlagen
    )


@task(backend="achtergrond")
def bezorg() -> int:
    """Hurry: somebody just wrote mail. Whatever this misses, the next round of `manage.py werk` sends."""
    return verstuur_wachtende()

"""What communications hears of residents' reactions: that some came in, once an hour; and which wait too long."""

from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from berichten.models import Soort
from berichten.post import schrijf
from core.goedkeuring.rollen import communicatie_leden
from werkplek.reacties import Ongelezen, te_lezen

TE_LANG = 2  # working days
UUR = timedelta(hours=1)


def vertel(nu: datetime) -> None:
    """Tell of what came in during the hour before this one. Asked again in the same hour, nothing more goes."""
    uur = nu.replace(minute=0, second=0, microsecond=0)
    nieuw = [rij for rij in te_lezen(timezone.localdate(nu)) if uur - UUR <= rij.sinds < uur]
    if nieuw:
        _schrijf(
            f"reacties:{uur:%Y%m%d%H}", _onderwerp(len(nieuw), "wacht op lezen", "wachten op lezen"), nieuw
        )


def herinner(nu: datetime) -> None:
    """Once a day: what waits longer than we promise."""
    dag = timezone.localdate(nu)
    te_lang = [rij for rij in te_lezen(dag) if rij.werkdagen >= TE_LANG]
    if te_lang:
        _schrijf(
            f"reacties-te-lang:{dag}", _onderwerp(len(te_lang), "wacht te lang", "wachten te lang"), te_lang
        )


def _onderwerp(aantal: int, een: str, meer: str) -> str:
    return f"Eén reactie {een}" if aantal == 1 else f"{aantal} reacties {meer}"


def _schrijf(sleutel: str, onderwerp: str, rijen: list[Ongelezen]) -> None:
    """Without what somebody wrote: it is read on the screen, and a mailbox is no place to keep it."""
    link = settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:reacties")
    for lid in communicatie_leden():
        schrijf(sleutel, Soort.REACTIE, lid, {"onderwerp": onderwerp, "rijen": rijen, "link": link})

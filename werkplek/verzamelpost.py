"""The mails that tell of more than one page at once: what was submitted, and what was approved."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from berichten.models import Melding, Soort
from berichten.verzamelen import vertel as vertel_soort
from core.goedkeuring.besluiten import mag_goedkeuren
from werkplek.afspraken import te_bevestigen
from werkplek.gebeurtenissen import kop
from werkplek.onderweg import wijziging_van
from werkplek.overzicht import op_volgorde, wat_wacht


def vertel(nu: datetime) -> None:
    """Write the mails that are due at this moment."""
    dag = timezone.localdate(nu)
    vertel_soort(Soort.INGEDIEND, nu, lambda user, meldingen: wat_er_wacht(user, meldingen, dag))
    vertel_soort(Soort.GOEDGEKEURD, nu, wat_er_is_goedgekeurd)


def wat_er_wacht(user, meldingen: list[Melding], dag) -> dict[str, Any] | None:
    """Of what was submitted, and what was said of agreements: what still waits, and for this person. None when
    colleagues were there first."""
    gemeld = {melding.gegevens.get("wacht") for melding in meldingen}
    wachtend = [rij for rij in wat_wacht(dag) if rij.wacht.pk in gemeld]
    rijen = [rij for rij in wachtend if mag_goedkeuren(user, rij.wacht, rij.pagina)]
    over = {melding.gegevens.get("afspraak") for melding in meldingen}
    afspraken = [rij for rij in te_bevestigen(user) if rij["melding"].pk in over and rij["mag"]]
    if not rijen and not afspraken:
        return None
    context = {"rijen": op_volgorde(rijen, "moment"), "afspraken": afspraken}
    if len(rijen) == 1 and not afspraken:
        eerste = rijen[0]
        wijziging = wijziging_van(eerste.wacht)
        eigen = wijziging.voor(user) if wijziging else {}
        return context | {
            "rij": eerste,
            "onderwerp": f"Wacht op goedkeuring: {kop(eerste.titel, eerste.afgelast)}",
            "gewijzigd": eerste.uitkomst and bool(eerste.pagina.specific.uitkomst),
            "voorbij": eerste.voorbij,
            "veranderd_door": eigen.get("veranderd_door"),
            "link": settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:veranderd", args=[eerste.pagina.pk]),
        }
    wie, wachten, waarop = hoeveel(len(rijen), len(afspraken))
    scherm = "wagtailadmin_home" if rijen else "werkplek:afspraken_wacht"
    return context | {
        "onderwerp": f"Er {wachten} {wie} op {waarop}",
        "link": settings.WAGTAILADMIN_BASE_URL + reverse(scherm),
    }


def hoeveel(paginas: int, afspraken: int) -> tuple[str, str, str]:
    """What waits, in words: how many of what, the verb that goes with it, and for what it waits."""
    delen = [
        f"{aantal} {veel}" if aantal > 1 else f"één {een}"
        for aantal, een, veel in ((paginas, "pagina", "pagina's"), (afspraken, "afspraak", "afspraken"))
        if aantal
    ]
    wachten = "wachten" if paginas + afspraken > 1 else "wacht"
    return " en ".join(delen), wachten, "goedkeuring" if paginas else "bevestiging"


def wat_er_is_goedgekeurd(user, meldingen: list[Melding]) -> dict[str, Any]:
    """Pages, and what was decided about what this person said of agreements."""
    alles = [melding.gegevens for melding in meldingen]
    afspraken = [rij for rij in alles if "afspraak" in rij]
    paginas = [rij | {"later": parse_datetime(rij["later"] or "")} for rij in alles if "afspraak" not in rij]
    if not paginas:
        wat = f"{len(afspraken)} afspraken" if len(afspraken) > 1 else afspraken[0]["afspraak"]
        return {"onderwerp": f"Antwoord op wat je meldde: {wat}", "paginas": [], "afspraken": afspraken}
    # What was left before this was told of carries no word of it.
    afgelast = any(pagina.get("afgelast") for pagina in paginas)
    wat = f"{len(paginas)} pagina's" if len(paginas) > 1 else kop(paginas[0]["titel"], afgelast)
    return {
        "onderwerp": f"Goedgekeurd: {wat}",
        "paginas": paginas,
        "afspraken": afspraken,
        "afgelast": afgelast,
    }

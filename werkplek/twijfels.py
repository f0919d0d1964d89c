"""What may be right, but seldom is: said to who saves or submits it, and to who looks before approving.

Nothing is refused: a page may be made of an evening that was.
"""

from datetime import date, time
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from wagtail.models import Page

from core.goedkeuring.formulieren import komt_meteen
from core.teksten.plat import is_leeg
from core.wanneer import laatste_dag
from kernpagina.antwoorden import bezwaar_tegen_uitkomst
from kernpagina.models import AgendaItemPage, OproepPage
from kernpagina.verplaatst import Raad, niet_aangekondigd, uitleg_van_eerder
from werkplek.verre_dagen import verre_dagen


def twijfels(pagina: Page, online: Page | None, op: date) -> list[Raad]:
    """In a few words each, what is odd about this text beside what is online; nothing of what visitors know as over already."""
    return [
        *_over_de_inhoud(pagina, online, op),
        *_komt_meteen(pagina, online),
        *verre_dagen(pagina, online, op),
    ]


def _komt_meteen(pagina: Page, online: Page | None) -> list[Raad]:
    """A day to come online that has passed is no plan. Of what is online it says when that came."""
    komt = pagina.go_live_at
    if not komt or komt > timezone.now() or (online and online.go_live_at == komt):
        return []
    zin = komt_meteen(komt)
    return [Raad(zin, zin)]


def _over_de_inhoud(pagina: Page, online: Page | None, op: date) -> list[Raad]:
    match pagina:
        case AgendaItemPage(begin=begin) if begin:
            dag, was = laatste_dag(pagina), "Deze bijeenkomst was op"
        case OproepPage(sluit=sluit) if sluit:
            dag, was = sluit, "Deze oproep sloot op"
        case _:
            return []
    zinnen = []
    if (
        isinstance(pagina, AgendaItemPage)
        and not pagina.hele_dag
        and localtime(pagina.begin).time() == time.min
    ):
        zin = "Let op: het begint om 00.00 uur, midden in de nacht. Duurt het de hele dag?"
        zinnen.append(
            Raad(f"{zin} Vink dat dan aan.", f"{zin} Stuur terug met de vraag om dat aan te vinken.")
        )
    if isinstance(pagina, AgendaItemPage) and pagina.hele_dag and (tijd := _getypte_tijd(pagina)):
        zin = f"Let op: ‘Hele dag’ staat aan. Daarom lezen bezoekers de tijd niet die erbij staat ({tijd} uur). Geldt die tijd wel?"
        zinnen.append(
            Raad(
                f"{zin} Haal het vinkje dan weg.",
                f"{zin} Stuur terug met de vraag om het vinkje weg te halen.",
            )
        )
    if isinstance(pagina, AgendaItemPage) and _bijlagen_zonder_verslag(pagina):
        zin = "Let op: de bijlagen horen bij het verslag. Zonder verslag staan ze niet op de pagina, en wie het adres heeft kan ze al openen."
        zinnen.append(
            Raad(
                f"{zin} Zet ze er pas bij als je het verslag schrijft.",
                f"{zin} Stuur terug met de vraag om ze weg te halen.",
            )
        )
    if isinstance(pagina, OproepPage) and (zin := bezwaar_tegen_uitkomst(pagina)):
        # Who submits it hears it now, and not after somebody pressed the button to approve.
        zinnen.append(Raad(zin, zin))
    if isinstance(online, AgendaItemPage):
        gevraagd = niet_aangekondigd(online, pagina), uitleg_van_eerder(online, pagina)
        zinnen += [raad for raad in gevraagd if raad]
    if dag < op and not _was_voorbij(online, op):
        zin = f"Let op: klopt het jaar? {was} {_voluit(dag)}. Gaat het over iets dat al geweest is? Dan is het goed zo."
        zinnen.append(Raad(zin, f"{zin} Anders: stuur terug met de vraag om de goede dag."))
    if pagina.go_live_at and (komt := localdate(pagina.go_live_at)) > max(dag, op):
        zin = f"Let op: de pagina komt pas online op {_voluit(komt)}. Dat is na {_voluit(dag)}."
        zinnen.append(
            Raad(f"{zin} Kies een eerdere dag.", f"{zin} Stuur terug met de vraag om een eerdere dag.")
        )
    return zinnen


def _getypte_tijd(item: AgendaItemPage) -> str:
    """The first time of day that was typed; empty where there are only days."""
    tijden = [localtime(moment) for moment in (item.begin, item.einde) if moment]
    return next((f"{tijd:%H.%M}" for tijd in tijden if tijd.time() != time.min), "")


def _bijlagen_zonder_verslag(item: Any) -> bool:
    return is_leeg(item.verslag) and item.bijlagen.exists()


def _was_voorbij(online: Page | None, op: date) -> bool:
    match online:
        case AgendaItemPage():
            return online.is_voorbij(op)
        case OproepPage():
            return online.sluit < op
    return False


def _voluit(dag: date) -> str:
    return date_format(dag, "l j F Y")

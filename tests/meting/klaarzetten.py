"""In Bloei!: agenda items of which a change waits for the people of Communicatie."""

from django.contrib.auth.models import Group

from core.goedkeuring.rollen import COMMUNICATIE
from core.talen.taal import BRONTAAL, nummer_van
from kernpagina.models import AgendaItemPage
from kernpagina.redactie import zorg_voor_communicatie
from tests.meting import indienen


def zet_klaar(bestand: str, editors: int, aantal: int) -> None:
    zorg_voor_communicatie()
    items = AgendaItemPage.objects.live().filter(locale=nummer_van(BRONTAAL)).order_by("-begin")
    indienen.zet_klaar(bestand, editors, aantal, wie=Group.objects.get(name=COMMUNICATIE), paginas=items)

"""The way to what can be printed, for editors: in the menu of a page in the admin. Visitors have it on the page."""

from collections.abc import Iterator

from wagtail.admin.widgets import Button
from wagtail.models import Page

from kernpagina.models import Afspraak, AgendaItemPage, AgendaPage, KernagendaPage, OproepPage
from meedoen.op_papier import is_nu_in_te_leveren, kan_op_papier

AFFICHES = {"affiche-a4.pdf": "Affiche A4 om te printen", "affiche-a3.pdf": "Affiche A3 om te printen"}
TAFEL = {"tafelvellen.pdf": "Tafelvellen om te printen", "kaartjes.pdf": "Kaartjes voor op tafel"}
AFSPRAKEN = {
    "afspraken-a5.pdf": "‘Dit spraken we af’ voor de brievenbus",
    "afspraken-a4.pdf": "‘Dit spraken we af’ voor het prikbord",
}
DRUKWERK: dict[type[Page], dict[str, str]] = {
    AgendaItemPage: AFFICHES,
    OproepPage: AFFICHES,
    KernagendaPage: {"folder.pdf": "Folder om te printen"},
    AgendaPage: {"maand.pdf": "Maandoverzicht om te printen", "maand.txt": "Maandoverzicht als tekst"},
}


def drukknoppen(pagina: Page) -> Iterator[Button]:
    """What can be printed of this page. Only of what is live: a draft is never printed."""
    if pagina.live and (adres := pagina.specific_deferred.url):
        papier = DRUKWERK.get(pagina.specific_class, {})
        if pagina.specific_class is AgendaItemPage and not pagina.specific_deferred.geannuleerd:
            papier = papier | TAFEL
        # There is an agreement only of a meeting, and only in a report that is public.
        is_item = pagina.specific_class is AgendaItemPage
        if is_item and Afspraak.objects.filter(agenda_item=pagina.pk).exists():
            papier = papier | AFSPRAKEN
        for naam, label in papier.items():
            yield Button(label, adres + naam, icon_name="doc-full", priority=90)
        met_formulier = isinstance(pagina.specific_deferred, AgendaItemPage | OproepPage)
        if met_formulier and _vraagt_nu(pagina.specific):
            yield Button(
                "Formulier om in te vullen", f"{adres}formulier.pdf", icon_name="doc-full", priority=90
            )


def _vraagt_nu(pagina: AgendaItemPage | OproepPage) -> bool:
    return kan_op_papier(pagina) and is_nu_in_te_leveren(pagina)

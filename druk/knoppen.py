"""The way to what can be printed, for editors: in the menu of a page in the admin. Visitors have it on the page."""

from collections.abc import Iterator

from wagtail.admin.widgets import Button
from wagtail.models import Page

from kernpagina.afspraken import van_bijeenkomst
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, OproepPage
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
        if pagina.specific_class is AgendaItemPage:
            bijeenkomst = van_bijeenkomst(pagina)
            papier = papier if bijeenkomst.afgelast else papier | TAFEL
            papier = papier | AFSPRAKEN if bijeenkomst.afspraken else papier
        for naam, label in papier.items():
            yield Button(label, adres + naam, icon_name="doc-full", priority=90)
        met_formulier = isinstance(pagina.specific_deferred, AgendaItemPage | OproepPage)
        if met_formulier and _vraagt_nu(pagina.specific):
            yield Button(
                "Formulier om in te vullen", f"{adres}formulier.pdf", icon_name="doc-full", priority=90
            )


def _vraagt_nu(pagina: AgendaItemPage | OproepPage) -> bool:
    return kan_op_papier(pagina) and is_nu_in_te_leveren(pagina)

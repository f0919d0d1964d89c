"""Who comes, on paper, to tick off at the door. In Dutch: it is for who organises it."""

from core.models import BasePage
from druk import zetten

# Names with how many they come.
Regels = list[tuple[str, int]]


def presentielijst(pagina: BasePage, groepen: list[tuple[str, Regels, Regels]]) -> bytes:
    """`groepen`: of each task (or of the one meeting) its name, who has a place and who waits."""
    waar = getattr(pagina, "locatie", "")
    gegevens = {
        "titel": f"Presentielijst: {pagina.title}",
        "onderschrift": ", ".join(filter(None, [pagina.tijdstip(), waar])),
        "koppen": ["Er", "Naam", "Met hoeveel"],
        "wachtlijst": "Wachtlijst",
        "leeg": "Nog niemand.",
        "extra": "Wie er ook is",
        "groepen": [
            {
                "naam": naam,
                "mensen": _mensen(binnen),
                "binnen": [{"naam": wie, "aantal": str(aantal)} for wie, aantal in binnen],
                "wacht": [{"naam": wie, "aantal": str(aantal)} for wie, aantal in wacht],
            }
            for naam, binnen, wacht in groepen
        ],
    }
    return zetten.pdf("presentielijst", gegevens)


def _mensen(regels: Regels) -> str:
    aantal = sum(hoeveel for _naam, hoeveel in regels)
    return "1 persoon" if aantal == 1 else f"{aantal} personen"

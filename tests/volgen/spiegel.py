"""A mirror that asks for nothing but the log and the pages in it; and the site itself, to compare it with."""

from django.test import Client

TALEN = ("nl", "en")


class Spiegel:
    """Each page by number, in each language, as the API gave it last."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.na = 0
        self.paginas: dict[tuple[int, str], dict] = {}

    def werk_bij(self) -> set[int]:
        """Ask what changed, and those pages again. Returns their numbers."""
        gevraagd: set[int] = set()
        volgende: str | None = f"/api/v1/wijzigingen?na={self.na}"
        while volgende:
            stuk = self.client.get(volgende).json()
            nummers = [regel["nummer"] for regel in stuk["resultaten"]]
            assert nummers == list(range(self.na + 1, self.na + 1 + len(nummers)))
            gevraagd |= {regel["id"] for regel in stuk["resultaten"]}
            self.na, volgende = stuk["laatste"], stuk["volgende"]
        for nummer in gevraagd:
            for taal in TALEN:
                antwoord = self.client.get(f"/api/v1/paginas/{nummer}?taal={taal}")
                assert antwoord.status_code in (200, 404)
                if antwoord.status_code == 404:
                    self.paginas.pop((nummer, taal), None)
                else:
                    self.paginas[nummer, taal] = wat_telt(antwoord.json())
        return gevraagd


def de_site(client: Client) -> dict[tuple[int, str], dict]:
    """Everything that is public now."""
    alles = {}
    for taal in TALEN:
        volgende = f"/api/v1/paginas?paginaGrootte=100&metInhoud=true&taal={taal}"
        while volgende:
            lijst = client.get(volgende).json()
            alles |= {(pagina["id"], taal): wat_telt(pagina) for pagina in lijst["resultaten"]}
            volgende = lijst["volgende"]
    return alles


def wat_telt(pagina: dict) -> dict:
    """Without when it was published last: who publishes the same text again changes nothing. `inleiding` isn't in lists."""
    return {naam: waarde for naam, waarde in pagina.items() if naam not in ("gewijzigd", "inleiding")}

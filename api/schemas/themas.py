from api.schemas.basis import Lijst, Resultaat, veld
from api.schemas.kernen import Aantallen


class Thema(Resultaat):
    """Een van de vaste thema's."""

    slug: str = veld("De naam van het thema in adressen.", "verkeer-en-vervoer")
    naam: str = veld("De naam.", "Verkeer en vervoer")
    aantallen: Aantallen = veld("Hoeveel er bij dit thema is.")


class Themas(Lijst):
    """De vaste thema's, in de volgorde van de kernagenda."""

    resultaten: list[Thema] = veld("De thema's.")

"""What residents of the demo answer to its calls: by the slug of the call. Days are counted from today.

Ideas and reactions to a plan: (name, title or heading, text, state, days ago). Lists of questions and polls: how many
times each set of answers was given, and how it came in.
"""

from typing import NamedTuple


class InWoorden(NamedTuple):
    naam: str
    titel: str
    tekst: str
    stand: str = "geplaatst"
    geleden: int = 3
    bron: str = "web"
    # On paper: the number of the sheet, where a letter goes, whether the name may stand with it.
    vel: int | None = None
    postadres: str = ""
    naam_erbij: bool = True


class Geteld(NamedTuple):
    aantal: int
    antwoorden: list[list[int] | str]
    bron: str = "web"
    # Of the first few: who they are, and where the letter about the outcome goes.
    brieven: tuple[tuple[str, str], ...] = ()


MET_DE_POST = (
    ("Corrie van Zanten", "Dorpsdijk 914\n4153 ZZ Beesd"),
    ("Arie Blom", "Molenstraat 907\n4153 ZZ Beesd"),
    ("Zofia Lis", "Havendijk 931\n4153 ZZ Beesd"),
)
IN_WOORDEN: dict[str, list[InWoorden]] = {
    "denk-mee-over-het-plein": [
        InWoorden("Ria Verhoef", "Een bank om de linde", "Een ronde bank om de linde. Dan zit je in de schaduw.", geleden=9),
        InWoorden("Jan van der Berg", "Fietsen aan de rand", "Zet de fietsen aan de kant van de kerk. Nu staan ze overal.", geleden=8),
        InWoorden("Samira Haddad", "Iets voor de jeugd", "Een tafeltennistafel. Dat kan bijna altijd, en het is niet duur.", geleden=6),
        InWoorden("Piet de Groot", "Licht", "’s Avonds is het donker bij de bushalte. Een lamp erbij zou fijn zijn.", geleden=6, bron="papier", vel=1),
        InWoorden("Gerda Mulder", "De linde", "Laat de linde staan. Ik ben eronder getrouwd.", geleden=5, bron="papier", vel=2, naam_erbij=False),
        InWoorden("Annelies Kramer", "Minder stenen", "Haal tegels weg en plant iets dat bloeit. Ik wil best helpen.", geleden=4),
        InWoorden("Kees Bos", "De markt", "Laat ruimte voor de viskraam. Die stond laatst op het gras.", geleden=3),
        InWoorden("Marta Nowak", "Water", "Een kraantje om te drinken. Met een bakje voor honden.", stand="bevestigd", geleden=3),
        InWoorden("Dirk Smit", "Nog een bank", "Ook een bank bij de bakker graag.", stand="bevestigd", geleden=0),
        InWoorden("Toon Vink", "Een kraam op vrijdag", "Een groentekraam, elke vrijdag. De winkel is nu ver weg.", stand="bevestigd", geleden=0, bron="papier", vel=3, postadres="Voorstraat 912\n4153 ZZ Beesd"),
        InWoorden("Mien Kool", "Zitten bij de bus", "Een bankje bij de bus. Ik kan niet lang staan.", stand="bevestigd", geleden=1, bron="telefoon"),
        InWoorden("Jo Visser", "Kom naar mijn winkel", "In mijn winkel zijn de tuinstoelen deze week goedkoop.", stand="afgewezen", geleden=5),
    ],
    "welke-plek-komt-het-eerst": [
        InWoorden("Els Mulder", "Bij de sporthal", "Begin bij de sporthal. Daar ligt al een weg.", geleden=5),
        InWoorden("Hans Peters", "Bij de sporthal", "Houd er wel bomen. Die zijn er nu ook.", geleden=4),
        InWoorden("Fatima El Amrani", "", "Bouw voor jongeren. Mijn kinderen moeten nu weg.", geleden=2),
        InWoorden("Wim de Jong", "Aan de dijk", "Hier staat in de winter water. Is dat uitgezocht?", stand="bevestigd", geleden=1),
    ],
    "andere-bomen-in-de-singel": [
        InWoorden("Truus Hendriks", "", "Eindelijk geen pruimen meer op de stoep.", geleden=50),
        InWoorden("Bas Willems", "", "Jammer van de bloesem. Kan het in stukken, niet alles in een keer?", geleden=48),
        InWoorden("Nel Jansen", "", "Graag bomen waar bijen iets aan hebben.", geleden=45, bron="papier"),
    ],
}  # fmt: skip

GETELD: dict[str, list[Geteld]] = {
    "hoe-wil-jij-later-wonen": [
        Geteld(6, [[0, 1], [3], "Een plek voor mijn scootmobiel."]),
        Geteld(9, [[1, 2], [4]], "papier"),
        Geteld(4, [[2], [2]]),
    ],
    "waar-knelt-het-op-de-fiets": [Geteld(11, [[0]]), Geteld(7, [[1]]), Geteld(5, [[0]], "bijeenkomst")],
    "waar-hangt-de-aed": [Geteld(8, [[0]]), Geteld(5, [[1]]), Geteld(6, [[0]], "papier", MET_DE_POST)],
}

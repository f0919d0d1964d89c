"""What a volunteer of Deil types in a month: content of a village, not of the demo."""

from typing import NamedTuple


class Punt(NamedTuple):
    titel: str
    status: str = "Wens"
    trekker: str = "Inwoners"
    omschrijving: str = ""
    motivering: str = ""


# Each theme with its points: 22 in all states, as they come from an evening in the village hall.
KERNAGENDA: dict[str, list[Punt]] = {
    "Verkeer en vervoer": [
        Punt("Dertig kilometer in de hele Deilsedijk, met drempels bij de school en bij de kerk", "In onderzoek", "Gemeente", "Er wordt vaak te hard gereden."),
        Punt("Een veilige oversteek bij de bushalte", "Gepland", "Gemeente", "Met een middenberm en licht."),
        Punt("Belbus naar Geldermalsen op zondag", "Niet haalbaar", "Andere organisatie", "", "De vervoerder stopt ermee. De buurtauto kan wel."),
        Punt("Buurtauto die je kunt lenen", "Bezig", omschrijving="Zeven mensen doen al mee."),
    ],
    "Openbare ruimte en groen": [
        Punt("Bankje langs de Linge", "Klaar", omschrijving="Het staat er sinds mei."),
        Punt("Meer fruitbomen in de berm"),
        Punt("Het pad om de kerk weer begaanbaar", "Gepland", "Inwoners en gemeente samen"),
        Punt("Zwerfvuil: één ochtend per maand samen prikken", "Bezig"),
    ],
    "Wonen": [
        Punt("Tien huizen voor starters", "In onderzoek", "Gemeente", "Het liefst op het oude sportveld."),
        Punt("Wonen boven de oude winkel", "Wens", "Andere organisatie"),
        Punt("Een hofje voor ouderen", omschrijving="Dicht bij het dorpshuis."),
        Punt("Tiny houses op de dijk", "Niet haalbaar", "Gemeente", "", "Het waterschap staat het niet toe. Achter de dijk kan het wel."),
    ],
    "Voorzieningen": [
        Punt("Dorpshuis open op woensdag", "Bezig", omschrijving="Met koffie en de krant."),
        Punt("Een AED aan beide kanten van het dorp", "Klaar"),
        Punt("Pinautomaat", "Niet haalbaar", "Andere organisatie", "", "De bank plaatst er geen meer. In de winkel kun je geld opnemen."),
        Punt("Snel internet aan de dijk", "Gepland", "Andere organisatie"),
    ],
    "Sport, cultuur en recreatie": [
        Punt("Jeu-de-boulesbaan bij het dorpshuis", "Bezig", "Inwoners en gemeente samen"),
        Punt("Ommetje over de uiterwaard", "In onderzoek", "Inwoners en gemeente samen"),
        Punt("Fanfare zoekt een repetitieruimte"),
    ],
    "Zorg en welzijn": [
        Punt("Elke dinsdag samen eten", "Klaar", omschrijving="Voor wie wil: 7 euro."),
        Punt("Iemand die langskomt als je alleen bent", "Gepland"),
        Punt("Huisarts één ochtend in het dorp", "In onderzoek", "Gemeente"),
    ],
}  # fmt: skip


class Bijeenkomst(NamedTuple):
    titel: str
    over_dagen: int
    locatie: str
    samenvatting: str


INLEIDING = "Dit kozen wij samen in het dorpshuis."
STARTAVOND = Bijeenkomst(
    "Startavond in de kerk", -6, "Dorpskerk", "Wat wil Deil? Iedereen schrijft drie wensen op."
)
PRIKOCHTEND = Bijeenkomst("Prikochtend", 16, "Bij de kerk", "Neem handschoenen mee. Kofie na afloop.")
VERBETERD = "Neem handschoenen mee. Koffie na afloop."
SCHOUW = Bijeenkomst(
    "Schouw langs de dijk", 30, "Veerstoep", "Op de fiets langs de plekken van de kernagenda."
)
KOFFIE = Bijeenkomst("Koffie in de school", 5, "Basisschool", "De koffie staat klaar. Loop binnen.")
SEIZOEN = [STARTAVOND, PRIKOCHTEND, SCHOUW]
AFGELAST = "De dijk is dicht. We prikken een nieuwe dag."
# As it stands on the sheets of two tables: table, theme, line.
VERSLAG: dict = {
    "aanwezigen": "47",
    "regels": [
        ("1", "Verkeer en vervoer", "Bij de school rijden auto's te hard, ook op woensdagmiddag."),
        ("1", "Verkeer en vervoer", "Wie uit de Molenstraat komt, ziet het verkeer van rechts niet."),
        ("1", "Verkeer en vervoer", "De bus mag ook op zondag rijden."),
        ("1", "Openbare ruimte en groen", "Zet fruitbomen langs het fietspad naar Enspijk."),
        ("1", "Openbare ruimte en groen", "De bankjes bij het water zijn rot."),
        ("2", "Wonen", "Jongeren willen in het dorp blijven, maar vinden geen huis."),
        ("2", "Wonen", "Maak van de oude pastorie kleine woningen voor ouderen."),
        ("2", "Voorzieningen", "De huisarts is te ver zonder auto."),
        ("2", "Voorzieningen", "Geef de jeugd een avond in de week het dorpshuis."),
        ("2", "Voorzieningen", "Een ruilkast voor boeken en speelgoed kan in de hal."),
    ],
    "afspraken": [
        ("Wensen uittypen en bundelen", "Inwoners", "Dorpsraad", "voor de kerst"),
        ("Snelheid meten op de Deilsedijk", "Gemeente", "Afdeling verkeer", "in het voorjaar"),
        ("Samen een plek zoeken voor de ruilkast", "Inwoners", "Werkgroep", "voor maart"),
    ],
}
PROJECT = {
    "title": "Bankjes langs de Linge",
    "samenvatting": "Vijf plekken om te zitten, gemaakt door het dorp.",
    "initiatiefnemer": "Inwoners",
    "status": "Uitvoering",
    "mijlpalen": ["Hout gekocht", "Eerste bankje staat"],
    "fasen": ["Bedenken", "Timmeren"],
}


class Oproep(NamedTuple):
    titel: str
    vraag: str
    soort: str
    niveau: str
    offline_meedoen: str
    dagen: tuple[int, int, int]  # from now: opens, closes, people hear what came of it


OPROEP = Oproep(
    "Waar moet het laatste bankje komen?",
    "Wijs op de kaart in het dorpshuis aan waar jij wilt zitten.",
    "Ideeën",
    "Adviseren",
    "Elke woensdag in het dorpshuis, of bel Sam.",
    (0, 21, 42),
)
PEILING = Oproep(
    "Op welke dag eten we samen?",
    "Kies de dag waarop jij het liefst mee-eet.",
    "Peiling",
    "Meebeslissen",
    "Het briefje zat in de dorpskrant.",
    (-30, -2, 20),
)
UITKOMST = "Veertig van de zestig mensen kozen de dinsdag."
MOTIVERING = "Op dinsdag is de keuken vrij."
# What the second version of the kernagenda changes.
VERDER = ("Een veilige oversteek bij de bushalte", "Gepland", "Bezig")
WAAROM = "De aannemer begint in mei."
ERBIJ = Punt("Een kraan met drinkwater bij de speeltuin")

"""What people call things otherwise than the site does. Add a row, or a word to a row: words of one row find each other.

One word each, without capitals, in the singular; plurals follow. Also what readers of English and Polish type for what is on
the site in Dutch only.
"""

SYNONIEMEN = (
    ("speeltuin", "speelplek", "speelplaats", "speelveld", "speeltoestel", "playground"),
    ("verslag", "notulen", "terugblik", "minutes"),
    ("buurtbudget", "subsidie", "geld", "bijdrage", "leefbaarheidsfonds", "dotacja", "grant"),
    ("zwembad", "zwemmen", "zwemles", "zwemplas", "basen"),
    ("vergadering", "bijeenkomst", "inwonersavond", "overleg", "meeting", "spotkanie", "zebranie"),
    ("dorpshuis", "buurthuis", "kulturhus", "wijkgebouw", "mfa"),
    ("woning", "starterswoning", "huurwoning", "huis", "huizen", "wonen", "nieuwbouw", "woningbouw", "housing", "mieszkanie"),
    ("fietspad", "fietsen", "fietsroute", "fietsverbinding"),
    ("parkeren", "parkeerplaats", "parkeerplek"),
    ("verkeer", "snelheid", "drempel", "hardrijden"),
    ("groen", "plantsoen", "bomen", "boom", "struik"),
    ("vuilnis", "afval", "zwerfafval", "rommel"),
    ("bus", "openbaar vervoer", "buurtbus", "autobus"),
    ("ouderen", "senioren", "bejaarden"),
    ("jongeren", "jeugd", "tieners"),
    ("aed", "defibrillator"),
    ("verlichting", "straatverlichting", "licht", "lamp", "lantaarn", "straatlantaarn", "lantaarnpaal"),
    ("opruimen", "schoonmaken", "opschoondag"),
    ("vrijwilliger", "helpen", "meehelpen", "volunteer"),
    ("enquête", "enquete", "vragenlijst", "peiling", "ankieta"),
    ("kermis", "dorpsfeest", "feest"),
    ("bank", "bankje", "zitbank", "zitplek"),
    ("kroeg", "café", "cafe"),
    ("zonnepaneel", "zonne-energie"),
    ("contact", "telefoon", "telefoonnummer", "bellen", "mailen", "kontakt"),
)  # fmt: skip

# Words for a kind of page, by the name of its model: pages of that kind come first.
SOORTEN = {
    "projectpage": ("project", "projecten", "projects", "projekt", "projekty"),
    "agendaitempage": (
        "agenda", "kalender", "vergadering", "vergaderingen", "bijeenkomst", "bijeenkomsten", "activiteit", "activiteiten",
        "evenement", "evenementen", "avond", "avonden", "meeting", "meetings", "events", "spotkanie", "spotkania", "kalendarz",
    ),
    "oproeppage": ("oproep", "oproepen", "peiling", "meedoen", "meedenken", "calls"),
    "kernagendapage": ("kernagenda", "kernagenda's", "kernagendas"),
}  # fmt: skip

# Between a village, a kind of page and a thing, or around a question: of no use to search by.
VULWOORDEN = frozenset((
    "in", "van", "de", "het", "een", "te", "bij", "voor", "naar", "uit", "en", "om", "op", "aan", "met", "over",
    "er", "nog", "is", "zijn", "wat", "wie", "waar", "wanneer", "hoe", "laat", "hoeveel", "welke", "kan", "kun", "moet",
    "ik", "je", "jij", "we", "wij", "mijn", "onze", "doen", "wordt", "worden", "komt", "gaat", "dit", "dat", "deze",
    "die", "postcode", "the", "of", "at", "what", "when", "where", "who", "how", "are", "can", "do", "my", "our",
    "for", "na", "w", "dla", "z", "i", "o", "gdzie", "kiedy", "jak", "co", "kto", "jest", "są", "czy", "mogę",
    "volgende", "eerstvolgende", "'t", "'n", "'s", "t"
))  # fmt: skip

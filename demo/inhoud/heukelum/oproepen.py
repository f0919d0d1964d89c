"""Five calls in Heukelum, one in each state. Days are counted from today."""

OPROEPEN = [
    {
        "slug": "welke-plek-komt-het-eerst",
        "title": "Welke plek komt het eerst?",
        "vraag": "Op welke plekken van de Kansenkaart moeten als eerste huizen komen, en waarom daar?",
        "soort": "reageren op plan",
        "dagen": (-8, 27, 70),
        "niveau": "adviseren",
        "belofte": (
            "De klankbordgroep en de gemeente lezen alle reacties. Wijkt het voorstel aan de raad af "
            "van jullie "
            "advies, dan staat erbij waarom."
        ),
        "voor_wie": "Alle inwoners van Heukelum, en wie er wil komen wonen",
        "wat_staat_vast": "De plekken op de Kansenkaart. Buiten die plekken bouwen we niet.",
        "ruimte_voor_invloed": "De volgorde, het soort huizen en wat er groen blijft.",
        "besluitnemer": "raad",
        "offline_meedoen": (
            "De kaart hangt in De Krakeling. Schrijf je reactie op een geel briefje, of bel op werkdagen "
            "0345 00 00 11."
        ),
        "project": "kansen-voor-wonen",
        "themas": ["Wonen"],
        "inhoud": [
            ("kop", {"tekst": "Bij de sporthal", "niveau": "h2"}),
            ("tekst", "Hier passen twintig huizen. Er ligt al een weg."),
            ("kop", {"tekst": "Aan de dijk", "niveau": "h2"}),
            ("tekst", "Hier passen tien huizen, met uitzicht op de Linge."),
            (
                "vragen",
                [
                    {
                        "vraag": "Is dit een bouwplan?",
                        "antwoord": "Nee. Het gaat nu over waar, nog niet over hoe.",
                    },
                    {
                        "vraag": "Komt er ook iets voor jongeren?",
                        "antwoord": "Dat is een wens uit de kernagenda. Zeg het als je het belangrijk vindt.",
                    },
                ],
            ),
        ],
    },
    {
        "slug": "plant-mee-aan-de-stadsrand",
        "title": "Plant mee aan de groene stadsrand",
        "vraag": "Wil je op een zaterdag mee planten, of een stuk van de route verzorgen?",
        "soort": "aanmelden",
        "dagen": (12, 47, 68),
        "niveau": "coproduceren",
        "voor_wie": "Iedereen, ook kinderen met een volwassene",
        "besluitnemer": "inwonersgroep",
        "offline_meedoen": "Schrijf je naam op de lijst in De Krakeling, of bel 0345 00 00 12.",
        "project": "groene-stadsrand",
        "themas": ["Openbare ruimte en groen"],
        "inhoud": [],
    },
    {
        "slug": "waar-knelt-het-op-de-fiets",
        "title": "Waar knelt het op de fiets?",
        "vraag": "Op welke plek in Heukelum voel jij je onveilig op de fiets?",
        "soort": "peiling",
        "dagen": (-40, -6, 22),
        "niveau": "raadplegen",
        "voor_wie": "Iedereen die in Heukelum fietst",
        "ruimte_voor_invloed": "De drie plekken die het vaakst genoemd worden, komen in de kernagenda.",
        "besluitnemer": "samen",
        "offline_meedoen": "Prik een speld op de kaart in De Krakeling of in de school.",
        "project": "veilige-fietsoversteek",
        "themas": ["Verkeer en vervoer", "Veiligheid"],
        "inhoud": [],
        "vragen": [
            {
                "vraag": "Welke plek is het gevaarlijkst?",
                "soort": "een keuze",
                "keuzes": "De oversteek bij de school\nDe bocht bij de dijk\nErgens anders",
                "verplicht": True,
            }
        ],
    },
    {
        "slug": "zelf-de-rietput-beheren",
        "title": "Zelf De Rietput beheren",
        "vraag": "Kunnen inwoners het beheer van De Rietput overnemen van de gemeente?",
        "soort": "uitdaagrecht",
        "dagen": (-160, -118, -80),
        "niveau": "meebeslissen",
        "voor_wie": "Verenigingen en inwoners van Heukelum",
        "wat_staat_vast": "De gemeente blijft eigenaar en zorgt voor schoon water.",
        "ruimte_voor_invloed": "Maaien, opruimen, bankjes en activiteiten.",
        "besluitnemer": "college",
        "offline_meedoen": "Een gesprek aan de keukentafel, of een avond in De Krakeling.",
        "project": "de-rietput",
        "themas": ["Sport, cultuur en recreatie"],
        "inhoud": [],
        "uitkomst": (
            "Ja. Heukelum Aktief doet vanaf dit jaar het maaien en opruimen. De gemeente geeft daarvoor het "
            "geld dat zij zelf kwijt was."
        ),
        "motivering": "Het plan was duidelijk, er zijn genoeg vrijwilligers en het kost niet meer dan nu.",
    },
    {
        "slug": "wat-vind-je-van-de-folder",
        "title": "Wat vind je van de folder?",
        "vraag": "Lees je de kernagenda op papier, op het scherm of allebei?",
        "soort": "vragenlijst",
        "dagen": (-82, -52, -5),
        "niveau": "raadplegen",
        "voor_wie": "Alle huishoudens in Heukelum",
        "besluitnemer": "inwonersgroep",
        "offline_meedoen": "Het antwoordkaartje zat aan de folder vast. Inleveren kon in De Krakeling.",
        "themas": ["Communicatie"],
        "inhoud": [],
    },
]

"""Tricht, that still has to begin."""

from demo.inhoud.vorm import KernInhoud

TRICHT = KernInhoud(
    slug="tricht",
    kern={
        "foto": "oogst",
        "uitrolfase": "voorbereiding",
        "start": 4,
        "evaluatie": 16,
        "intro": "Tricht ligt tussen de boomgaarden. We bereiden hier de start van Bloei! voor.",
        "gebiedsmakelaar": ("Gebiedsmakelaar Tricht", "gebiedsmakelaar.tricht@example.org", "0345 00 00 41"),
        "inwonersgroepen": [],
    },
    kernagenda={
        "versie": 1,
        "vastgesteld": -48,
        "jaren": 5,
        "herziening": 6,
        "inleiding": "Deze punten zijn een voorbeeld van hoe een eerste kernagenda eruit kan zien.",
        "onderdelen": {
            "Zorg en welzijn": [
                {
                    "titel": "Een beweegtuin voor jong en oud",
                    "status": "in onderzoek",
                    "trekker": "samen",
                    "herkomst": "bijeenkomst",
                    "prioriteit": True,
                    "project": "beweegtuin",
                }
            ],
        },
    },
    projecten=[
        {
            "slug": "beweegtuin",
            "title": "Beweegtuin",
            "samenvatting": "Toestellen in de buitenlucht, waar opa en kleinkind samen kunnen oefenen.",
            "initiatiefnemer": "samen",
            "status": "idee",
            "rol_gemeente": "stimuleren",
            "foto": "speeltuin",
            "themas": ["Zorg en welzijn", "Sport, cultuur en recreatie"],
            "fasen": [("Wie doet er mee?", 1, 3, "coproduceren", "")],
            "mijlpalen": [],
            "inhoud": [],
        }
    ],
    oproepen=[
        {
            "slug": "wie-wil-een-beweegtuin",
            "title": "Wie wil een beweegtuin?",
            "vraag": "Zou jij de beweegtuin gebruiken, en wil je helpen om hem te maken?",
            "soort": "vragenlijst",
            "dagen": (-30, -4, 25),
            "niveau": "raadplegen",
            "offline_meedoen": "Een kaartje invullen kon bij de supermarkt.",
            "project": "beweegtuin",
            "themas": ["Zorg en welzijn"],
            "inhoud": [],
        },
        {
            "slug": "neem-het-groen-over",
            "title": "Neem het groen over",
            "vraag": "Kun jij met je buren het groen in je straat beter verzorgen dan de gemeente?",
            "soort": "uitdaagrecht",
            "dagen": (-8, 50, 110),
            "niveau": "meebeslissen",
            "wat_staat_vast": "De gemeente blijft eigenaar. Het mag niet meer kosten dan nu.",
            "offline_meedoen": "Bel 0345 00 00 25, dan schrijven we het samen op.",
            "besluitnemer": "college",
            "themas": ["Openbare ruimte en groen"],
            "inhoud": [],
        },
    ],
    agenda=[
        {
            "slug": "proefles-bewegen",
            "title": "Proefles bewegen in het park",
            "dag": ("wo", 4),
            "tijd": ("10:00", "11:00"),
            "locatie": "Het park",
            "samenvatting": "Een uur rustig bewegen. Je hebt alleen goede schoenen nodig.",
            "project": "beweegtuin",
            "themas": ["Zorg en welzijn"],
        }
    ],
)

"""Asperen, that still has to begin."""

from demo.inhoud.vorm import KernInhoud

ASPEREN = KernInhoud(
    slug="asperen",
    kern={
        "foto": "molen",
        "uitrolfase": "voorbereiding",
        "start": 4,
        "evaluatie": 16,
        "intro": (
            "Asperen is een stadje aan de Linge, naast Heukelum. We bereiden hier de start van Bloei! voor."
        ),
        "gebiedsmakelaar": (
            "Gebiedsmakelaar Asperen",
            "gebiedsmakelaar.asperen@example.org",
            "0345 00 00 31",
        ),
        "inwonersgroepen": [],
    },
    kernagenda={
        "versie": 1,
        "vastgesteld": -50,
        "jaren": 5,
        "herziening": 5,
        "inleiding": "Deze punten zijn een voorbeeld van hoe een eerste kernagenda eruit kan zien.",
        "onderdelen": {
            "Sport, cultuur en recreatie": [
                {
                    "titel": "Een bankje aan het water",
                    "status": "gepland",
                    "trekker": "inwoners",
                    "planning": "in het voorjaar",
                    "herkomst": "inwoner",
                    "project": "bankje-aan-het-water",
                }
            ],
            "Duurzaamheid": [
                {
                    "titel": "Regenwater opvangen in de straat",
                    "status": "in onderzoek",
                    "trekker": "andere organisatie",
                    "naam_trekker": "Het waterschap",
                    "herkomst": "gemeente",
                }
            ],
        },
    },
    projecten=[
        {
            "slug": "bankje-aan-het-water",
            "title": "Bankje aan het water",
            "samenvatting": "Buren maken zelf een bank van oud hout, met uitzicht over de Linge.",
            "initiatiefnemer": "inwoners",
            "status": "voorbereiding",
            "rol_gemeente": "loslaten",
            "kosten": "600 euro",
            "financiering": "Kernbudget",
            "foto": "oogst",
            "themas": ["Openbare ruimte en groen"],
            "fasen": [("Ontwerp", -1, 1, "meebeslissen", ""), ("Maken", 2, 3, "coproduceren", "")],
            "mijlpalen": [(3, "We gaan er samen op zitten")],
            "inhoud": [],
        }
    ],
    oproepen=[
        {
            "slug": "kies-het-bankje",
            "title": "Kies het bankje",
            "vraag": "Welk van de drie ontwerpen vind jij het mooist?",
            "soort": "peiling",
            "dagen": (5, 26, 40),
            "niveau": "meebeslissen",
            "offline_meedoen": (
                "De tekeningen hangen straks bij de bakker. Stemmen kan met een kastanje in een pot."
            ),
            "besluitnemer": "inwonersgroep",
            "project": "bankje-aan-het-water",
            "themas": ["Openbare ruimte en groen"],
            "inhoud": [],
        }
    ],
    agenda=[
        {
            "slug": "kennismaken-met-bloei",
            "title": "Kennismaken met Bloei!",
            "dag": ("do", 5),
            "tijd": ("19:30", "21:00"),
            "locatie": "Gemeenschapshuis",
            "samenvatting": "Wat hebben Beesd en Heukelum geleerd, en wat wil Asperen?",
            "soort": "inwonersavond",
            "themas": ["Communicatie"],
        }
    ],
)

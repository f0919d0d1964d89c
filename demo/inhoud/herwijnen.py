"""Herwijnen: a first kernagenda of 2021, from evenings, picture postcards and the Bidbook."""

from demo.inhoud.vorm import KernInhoud

HERWIJNEN = KernInhoud(
    slug="herwijnen",
    kern={
        "foto": "rivier",
        "uitrolfase": "actief",
        "start": -2,
        "evaluatie": 14,
        "intro": (
            "Herwijnen ligt aan de Waal. De wensen voor de kernagenda kwamen van bewonersavonden, uit"
            " het Bidbook "
            "en van ansichtkaarten die inwoners instuurden."
        ),
        "gebiedsmakelaar": (
            "Gebiedsmakelaar Waaldorpen",
            "gebiedsmakelaar.waal@example.org",
            "0345 00 00 21",
        ),
        "inwonersgroepen": [{"naam": "Dorpsplatform Herwijnen", "contact": "platform.herwijnen@example.org"}],
    },
    kernagenda={
        "versie": 1,
        "vastgesteld": -62,
        "jaren": 6,
        "herziening": 4,
        "inleiding": (
            "De eerste kernagenda van Herwijnen kwam in september 2021. Een nieuwe versie is in de maak."
        ),
        "onderdelen": {
            "Communicatie": [
                {
                    "titel": "Een dorpsplatform oprichten",
                    "status": "gereed",
                    "trekker": "inwoners",
                    "omschrijving": "Het platform is er. Het praat namens het dorp met de gemeente.",
                    "herkomst": "bijeenkomst",
                }
            ],
            "Verkeer en vervoer": [
                {
                    "titel": "Veiliger verkeer in het dorp",
                    "status": "in onderzoek",
                    "trekker": "gemeente",
                    "omschrijving": "Inwoners wezen op hun ansichtkaarten de gevaarlijkste plekken aan.",
                    "herkomst": "inwoner",
                    "prioriteit": True,
                    "project": "rustig-door-het-dorp",
                }
            ],
            "Sport, cultuur en recreatie": [
                {
                    "titel": "Verenigingen werken samen",
                    "status": "bezig",
                    "trekker": "inwoners",
                    "omschrijving": "Samen een zaal delen, samen vrijwilligers zoeken.",
                    "herkomst": "bidbook",
                }
            ],
        },
    },
    projecten=[
        {
            "slug": "rustig-door-het-dorp",
            "title": "Rustig door het dorp",
            "samenvatting": "Inwoners en gemeente zoeken samen hoe auto's rustiger door Herwijnen rijden.",
            "initiatiefnemer": "samen",
            "status": "verkenning",
            "trekker": "Dorpsplatform Herwijnen",
            "rol_gemeente": "stimuleren",
            "foto": "dorpsgezicht",
            "themas": ["Verkeer en vervoer"],
            "fasen": [
                ("Plekken verzamelen", -2, 1, "raadplegen", ""),
                ("Oplossingen kiezen", 2, 5, "adviseren", ""),
            ],
            "mijlpalen": [(1, "Een kaart met alle plekken")],
            "inhoud": [],
        }
    ],
    oproepen=[
        {
            "slug": "wijs-de-plek-aan",
            "title": "Wijs de plek aan",
            "vraag": "Waar in Herwijnen rijdt het verkeer te hard?",
            "soort": "ideeën",
            "dagen": (-5, 25, 60),
            "niveau": "raadplegen",
            "offline_meedoen": "Schrijf de plek op een ansichtkaart en stop hem in de bus bij het dorpshuis.",
            "besluitnemer": "samen",
            "project": "rustig-door-het-dorp",
            "themas": ["Verkeer en vervoer"],
            "inhoud": [],
        }
    ],
    agenda=[
        {
            "slug": "dorpsplatform",
            "title": "Bijeenkomst van het dorpsplatform",
            "dag": ("di", 2),
            "tijd": ("20:00", "21:30"),
            "locatie": "Dorpshuis",
            "samenvatting": "Verenigingen en inwoners kijken samen welke punten eerst komen.",
            "soort": "werkgroep",
            "organisator": "Dorpsplatform Herwijnen",
            "project": "rustig-door-het-dorp",
            "themas": ["Communicatie"],
        },
    ],
)

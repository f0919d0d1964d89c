"""Hellouw: a kernagenda of 2021, from three earlier plans."""

from demo.inhoud.vorm import KernInhoud

HELLOUW = KernInhoud(
    slug="hellouw",
    kern={
        "foto": "weiland",
        "uitrolfase": "geborgd",
        "start": -12,
        "evaluatie": 15,
        "intro": (
            "Hellouw heeft sinds 2021 een kernagenda. De wensen komen uit het Bidbook van 2018, de "
            "dorpsvisie en "
            "het plan Levend Landschap."
        ),
        "gebiedsmakelaar": (
            "Gebiedsmakelaar Waaldorpen",
            "gebiedsmakelaar.waal@example.org",
            "0345 00 00 21",
        ),
        "inwonersgroepen": [{"naam": "Werkgroep Dorpsvisie Hellouw", "soort": "werkgroep"}],
    },
    kernagenda={
        "versie": 1,
        "vastgesteld": -60,
        "jaren": 6,
        "herziening": 3,
        "inleiding": (
            "Drie eerdere plannen vormen samen deze kernagenda. We kijken nu welke punten nog kloppen."
        ),
        "onderdelen": {
            "Openbare ruimte en groen": [
                {
                    "titel": "Hagen en bloemen langs de akkers",
                    "status": "bezig",
                    "trekker": "samen",
                    "naam_trekker": "Levend Landschap",
                    "omschrijving": "Boeren en inwoners planten samen, straat voor straat.",
                    "herkomst": "anders",
                    "prioriteit": True,
                    "project": "levend-landschap",
                }
            ],
            "Voorzieningen": [
                {
                    "titel": "Een plek om elkaar te ontmoeten",
                    "status": "wens",
                    "trekker": "inwoners",
                    "omschrijving": "Binnen, ook overdag, ook voor wie alleen is.",
                    "herkomst": "bidbook",
                }
            ],
        },
    },
    projecten=[
        {
            "slug": "levend-landschap",
            "title": "Levend Landschap",
            "samenvatting": (
                "Nieuwe hagen, bloemenranden en een wandelpad tussen het dorp en de uiterwaarden."
            ),
            "initiatiefnemer": "inwoners",
            "status": "uitvoering",
            "rol_gemeente": "faciliteren",
            "foto": "weiland",
            "themas": ["Openbare ruimte en groen", "Duurzaamheid"],
            "fasen": [("Plan", -12, -5, "coproduceren", ""), ("Planten", -4, 4, "coproduceren", "")],
            "mijlpalen": [(-5, "Afspraken met de eigenaren"), (4, "Twee kilometer haag geplant")],
            "inhoud": [],
        }
    ],
    oproepen=[
        {
            "slug": "wie-geeft-een-haag-water",
            "title": "Wie geeft een haag water?",
            "vraag": "Wil je in droge weken een stuk nieuwe haag water geven?",
            "soort": "meehelpen",
            "dagen": (-3, 40, 75),
            "niveau": "coproduceren",
            "offline_meedoen": "Bel de werkgroep: 0345 00 00 22.",
            "taken": [
                {"taak": "Haag bij de kerk, maandag", "nodig": 4},
                {"taak": "Haag bij de dijk, woensdag", "nodig": 3},
                {"taak": "Watervat vullen, wanneer het jou uitkomt"},
            ],
            "project": "levend-landschap",
            "themas": ["Openbare ruimte en groen"],
            "inhoud": [],
        }
    ],
    agenda=[
        {
            "slug": "plantochtend",
            "title": "Plantochtend",
            "dag": ("za", 3),
            "tijd": ("09:30", "12:00"),
            "locatie": "Bij de kerk",
            "aanmelden": "hier",
            "max_aantal": 20,
            "samenvatting": "We planten tweehonderd meter haag. Neem een schep mee als je er een hebt.",
            "project": "levend-landschap",
            "foto": "weiland",
            "themas": ["Openbare ruimte en groen"],
        }
    ],
)

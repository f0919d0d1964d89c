"""Five calls in Beesd, one in each state. Days are counted from today."""

OPROEPEN = [
    {
        "slug": "denk-mee-over-het-plein",
        "title": "Denk mee over het plein",
        "vraag": "Wat maakt het plein tot een plek waar jij even blijft zitten?",
        "soort": "ideeën",
        "dagen": (-12, 24, 66),
        "niveau": "adviseren",
        "voor_wie": "Iedereen die in Beesd woont, werkt of boodschappen doet",
        "wat_staat_vast": "De markt moet er kunnen staan. De grote linde blijft. Er is 180.000 euro.",
        "ruimte_voor_invloed": "Bankjes, bomen, planten, licht, spelen en waar de fietsen staan.",
        "besluitnemer": "college",
        "offline_meedoen": (
            "Vul een kaart in bij de balie van het Klokhuis, of kom naar de inwonersavond. "
            "Bellen mag ook: 0345 00 00 01, op werkdagen van 9 tot 12 uur."
        ),
        "project": "een-plein-om-te-blijven",
        "themas": ["Openbare ruimte en groen"],
        "inhoud": [
            ("tekst", "Loop eens over het plein en kijk om je heen. Wat mis je? Wat mag echt niet weg?"),
            ("afbeelding", {"afbeelding": "plein", "bijschrift": "Zo groen kan een plein zijn."}),
        ],
    },
    {
        "slug": "bouw-mee-aan-de-speeltuin",
        "title": "Bouw mee aan de speeltuin",
        "vraag": "Heb je een zaterdag over om mee te bouwen aan de nieuwe speeltuin?",
        "soort": "meehelpen",
        "dagen": (9, 37, 58),
        "niveau": "coproduceren",
        "voor_wie": "Iedereen vanaf 16 jaar. Je hoeft niet handig te zijn.",
        "besluitnemer": "inwonersgroep",
        "offline_meedoen": "Schrijf je naam op de lijst in het kindcentrum, of bel 0345 00 00 02.",
        "online_meedoen": "https://www.example.org/speeltuin-beesd",
        "project": "nieuwe-speeltuin",
        "themas": ["Sport, cultuur en recreatie"],
        "inhoud": [("tekst", "Wij zorgen voor gereedschap, koffie en soep. Jij neemt werkhandschoenen mee.")],
    },
    {
        "slug": "hoe-wil-jij-later-wonen",
        "title": "Hoe wil jij later wonen?",
        "vraag": "Wat vind jij belangrijk in een woning voor als je ouder bent?",
        "soort": "vragenlijst",
        "dagen": (-48, -13, 18),
        "niveau": "raadplegen",
        "voor_wie": "Inwoners van Beesd vanaf 55 jaar",
        "wat_staat_vast": "Het worden twaalf woningen zonder trap.",
        "ruimte_voor_invloed": "De tuin, de gezamenlijke ruimte en de indeling van de woningen.",
        "besluitnemer": "raad",
        "offline_meedoen": (
            "De vragenlijst kwam op papier in de bus. Inleveren kon bij de apotheek en het Klokhuis."
        ),
        "vragen": [
            {
                "vraag": "Wat is voor jou het belangrijkst?",
                "soort": "meer keuzes",
                "keuzes": "Een eigen tuin\nEen gezamenlijke ruimte\nWinkels dichtbij",
                "toelichting": "Je mag er meer kiezen.",
                "verplicht": True,
            },
            {"vraag": "Hoe graag wil je verhuizen?", "soort": "schaal"},
            {"vraag": "Wat moeten we nog meer weten?", "soort": "open"},
        ],
        "project": "hofje-voor-ouderen",
        "themas": ["Wonen", "Zorg en welzijn"],
        "inhoud": [],
    },
    {
        "slug": "waar-hangt-de-aed",
        "title": "Waar hangt de AED?",
        "vraag": "Op welke plek is de AED het snelst bereikbaar voor de meeste mensen?",
        "soort": "peiling",
        "dagen": (-390, -350, -320),
        "niveau": "meebeslissen",
        "voor_wie": "Alle inwoners van Beesd",
        "wat_staat_vast": "Er is geld voor één AED met een kast.",
        "besluitnemer": "inwonersgroep",
        "offline_meedoen": "Stemmen kon met een knoop in een pot, bij de bakker en in het Klokhuis.",
        "project": "aed-dag-en-nacht",
        "themas": ["Veiligheid"],
        "inhoud": [],
        "vragen": [
            {
                "vraag": "Waar moet de AED hangen?",
                "soort": "een keuze",
                "keuzes": "Het Klokhuis\nDe bakker",
                "verplicht": True,
            }
        ],
        "uitkomstpunten": [
            {
                "titel": "De AED aan het Klokhuis",
                "besluit": "over",
                "antwoord": "De AED hangt aan de gevel, met licht erbij. Iedereen kan erbij, dag en nacht.",
            },
            {
                "titel": "Een tweede AED",
                "besluit": "nog niet",
                "antwoord": "Daar is nu geen geld voor. We vragen het volgend jaar opnieuw aan.",
            },
        ],
        "uitkomst": (
            "De meeste mensen kozen het Klokhuis. De AED hangt daar nu aan de gevel, "
            "ook 's nachts in het licht."
        ),
        "motivering": "Het Klokhuis ligt midden in het dorp en iedereen weet het te vinden.",
    },
    {
        "slug": "andere-bomen-in-de-singel",
        "title": "Andere bomen in de Willem-Alexandersingel",
        "vraag": "Wat vind je van het plan om de fruitbomen te vervangen door bomen zonder vruchten?",
        "soort": "reageren op plan",
        "dagen": (-75, -40, -9),
        "niveau": "raadplegen",
        "voor_wie": "Bewoners van de Willem-Alexandersingel en de straten eromheen",
        "wat_staat_vast": "Voor elke boom die weggaat, komt een boom terug.",
        "ruimte_voor_invloed": "De soort boom en de volgorde van het werk.",
        "besluitnemer": "college",
        "offline_meedoen": "Een reactie kon op papier, in de bus bij het Klokhuis, of tijdens de schouw.",
        "themas": ["Openbare ruimte en groen"],
        "inhoud": [],
    },
]

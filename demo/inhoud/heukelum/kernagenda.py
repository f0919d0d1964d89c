"""The kernagenda of Heukelum: its traffic points of 2021, and what the Kansenkaart adds."""

KERNAGENDA = {
    "versie": 3,
    "vastgesteld": -4,
    "jaren": 3,
    "herziening": 2,
    "inleiding": (
        "Wij begonnen op 19 november 2019 in De Krakeling. Na een werkavond en een schouw op de fiets kwam "
        "in 2021 de eerste versie.\n\nDit is de derde versie. Wat klaar is, blijft erin staan: zo zie je dat "
        "meedenken iets oplevert."
    ),
    "onderdelen": {
        "Verkeer en vervoer": [
            {
                "titel": "Kruising Gragtdijk en Voorste Gewind veiliger",
                "status": "gereed",
                "trekker": "gemeente",
                "omschrijving": "Strepen op de weg maken nu duidelijk wie voorrang heeft.",
                "herkomst": "bijeenkomst",
            },
            {
                "titel": "Drempel en asfalt van de Dwarsweg",
                "status": "gereed",
                "trekker": "gemeente",
                "omschrijving": "De drempel is verbeterd en er ligt nieuw asfalt.",
                "herkomst": "bijeenkomst",
            },
            {
                "titel": "Fietsoversteek bij de Heidensweg en de Gragtdijk",
                "status": "bezig",
                "trekker": "gemeente",
                "naam_trekker": "Gemeente, verkeer",
                "omschrijving": (
                    "Fietsers steken hier over zonder dat auto's hen goed zien. Dat wordt anders."
                ),
                "planning": "klaar in het voorjaar van {volgend_jaar}",
                "herkomst": "bijeenkomst",
                "prioriteit": True,
                "project": "veilige-fietsoversteek",
            },
            {
                "titel": "Asfalt in plaats van tegels op de fietspaden",
                "status": "gepland",
                "trekker": "gemeente",
                "omschrijving": "Boomwortels drukken de tegels omhoog. Op asfalt fiets je rustiger.",
                "planning": "{volgend_jaar}",
                "herkomst": "bijeenkomst",
                "prioriteit": True,
                "project": "veilige-fietsoversteek",
            },
            {
                "titel": "Het pad tussen de Heidensweg en de Gragtdijk",
                "status": "in onderzoek",
                "trekker": "samen",
                "omschrijving": "Kan het pad breder, zodat een rolstoel en een fiets elkaar kunnen passeren?",
                "herkomst": "inwoner",
            },
            {
                "titel": "Drempels op de dijk",
                "status": "niet haalbaar",
                "trekker": "andere organisatie",
                "naam_trekker": "Het waterschap",
                "omschrijving": "Op zondag rijden motoren hard over de dijk.",
                "motivering": (
                    "Het waterschap laat geen drempels toe: trillingen kunnen de dijk beschadigen. "
                    "Wat wel kan: "
                    "smallere rijstroken met strepen, en borden die je snelheid laten zien."
                ),
                "herkomst": "inwoner",
            },
        ],
        "Wonen": [
            {
                "titel": "Plekken om te bouwen",
                "status": "in onderzoek",
                "trekker": "samen",
                "naam_trekker": "Gemeente en klankbordgroep",
                "omschrijving": "De Kansenkaart wijst plekken aan. Samen kijken we welke het eerst komen.",
                "planning": "keuze voor de zomer van {volgend_jaar}",
                "herkomst": "kansenkaart",
                "prioriteit": True,
                "project": "kansen-voor-wonen",
            },
            {
                "titel": "Een huis voor wie hier opgroeide",
                "status": "wens",
                "trekker": "gemeente",
                "omschrijving": "Jonge Heukelummers willen graag blijven, maar vinden geen betaalbaar huis.",
                "herkomst": "kansenkaart",
            },
        ],
        "Sport, cultuur en recreatie": [
            {
                "titel": "De Rietput opknappen",
                "status": "gereed",
                "trekker": "samen",
                "naam_trekker": "Heukelum Aktief en de gemeente",
                "omschrijving": "Strand, bankjes en een pad rondom: De Rietput is weer een plek om te zijn.",
                "herkomst": "bidbook",
                "project": "de-rietput",
            },
            {
                "titel": "Een ommetje langs de oude stadsgrens",
                "status": "gepland",
                "trekker": "inwoners",
                "naam_trekker": "Werkgroep Groen",
                "omschrijving": "Een wandeling met bordjes die over vroeger vertellen.",
                "planning": "na de winter",
                "herkomst": "kansenkaart",
                "project": "groene-stadsrand",
            },
        ],
        "Openbare ruimte en groen": [
            {
                "titel": "Bloemen langs de stoep",
                "status": "bezig",
                "trekker": "inwoners",
                "naam_trekker": "Werkgroep Groen",
                "omschrijving": "Straat voor straat gaan er tegels uit en planten in.",
                "planning": "doorlopend",
                "herkomst": "inwoner",
                "project": "groene-stadsrand",
            },
        ],
        "Duurzaamheid": [
            {
                "titel": "Samen zonnestroom maken",
                "status": "in onderzoek",
                "trekker": "andere organisatie",
                "naam_trekker": "Een energiecoöperatie",
                "omschrijving": "Grote daken kunnen stroom leveren voor de straat.",
                "herkomst": "kansenkaart",
            },
        ],
        "Voorzieningen": [
            {
                "titel": "De Krakeling voor iedereen",
                "status": "gepland",
                "trekker": "andere organisatie",
                "naam_trekker": "Het bestuur van De Krakeling",
                "omschrijving": "Een deur die vanzelf opengaat en een toilet voor mensen in een rolstoel.",
                "planning": "{volgend_jaar}",
                "herkomst": "bijeenkomst",
            },
        ],
        "Economie": [
            {
                "titel": "Een weekmarkt",
                "status": "niet haalbaar",
                "trekker": "inwoners",
                "omschrijving": "Een kleine markt, elke vrijdag.",
                "motivering": (
                    "Er zijn te weinig kramen die elke week willen komen. Wat wel kan: vier keer per "
                    "jaar een "
                    "markt, samen met een feest dat er toch al is."
                ),
                "herkomst": "inwoner",
                "project": "weekmarkt",
            },
        ],
        "Veiligheid": [
            {
                "titel": "Zien en gezien worden in het donker",
                "status": "wens",
                "trekker": "samen",
                "omschrijving": "Op de route naar de school is het in de winter erg donker.",
                "herkomst": "inwoner",
            },
        ],
        "Communicatie": [
            {
                "titel": "De kernagenda bij iedereen in de bus",
                "status": "gereed",
                "trekker": "inwoners",
                "naam_trekker": "Kerngroep Heukelum",
                "omschrijving": "Vrijwilligers brengen elke nieuwe versie huis aan huis rond.",
                "herkomst": "anders",
            },
        ],
    },
}

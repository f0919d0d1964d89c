"""The kernagenda of Beesd: the themes of the residents' evening of 4 November 2021."""

KERNAGENDA = {
    "versie": 2,
    "vastgesteld": -5,
    "jaren": 3,
    "herziening": 2,
    "inleiding": (
        "Deze kernagenda begon op 4 november 2021 in het Klokhuis. Aan zeven tafels praatten meer dan zestig "
        "inwoners over wat er beter kan in Beesd.\n\nIedereen kreeg de kernagenda ook als folder in de bus. "
        "Twee keer per jaar kijken we samen of alles nog klopt."
    ),
    "onderdelen": {
        "Openbare ruimte en groen": [
            {
                "titel": "Een plein om te blijven",
                "status": "in onderzoek",
                "trekker": "samen",
                "naam_trekker": "Inwonersgroep Beesd en de gemeente",
                "omschrijving": "Meer schaduw, meer bankjes en minder stenen midden in het dorp.",
                "planning": "plan klaar voor de zomer van {volgend_jaar}",
                "herkomst": "bijeenkomst",
                "prioriteit": True,
                "project": "een-plein-om-te-blijven",
            },
            {
                "titel": "Minder overlast van de fruitbomen in de Willem-Alexandersingel",
                "status": "bezig",
                "trekker": "gemeente",
                "omschrijving": (
                    "Rijp fruit valt op de stoep en trekt wespen. We zoeken bomen die wel passen."
                ),
                "planning": "dit najaar en volgend voorjaar",
                "herkomst": "bijeenkomst",
            },
            {
                "titel": "Bankjes langs de Linge",
                "status": "gereed",
                "trekker": "inwoners",
                "omschrijving": "Er staan drie nieuwe bankjes. Vrijwilligers houden ze schoon.",
                "herkomst": "inwoner",
            },
        ],
        "Economie": [
            {
                "titel": "Een streekmarkt met fruit uit de Betuwe",
                "status": "gepland",
                "trekker": "inwoners",
                "naam_trekker": "Ondernemers uit Beesd",
                "omschrijving": "Telers en winkels laten samen zien wat Beesd te bieden heeft.",
                "planning": "na de zomer",
                "herkomst": "bijeenkomst",
            },
        ],
        "Voorzieningen": [
            {
                "titel": "Het Klokhuis ook open in het weekend",
                "status": "in onderzoek",
                "trekker": "andere organisatie",
                "naam_trekker": "Het bestuur van het Klokhuis",
                "omschrijving": (
                    "Op zaterdag koffie drinken en een boek ruilen. Daar zijn vrijwilligers voor nodig."
                ),
                "herkomst": "bijeenkomst",
            },
            {
                "titel": "Een openluchtzwembad",
                "status": "niet haalbaar",
                "trekker": "gemeente",
                "omschrijving": "Een eigen bad in het dorp, voor warme dagen.",
                "motivering": (
                    "Een zwembad kost elk jaar meer dan er geld voor is, en er is geen vrije plek in "
                    "het dorp. "
                    "Wat wel kan: een waterplek om te spelen in de nieuwe speeltuin."
                ),
                "herkomst": "inwoner",
                "project": "nieuwe-speeltuin",
            },
        ],
        "Wonen": [
            {
                "titel": "Woningen voor ouderen",
                "status": "bezig",
                "trekker": "samen",
                "naam_trekker": "Werkgroep Wonen en de gemeente",
                "omschrijving": "Kleine woningen zonder trap, dicht bij de winkels en de huisarts.",
                "planning": "eerste woningen over twee jaar",
                "herkomst": "bijeenkomst",
                "prioriteit": True,
                "project": "hofje-voor-ouderen",
            },
            {
                "titel": "Betaalbare woningen voor jongeren",
                "status": "in onderzoek",
                "trekker": "gemeente",
                "omschrijving": (
                    "Jonge mensen willen in Beesd blijven. Daarvoor zijn kleine, betaalbare huizen nodig."
                ),
                "herkomst": "bijeenkomst",
                "prioriteit": True,
            },
            {
                "titel": "Wonen boven winkels",
                "status": "wens",
                "trekker": "andere organisatie",
                "naam_trekker": "Eigenaren van de winkels",
                "omschrijving": "Boven sommige winkels staat ruimte leeg. Kan daar iemand wonen?",
                "herkomst": "anders",
            },
        ],
        "Sport, cultuur en recreatie": [
            {
                "titel": "Een nieuwe speeltuin",
                "status": "bezig",
                "trekker": "inwoners",
                "naam_trekker": "Ouders uit de buurt",
                "omschrijving": "Een speeltuin voor alle kinderen, ook voor een kind in een rolstoel.",
                "planning": "open in het voorjaar",
                "herkomst": "inwoner",
                "project": "nieuwe-speeltuin",
            },
            {
                "titel": "Een ommetje langs de Linge",
                "status": "wens",
                "trekker": "andere organisatie",
                "omschrijving": "Een wandeling van een uur langs het water en de boomgaarden.",
                "herkomst": "bidbook",
                "project": "ommetje-langs-de-linge",
            },
        ],
        "Veiligheid": [
            {
                "titel": "Een AED die dag en nacht bereikbaar is",
                "status": "gereed",
                "trekker": "inwoners",
                "omschrijving": "De AED hangt buiten, midden in het dorp. Iedereen kan erbij.",
                "herkomst": "bijeenkomst",
                "project": "aed-dag-en-nacht",
            },
            {
                "titel": "Licht op het pad naar het kindcentrum",
                "status": "gepland",
                "trekker": "gemeente",
                "omschrijving": "Er komen vijf lampen die alleen aangaan als er iemand langsloopt.",
                "planning": "{volgend_jaar}",
                "herkomst": "gemeente",
            },
        ],
        "Verkeer en vervoer": [
            {
                "titel": "Rustig rijden in de straten bij het kindcentrum",
                "status": "in onderzoek",
                "trekker": "gemeente",
                "omschrijving": "De gemeente telt hoeveel auto's er rijden en hoe hard.",
                "planning": "telling in het voorjaar",
                "herkomst": "bijeenkomst",
            },
            {
                "titel": "Een bus in de avond",
                "status": "niet haalbaar",
                "trekker": "andere organisatie",
                "naam_trekker": "De provincie",
                "omschrijving": "Na zeven uur kom je zonder auto moeilijk thuis.",
                "motivering": (
                    "De proef trok te weinig reizigers: gemiddeld twee per rit. De provincie betaalt de bus "
                    "daarom niet. Wat wel kan: samen rijden. De inwonersgroep begint een lijst van "
                    "mensen die "
                    "willen rijden."
                ),
                "herkomst": "bijeenkomst",
                "project": "proef-met-een-avondbus",
            },
        ],
        "Zorg en welzijn": [
            {
                "titel": "Samen eten in het Klokhuis",
                "status": "gereed",
                "trekker": "inwoners",
                "omschrijving": "Elke laatste vrijdag van de maand koken vrijwilligers voor veertig mensen.",
                "herkomst": "inwoner",
            },
        ],
        "Communicatie": [
            {
                "titel": "Inwoners en gemeente weten elkaar te vinden",
                "status": "bezig",
                "trekker": "samen",
                "omschrijving": (
                    "Eén plek met alle plannen, een vaste inloop en een gebiedsmakelaar die je kunt bellen."
                ),
                "planning": "doorlopend",
                "herkomst": "bijeenkomst",
                "prioriteit": True,
            },
        ],
    },
}

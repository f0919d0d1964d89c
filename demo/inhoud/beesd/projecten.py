"""Six projects in Beesd. Phases run from month to month, counted from now."""

PROJECTEN = [
    {
        "slug": "hofje-voor-ouderen",
        "title": "Een hofje voor ouderen",
        "samenvatting": (
            "Twaalf kleine woningen zonder trap, rond een tuin. Dicht bij de winkels en de huisarts."
        ),
        "initiatiefnemer": "samen",
        "status": "voorbereiding",
        "trekker": "Werkgroep Wonen Beesd en de gemeente",
        "rol_gemeente": "regisseren",
        "contact": "wonen.beesd@example.org",
        "locatie": "De plek kiezen we in de tweede fase",
        "kosten": "Nog niet bekend",
        "financiering": "Een woningcorporatie bouwt en verhuurt.",
        "besluit_url": "https://www.example.org/besluiten/hofje-beesd",
        "foto": "hofje",
        "themas": ["Wonen", "Zorg en welzijn"],
        "fasen": [
            ("Wat is er nodig?", -14, -8, "raadplegen", "We vroegen ouderen hoe zij willen wonen."),
            ("Een goede plek zoeken", -7, -3, "adviseren", "We bekeken vier plekken. Twee bleven over."),
            ("Plan maken", -2, 3, "coproduceren", "Inwoners en architect tekenen samen."),
            ("Besluit van de raad", 4, 6, "informeren", ""),
            ("Bouwen", 8, 22, "informeren", ""),
        ],
        "mijlpalen": [
            (-8, "Vragenlijst klaar: 140 mensen deden mee"),
            (-3, "Twee plekken over"),
            (3, "Het plan is getekend"),
            (6, "De raad besluit"),
        ],
        "inhoud": [
            (
                "tekst",
                (
                    "Veel ouderen in Beesd wonen in een te groot huis. Zij willen best kleiner wonen, "
                    "maar wel in "
                    "het dorp blijven. Daarom maken we een plan voor een hofje.\n\nWie verhuist, laat"
                    " een huis "
                    "achter voor een gezin. Zo helpt het hofje ook jonge mensen."
                ),
            ),
            (
                "citaat",
                {
                    "citaat": "Ik wil mijn eigen voordeur, en buren die even zwaaien.",
                    "bron": "Een inwoner van 78",
                },
            ),
        ],
    },
    {
        "slug": "een-plein-om-te-blijven",
        "title": "Een plein om te blijven",
        "samenvatting": (
            "Het plein krijgt meer groen en meer plekken om te zitten. Inwoners denken mee over hoe."
        ),
        "initiatiefnemer": "gemeente",
        "status": "verkenning",
        "trekker": "Gemeente, openbare ruimte",
        "rol_gemeente": "regisseren",
        "contact": "plein.beesd@example.org",
        "locatie": "Het plein midden in het dorp",
        "punt": (51.8897, 5.1919),
        "kosten": "Ongeveer 180.000 euro",
        "financiering": "De gemeente",
        "foto": "plein",
        "themas": ["Openbare ruimte en groen", "Economie"],
        "fasen": [
            ("Ideeën ophalen", -1, 2, "adviseren", "Wat moet blijven? Wat kan anders?"),
            ("Twee schetsen", 3, 4, "adviseren", "Iedereen mag kiezen en verbeteren."),
            ("Besluit van het college", 5, 5, "informeren", ""),
            ("Aanleg", 9, 13, "informeren", ""),
        ],
        "mijlpalen": [
            (2, "Alle ideeën op een rij"),
            (4, "Eén schets over"),
            (9, "De eerste schop in de grond"),
        ],
        "inhoud": [
            ("kop", {"tekst": "Wat staat vast?", "niveau": "h2"}),
            ("tekst", "<ul><li>De markt moet er kunnen staan.</li><li>De grote linde blijft.</li></ul>"),
        ],
    },
    {
        "slug": "nieuwe-speeltuin",
        "title": "Nieuwe speeltuin",
        "samenvatting": "Ouders bouwen met hulp van het hele dorp een speeltuin waar elk kind kan meespelen.",
        "initiatiefnemer": "inwoners",
        "status": "uitvoering",
        "trekker": "Ouders uit de buurt",
        "rol_gemeente": "faciliteren",
        "contact": "speeltuin.beesd@example.org",
        "locatie": "Het grasveld achter het kindcentrum",
        "punt": (51.8912, 5.1893),
        "kosten": "32.000 euro",
        "financiering": "2.000 euro uit het kernbudget, fondsen en een sponsorloop",
        "foto": "speeltuin",
        "themas": ["Sport, cultuur en recreatie", "Openbare ruimte en groen"],
        "fasen": [
            ("Plan en geld", -12, -5, "meebeslissen", "Kinderen tekenden hun droomspeeltuin."),
            ("Grond en planten", -4, -1, "coproduceren", "De gemeente maakte de grond klaar."),
            ("Bouwen", 0, 3, "coproduceren", "Op vier zaterdagen bouwen we met vrijwilligers."),
            ("Open en onderhouden", 4, None, "meebeslissen", "Ouders doen samen het onderhoud."),
        ],
        "mijlpalen": [
            (-5, "Het geld is bij elkaar"),
            (-1, "De grond is klaar"),
            (4, "De speeltuin gaat open"),
        ],
        "inhoud": [
            (
                "tekst",
                (
                    "De oude speeltuin had nog één wip. Ouders maakten zelf een plan en zochten geld. De "
                    "gemeente "
                    "gaf de grond in gebruik en keurt straks de toestellen."
                ),
            ),
        ],
    },
    {
        "slug": "aed-dag-en-nacht",
        "title": "Een AED, dag en nacht",
        "samenvatting": (
            "Midden in Beesd hangt nu een AED die altijd bereikbaar is. Dertig inwoners leerden ermee werken."
        ),
        "initiatiefnemer": "inwoners",
        "status": "gereed",
        "trekker": "Inwonersgroep Beesd",
        "rol_gemeente": "stimuleren",
        "locatie": "Aan de gevel van het Klokhuis",
        "kosten": "1.900 euro",
        "financiering": "Kernbudget",
        "foto": "dorpsgezicht",
        "themas": ["Veiligheid", "Zorg en welzijn"],
        "fasen": [
            ("Plek kiezen", -13, -11, "meebeslissen", "Inwoners kozen de plek in een peiling."),
            ("Kopen en ophangen", -10, -6, "informeren", ""),
        ],
        "mijlpalen": [(-6, "De AED hangt"), (-3, "Eerste cursus vol: dertig mensen")],
        "inhoud": [("tekst", "Er komt elk jaar een nieuwe cursus. Houd de agenda in de gaten.")],
    },
    {
        "slug": "proef-met-een-avondbus",
        "title": "Proef met een avondbus",
        "samenvatting": "Drie maanden reed er 's avonds een kleine bus. Er gingen te weinig mensen mee.",
        "initiatiefnemer": "gemeente",
        "status": "gestopt",
        "reden_gestopt": (
            "Er reden gemiddeld twee mensen per rit mee. De provincie betaalt een bus pas vanaf acht. "
            "De inwonersgroep gaat verder met een lijst voor samen rijden."
        ),
        "trekker": "Gemeente, verkeer",
        "rol_gemeente": "regisseren",
        "kosten": "9.500 euro",
        "financiering": "Gemeente en provincie",
        "foto": "dijk",
        "themas": ["Verkeer en vervoer"],
        "fasen": [
            ("Voorbereiden", -12, -9, "raadplegen", ""),
            ("Proef", -8, -6, "informeren", ""),
            ("Besluit over het vervolg", -5, -4, "informeren", ""),
        ],
        "mijlpalen": [(-8, "De eerste rit"), (-4, "Besluit: we stoppen")],
        "inhoud": [],
    },
    {
        "slug": "ommetje-langs-de-linge",
        "title": "Ommetje langs de Linge",
        "samenvatting": "Een wandeling van vijf kilometer langs het water, door boomgaarden en drie dorpen.",
        "initiatiefnemer": "organisatie",
        "status": "idee",
        "trekker": "Een natuurvereniging uit de streek",
        "rol_gemeente": "loslaten",
        "contact": "ommetje@example.org",
        "ook_in_kernen": ["rumpt", "rhenoy"],
        "foto": "rivier",
        "themas": ["Sport, cultuur en recreatie", "Openbare ruimte en groen"],
        "fasen": [
            ("Route uitzoeken", 1, 4, "raadplegen", "We praten met de eigenaren van de grond."),
            ("Bordjes plaatsen", 6, 8, "coproduceren", ""),
        ],
        "mijlpalen": [(8, "De eerste wandeling")],
        "inhoud": [],
    },
]

"""Beesd itself: its front page, groups and meeting place."""

KERN = {
    "foto": "boomgaard",
    "start": -7,
    "evaluatie": 5,
    "intro": (
        "Beesd ligt aan de Linge, tussen de boomgaarden. Voor zo'n 8.500 mensen in de buurt is dit het dorp "
        "van de huisarts, de winkels en het kindcentrum. Beesd is een van de twee pilots van Bloei!."
    ),
    "gebiedsmakelaar": ("Gebiedsmakelaar Beesd", "gebiedsmakelaar.beesd@example.org", "0345 00 00 01"),
    "ontmoetingsplek": ("Ontmoetingscentrum Klokhuis", "Beesd"),
    "inwonersgroepen": [
        {
            "naam": "Inwonersgroep Beesd",
            "soort": "stichting",
            "over_ons": (
                "Wij houden de kernagenda van Beesd bij. Elke maand zitten we in het Klokhuis aan tafel. "
                "Je bent welkom, ook als je alleen wilt luisteren."
            ),
            "contact": "inwonersgroep.beesd@example.org",
        },
        {
            "naam": "Werkgroep Wonen Beesd",
            "soort": "werkgroep",
            "over_ons": "Wij praten met de gemeente over woningen voor ouderen en voor jongeren.",
            "contact": "wonen.beesd@example.org",
        },
    ],
    "inhoud": [
        (
            "kader",
            {
                "titel": "Dit is een voorbeeld",
                "tekst": (
                    "Zo kan de pagina van Beesd eruitzien. De thema's zijn echt. De bijeenkomsten, oproepen "
                    "en projecten hebben we bedacht om Bloei! te laten zien."
                ),
            },
        ),
        ("oproepen", {"titel": "Doe mee", "aantal": 3}),
        ("agenda", {"titel": "", "aantal": 4}),
        ("kop", {"tekst": "Waar we samen aan werken", "niveau": "h2"}),
        (
            "tekst",
            (
                "Op 4 november 2021 kwamen meer dan zestig mensen naar het Klokhuis. Aan zeven tafels "
                "praatten ze "
                "over het dorp. Woningen voor ouderen en jongeren kwamen op de eerste plaats.\n\n"
                "Van die avond is een plan gemaakt: onze kernagenda. Inwoners en gemeente voeren hem "
                "samen uit."
            ),
        ),
        ("kernagenda", {"titel": "Dit heeft voorrang", "aantal": 4, "alleen_prioriteit": True}),
        ("projecten", {"titel": "", "aantal": 6}),
        ("gelukt", {"titel": "", "aantal": 4}),
        ("afbeelding", {"afbeelding": "molen", "bijschrift": "De molen aan de rand van het dorp."}),
        (
            "citaat",
            {
                "citaat": (
                    "Vroeger hoorde je pas iets als het plan al klaar was. Nu zit je erbij als het begint."
                ),
                "bron": "Een deelnemer aan de tafel Communicatie",
            },
        ),
        (
            "vragen",
            [
                {
                    "vraag": "Ik heb een idee voor Beesd. Waar kan ik terecht?",
                    "antwoord": "Kom naar de inloop in het Klokhuis, of bel de gebiedsmakelaar.",
                },
                {
                    "vraag": "Is er geld voor mijn idee?",
                    "antwoord": (
                        "Elke kern heeft een klein budget voor ideeën van inwoners. Voor één idee is er "
                        "hoogstens 2.000 euro. Nieuwe ideeën gaan voor."
                    ),
                },
                {
                    "vraag": "Ik heb geen computer. Kan ik ook meedoen?",
                    "antwoord": "Ja. Bij elke oproep staat hoe je meedoet op papier of per telefoon.",
                },
            ],
        ),
        ("inwonersgroepen", None),
    ],
}

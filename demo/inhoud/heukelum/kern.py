"""Heukelum itself: its front page, groups and meeting place."""

KERN = {
    "foto": "dorpsgezicht",
    "start": -7,
    "evaluatie": 5,
    "intro": (
        "Heukelum is een klein stadje aan de Linge. De kerngroep en de gemeente werken hier al sinds 2019 "
        "samen aan een kernagenda. Heukelum is een van de twee pilots van Bloei!."
    ),
    "gebiedsmakelaar": ("Gebiedsmakelaar Heukelum", "gebiedsmakelaar.heukelum@example.org", "0345 00 00 11"),
    "ontmoetingsplek": ("Dorpshuis De Krakeling", "Heukelum"),
    "inwonersgroepen": [
        {
            "naam": "Kerngroep Heukelum",
            "soort": "kerngroep",
            "over_ons": (
                "Wij zijn inwoners die samen met de gemeente de kernagenda uitvoeren. "
                "We zoeken nog iemand die graag schrijft."
            ),
            "contact": "kerngroep.heukelum@example.org",
        },
        {
            "naam": "Heukelum Aktief",
            "over_ons": "Wij organiseren activiteiten en helpen bij plannen voor sport en ontmoeten.",
            "contact": "heukelum.aktief@example.org",
        },
    ],
    "inhoud": [
        (
            "kader",
            {
                "titel": "Dit is een voorbeeld",
                "tekst": (
                    "Zo kan de pagina van Heukelum eruitzien. De thema's komen uit de echte kernagenda. "
                    "De bijeenkomsten, oproepen en projecten hebben we bedacht om Bloei! te laten zien."
                ),
            },
        ),
        ("kop", {"tekst": "Samen aan Heukelum werken", "niveau": "h2"}),
        (
            "tekst",
            (
                "Op 19 november 2019 kwamen ongeveer zestig mensen naar De Krakeling. In januari "
                "werkten zij hun "
                "wensen uit. Daarna fietsten we samen langs alle plekken, en in het voorjaar van 2021"
                " viel de "
                "eerste kernagenda bij iedereen in de bus.\n\n"
                "Recreatieplas De Rietput was toen al opgeknapt. Nu zijn de fietspaden aan de beurt."
            ),
        ),
        ("oproepen", {"titel": "Hier kun je over meepraten", "aantal": 3}),
        ("agenda", {"titel": "", "aantal": 4}),
        ("kernagenda", {"titel": "", "aantal": 5, "alleen_prioriteit": False}),
        ("afbeelding", {"afbeelding": "rivier", "bijschrift": "Avond aan de Linge."}),
        ("projecten", {"titel": "", "aantal": 6}),
        ("gelukt", {"titel": "", "aantal": 4}),
        (
            "citaat",
            {
                "citaat": (
                    "Op de fiets zie je wat je op een kaart niet ziet. Iedereen wees dezelfde bocht aan."
                ),
                "bron": "Een deelnemer aan de schouw",
            },
        ),
        (
            "vragen",
            [
                {
                    "vraag": "Wat is een kernagenda?",
                    "antwoord": "Het plan van Heukelum: wat we willen, wie het doet en hoe ver het is.",
                },
                {
                    "vraag": "Staat de Kansenkaart ook in de kernagenda?",
                    "antwoord": (
                        "Nog niet helemaal. De Kansenkaart is op 22 april 2025 voorlopig vastgesteld."
                        " We gebruiken "
                        "hem als bouwsteen voor de nieuwe kernagenda."
                    ),
                },
            ],
        ),
        ("inwonersgroepen", None),
    ],
}

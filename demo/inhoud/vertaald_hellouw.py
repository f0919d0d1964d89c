"""Hellouw in English and in Polish."""

HELLOUW_VERTAALD = {
    "/hellouw/": {
        (
            "Hellouw heeft sinds 2021 een kernagenda. De wensen komen uit het Bidbook van 2018, de dorpsvisie en "
            "het plan Levend Landschap."
        ): (
            (
                "Hellouw has had a kernagenda since 2021. The wishes come from the Bidbook of 2018, the vision of the "
                "village and the plan Living Landscape."
            ),
            (
                "Hellouw ma kernagendę od 2021 roku. Życzenia pochodzą z Bidbooka z 2018 roku, z wizji miejscowości "
                "i z planu Żywy Krajobraz."
            ),
        ),
    },
    "/hellouw/kernagenda/": {
        "Kernagenda Hellouw": ("Kernagenda of Hellouw", "Kernagenda Hellouw"),
        "Drie eerdere plannen vormen samen deze kernagenda. We kijken nu welke punten nog kloppen.": (
            "Three earlier plans together make up this kernagenda. We are now looking which points are still right.",
            "Ta kernagenda powstała z trzech wcześniejszych planów. Sprawdzamy teraz, które punkty są nadal aktualne.",
        ),
        "Hagen en bloemen langs de akkers": (
            "Hedges and flowers along the fields",
            "Żywopłoty i kwiaty wzdłuż pól",
        ),
        "Boeren en inwoners planten samen, straat voor straat.": (
            "Farmers and residents plant together, street by street.",
            "Rolnicy i mieszkańcy sadzą razem, ulica po ulicy.",
        ),
        "Levend Landschap": ("Living Landscape", "Żywy Krajobraz"),
        "Een plek om elkaar te ontmoeten": ("A place to meet each other", "Miejsce spotkań"),
        "Binnen, ook overdag, ook voor wie alleen is.": (
            "Indoors, in the daytime too, also for those who are alone.",
            "Pod dachem, także w ciągu dnia, także dla osób samotnych.",
        ),
    },
    "/hellouw/projecten/levend-landschap/": {
        "Levend Landschap": ("Living Landscape", "Żywy Krajobraz"),
        "Nieuwe hagen, bloemenranden en een wandelpad tussen het dorp en de uiterwaarden.": (
            "New hedges, strips of flowers and a footpath between the village and the floodplains.",
            "Nowe żywopłoty, pasy kwiatów i ścieżka spacerowa między wsią a terenami nad rzeką.",
        ),
        "Plan": ("Plan", "Plan"),
        "Planten": ("Planting", "Sadzenie"),
        "Afspraken met de eigenaren": ("Agreements with the owners", "Umowy z właścicielami"),
        "Twee kilometer haag geplant": (
            "Two kilometres of hedge planted",
            "Posadzone dwa kilometry żywopłotu",
        ),
    },
    "/hellouw/agenda/plantochtend/": {
        "Plantochtend": ("Planting morning", "Poranne sadzenie"),
        "We planten tweehonderd meter haag. Neem een schep mee als je er een hebt.": (
            "We plant two hundred metres of hedge. Bring a spade if you have one.",
            "Sadzimy dwieście metrów żywopłotu. Jeśli masz łopatę, weź ją ze sobą.",
        ),
    },
    "/hellouw/meedoen/wie-geeft-een-haag-water/": {
        "Wie geeft een haag water?": ("Who waters a hedge?", "Kto podleje żywopłot?"),
        "Wil je in droge weken een stuk nieuwe haag water geven?": (
            "Would you water a piece of the new hedge in dry weeks?",
            "Czy chcesz podlewać kawałek nowego żywopłotu w suche tygodnie?",
        ),
        "Bel de werkgroep: 0345 00 00 22.": (
            "Call the working group: 0345 00 00 22.",
            "Zadzwoń do grupy roboczej: 0345 00 00 22.",
        ),
        "Haag bij de kerk, maandag": ("Hedge at the church, Monday", "Żywopłot przy kościele, poniedziałek"),
        "Haag bij de dijk, woensdag": ("Hedge at the dyke, Wednesday", "Żywopłot przy wale, środa"),
        "Watervat vullen, wanneer het jou uitkomt": (
            "Filling the water tank, when it suits you",
            "Napełnianie zbiornika wodą, kiedy ci pasuje",
        ),
    },
}

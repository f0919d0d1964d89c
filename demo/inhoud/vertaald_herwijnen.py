"""Herwijnen in English and in Polish."""

HERWIJNEN_VERTAALD = {
    "/herwijnen/": {
        (
            "Herwijnen ligt aan de Waal. De wensen voor de kernagenda kwamen van bewonersavonden, uit het Bidbook "
            "en van ansichtkaarten die inwoners instuurden."
        ): (
            (
                "Herwijnen lies on the river Waal. The wishes for the kernagenda came from residents' evenings, from "
                "the Bidbook and from postcards that residents sent in."
            ),
            (
                "Herwijnen leży nad rzeką Waal. Życzenia do kernagendy pochodzą z wieczorów dla mieszkańców, "
                "z Bidbooka i z pocztówek, które przysłali mieszkańcy."
            ),
        ),
    },
    "/herwijnen/kernagenda/": {
        "Kernagenda Herwijnen": ("Kernagenda of Herwijnen", "Kernagenda Herwijnen"),
        "De eerste kernagenda van Herwijnen kwam in september 2021. Een nieuwe versie is in de maak.": (
            "The first kernagenda of Herwijnen came in September 2021. A new version is being made.",
            "Pierwsza kernagenda Herwijnen powstała we wrześniu 2021 roku. Powstaje nowa wersja.",
        ),
        "Een dorpsplatform oprichten": ("Setting up a village platform", "Założenie platformy wiejskiej"),
        "Het is af en in gebruik.": ("It is finished and in use.", "Gotowe i działa."),
        "Het platform is er. Het praat namens het dorp met de gemeente.": (
            "The platform is there. It talks with the municipality on behalf of the village.",
            "Platforma już działa. Rozmawia z gminą w imieniu miejscowości.",
        ),
        "Veiliger verkeer in het dorp": ("Safer traffic in the village", "Bezpieczniejszy ruch we wsi"),
        "Inwoners wezen op hun ansichtkaarten de gevaarlijkste plekken aan.": (
            "On their postcards, residents pointed out the most dangerous places.",
            "Mieszkańcy wskazali na pocztówkach najbardziej niebezpieczne miejsca.",
        ),
        "Verenigingen werken samen": ("Clubs work together", "Stowarzyszenia współpracują"),
        "Samen een zaal delen, samen vrijwilligers zoeken.": (
            "Sharing a hall, looking for volunteers together.",
            "Wspólna sala i wspólne szukanie wolontariuszy.",
        ),
    },
    "/herwijnen/projecten/rustig-door-het-dorp/": {
        "Rustig door het dorp": ("Slowly through the village", "Spokojnie przez wieś"),
        "Inwoners en gemeente zoeken samen hoe auto's rustiger door Herwijnen rijden.": (
            "Residents and the municipality look together for ways to make cars drive more slowly through Herwijnen.",
            "Mieszkańcy i gmina wspólnie szukają sposobu, by auta jeździły przez Herwijnen spokojniej.",
        ),
        "Plekken verzamelen": ("Collecting places", "Zbieranie miejsc"),
        "Oplossingen kiezen": ("Choosing solutions", "Wybór rozwiązań"),
        "Een kaart met alle plekken": ("A map with all the places", "Mapa ze wszystkimi miejscami"),
    },
    "/herwijnen/agenda/dorpsplatform/": {
        "Bijeenkomst van het dorpsplatform": (
            "Meeting of the village platform",
            "Spotkanie platformy wiejskiej",
        ),
        "Verenigingen en inwoners kijken samen welke punten eerst komen.": (
            "Clubs and residents look together which points come first.",
            "Stowarzyszenia i mieszkańcy wspólnie ustalają, które sprawy są pierwsze.",
        ),
    },
}

"""What the demo says in English and in Polish: sentence by sentence, of the pages at these addresses."""

from demo.inhoud.vertaald_hellouw import HELLOUW_VERTAALD
from demo.inhoud.vertaald_herwijnen import HERWIJNEN_VERTAALD

TALEN = ("en", "pl")

VERTAALD: dict[str, dict[str, tuple[str, str]]] = {
    "/": {
        "Bloei!": ("Bloei!", "Bloei!"),
        "Zie wat er speelt in jouw kern, wat er komt en hoe je kunt meedoen.": (
            "See what is going on in your village, what is coming and how you can take part.",
            "Zobacz, co się dzieje w twojej miejscowości, co będzie i jak możesz wziąć udział.",
        ),
    },
    "/over/": {
        "Over Bloei!": ("About Bloei!", "O Bloei!"),
        "Bloei! is de plek waar de {aantal} kernen van {gemeente} laten zien wat er speelt.": (
            "Bloei! is the place where the {aantal} villages of {gemeente} show what is going on.",
            "Bloei! to miejsce, w którym {aantal} miejscowości gminy {gemeente} pokazuje, co się u nich dzieje.",
        ),
        (
            "Inwoners en gemeente werken samen aan hun dorp. Hier lees je wat er op de kernagenda staat, wanneer er "
            "een bijeenkomst is en waar je aan kunt meedoen. Bloei! komt niet in de plaats van het gesprek in het "
            "dorpshuis. Het helpt je om daar op tijd te zijn."
        ): (
            (
                "Residents and the municipality work on their village together. Here you can read what is on the "
                "village plan, when there is a meeting and what you can take part in. Bloei! doesn't replace the "
                "conversation in the village hall. It helps you to be there in time."
            ),
            (
                "Mieszkańcy i gmina wspólnie dbają o swoją miejscowość. Tutaj przeczytasz, co jest w planie "
                "miejscowości, kiedy jest spotkanie i w czym możesz wziąć udział. Bloei! nie zastępuje rozmowy w "
                "domu kultury. Pomaga przyjść tam na czas."
            ),
        ),
        (
            "Een kernagenda is het plan van een dorp: punten waar inwoners en gemeente samen aan werken. De agenda "
            "is de kalender, met bijeenkomsten en activiteiten."
        ): (
            (
                "A kernagenda is the plan of a village: points that residents and the municipality work on "
                "together. The calendar has the meetings and activities."
            ),
            (
                "Kernagenda to plan miejscowości: sprawy, nad którymi mieszkańcy i gmina pracują razem. W kalendarzu "
                "są spotkania i zajęcia."
            ),
        ),
    },
    "/contact/": {
        "Contact": ("Contact", "Kontakt"),
        "Heb je een vraag over je kern of over Bloei!? We helpen je graag.": (
            "Do you have a question about your village or about Bloei!? We are glad to help.",
            "Masz pytanie o swoją miejscowość albo o Bloei!? Chętnie pomożemy.",
        ),
        (
            "Op de pagina van je kern staat wie de gebiedsmakelaar is. Voor alle andere vragen bel of mail je de "
            "gemeente."
        ): (
            (
                "The page of your village says who its go-between at the municipality is. For all other questions, "
                "call or mail the municipality."
            ),
            (
                "Na stronie twojej miejscowości jest napisane, kto jest jej opiekunem w gminie. Z innymi pytaniami "
                "zadzwoń lub napisz do gminy."
            ),
        ),
    },
    **HELLOUW_VERTAALD,
    **HERWIJNEN_VERTAALD,
}

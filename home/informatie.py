"""The information pages that every site of Bloei! starts with: slug, title, introduction and text.

Editors take over from here; `richt_in` never writes over what they made of it.
"""

from typing import NamedTuple


class Informatie(NamedTuple):
    slug: str
    titel: str
    inleiding: str
    tekst: str


INFORMATIE = [
    Informatie(
        "over",
        "Over Bloei!",
        "Bloei! is de plek waar de 26 kernen van West Betuwe laten zien wat er speelt.",
        "<p>Inwoners en gemeente werken samen aan hun dorp. Hier lees je wat er op de kernagenda "
        "staat, wanneer er een bijeenkomst is en waar je aan kunt meedoen. Bloei! komt niet in de"
        " plaats van het gesprek in het dorpshuis. Het helpt je om daar op tijd te "
        "zijn.</p><p>Een kernagenda is het plan van een dorp: punten waar inwoners en gemeente "
        "samen aan werken. De agenda is de kalender, met bijeenkomsten en activiteiten.</p>",
    ),
    Informatie(
        "toegankelijkheid",
        "Toegankelijkheid",
        "Iedereen moet Bloei! kunnen gebruiken. Lukt er iets niet, laat het ons weten.",
        "<p>We maken Bloei! volgens de regels voor toegankelijkheid van de overheid (EN 301 549 "
        "en WCAG 2.2, niveau A en AA). De site werkt met het toetsenbord, met een schermlezer, "
        "zonder JavaScript en op elk scherm.</p><p>Kom je iets tegen dat niet werkt? Neem dan "
        "contact op met de gemeente. Onderaan elke pagina staat hoe.</p>",
    ),
    Informatie(
        "privacy",
        "Privacy",
        "We bewaren niets over wie deze site bezoekt.",
        "<p>Bloei! zet geen cookies als je de pagina's leest. We sturen niets door aan andere "
        "bedrijven en houden niet bij wie je bent. Werk je mee als redacteur, dan bewaren we je "
        "naam, je e-mailadres en wat je hebt geschreven.</p>",
    ),
    Informatie(
        "beveiliging",
        "Beveiliging",
        "Zie je een lek in de beveiliging? Meld het ons, dan lossen we het op.",
        "<p>Maak geen misbruik van wat je vindt en vertel het niet verder tot het is opgelost. "
        "Stuur ons een bericht met wat je zag en hoe we het kunnen nadoen. Je krijgt binnen vijf "
        "werkdagen antwoord.</p>",
    ),
    Informatie(
        "contact",
        "Contact",
        "Heb je een vraag over je kern of over Bloei!? We helpen je graag.",
        "<p>Op de pagina van je kern staat wie de gebiedsmakelaar is. Voor alle andere vragen bel"
        " of mail je de gemeente. De gegevens staan onderaan elke pagina.</p>",
    ),
]

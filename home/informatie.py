"""The information pages that every site of Bloei! starts with: role, title, introduction and text blocks.

The role is the first slug as well.

Editors take over from here; `richt_in` never writes over what they made of it.
"""

from typing import Any, NamedTuple


class Informatie(NamedTuple):
    rol: str
    titel: str
    inleiding: str
    inhoud: list[tuple[str, Any]]


INFORMATIE = [
    Informatie(
        "over",
        "Over Bloei!",
        "Bloei! is de plek waar de 26 kernen van West Betuwe laten zien wat er speelt.",
        [
            (
                "tekst",
                (
                    "<p>Inwoners en gemeente werken samen aan hun dorp. Hier lees je wat er op de kernagenda "
                    "staat, wanneer er een bijeenkomst is en waar je aan kunt meedoen. Bloei! komt niet in de"
                    " plaats van het gesprek in het dorpshuis. Het helpt je om daar op tijd te "
                    "zijn.</p><p>Een kernagenda is het plan van een dorp: punten waar inwoners en gemeente "
                    "samen aan werken. De agenda is de kalender, met bijeenkomsten en activiteiten.</p>"
                ),
            )
        ],
    ),
    Informatie(
        "toegankelijkheid",
        "Toegankelijkheid",
        "Iedereen moet Bloei! kunnen gebruiken. Lukt er iets niet, laat het ons weten.",
        [
            (
                "tekst",
                (
                    "<p>Deze verklaring gaat over Bloei!, de site van de kernen van West Betuwe. We maken "
                    "Bloei! volgens de regels voor toegankelijkheid van de overheid (EN 301 549 en WCAG 2.2, "
                    "niveau A en AA). De site werkt met het toetsenbord, met een schermlezer, zonder "
                    "JavaScript en op elk scherm. Folders en affiches zijn pdf's die een schermlezer kan "
                    "voorlezen.</p>"
                ),
            ),
            ("kop", {"tekst": "Werkt er iets niet?", "niveau": "h2"}),
            (
                "tekst",
                (
                    "<p>Bel of mail ons; hierboven en onderaan elke pagina staat hoe. Vertel op welke pagina "
                    "het was en wat er misging. Binnen vijf werkdagen hoor je van ons of en wanneer we het "
                    "oplossen. Heb je de tekst eerder nodig? Dan sturen we die in een vorm die je wel kunt "
                    "lezen.</p>"
                ),
            ),
            ("kop", {"tekst": "Niet tevreden met ons antwoord?", "niveau": "h2"}),
            (
                "tekst",
                (
                    "<p>Dien dan een klacht in bij de gemeente. Komen we er samen niet uit, dan kun je naar "
                    'de <a href="https://www.nationaleombudsman.nl">Nationale ombudsman</a>.</p>'
                ),
            ),
        ],
    ),
    Informatie(
        "privacy",
        "Privacy",
        "We bewaren niets over wie deze site bezoekt.",
        [
            (
                "tekst",
                (
                    "<p>Bloei! zet geen cookies als je de pagina's leest. We sturen niets door aan andere "
                    "bedrijven en houden niet bij wie je bent. Werk je mee als redacteur, dan bewaren we je "
                    "naam, je e-mailadres en wat je hebt geschreven.</p>"
                ),
            )
        ],
    ),
    Informatie(
        "beveiliging",
        "Beveiliging",
        "Zie je een lek in de beveiliging? Meld het ons, dan lossen we het op.",
        [
            (
                "tekst",
                (
                    "<p>Maak geen misbruik van wat je vindt en vertel het niet verder tot het is opgelost. "
                    "Stuur ons een bericht met wat je zag en hoe we het kunnen nadoen. Je krijgt binnen vijf "
                    "werkdagen antwoord.</p>"
                ),
            )
        ],
    ),
    Informatie(
        "contact",
        "Contact",
        "Heb je een vraag over je kern of over Bloei!? We helpen je graag.",
        [
            (
                "tekst",
                (
                    "<p>Op de pagina van je kern staat wie de gebiedsmakelaar is. Voor alle andere vragen bel"
                    " of mail je de gemeente.</p>"
                ),
            )
        ],
    ),
]

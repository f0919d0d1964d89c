"""The information pages that every site of Bloei! starts with: role, title, introduction and text blocks.

The role is the first slug as well.

Editors take over from here; `richt_in` never writes over what they made of it.
"""

from typing import Any, NamedTuple

from core.gemeente import gemeente


class Informatie(NamedTuple):
    rol: str
    titel: str
    inleiding: str
    inhoud: list[tuple[str, Any]]


def informatie() -> list[Informatie]:
    """The pages, with the name of this municipality in them."""
    vul_in = gemeente().vul_in
    return [
        stuk._replace(
            inleiding=vul_in(stuk.inleiding),
            inhoud=[
                (soort, vul_in(waarde) if isinstance(waarde, str) else waarde)
                for soort, waarde in stuk.inhoud
            ],
        )
        for stuk in _INFORMATIE
    ]


_INFORMATIE = [
    Informatie(
        "over",
        "Over Bloei!",
        "Bloei! is de plek waar de {aantal} kernen van {gemeente} laten zien wat er speelt.",
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
                    "<p>Deze verklaring gaat over Bloei!, de site van de kernen van {gemeente}. We maken "
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
                    "bedrijven en houden niet bij wie je bent. Doe je mee of werk je mee, dan bewaren we alleen "
                    "wat daarvoor nodig is. Hieronder staat precies wat, waarom en hoe lang.</p><p>Onder Mijn "
                    "gegevens zie je wat we van jou bewaren. Daar kun je het ook wissen. Liever met iemand "
                    "praten? Bel of mail de gemeente, of vraag naar de functionaris gegevensbescherming{privacy}. Ben je "
                    "het niet eens met hoe we met je gegevens omgaan, dan kun je een klacht indienen bij de "
                    '<a href="https://www.autoriteitpersoonsgegevens.nl">Autoriteit Persoonsgegevens</a>.</p>'
                ),
            )
        ],
    ),
    Informatie(
        "huisregels",
        "Huisregels",
        "Op Bloei! praten we met elkaar zoals in het dorpshuis: met onze eigen naam, en over wat er gevraagd is.",
        [
            ("kop", {"tekst": "Dit vragen we van jou", "niveau": "h2"}),
            (
                "tekst",
                (
                    "<ul><li>Gebruik je voor- en achternaam. Op de site staat alleen je voornaam met een letter, tenzij "
                    "je liever je hele naam laat zien.</li><li>Geef antwoord op de vraag. Kritiek mag altijd, "
                    "ook op de gemeente.</li><li>Schrijf over plannen, niet over personen. Noem geen namen, "
                    "adressen of telefoonnummers van anderen.</li><li>Scheld niet, dreig niet en sluit niemand "
                    "buiten.</li><li>Maak geen reclame.</li></ul>"
                ),
            ),
            ("kop", {"tekst": "Dit doen wij", "niveau": "h2"}),
            (
                "tekst",
                (
                    "<p>We lezen elke reactie voordat die op de site komt, binnen twee werkdagen. We veranderen "
                    "niets aan wat je schrijft. Staan er gegevens van iemand anders in, dan kunnen we die "
                    "zwart maken. Dat zie je dan.</p><p>Plaatsen we je reactie niet, dan vertellen we je waarom. "
                    "Er zijn zes redenen: er staan gegevens van een ander in, het is kwetsend of discrimineert, het "
                    "is bedreigend of strafbaar, het is reclame, het gaat niet over de vraag, of het is "
                    "dubbel. Bij elke oproep staat hoeveel reacties we niet plaatsten, en om welke reden.</p>"
                ),
            ),
            ("kop", {"tekst": "Niet mee eens?", "niveau": "h2"}),
            (
                "tekst",
                (
                    "<p>Vraag ons dan om er nog eens naar te kijken. Iemand anders leest je reactie opnieuw, binnen vijf "
                    "werkdagen. Zie je zelf een reactie die niet kan? Meld het bij die reactie. Daar "
                    "heb je geen account voor nodig, en je naam noemen we niet.</p>"
                ),
            ),
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

"""The forty questions of test_veertig_vragen.py."""

# What somebody types, and the title of the page that is meant.
VRAGEN = [
    # A village with a thing.
    ("speeltuin beesd", "Natuurspeeltuin aan de Kapelweg"),
    ("agenda rumpt", "Agenda"),
    ("contact tricht", "Tricht"),
    ("vergadering rumpt", "Inwonersavond over de toekomst"),
    ("projecten geldermalsen", "Straatverlichting bij het station"),
    ("oproep tricht", "Wat wil jij met het dorpsplein?"),
    ("kernagenda acquoy", "Acquoy"),
    ("bankjes tricht", "Dorpsplein krijgt bankjes"),
    # Only a village, and how it sounds.
    ("beesd", "Beesd"),
    ("beest", "Beesd"),
    ("akkooi", "Acquoy"),
    ("gelmalsen", "Geldermalsen"),
    ("speeltuin beest", "Natuurspeeltuin aan de Kapelweg"),
    # A postcode.
    ("4153", "Beesd"),
    ("4156 ab", "Rumpt"),
    ("4196AB", "Tricht"),
    # A kind, a theme.
    ("projecten wonen", "Starterswoningen aan de Voorstraat"),
    ("wonen", "Starterswoningen aan de Voorstraat"),
    ("sport", "Sportdag"),
    ("verkeer rumpt", "Veilig fietspad langs de Linge"),
    ("oproep bibliotheek", "Help mee in de bibliotheek"),
    # Another word for it.
    ("notulen", "Kerngroep komt bij elkaar"),
    ("subsidie", "Buurtbudget aanvragen"),
    ("zwemmen", "Zwembad De Waterval"),
    ("lantaarnpaal", "Straatverlichting bij het station"),
    ("schoonmaken", "Opschoondag"),
    # A typing error.
    ("speltuin beesd", "Natuurspeeltuin aan de Kapelweg"),
    ("speeltuin beesdt", "Natuurspeeltuin aan de Kapelweg"),
    ("biblioteek", "Help mee in de bibliotheek"),
    ("geldermalsn", "Geldermalsen"),
    # More of them, or a part of a longer word.
    ("fietspaden", "Veilig fietspad langs de Linge"),
    ("borrel", "Dorpsborrel"),
    ("speelplekken beesd", "Natuurspeeltuin aan de Kapelweg"),
    # A whole question.
    ("hoe laat is de avond in rumpt", "Agenda"),
    ("wanneer komt het fietspad", "Veilig fietspad langs de Linge"),
    ("afspraken met de gemeente over verkeer", "Afspraken in alle kernen"),
    ("hoeveel oproepen zijn te laat beantwoord", "Hoe ver zijn we?"),
    # In another language.
    ("en: playground beesd", "Nature playground aan de Kapelweg"),
    ("pl: plac zabaw beesd", "Plac zabaw aan de Kapelweg"),
    ("pl: spotkanie rumpt", "Spotkanie mieszkańców over de toekomst"),
]

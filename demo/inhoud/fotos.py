"""The pictures: title, what is on them, and the part that must stay in sight (middle x, y, width, height)."""

FOTOS = {
    "boomgaard": (
        "Boomgaard in bloei",
        "Rijen fruitbomen vol roze bloesem, met een kerktoren in de verte.",
        (800, 560, 900, 500),
    ),
    "dijk": (
        "Fietsen op de dijk",
        "Twee fietsen en een bankje op een groene dijk met bloemen; een dorp in de verte.",
        (760, 560, 900, 300),
    ),
    "dorpsgezicht": (
        "Dorp met kerk",
        "Een dorp met huizen, bomen en een kerk. Een riviertje slingert door het gras.",
        (760, 500, 700, 500),
    ),
    "dorpshuis": (
        "Dorpshuis in de avond",
        "Een dorpshuis met verlichte ramen in de schemering; er staan fietsen voor de deur.",
        (810, 560, 800, 480),
    ),
    "hofje": (
        "Huizen rond een tuin",
        "Kleine huizen achter een tuin met bloemen, bloeiende bomen en een bankje.",
        (750, 620, 900, 400),
    ),
    "molen": (
        "Molen in het najaar",
        "Een bakstenen molen bij een kronkelend riviertje, met bomen in herfstkleuren.",
        (1120, 430, 500, 620),
    ),
    "oogst": (
        "Boomgaard in de herfst",
        "Rijen fruitbomen met geel en oranje blad en een graspad ertussen.",
        (800, 560, 900, 500),
    ),
    "plein": (
        "Dorpsplein met bomen",
        "Een plein met bomen, bankjes en bloemen; huizen en een kerktoren erachter.",
        (800, 640, 1000, 500),
    ),
    "rivier": (
        "Rivier bij zonsondergang",
        "De zon zakt achter een brede rivier; een dorp met een kerk aan de overkant.",
        (900, 420, 1000, 500),
    ),
    "speeltuin": (
        "Speeltuin",
        "Een glijbaan en schommels in het zand, met bomen en huizen eromheen.",
        (820, 650, 1000, 500),
    ),
    "weiland": (
        "Weiland in de mist",
        "Schapen in een weiland met knotwilgen en een sloot; de mist trekt op.",
        (800, 680, 1000, 400),
    ),
}

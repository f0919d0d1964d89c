from datetime import date

from api.schemas.basis import SITE, KernVerwijzing, Schema, TekstOfGeen, ThemaVerwijzing, veld
from api.schemas.keuzes import BelofteSoort, PuntStatus


class PuntenGeteld(Schema):
    """Hoeveel punten van een kern bij een thema deze status hebben."""

    kern: KernVerwijzing | None = veld("De kern.")
    thema: ThemaVerwijzing = veld("Het thema.")
    status: PuntStatus = veld("De status.", "bezig")
    aantal: int = veld("Hoeveel punten.", 3)


class Belofte(Schema):
    """Iets wat op een dag klaar moet zijn, en het nog niet is."""

    soort: BelofteSoort = veld(
        "Terugkoppeling van een oproep, of een afspraak van een bijeenkomst.", "afspraak"
    )
    titel: str = veld("Waar het over gaat.", "Het pad opmeten")
    kern: KernVerwijzing | None = veld("De kern.")
    uiterlijk: date = veld("De beloofde dag.", "2027-03-28")
    dagen_te_laat: int = veld("Hoeveel dagen te laat; onder nul: zo veel dagen te gaan.", 12)
    vragen_aan: str = veld("Wie je kunt vragen hoe het zit.", "Gemeente Voorbeeld")
    telefoon: TekstOfGeen = veld("Het telefoonnummer.", "0345 00 00 00")
    email: TekstOfGeen = veld("Het e-mailadres.", "info@example.org")
    url: str = veld("Waar het staat.", f"{SITE}/beesd/agenda/avond/#afspraak-1f7c7a52")


class AfsprakenVanJaar(Schema):
    """Wat er van de afspraken van een jaar terechtkwam."""

    jaar: int = veld("Het jaar van de bijeenkomst.", 2027)
    gemaakt: int = veld("Hoeveel afspraken er zijn gemaakt.", 12)
    gedaan: int = veld("Hoeveel daarvan zijn gedaan.", 7)
    bezig: int = veld("Aan hoeveel wordt gewerkt.", 2)
    afgesproken: int = veld("Hoeveel nog niet zijn begonnen.", 2)
    vervallen: int = veld("Hoeveel niet doorgaan.", 1)
    te_laat: int = veld("Hoeveel van alles te laat is.", 1)


class CijfersVanKern(Schema):
    """Wat er dat jaar in een kern gebeurde. Hoe is geteld, staat op `/voortgang/`."""

    kern: KernVerwijzing | None = veld("De kern.")
    bijeenkomsten: int = veld("Bijeenkomsten en activiteiten die geweest zijn.", 14)
    mensen: int = veld("De aanwezigen in de verslagen, opgeteld.", 310)
    punten_verder: int = veld("Punten die een andere status kregen.", 6)
    oproepen: int = veld("Oproepen waarvan de terugkoppeling beloofd was.", 3)
    op_tijd: int = veld("Bij hoeveel de uitkomst er op tijd was.", 2)


class Voortgang(Schema):
    """Hoe ver alle kernen zijn, in cijfers."""

    jaar: int = veld("Het jaar van `cijfers`.", 2027)
    punten: list[PuntenGeteld] = veld("De punten van de kernagenda's, geteld.")
    beloften: list[Belofte] = veld("Wat te laat is, en wat binnen zestig dagen klaar moet zijn.")
    afspraken: list[AfsprakenVanJaar] = veld("De afspraken naar het jaar van de bijeenkomst.")
    cijfers: list[CijfersVanKern] = veld("Cijfers per kern, van één jaar.")

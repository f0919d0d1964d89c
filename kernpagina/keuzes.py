"""The choices of a village: its kernagenda, its agenda and its calls."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class KernType(models.TextChoices):
    DORP = "dorp", _("Dorp")
    STAD = "stad", _("Stad")


class Uitrolfase(models.TextChoices):
    """How far a kern is with Bloei!, from not at all to rooted."""

    NOG_NIET = "nog niet", _("Nog niet begonnen")
    VOORBEREIDING = "voorbereiding", _("In voorbereiding")
    PILOT = "pilot", _("Pilot")
    ACTIEF = "actief", _("Actief")
    GEBORGD = "geborgd", _("Geborgd")


# These have begun: the map shows them in blossom.
DOET_MEE = (Uitrolfase.PILOT, Uitrolfase.ACTIEF, Uitrolfase.GEBORGD)

UITROL_UITLEG = {
    Uitrolfase.NOG_NIET: _(
        "%(kern)s is nog niet begonnen. De kernen beginnen één voor één, en elke kern komt aan de beurt."
    ),
    Uitrolfase.VOORBEREIDING: _("%(kern)s bereidt zich voor. Inwoners en gemeente maken nu samen een begin."),
    Uitrolfase.PILOT: _("%(kern)s is een van de eerste kernen die Bloei! uitproberen."),
    Uitrolfase.ACTIEF: _("%(kern)s doet mee."),
    Uitrolfase.GEBORGD: _("%(kern)s doet mee, en dat blijft zo."),
}


class GroepSoort(models.TextChoices):
    KERNGROEP = "kerngroep", _("Kerngroep")
    DORPSRAAD = "dorpsraad", _("Dorpsraad")
    WERKGROEP = "werkgroep", _("Werkgroep")
    STICHTING = "stichting", _("Stichting")
    VERENIGING = "vereniging", _("Vereniging")


class Herkomst(models.TextChoices):
    BIDBOOK = "bidbook", _("Bidbook")
    BIJEENKOMST = "bijeenkomst", _("Bijeenkomst")
    KANSENKAART = "kansenkaart", _("Kansenkaart")
    INWONER = "inwoner", _("Inwoner")
    GEMEENTE = "gemeente", _("Gemeente")
    ANDERS = "anders", _("Anders")


class Trekker(models.TextChoices):
    INWONERS = "inwoners", _("Inwoners")
    GEMEENTE = "gemeente", _("Gemeente")
    ANDERE_ORGANISATIE = "andere organisatie", _("Andere organisatie")
    SAMEN = "samen", _("Inwoners en gemeente samen")


class AfspraakStand(models.TextChoices):
    """How it goes with what was agreed at a meeting."""

    AFGESPROKEN = "afgesproken", _("Afgesproken")
    BEZIG = "bezig", _("Bezig")
    GEDAAN = "gedaan", _("Gedaan")
    VERVALLEN = "vervallen", _("Vervallen")


# These can still be late; the others need a word how, or why.
LOPENDE_AFSPRAAK = (AfspraakStand.AFGESPROKEN, AfspraakStand.BEZIG)
MET_UITLEG = (AfspraakStand.GEDAAN, AfspraakStand.VERVALLEN)


class MeldingBesluit(models.TextChoices):
    """What became of it when somebody said how it goes with an agreement."""

    BEVESTIGD = "bevestigd", _("Bevestigd")
    TERUG = "terug", _("Teruggestuurd")


class PuntStatus(models.TextChoices):
    WENS = "wens", _("Wens")
    IN_ONDERZOEK = "in onderzoek", _("In onderzoek")
    GEPLAND = "gepland", _("Gepland")
    BEZIG = "bezig", _("Bezig")
    GEREED = "gereed", _("Klaar")
    NIET_HAALBAAR = "niet haalbaar", _("Niet haalbaar")


STATUS_UITLEG = {
    PuntStatus.WENS: _("Inwoners willen dit graag. Er is nog niets over besloten."),
    PuntStatus.IN_ONDERZOEK: _("We zoeken uit of het kan, en hoe."),
    PuntStatus.GEPLAND: _("We gaan het doen. Het staat in de planning."),
    PuntStatus.BEZIG: _("Er wordt nu aan gewerkt."),
    PuntStatus.GEREED: _("Het is gelukt."),
    PuntStatus.NIET_HAALBAAR: _("Het kan niet. We leggen uit waarom, en wat wel kan."),
}


class AgendaSoort(models.TextChoices):
    INWONERSAVOND = "inwonersavond", _("Inwonersavond")
    INLOOP = "inloop", _("Inloop")
    WERKGROEP = "werkgroep", _("Werkgroep")
    SCHOUW = "schouw", _("Schouw")
    ACTIVITEIT = "activiteit", _("Activiteit")
    ONLINE = "online", _("Online bijeenkomst")
    OVERIG = "overig", _("Overig")


class Vorm(models.TextChoices):
    FYSIEK = "fysiek", _("Op een plek")
    ONLINE = "online", _("Online")
    HYBRIDE = "hybride", _("Op een plek en online")


class Aanmelden(models.TextChoices):
    NIET_NODIG = "niet nodig", _("Aanmelden hoeft niet")
    HIER = "hier", _("Aanmelden via Bloei!")
    EMAIL = "per e-mail", _("Aanmelden per e-mail")
    TELEFONISCH = "telefonisch", _("Aanmelden per telefoon")
    ELDERS = "elders", _("Aanmelden op een andere website")


class AgendaStatus(models.TextChoices):
    GEPLAND = "gepland", _("Gaat door")
    GEWIJZIGD = "gewijzigd", _("Gewijzigd")
    GEANNULEERD = "geannuleerd", _("Gaat niet door")


class OproepSoort(models.TextChoices):
    IDEEEN = "ideeën", _("Ideeën")
    VRAGENLIJST = "vragenlijst", _("Vragenlijst")
    PEILING = "peiling", _("Peiling")
    AANMELDEN = "aanmelden", _("Aanmelden")
    MEEHELPEN = "meehelpen", _("Meehelpen")
    REAGEREN_OP_PLAN = "reageren op plan", _("Reageren op een plan")
    UITDAAGRECHT = "uitdaagrecht", _("Uitdaagrecht")


# Those that ask nothing but the questions an editor writes: without one, nobody can answer.
MET_VRAGEN = (OproepSoort.VRAGENLIJST, OproepSoort.PEILING)


class VraagSoort(models.TextChoices):
    """How a question of a call is answered."""

    OPEN = "open", _("In eigen woorden")
    EEN_KEUZE = "een keuze", _("Eén keuze")
    MEER_KEUZES = "meer keuzes", _("Meer keuzes")
    SCHAAL = "schaal", _("Een cijfer van 1 tot 5")


class PuntBesluit(models.TextChoices):
    """What is done with what residents brought in."""

    OVER = "over", _("Dit nemen we over")
    DEELS = "deels", _("Dit nemen we voor een deel over")
    NIET = "niet", _("Dit nemen we niet over")
    AL_GEPLAND = "al gepland", _("Dit was al gepland")
    NOG_NIET = "nog niet", _("Hierover is nog niet besloten")


class Besluitnemer(models.TextChoices):
    RAAD = "raad", _("De gemeenteraad")
    COLLEGE = "college", _("Het college van burgemeester en wethouders")
    INWONERSGROEP = "inwonersgroep", _("De inwonersgroep")
    SAMEN = "samen", _("Inwoners en gemeente samen")


class OproepStatus(models.TextChoices):
    """Follows from the dates and from whether there is an outcome; see `oproepen.py`."""

    GEPLAND = "gepland", _("Begint nog")
    OPEN = "open", _("Open")
    GESLOTEN = "gesloten", _("Gesloten")
    TERUGGEKOPPELD = "teruggekoppeld", _("Teruggekoppeld")
    TE_LAAT = "te-laat", _("Terugkoppeling te laat")

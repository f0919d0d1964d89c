"""The choices of taking part: where a reaction is on its way, where it came from, why it wasn't placed."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kernpagina.keuzes import MET_VRAGEN, OproepSoort


class Stand(models.TextChoices):
    """Where a reaction is on its way to being read by everybody."""

    CONCEPT = "concept", "wacht op de knop in de mail"
    BEVESTIGD = "bevestigd", "wacht op lezen"
    GEPLAATST = "geplaatst", "geplaatst"
    AANPASSEN = "aanpassen", "terug bij de schrijver"
    AFGEWEZEN = "afgewezen", "niet geplaatst"
    VERBORGEN = "verborgen", "weggehaald"
    INGETROKKEN = "ingetrokken", "ingetrokken door de schrijver"
    GEANONIMISEERD = "geanonimiseerd", "geplaatst, zonder naam"


# What everybody may read; what counts as taking part; what its writer may still change or take back.
OPENBAAR = (Stand.GEPLAATST, Stand.GEANONIMISEERD)
LEVEND = (Stand.BEVESTIGD, Stand.GEPLAATST, Stand.AANPASSEN)


class AanmeldStand(models.TextChoices):
    """Where a sign-up is. Whether there is a place for it isn't kept: that follows from the order of confirming."""

    CONCEPT = "concept", "wacht op de knop in de mail"
    BEVESTIGD = "bevestigd", "aangemeld"
    AFGEZEGD = "afgezegd", "afgezegd"


class UitdaagStand(models.TextChoices):
    """Where a proposal to take a task over is. Whatever is decided about it is told by the municipality itself."""

    CONCEPT = "concept", "wacht op de knop in de mail"
    NALEZEN = "nalezen", "overgetypt, wacht op wie het naleest"
    ONTVANGEN = "ontvangen", "ontvangen, wacht op een besluit"
    BESLOTEN = "besloten", "er is besloten"
    INGETROKKEN = "ingetrokken", "ingetrokken door de inwoner"


class VraagStand(models.TextChoices):
    """Where a question about a project or a point of a kernagenda is."""

    CONCEPT = "concept", "wacht op de knop in de mail"
    ONTVANGEN = "ontvangen", "wacht op antwoord"
    BEANTWOORD = "beantwoord", "beantwoord"
    INGETROKKEN = "ingetrokken", "ingetrokken door de inwoner"


class Bron(models.TextChoices):
    """How it came in. Figures are always split by this."""

    WEB = "web", _("Website")
    PAPIER = "papier", _("Papier")
    GESPROKEN = "gesproken", _("Gesprek")
    TELEFOON = "telefoon", _("Telefoon")
    BIJEENKOMST = "bijeenkomst", _("Bijeenkomst")

    def met_aantal(self, aantal: int) -> str:
        """“6 via de website”."""
        zinnen = {
            Bron.WEB: _("%d via de website"),
            Bron.PAPIER: _("%d op papier"),
            Bron.GESPROKEN: _("%d in een gesprek"),
            Bron.TELEFOON: _("%d via de telefoon"),
            Bron.BIJEENKOMST: _("%d op een bijeenkomst"),
        }
        return str(zinnen[self]) % aantal


# What somebody who works here types in.
AAN_TAFEL = (Bron.PAPIER, Bron.TELEFOON, Bron.GESPROKEN, Bron.BIJEENKOMST)


class Reden(models.TextChoices):
    """Why a reaction isn't placed. A closed list: criticism of the municipality isn't on it."""

    GEGEVENS = "gegevens", _("gegevens van een ander")
    KWETSEND = "kwetsend", _("kwetsend of discriminerend")
    STRAFBAAR = "strafbaar", _("bedreigend of strafbaar")
    RECLAME = "reclame", _("reclame")
    ANDERS = "niet over de vraag", _("gaat niet over de vraag")
    DUBBEL = "dubbel", _("dubbel")

    @property
    def zin(self) -> Promise:
        """What its writer reads beside it: not all of these are about the rules of the house."""
        if self == Reden.ANDERS:
            return _("Onder een oproep staat alleen wat over de vraag gaat.")
        if self == Reden.DUBBEL:
            return _("Een reactie die er al staat, plaatsen we niet nog een keer.")
        return _("Dat mag niet volgens de huisregels van Bloei!.")


class Soort(models.TextChoices):
    """What was decided about a reaction."""

    GEPLAATST = "geplaatst", "geplaatst"
    AANPASSEN = "aanpassen", "gevraagd om aan te passen"
    AFGEWEZEN = "afgewezen", "niet geplaatst"
    VERBORGEN = "verborgen", "weggehaald"
    GELAKT = "gelakt", "woorden zwart gemaakt"
    BLIJFT = "blijft", "blijft staan na een melding"
    BEZWAAR = "bezwaar", "de schrijver vraagt om een tweede blik"
    HERZIEN = "herzien", "na een tweede blik toch geplaatst"
    GEHANDHAAFD = "gehandhaafd", "na een tweede blik niet geplaatst"


# The kinds of call of which the answers are shown one by one; of the others only totals are.
IN_WOORDEN = (OproepSoort.IDEEEN, OproepSoort.REAGEREN_OP_PLAN)
# Those that are answered with words or choices.
MET_FORMULIER = (*IN_WOORDEN, *MET_VRAGEN)
# Those for which one signs up.
MET_AANMELDING = (OproepSoort.AANMELDEN, OproepSoort.MEEHELPEN)
MEESTE_IDEEEN = 3
MEESTE_MENSEN = 6
LANGSTE_TEKST = 2000
# A letter takes days, there and back.
DAGEN_OM_AAN_TE_PASSEN, DAGEN_MET_DE_POST = 7, 14
# Totals of fewer answers would say who answered what.
VANAF_ANTWOORDEN = 5

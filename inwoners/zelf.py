"""What we hold of somebody by themselves: their address, and the names on it."""

from collections.abc import Callable
from datetime import datetime

from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inwoners.houders import Houder, Knop, Stuk, Wie
from inwoners.mensen import getoonde_naam
from inwoners.models import Inwoner, NaamOpenbaar
from inwoners.seinen import naam_veranderd

# How the name of a kern is found by its woonplaatscode: the pages lie above this app, and say so (`noem_kern_met`).
_kern: list[Callable[[str], str]] = []


def noem_kern_met(functie: Callable[[str], str]) -> None:
    """From `AppConfig.ready()` of who knows the kernen."""
    _kern[:] = [functie]


def kern_naam(inwoner: Inwoner) -> str:
    """“Beesd”; empty for who lives somewhere else."""
    return _kern[0](inwoner.kern) if _kern and inwoner.kern else ""


class Zelf(Houder):
    code = "zelf"
    naam = gettext_lazy("Wie je bent")

    def toon(self, wie: Wie) -> list[Stuk]:
        stukken = [self._inwoner(inwoner) for inwoner in wie.inwoners]
        if wie.adres:
            sinds = {_("Sinds"): _dag(wie.adres.gemaakt_op)}
            stukken.insert(0, Stuk(_("Je e-mailadres"), {_("E-mailadres"): wie.adres.email} | sinds))
        return stukken

    def doe(self, wie: Wie, wat: str) -> str:
        keuze, _punt, pk = wat.partition(":")
        inwoner = next((inwoner for inwoner in wie.inwoners if str(inwoner.pk) == pk), None)
        if inwoner is None or keuze not in NaamOpenbaar.values:
            raise Http404
        # Also when it was so already: with one thing or another they may have chosen otherwise.
        Inwoner.objects.filter(pk=inwoner.pk).update(naam_openbaar=keuze)
        inwoner.naam_openbaar = keuze
        naam_veranderd.send(sender=Inwoner, inwoner=inwoner, gekozen=True)
        return _("Bij je reacties staat nu “%(naam)s”.") % {"naam": getoonde_naam(inwoner)}

    def wis(self, wie: Wie, op: datetime) -> None:
        """The rows themselves go last of all, in `wissen.wis`."""

    def _inwoner(self, inwoner: Inwoner) -> Stuk:
        gegevens = {
            _("Naam"): inwoner.naam,
            _("Je laatste keuze voor je naam"): getoonde_naam(inwoner),
            _("Waarom je naam niet wordt getoond"): inwoner.afgeschermd_reden,
            _("Kern"): kern_naam(inwoner),
            _("Postadres"): inwoner.postadres,
            _("Telefoon"): inwoner.telefoon,
            _("Sinds"): _dag(inwoner.gemaakt_op),
        }
        # Each thing has the name as it was chosen with it: so both, whatever was chosen last.
        knoppen = (
            Knop(f"{NaamOpenbaar.KORT}:{inwoner.pk}", _("Toon overal alleen mijn voornaam en eerste letter")),
            Knop(f"{NaamOpenbaar.VOLUIT}:{inwoner.pk}", _("Toon overal mijn hele naam")),
        )
        knoppen = () if inwoner.afgeschermd else knoppen
        return Stuk(inwoner.naam, {wat: waarde for wat, waarde in gegevens.items() if waarde}, knoppen)


def _dag(op: datetime) -> str:
    return date_format(op, "DATE_FORMAT")

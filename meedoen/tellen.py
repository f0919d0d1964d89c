"""How many took part: the public figures of a call, and what the call itself has to know."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, F, Value
from django.utils.translation import ngettext

from kernpagina.antwoorden import Antwoorden
from kernpagina.models import OproepPage, OproepVraag
from meedoen.keuzes import OPENBAAR, VANAF_ANTWOORDEN, Bron, Reden, Soort, Stand
from meedoen.models import Aanmelding, Besluit, Reactie


def _zijn_er(oproep: int) -> bool:
    """Whether somebody who confirmed it answered a question of this call."""
    antwoorden = Reactie.objects.filter(oproep=oproep).exclude(antwoorden={})
    return antwoorden.exclude(stand__in=[Stand.CONCEPT, Stand.INGETROKKEN]).exists()


def _los(oproep: int, punten: Collection[UUID]) -> int:
    return Reactie.objects.filter(oproep=oproep).nergens_bij(punten).count()


def _wacht(oproep: int) -> int:
    return Reactie.objects.filter(oproep=oproep).wacht().count()


def _bezet(oproep: int) -> set[UUID]:
    return set(
        Aanmelding.objects.bevestigd()
        .filter(pagina=oproep, taak__isnull=False)
        .values_list("taak", flat=True)
    )


ANTWOORDEN = Antwoorden(zijn_er=_zijn_er, los=_los, wacht=_wacht, bezet=_bezet)


class Aantallen(NamedTuple):
    """Of one call: what was placed by how it came in, and what wasn't by the reason."""

    per_bron: dict[str, int]
    per_reden: dict[str, int]

    @property
    def geplaatst(self) -> int:
        return sum(self.per_bron.values())

    @property
    def niet_geplaatst(self) -> int:
        return sum(self.per_reden.values())

    @property
    def bronnen(self) -> str:
        """“6 via de website, 2 op papier”."""
        return _per_bron(self.per_bron)

    @property
    def zin(self) -> str:
        """“31 geplaatst · 2 niet geplaatst: 1 × gegevens van een ander, 1 × reclame”."""
        delen = [ngettext("%d reactie geplaatst", "%d reacties geplaatst", self.geplaatst) % self.geplaatst]
        if self.niet_geplaatst:
            redenen = [
                f"{self.per_reden[reden]} × {reden.label}" for reden in Reden if reden in self.per_reden
            ]
            niet = ngettext("%d niet geplaatst", "%d niet geplaatst", self.niet_geplaatst)
            delen.append(f"{niet % self.niet_geplaatst}: {', '.join(redenen)}")
        return " · ".join(delen)


def aantallen(oproep: int) -> Aantallen:
    """One query, however many reactions there are."""
    geplaatst = Reactie.objects.filter(oproep=oproep, stand__in=OPENBAAR).order_by()
    niet = Besluit.objects.filter(
        reactie__oproep=oproep,
        reactie__stand__in=[Stand.AFGEWEZEN, Stand.VERBORGEN],
        besluit__in=[Soort.AFGEWEZEN, Soort.VERBORGEN],
    ).order_by()
    per_bron = geplaatst.annotate(wat=Value("bron"), welke=F("bron")).values_list("wat", "welke")
    per_reden = niet.annotate(wat=Value("reden"), welke=F("reden")).values_list("wat", "welke")
    rijen = list(
        per_bron.annotate(aantal=Count("pk")).union(
            per_reden.annotate(aantal=Count("reactie", distinct=True)), all=True
        )
    )
    return Aantallen(*({welke: n for wat, welke, n in rijen if wat == deel} for deel in ("bron", "reden")))


class Uitslag(NamedTuple):
    """The totals of one question: each choice with how many chose it, and of them by how they came in.

    Without an `aantal` there are too few answers to show anything of.
    """

    vraag: OproepVraag
    aantal: int
    keuzes: list[tuple[str, int, str]]


def uitslagen(oproep: OproepPage) -> list[Uitslag]:
    """The totals per question. What was said in words never comes one by one."""
    rijen = list(
        Reactie.objects.filter(oproep=oproep.pk, stand__in=OPENBAAR)
        .order_by()
        .values_list("bron", "antwoorden")
    )
    gevonden = []
    for vraag in oproep.vragen.all():
        antwoorden = [(bron, a[str(vraag.kenmerk)]) for bron, a in rijen if str(vraag.kenmerk) in a]
        if len(antwoorden) < VANAF_ANTWOORDEN:
            gevonden.append(Uitslag(vraag, 0, []))
        else:
            gevonden.append(Uitslag(vraag, len(antwoorden), _tel(vraag.keuzelijst, antwoorden)))
    return gevonden


def _tel(keuzes: list[str], antwoorden: list[tuple[str, list[int]]]) -> list[tuple[str, int, str]]:
    geteld: list[tuple[str, int, str]] = []
    for nummer, keuze in enumerate(keuzes):
        per_bron = Counter(bron for bron, gekozen in antwoorden if nummer in gekozen)
        geteld.append((keuze, per_bron.total(), _per_bron(per_bron)))
    return geteld


def _per_bron(geteld: Mapping[str, int]) -> str:
    return ", ".join(bron.met_aantal(geteld[bron]) for bron in Bron if geteld.get(bron))


def per_punt(oproep: int) -> dict[UUID, int]:
    """How many reactions belong to each point of the outcome; one query."""
    geplaatst = Reactie.objects.filter(oproep=oproep, stand__in=OPENBAAR, uitkomstpunt__isnull=False)
    return dict(geplaatst.order_by().values_list("uitkomstpunt").annotate(aantal=Count("pk")))

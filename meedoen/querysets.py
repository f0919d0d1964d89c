from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.db.models import F, Max, Min, Q, QuerySet

from kernpagina.models import OproepVraag
from meedoen.keuzes import IN_WOORDEN, LEVEND, OPENBAAR, Soort, Stand


class ReactieQuerySet(QuerySet):
    def openbaar(self) -> Self:
        """What counts for everybody, the newest first; what of it is read one by one, `los_te_lezen` says."""
        return self.filter(stand__in=OPENBAAR).order_by("-geplaatst_op", "-pk")

    def los_te_lezen(self) -> Self:
        """What everybody may read one by one. Of a vote nothing is: not even who cast it, nor that there is one."""
        return self.openbaar().filter(oproep__soort__in=IN_WOORDEN, oproep__online_meedoen="")

    def al_mee(self, oproep: int, inwoner: int | None) -> Self:
        """With what this resident takes part in this call already."""
        return self.filter(oproep=oproep, inwoner=inwoner, stand__in=LEVEND)

    def wacht(self) -> Self:
        """What waits to be read, the oldest first."""
        return self.filter(stand=Stand.BEVESTIGD).order_by("bevestigd_op", "pk")

    def gemeld(self) -> Self:
        """Placed and reported, with nothing decided yet; `sinds` the first report."""
        open_ = Q(meldingen__besluit=None)
        eerste = Min("meldingen__op", filter=open_)
        return self.filter(stand__in=OPENBAAR).annotate(sinds=eerste).filter(sinds__isnull=False)

    def voor_tweede_blik(self) -> Self:
        """Not placed, and its writer asked to look again; `sinds` when that was."""
        weigeringen = Q(besluiten__besluit__in=[Soort.AFGEWEZEN, Soort.VERBORGEN])
        herzien = Q(besluiten__besluit__in=[Soort.HERZIEN, Soort.GEHANDHAAFD])
        geweigerd = self.filter(stand__in=[Stand.AFGEWEZEN, Stand.VERBORGEN]).annotate(
            sinds=Max("besluiten__op", filter=Q(besluiten__besluit=Soort.BEZWAAR)),
            geweigerd_op=Max("besluiten__op", filter=weigeringen),
            herzien_op=Max("besluiten__op", filter=herzien),
        )
        nog_niet = Q(herzien_op=None) | Q(herzien_op__lt=F("sinds"))
        return geweigerd.filter(nog_niet, sinds__gte=F("geweigerd_op"))

    def zonder_mail_geweigerd(self) -> Self:
        """Not placed, of somebody who takes part without e-mail; the newest first."""
        geweigerd = self.filter(stand__in=[Stand.AFGEWEZEN, Stand.VERBORGEN])
        return geweigerd.filter(inwoner__isnull=False, inwoner__adres=None).order_by("-besloten_op", "-pk")

    def met_woord(self, woord: str, vragen: Iterable[OproepVraag]) -> Self:
        """In which this word stands: in what somebody wrote, or in what they chose of these questions."""
        treffer = Q(titel__icontains=woord) | Q(tekst__icontains=woord)
        for vraag in vragen:
            antwoord = f"antwoorden__{vraag.kenmerk}"
            if not vraag.keuzelijst:
                treffer |= Q(**{f"{antwoord}__icontains": woord})
            for nummer, keuze in enumerate(vraag.keuzelijst):
                if woord.lower() in keuze.lower():
                    treffer |= Q(**{f"{antwoord}__contains": [nummer]})
        return self.filter(treffer)

    def nergens_bij(self, punten) -> Self:
        """Placed, and belonging to none of these points of the outcome."""
        return self.filter(stand__in=OPENBAAR).exclude(uitkomstpunt__in=list(punten))

    def nooit_bevestigd(self, voor: datetime) -> Self:
        return self.filter(stand=Stand.CONCEPT, gemaakt_op__lt=voor)

"""What somebody follows, for themselves to see and to stop (`inwoners.houders`)."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inwoners.houders import Houder, Knop, Stuk, Wie
from inwoners.models import Adres
from volgen import abonnementen
from volgen.doelen import Doel
from volgen.models import Abonnement, Staat


class WatJeVolgt(Houder):
    code = "volgt"
    naam = gettext_lazy("Wat je volgt")

    def toon(self, wie: Wie) -> list[Stuk]:
        return [self._stuk(abonnement) for abonnement in _van(wie).met_doel().order_by("pk")]

    def doe(self, wie: Wie, wat: str) -> str:
        wens, _rest, pk = wat.partition(":")
        if wens != "stop" or not pk.isdecimal() or not _van(wie).filter(pk=pk).exists():
            raise Http404
        abonnementen.stop([int(pk)])
        return _("Gestopt. Je krijgt hier geen mail meer over.")

    def wis(self, wie: Wie, op: datetime) -> None:
        abonnementen.wis(_van(wie))

    def houdt_adressen(self) -> QuerySet[Adres]:
        return Adres.objects.filter(abonnementen__isnull=False).distinct()

    def _stuk(self, abonnement: Abonnement) -> Stuk:
        doel = Doel.van(abonnement)
        gegevens = {
            _("Hoe vaak"): str(abonnement.get_ritme_display()),
            _("Hoe het staat"): _hoe_het_staat(abonnement),
            _("Hier zei je ja tegen"): abonnement.toestemming,
        }
        knoppen = [Knop(f"stop:{abonnement.pk}", gettext_lazy("Stop met deze mail"))]
        return Stuk(
            doel.naam,
            {wat: waarde for wat, waarde in gegevens.items() if waarde},
            knoppen if abonnement.stand in (Staat.ACTIEF, Staat.CONCEPT) else (),
            doel.url,
        )


def _van(wie: Wie):
    return Abonnement.objects.filter(adres=wie.adres) if wie.adres else Abonnement.objects.none()


def _hoe_het_staat(abonnement: Abonnement) -> str:
    op = {"dag": date_format(abonnement.stand_op, "DATE_FORMAT")}
    if abonnement.stand == Staat.ACTIEF:
        return _("Je krijgt mail, sinds %(dag)s.") % op
    if abonnement.stand == Staat.CONCEPT:
        return _("Je drukte nog niet op de knop in de mail.")
    if abonnement.stand == Staat.ONBESTELBAAR:
        return _("Onze mail kwam niet aan, op %(dag)s. Daarna zijn we gestopt.") % op
    return _("Gestopt op %(dag)s.") % op

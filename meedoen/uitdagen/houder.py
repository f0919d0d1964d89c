"""What is held of somebody who sent a proposal in, for themselves to see, take back and erase (`inwoners.houders`)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.openbaar import adres_van
from inwoners.houders import Houder, Knop, Stuk, Wie
from inwoners.models import Inwoner
from meedoen.keuzes import UitdaagStand
from meedoen.models import Uitdaging
from meedoen.uitdagen.forms import in_woorden
from meedoen.uitdagen.stappen import IN_TE_TREKKEN, trek_in

ONBEVESTIGD, INGETROKKEN = timedelta(hours=48), timedelta(days=30)


class Uitdagingen(Houder):
    code = "uitdagingen"
    naam = gettext_lazy("Je voorstellen aan de gemeente")

    def toon(self, wie: Wie) -> list[Stuk]:
        return [_stuk(voorstel) for voorstel in _van(wie)]

    def doe(self, wie: Wie, wat: str) -> str:
        wens, _punt, pk = wat.partition(":")
        if wens != "intrekken" or not pk.isdecimal() or not _van(wie).filter(pk=pk).exists():
            raise Http404
        trek_in(int(pk))
        return _("Je voorstel is ingetrokken.")

    def wis(self, wie: Wie, op: datetime) -> None:
        _van(wie).delete()

    def houdt(self) -> QuerySet[Inwoner]:
        return Inwoner.objects.filter(uitdagingen__isnull=False).distinct()


def _van(wie: Wie) -> QuerySet[Uitdaging]:
    voorstellen = Uitdaging.objects.filter(inwoner__in=wie.inwoners)
    return voorstellen.select_related("oproep", "inwoner").order_by("-pk")


def _stuk(voorstel: Uitdaging) -> Stuk:
    gegevens = {
        _("Wanneer"): date_format(voorstel.gemaakt_op, "DATE_FORMAT"),
        _("Je naam"): voorstel.inwoner.naam,
    }
    gegevens |= dict(in_woorden(voorstel))
    if voorstel.stand == UitdaagStand.INGETROKKEN:
        gegevens[_("Stand")] = _("Je voorstel is ingetrokken.")
    elif voorstel.besluit_voor:
        gegevens[_("Je hoort uiterlijk wat ermee gebeurt op")] = date_format(
            voorstel.besluit_voor, "DATE_FORMAT"
        )
    knoppen = []
    if voorstel.stand in IN_TE_TREKKEN:
        knoppen.append(Knop(f"intrekken:{voorstel.pk}", gettext_lazy("Trek mijn voorstel in")))
    return Stuk(voorstel.oproep.title, gegevens, knoppen, adres_van(voorstel.oproep))


def ruim_op(nu: datetime) -> None:
    """Whatever is past its term. May be asked at any moment, and again."""
    Uitdaging.objects.filter(stand=UitdaagStand.CONCEPT, gemaakt_op__lt=nu - ONBEVESTIGD).delete()
    Uitdaging.objects.filter(stand=UitdaagStand.INGETROKKEN, gemaakt_op__lt=nu - INGETROKKEN).delete()
    tot = timezone.localdate(nu) - timedelta(days=settings.NAAM_BIJ_REACTIE_DAGEN)
    Uitdaging.objects.filter(besluit_voor__lt=tot).delete()

"""What is held of somebody who asked something, for themselves to see, take back and erase (`inwoners.houders`)."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.openbaar import adres_van
from inwoners.houders import Houder, Knop, Stuk, Wie
from inwoners.models import Inwoner
from meedoen.keuzes import VraagStand
from meedoen.models import InwonerVraag
from meedoen.vraag_stellen.stappen import trek_in

ONBEVESTIGD, INGETROKKEN = timedelta(hours=48), timedelta(days=30)
# After the answer; and what nobody ever answered.
BEANTWOORD, ONBEANTWOORD = timedelta(days=183), timedelta(days=365)


class Vragen(Houder):
    code = "vragen"
    naam = gettext_lazy("Je vragen")

    def toon(self, wie: Wie) -> list[Stuk]:
        return [_stuk(vraag) for vraag in _van(wie)]

    def doe(self, wie: Wie, wat: str) -> str:
        wens, _punt, pk = wat.partition(":")
        if wens != "intrekken" or not pk.isdecimal() or not _van(wie).filter(pk=pk).exists():
            raise Http404
        trek_in(int(pk))
        if _van(wie).filter(pk=pk, stand=VraagStand.BEANTWOORD).exists():
            return _("Je vraag is al beantwoord. Het antwoord staat in de mail die je kreeg.")
        return _("Je vraag is ingetrokken.")

    def wis(self, wie: Wie, op: datetime) -> None:
        _van(wie).delete()

    def houdt(self) -> QuerySet[Inwoner]:
        return Inwoner.objects.filter(vragen__isnull=False).distinct()


def _van(wie: Wie) -> QuerySet[InwonerVraag]:
    vragen = InwonerVraag.objects.filter(inwoner__in=wie.inwoners)
    return vragen.select_related("pagina", "inwoner").order_by("-pk")


def _stuk(vraag: InwonerVraag) -> Stuk:
    gegevens = {
        _("Wanneer"): date_format(vraag.gemaakt_op, "DATE_FORMAT"),
        _("Je naam"): vraag.naam,
        _("Je vraag"): vraag.tekst,
        _("Stand"): STANDEN[VraagStand(vraag.stand)],
        _("Het antwoord"): vraag.antwoord,
    }
    knoppen = []
    if vraag.stand in (VraagStand.CONCEPT, VraagStand.ONTVANGEN):
        knoppen.append(Knop(f"intrekken:{vraag.pk}", gettext_lazy("Trek mijn vraag in")))
    gezegd = {wat: str(waarde) for wat, waarde in gegevens.items() if waarde}
    return Stuk(vraag.over, gezegd, knoppen, adres_van(vraag.pagina.specific_deferred))


STANDEN = {
    VraagStand.CONCEPT: gettext_lazy("Wacht op de knop in je mail."),
    VraagStand.ONTVANGEN: gettext_lazy("Wacht op antwoord."),
    VraagStand.BEANTWOORD: gettext_lazy("Beantwoord."),
    VraagStand.INGETROKKEN: gettext_lazy("Je vraag is ingetrokken."),
}


def ruim_op(nu: datetime) -> None:
    """Whatever is past its term. May be asked at any moment, and again."""
    InwonerVraag.objects.nooit_bevestigd(nu - ONBEVESTIGD).delete()
    InwonerVraag.objects.filter(stand=VraagStand.INGETROKKEN, gemaakt_op__lte=nu - INGETROKKEN).delete()
    InwonerVraag.objects.wacht().filter(ontvangen_op__lte=nu - ONBEANTWOORD).delete()
    # That it was asked and answered still counts.
    beantwoord = InwonerVraag.objects.filter(stand=VraagStand.BEANTWOORD, inwoner__isnull=False)
    beantwoord.filter(beantwoord_op__lte=nu - BEANTWOORD).update(inwoner=None, tekst="", antwoord="")

"""What is held of somebody who signed up, for themselves to see, cancel and erase (`inwoners.houders`)."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.goedkeuring.besluiten import KanNiet
from core.openbaar import adres_van
from inwoners.houders import Houder, Knop, Stuk, Wie
from inwoners.models import Inwoner
from meedoen.aanmelden import stappen
from meedoen.aanmelden.open import is_voorbij
from meedoen.aanmelden.plaatsen import Plek, indeling
from meedoen.aanmelden.post import lees, taaknaam
from meedoen.aanmelden.vergeten import laat_los
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding

AFZEGGEN, MAIL_NIET = WENSEN = ("afzeggen", "mail-niet")


class Aanmeldingen(Houder):
    code = "aanmeldingen"
    naam = gettext_lazy("Waar je je voor aanmeldde")

    def toon(self, wie: Wie) -> list[Stuk]:
        paginas: dict[int, Plek] = {}
        stukken = []
        for rij in _van(wie):
            if rij.pagina_id not in paginas:
                paginas[rij.pagina_id] = stappen.haal(rij.pagina_id)
            pagina = lees(paginas[rij.pagina_id])
            stukken.append(
                Stuk(pagina.title, _gegevens(rij, pagina), _knoppen(rij, pagina), adres_van(pagina))
            )
        return stukken

    def doe(self, wie: Wie, wat: str) -> str:
        wens, _punt, pk = wat.partition(":")
        if wens not in WENSEN or not pk.isdecimal() or not _van(wie).filter(pk=pk).exists():
            raise Http404
        if wens == MAIL_NIET:
            stappen.mail_niet(int(pk))
            return _("Je krijgt geen mail over de afspraken.")
        try:
            stappen.zeg_af(int(pk))
        except KanNiet as reden:
            return str(reden)
        return _("Je bent niet meer aangemeld.")

    def wis(self, wie: Wie, op: datetime) -> None:
        for rij in _van(wie):
            if rij.stand == AanmeldStand.BEVESTIGD and is_voorbij(stappen.haal(rij.pagina_id)):
                # They were counted: the number stays true.
                laat_los(Aanmelding.objects.filter(pk=rij.pk))
            else:
                stappen.zeg_af(rij.pk)
                Aanmelding.objects.filter(pk=rij.pk).delete()

    def houdt(self) -> QuerySet[Inwoner]:
        return Inwoner.objects.filter(aanmeldingen__isnull=False).distinct()


def _van(wie: Wie) -> QuerySet[Aanmelding]:
    return Aanmelding.objects.filter(inwoner__in=wie.inwoners).select_related("inwoner").order_by("-pk")


def _knoppen(rij: Aanmelding, pagina: Plek) -> list[Knop]:
    knoppen = []
    if rij.stand == AanmeldStand.BEVESTIGD and not is_voorbij(pagina):
        knoppen.append(Knop(f"{AFZEGGEN}:{rij.pk}", gettext_lazy("Ik kom niet")))
    if rij.stand != AanmeldStand.AFGEZEGD and rij.wil_afspraken:
        knoppen.append(Knop(f"{MAIL_NIET}:{rij.pk}", gettext_lazy("Mail mij de afspraken niet")))
    return knoppen


def _gegevens(rij: Aanmelding, pagina: Plek) -> dict[str, str]:
    beurt = indeling(pagina, rij.taak).beurt(rij.pk) if rij.stand == AanmeldStand.BEVESTIGD else 0
    mensen = ngettext("%(aantal)s persoon", "%(aantal)s personen", rij.aantal) % {"aantal": rij.aantal}
    gegevens = {
        _("Wanneer"): pagina.tijdstip(),
        _("Aangemeld op"): date_format(rij.bevestigd_op or rij.gemaakt_op, "DATE_FORMAT"),
        _("Je naam"): rij.naam,
        _("Taak"): taaknaam(pagina, rij.taak),
        _("Met hoeveel je zou komen") if rij.stand == AanmeldStand.AFGEZEGD else _("Met hoeveel"): mensen,
        _("Mail over de afspraken"): _("Ja, als ze online staan") if rij.wil_afspraken else "",
        _("Stand"): _stand(rij, beurt),
    }
    return {naam: waarde for naam, waarde in gegevens.items() if waarde}


def _stand(rij: Aanmelding, beurt: int) -> str:
    if stappen.is_vervangen(rij):
        return _("Deze aanmelding telt niet: je nieuwere aanmelding kwam ervoor in de plaats.")
    if rij.stand == AanmeldStand.CONCEPT:
        return _("Wacht op de knop in je mail.")
    if rij.stand == AanmeldStand.AFGEZEGD:
        return _("Je komt niet. Je bent niet meer aangemeld.")
    return _("Plek %(plek)s van de wachtlijst.") % {"plek": beurt} if beurt else _("Er is plek.")

"""What is held of somebody who took part, for themselves to see, take back and erase (`inwoners.houders`)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import Http404
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.goedkeuring.besluiten import KanNiet
from core.openbaar import adres_van
from inwoners.houders import Houder, Knop, Stuk, Wie
from inwoners.models import Adres, Inwoner
from meedoen import bezwaar, stappen, vergeten
from meedoen.keuzes import OPENBAAR
from meedoen.models import Brief, Melding, Reactie
from meedoen.soorten import antwoorden_in_woorden, is_vervangen, naam_van_onderdeel


class Reacties(Houder):
    """The reactions of somebody, in every state."""

    code = "reacties"
    naam = gettext_lazy("Je reacties")

    def toon(self, wie: Wie) -> list[Stuk]:
        reacties = [
            Stuk(
                titel=reactie.oproep.title,
                gegevens=_gegevens(reactie),
                knoppen=_knoppen(reactie),
                url=adres_van(reactie.oproep),
            )
            for reactie in _van(wie)
        ]
        return reacties + [_melding(melding) for melding in _meldingen(wie)]

    def doe(self, wie: Wie, wat: str) -> str:
        wens, _rest, pk = wat.partition(":")
        if not pk.isdecimal() or not _van(wie).filter(pk=pk).exists():
            raise Http404
        try:
            if wens == "intrekken":
                stappen.trek_in(int(pk))
                return _("Je reactie is ingetrokken.")
            if wens in ("naam-weg", "tekst-weg"):
                vergeten.naam_weg(int(pk), tekst_ook=wens == "tekst-weg")
                return _("Je naam staat niet meer bij je reactie.")
        except stappen.Gesloten:
            return _("Deze oproep is gesloten. Je kunt je reactie niet meer veranderen of intrekken.")
        except KanNiet as reden:
            return str(reden)
        raise Http404

    def wis(self, wie: Wie, op: datetime) -> None:
        if wie.email:
            vergeten.melder_weg(wie.email, op)
        for reactie in _van(wie):
            if reactie.stand in OPENBAAR and not stappen.mag_terug(reactie):
                # It was counted: the totals stay true.
                vergeten.naam_weg(reactie.pk, tekst_ook=True)
                continue
            if stappen.mag_terug(reactie):
                stappen.trek_in(reactie.pk)
            Reactie.objects.filter(pk=reactie.pk).delete()

    def houdt(self) -> QuerySet[Inwoner]:
        return Inwoner.objects.filter(reacties__isnull=False).distinct()

    def emailadressen(self) -> Iterable[str]:
        """Of who reported something."""
        return Melding.objects.exclude(email="").values_list("email", flat=True).distinct()

    def houdt_adressen(self) -> QuerySet[Adres]:
        """Given at the table, with a week to press the button."""
        geldig = Q(sleutels__waarvoor__startswith="tafel", sleutels__verloopt_op__gt=timezone.now())
        return Adres.objects.filter(geldig).distinct()


class Brieven(Houder):
    """The letters to somebody without e-mail."""

    code = "brieven"
    naam = gettext_lazy("Brieven aan jou")

    def toon(self, wie: Wie) -> list[Stuk]:
        brieven = Brief.objects.filter(inwoner__in=wie.inwoners).exclude(postadres="").order_by("-pk")
        return [
            Stuk(
                titel=brief.onderwerp,
                gegevens={
                    _("Wanneer"): date_format(brief.gemaakt_op, "DATE_FORMAT"),
                    _("Postadres"): brief.postadres,
                    _("Tekst"): brief.tekst,
                },
            )
            for brief in brieven
        ]

    def wis(self, wie: Wie, op: datetime) -> None:
        Brief.objects.filter(inwoner__in=wie.inwoners).delete()

    def houdt(self) -> QuerySet[Inwoner]:
        return Inwoner.objects.filter(brieven__in=Brief.objects.exclude(postadres="")).distinct()


def _van(wie: Wie) -> QuerySet[Reactie]:
    reacties = Reactie.objects.filter(inwoner__in=wie.inwoners).select_related("oproep", "inwoner")
    return reacties.order_by("-gemaakt_op", "-pk")


def _meldingen(wie: Wie) -> QuerySet[Melding]:
    meldingen = Melding.objects.select_related("reactie__oproep")
    return meldingen.filter(email__iexact=wie.email) if wie.email else meldingen.none()


def _melding(melding: Melding) -> Stuk:
    gegevens = {
        _("Wanneer"): date_format(melding.op, "DATE_FORMAT"),
        _("Wat is er mis mee?"): str(melding.get_waarom_display()),
        _("Tekst"): melding.toelichting,
    }
    return Stuk(titel=_("Je melding: %s") % melding.reactie.oproep.title, gegevens=gegevens)


def _gegevens(reactie: Reactie) -> dict[str, str]:
    gegevens = {
        _("Stand"): _hoe_het_staat(reactie),
        _("Wanneer"): date_format(reactie.gemaakt_op, "DATE_FORMAT"),
        _("Je naam"): reactie.naam_getoond or (reactie.inwoner.naam if reactie.inwoner else ""),
        _("Waar gaat het over?"): naam_van_onderdeel(reactie.oproep, reactie.onderdeel),
        _("Titel"): reactie.titel,
        _("Tekst"): reactie.tekst,
    }
    gegevens |= dict(antwoorden_in_woorden(reactie))
    return {naam: waarde for naam, waarde in gegevens.items() if waarde}


def _hoe_het_staat(reactie: Reactie) -> str:
    """In the words that stand behind the link of the mail."""
    gevraagd = bezwaar.wanneer_gevraagd(reactie)
    context = {"reactie": reactie, "gevraagd": gevraagd, "vervangen": is_vervangen(reactie)}
    return " ".join(render_to_string("meedoen/hoe_het_staat.html", context).split())


def _knoppen(reactie: Reactie) -> list[Knop]:
    if stappen.mag_terug(reactie):
        return [Knop(f"intrekken:{reactie.pk}", gettext_lazy("Trek mijn reactie in"))]
    if reactie.stand in OPENBAAR:
        return [
            Knop(f"naam-weg:{reactie.pk}", gettext_lazy("Haal mijn naam weg")),
            Knop(f"tekst-weg:{reactie.pk}", gettext_lazy("Haal mijn naam en tekst weg")),
        ]
    return []

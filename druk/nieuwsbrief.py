"""The newsletter of a village on A4: what the page of that edition says, for who reads on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import date as datum
from django.urls import reverse
from django.utils.translation import gettext as _

from core.talen.taal import leestaal
from druk import zetten
from druk.views import als_pdf
from kanalen.kanaal import kanaal
from volgen.models import Editie
from volgen.nieuwsbrief import zoek
from volgen.samenstellen import aaneen, in_delen


@kanaal(voor_elke_site=False)
def nieuwsbrief(request: HttpRequest, kern: str, dag: str) -> HttpResponse:
    doel, editie = zoek(request, kern, dag)
    adres = request.build_absolute_uri(reverse("nieuwsbrief", args=[kern, dag]))
    return als_pdf(zet(editie, doel.naam, adres), f"nieuwsbrief-{kern}-{dag}")


def zet(editie: Editie, naam: str, adres: str) -> bytes:
    """The PDF, in the language that is being read."""
    gegevens = {
        "titel": _("Nieuws uit %(naam)s") % {"naam": naam},
        "dag": datum(editie.dag, "DAG_VOLUIT"),
        "voorwoord": editie.voorwoord,
        "delen": [
            {"kop": kop, "stukken": [_stuk(stuk) for stuk in stukken]}
            for kop, stukken in in_delen(editie.inhoud, leestaal())
        ],
        "qr": zetten.qr(adres, _("Lees verder en doe mee op")),
    }
    return zetten.pdf("nieuwsbrief", gegevens, editie.gemaakt_op)


def _stuk(stuk: dict[str, Any]) -> dict[str, Any]:
    return {
        "titel": ": ".join(filter(None, [stuk.get("label"), stuk.get("titel")])),
        "wanneer": stuk.get("wanneer", ""),
        "regel": stuk.get("regel", ""),
        "punten": [aaneen(punt) for punt in stuk["punten"]],
    }

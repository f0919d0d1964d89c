"""Questions of residents: who may see which, and how long they wait. For the editors of the kern, and communications."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import Truncator, get_text_list

from core.goedkeuring.rollen import COMMUNICATIE, communicatie_leden, is_communicatie
from core.tijd import vandaag
from kernpagina.redactie import kernen_van, redacteuren_van
from meedoen.inwonervraag import InwonerVraagQuerySet
from meedoen.models import InwonerVraag
from werkplek.overzicht import kern_naam, kernnamen
from werkplek.paneel import Paneel
from werkplek.werkdagen import werkdagen_sinds

ZONDER_NAAM = "naam bekend bij de gemeente"
TE_LANG = 2  # working days


@dataclass(frozen=True)
class Openstaand:
    """One question that waits for an answer."""

    vraag: InwonerVraag
    kern: str
    werkdagen: int

    @property
    def kort(self) -> str:
        return Truncator(self.vraag.tekst).words(12)

    @property
    def naam(self) -> str:
        return naam_van(self.vraag)

    @property
    def ligt_bij(self) -> str:
        return str(self.vraag.bij or ("Communicatie" if self.vraag.bij_communicatie else "de redactie"))

    @property
    def kleur(self) -> str:
        """How urgent: '' on the first working day, 'laat' from one, 'te-laat' from two."""
        return "te-laat" if self.werkdagen >= TE_LANG else "laat" if self.werkdagen >= 1 else ""


def vragen_voor(user) -> InwonerVraagQuerySet:
    """Those that this person may read: all, or those of their own kernen."""
    vragen = InwonerVraag.objects.select_related("pagina", "inwoner", "bij")
    if is_communicatie(user):
        return vragen
    kernen = [Q(pagina__path__startswith=kern.path) for kern in kernen_van(user)]
    return vragen.filter(reduce(or_, kernen)) if kernen else vragen.none()


def te_beantwoorden(vragen: InwonerVraagQuerySet, op: date) -> list[Openstaand]:
    """What waits of these, oldest first. A fixed number of queries."""
    wachtend = list(vragen.wacht())
    kernen = kernnamen() if wachtend else {}
    return [
        Openstaand(
            vraag,
            kern_naam(vraag.pagina, kernen),
            werkdagen_sinds(timezone.localdate(vraag.ontvangen_op), op),
        )
        for vraag in wachtend
    ]


def naam_van(vraag: InwonerVraag) -> str:
    return ZONDER_NAAM if vraag.inwoner and vraag.inwoner.afgeschermd else vraag.naam


class VragenPanel(Paneel):
    """How many wait, and for how long, on the front page of who answers them."""

    name = "vragen"
    template_name = "werkplek/panel_vragen.html"
    # Below the buttons of an editor and what waits for communications.
    order = 22

    def gegevens(self, request: HttpRequest) -> dict:
        rijen = te_beantwoorden(vragen_voor(request.user), vandaag())
        communicatie = is_communicatie(request.user)
        leden = set(communicatie_leden().values_list("pk", flat=True)) if rijen else set()
        bij_jullie: list[Openstaand] = []
        bij_anderen: list[Openstaand] = []
        for rij in rijen:
            daar = rij.vraag.bij_communicatie or rij.vraag.bij_id in leden
            (bij_jullie if daar == communicatie else bij_anderen).append(rij)
        return {
            "bij_jullie": bij_jullie,
            "bij_anderen": bij_anderen,
            "wie": _redacties(bij_anderen) if communicatie else "Communicatie",
            "voor_mij": sum(rij.vraag.bij_id == request.user.pk for rij in rijen),
        }


def _redacties(rijen: list[Openstaand]) -> str:
    kernen = get_text_list(sorted({rij.kern for rij in rijen if rij.kern}), "en")
    return f"de redactie van {kernen}" if kernen else "de redactie"


def collegas(vraag: InwonerVraag):
    """Who may answer this question: the editors of its kern, and communications."""
    wie = Q(groups__name=COMMUNICATIE) | Q(pk__in=redacteuren_van(vraag.pagina).values("pk"))
    return (
        get_user_model().objects.filter(wie, is_active=True).distinct().order_by("last_name", "email", "pk")
    )

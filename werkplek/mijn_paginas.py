"""The pages of an editor's own kernen that are at hand from the front page: what comes, what just was, what runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import Page, WorkflowState

from core.models import BasePage
from kernpagina.keuzes import AgendaStatus, OproepStatus
from kernpagina.models import AgendaItemPage, KernPage, OproepPage
from kernpagina.redactie import kernen_van, lijsten_van
from meedoen.aanmelden.open import met_aanmelding
from meedoen.keuzes import MET_FORMULIER
from meedoen.op_papier import lijkt_aan_te_nemen
from werkplek.ophalen import Lijsten, Opgehaald, haal_op
from werkplek.weggehaald import Weggehaald, weggehaald

# How many stand in the list: of what comes or runs, and of what just was. The rest is behind a link.
HOEVEEL = (5, 3)
# In the address of a form: what was chosen here is filled in already.
BEGIN_MET, AFGELASTEN = "begin-met", "afgelasten"
AFGELAST_HET = f"?{BEGIN_MET}={AFGELASTEN}#id_toelichting"


@dataclass(frozen=True)
class Rij:
    pagina: BasePage
    stand: str
    acties: list[tuple[str, str]]


@dataclass(frozen=True)
class Soort:
    naam: str
    rijen: list[Rij]
    alles: list[tuple[str, str]]  # link to each list page they stand in: label, address


def lijsten_voor(user, op: date) -> Lijsten:
    """What `paginas_van` looks at."""
    kernen = list(kernen_van(user))
    return {
        (model, nummer): _eigen(deel, kernen)[:aantal]
        for _, model in _soorten()
        for nummer, (deel, aantal) in enumerate(zip(model.objects.bij_de_hand(op), HOEVEEL, strict=False))
    }


def paginas_van(user, op: date, opgehaald: Opgehaald | None = None) -> list[Soort]:
    """Per kind that this editor's kernen have, the pages at hand with what can be done with each; `opgehaald` for who has
    the pages of `lijsten_voor`."""
    kernen = list(kernen_van(user))
    paginas = haal_op(lijsten_voor(user, op)) if opgehaald is None else opgehaald
    sleutels = [(model, nummer) for _, model in _soorten() for nummer in range(len(HOEVEEL))]
    weg = weggehaald(chain.from_iterable(paginas.get(sleutel, []) for sleutel in sleutels))
    soorten = []
    for lijst, model in _soorten():
        delen = [paginas.get((model, nummer), []) for nummer in range(len(HOEVEEL))]
        rijen = [
            Rij(pagina, _stand(pagina, op, weg.get(pagina.pk)), list(_acties(pagina, op)))
            for pagina in sorted(chain(*delen), key=lambda pagina: not pagina.live)
        ]
        if rijen:
            naam = capfirst(str(model._meta.verbose_name_plural))
            soorten.append(Soort(naam, rijen, _alles(naam, lijst, kernen)))
    return soorten


def _soorten() -> list[tuple[type[BasePage], type[BasePage]]]:
    """What may be made in a kern, each with the kind of its list."""
    return [
        (lijst, model) for lijst in KernPage.clean_subpage_models() for model in lijst.clean_subpage_models()
    ]


def _eigen(rijen: QuerySet, kernen: Iterable[KernPage]) -> QuerySet:
    onder = Q(pk__in=[])
    for kern in kernen:
        onder |= Q(path__startswith=kern.path)
    # What visitors know comes before what was never online.
    return rijen.filter(onder).order_by("-live", *rijen.query.order_by)


def _alles(naam: str, lijst: type[BasePage], kernen: list[KernPage]) -> list[tuple[str, str]]:
    return [
        (
            f"Alle {naam.lower()}" + (f" van {kern.title}" if len(kernen) > 1 else ""),
            reverse("wagtailadmin_explore", args=[pagina.pk]),
        )
        for kern in sorted(kernen, key=lambda kern: kern.path)
        for pagina in lijsten_van(kern)
        if pagina.specific_class is lijst
    ]


def _stand(pagina: BasePage, op: date, weg: Weggehaald | None) -> str:
    stand = pagina.stand(op)
    delen = [pagina.tijdstip(), str(stand.label).lower() if stand else "", pagina.status_string]
    zin = ", ".join(deel for deel in delen if deel)
    return f"{zin}. {weg}" if weg else zin


def _acties(pagina: BasePage, op: date) -> Iterable[tuple[str, str]]:
    """What can be done: label and address. Of what stands still, first see how it stands."""
    bewerken = reverse("wagtailadmin_pages:edit", args=[pagina.pk])
    staat = pagina.current_workflow_state
    if pagina.approved_schedule or (staat and staat.status == WorkflowState.STATUS_IN_PROGRESS):
        yield "Bekijken", bewerken
    else:
        yield "Bewerken", bewerken
        if pagina.live:
            yield from ((label, f"{bewerken}{waar}") for label, waar in _nu_te_doen(pagina, op))
    if isinstance(pagina, AgendaItemPage) and pagina.nodigt_uit(op):
        if pagina.live and pagina.url:
            yield "Affiche", f"{pagina.url}affiche-a4.pdf"
        yield "Herhalen", reverse("werkplek:herhalen", args=[pagina.pk])
    if pagina.live and isinstance(pagina, AgendaItemPage | OproepPage) and met_aanmelding(pagina):
        yield "Wie komen er?", reverse("werkplek:aanmeldingen", args=[pagina.pk])
    if isinstance(pagina, OproepPage) and lijkt_aan_te_nemen(pagina):
        yield "Reacties invoeren", reverse("werkplek:invoeren", args=[pagina.pk])
        if pagina.soort in MET_FORMULIER and _na_sluiting(pagina, op):
            yield "Reacties koppelen", reverse("werkplek:koppelen", args=[pagina.pk])
    # Wagtail's address for copying leads to the form of a new one (nog_een.py).
    yield "Maak er nog een", reverse("wagtailadmin_pages:copy", args=[pagina.pk])


def begin_met(pagina: Page, keuze: str | None) -> None:
    """Fill in, in memory, what the editor chose on the front page. Nothing is kept until the form is."""
    if keuze == AFGELASTEN and isinstance(pagina, AgendaItemPage) and not pagina.geannuleerd:
        # What was told of another change doesn't tell why it is called off.
        pagina.status, pagina.toelichting = AgendaStatus.GEANNULEERD, ""


def _nu_te_doen(pagina: BasePage, op: date) -> Iterable[tuple[str, str]]:
    """What this day asks for of a page that is online, and the part or field of the form in which it is written."""
    match pagina:
        case AgendaItemPage(status=AgendaStatus.GEANNULEERD):
            return
        case AgendaItemPage(verslag=verslag) if pagina.is_voorbij(op):
            if not verslag:
                yield "Verslag maken", "#panel-child-inhoud-verslag_na_afloop-section"
        case AgendaItemPage():
            yield "Afgelasten", AFGELAST_HET
        case OproepPage() if _na_sluiting(pagina, op):
            yield "Uitkomst vertellen", "#panel-child-inhoud-uitkomst_na_afloop-section"


def _na_sluiting(oproep: OproepPage, op: date) -> bool:
    """Closed, and what comes of it isn't told yet."""
    return oproep.status(op) in (OproepStatus.GESLOTEN, OproepStatus.TE_LAAT)

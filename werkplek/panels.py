"""The panels on the front page of the admin."""

from datetime import timedelta

from django.db.models import QuerySet
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, WorkflowState

from berichten.models import Bericht
from core.goedkeuring.besluiten import mag_goedkeuren
from core.goedkeuring.rollen import is_communicatie
from core.tijd import vandaag
from kernpagina.models import KernagendaPage
from kernpagina.redactie import kernen_van, lijsten_van
from meedoen.brieven import brieven_van
from werkplek import mijn_paginas, volgende_stap
from werkplek.afspraken import afspraken_van, te_bevestigen, teruggestuurd_aan
from werkplek.brieven import BrievenPanel
from werkplek.bureau import Bureau, bureau_van
from werkplek.edities import EditiesPanel
from werkplek.gepland import GeplandPanel, gepland_voor
from werkplek.mensen import MensenPanel
from werkplek.models import IntrekVerzoek, Uitnodiging
from werkplek.ophalen import haal_op, tel
from werkplek.overzicht import VOLGORDES, op_volgorde, per_reeks, wat_wacht
from werkplek.paneel import Paneel
from werkplek.reacties import ReactiesPanel
from werkplek.samen import meer_van_een_kern
from werkplek.volgende_stap import VolgendePanel
from werkplek.volgorde import kies_volgorde
from werkplek.vraaglijst import VragenPanel


def panelen_voor(user) -> list[Component]:
    """What this person needs to see first."""
    aantallen = _aantallen(user)
    panelen: list[Component] = [MensenPanel()] if user.is_superuser else []
    if is_communicatie(user):
        panelen += [WachtPanel(aantallen["voorgesteld"]), ReactiesPanel()]
        panelen += [AfsprakenPanel(12, aantallen), EditiesPanel()]
        if (terug := _kreeg_terug(user)) and not kernen_van(user):
            panelen.append(TeruggestuurdPanel(Bureau([], [], terug, [])))
    if is_communicatie(user) or kernen_van(user):
        panelen.append(VragenPanel())
    if kernen_van(user):
        op = vandaag()
        lijsten = {**volgende_stap.lijsten_voor(user, op), **mijn_paginas.lijsten_voor(user, op)}
        bureau, paginas = bureau_van(user, op), haal_op(lijsten)
        stappen = volgende_stap.volgende_stappen(user, op, paginas)
        panelen += [TeruggestuurdPanel(bureau), VolgendePanel(stappen), SnelPanel()]
        panelen += [BureauPanel(bureau), PaginasPanel(mijn_paginas.paginas_van(user, op, paginas))]
        panelen += [] if is_communicatie(user) else [AfsprakenPanel(35, aantallen)]
    if aantallen.get("gepland"):
        panelen.append(GeplandPanel(13 if is_communicatie(user) else 31))
    if aantal := aantallen.get("brieven"):
        panelen.append(BrievenPanel(aantal))
    if user.is_superuser and MisluktPanel.berichten().exists():
        panelen.append(MisluktPanel())
    return panelen


def _aantallen(user) -> dict[str, int]:
    """What the panels below count, in one query; nothing for who neither is of communications nor writes for a kern."""
    if not (is_communicatie(user) or kernen_van(user)):
        return {}
    vragen: dict[str, QuerySet] = {
        "brieven": brieven_van(user).wacht(),
        "te_laat": afspraken_van(user).te_laat(vandaag()),
        "terug": teruggestuurd_aan(user),
        "gepland": gepland_voor(user),
    }
    if is_communicatie(user):
        vragen["voorgesteld"] = Uitnodiging.objects.voorgesteld()
    return tel(vragen)


def _kreeg_terug(user) -> list[WorkflowState]:
    """What a colleague of communications sent back to this one, who writes for every kern."""
    staten = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user)
    staten = list(staten.select_related("current_task_state__finished_by").order_by("-created_at"))
    paginas = Page.objects.in_bulk([int(staat.object_id) for staat in staten])
    for staat in staten:
        staat.pagina = paginas.get(int(staat.object_id))
    return [staat for staat in staten if staat.pagina]


class WachtPanel(Paneel):
    name = "wacht"
    template_name = "werkplek/panel_wacht.html"
    order = 10

    def __init__(self, voorgesteld: int) -> None:
        self.voorgesteld = voorgesteld

    def gegevens(self, request: HttpRequest) -> dict:
        volgorde = kies_volgorde(request)
        wachtend = op_volgorde(wat_wacht(vandaag()), volgorde)
        return {
            "rijen": [
                (eerste, mag_goedkeuren(request.user, eerste.wacht, eerste.pagina), aantal)
                for eerste, aantal in per_reeks(wachtend)
            ],
            "per_kern": meer_van_een_kern(wachtend),
            "volgorde": volgorde,
            "volgordes": VOLGORDES,
            "verzoeken": IntrekVerzoek.objects.open().select_related("pagina", "door"),
            "voorgesteld": self.voorgesteld,
            "request": request,
            "csrf_token": get_token(request),
        }


class SnelPanel(Paneel):
    name = "snel"
    template_name = "werkplek/panel_snel.html"
    order = 20

    def gegevens(self, request: HttpRequest) -> dict:
        return {"kernen": [(kern, snelkoppelingen(kern)) for kern in kernen_van(request.user)]}


class BureauPanel(Paneel):
    name = "bureau"
    template_name = "werkplek/panel_bureau.html"
    order = 30

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau

    def gegevens(self, request: HttpRequest) -> dict:
        return {"bureau": self.bureau}


class TeruggestuurdPanel(BureauPanel):
    """What stands still until somebody here changes it, before everything else."""

    name = "teruggestuurd"
    template_name = "werkplek/panel_teruggestuurd.html"
    order = 15


class PaginasPanel(Paneel):
    name = "paginas"
    template_name = "werkplek/panel_paginas.html"
    order = 40

    def __init__(self, soorten: list[mijn_paginas.Soort]) -> None:
        self.soorten = soorten

    def gegevens(self, request: HttpRequest) -> dict:
        return {"soorten": self.soorten}


class AfsprakenPanel(Paneel):
    """What was said of agreements and waits, and what is late."""

    name = "afspraken"
    template_name = "werkplek/panel_afspraken.html"

    def __init__(self, order: int, aantallen: dict[str, int]) -> None:
        self.order, self.te_laat, self.terug = order, aantallen["te_laat"], aantallen["terug"]

    def gegevens(self, request: HttpRequest) -> dict:
        user = request.user
        return {
            "meldingen": te_bevestigen(user) if is_communicatie(user) else [],
            "te_laat": self.te_laat,
            "terug": self.terug,
            "csrf_token": get_token(request),
        }


class MisluktPanel(Paneel):
    """Mail that nobody will get unless somebody does something about it."""

    name = "mislukt"
    template_name = "werkplek/panel_mislukt.html"
    order = 5

    @staticmethod
    def berichten():
        return Bericht.objects.mislukt(timezone.now() - timedelta(days=30))

    def gegevens(self, request: HttpRequest) -> dict:
        return {"berichten": self.berichten()[:20]}


def snelkoppelingen(kern) -> list[tuple[str, str]]:
    """Links to the form of what can be made in a kern, and to that of its kernagenda, as (label, address)."""
    links = []
    kernagendas = []
    for lijst in lijsten_van(kern):
        if lijst.specific_class is KernagendaPage:
            kernagendas.append(("Kernagenda bijwerken", reverse("wagtailadmin_pages:edit", args=[lijst.pk])))
            continue
        for model in lijst.specific_class.allowed_subpage_models():
            soort = model._meta
            adres = reverse("wagtailadmin_pages:add", args=[soort.app_label, soort.model_name, lijst.pk])
            links += [(model.knop_nieuw, adres)] if model.knop_nieuw else []
    voorwoord = ("Woord vooraf in de nieuwsbrief", reverse("werkplek:voorwoord", args=[kern.pk]))
    return [*links, *kernagendas, voorwoord]

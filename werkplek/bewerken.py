"""Wagtail's screens for editing and deciding about a page, with what they need to do here.

Whatever is posted holds its page from before it is read until it is done: of two at the same moment, the second sees
what the first did.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from modelcluster.models import get_all_child_relations
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView, RevisionsUnscheduleView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Locale, Page, WorkflowState

from core.goedkeuring.besluiten import NET_VERANDERD, KanNiet
from core.goedkeuring.grendel import houd_paginas
from core.goedkeuring.rollen import is_communicatie
from core.talen.taal import taal_van
from core.tijd import vandaag
from kernpagina.verplaatst import Raad
from werkplek import meldingen, plannen
from werkplek.beslissen import Besluit, Opmerking
from werkplek.botsing import NietOverschrijven
from werkplek.intussen_weg import IntussenWeg
from werkplek.lijsten import Gevonden, PaginasLijst
from werkplek.maken import MaakPagina, onder_sleutel
from werkplek.mijn_paginas import BEGIN_MET, begin_met
from werkplek.missers import BewaartWatKan, Scherm
from werkplek.niets_anders import GeenLeegConcept, NietsAnders, geen_leeg_concept, weiger_wat_al_online_staat
from werkplek.niets_te_doen import NietsTeDoen
from werkplek.nog_een import BegintMetNogEen
from werkplek.twijfels import twijfels
from werkplek.veranderd import toon_vaste_pagina
from werkplek.verder import GaatVerder
from werkplek.weggehaald import weggehaald


class KlaarIsNaarHuis(Scherm):
    """For Wagtail's screens that make and edit a page: what is done for now, leads to where one's work lies. What may not
    be meant so is said there.
    """

    def redirect_and_remain(self) -> HttpResponse:
        self._noem_twijfels()
        return super().redirect_and_remain()

    def redirect_away(self) -> HttpResponse:
        self._noem_twijfels()
        if self.action_name in ("submit", "restart_workflow", "perform_workflow_action"):
            return redirect("wagtailadmin_home")
        return super().redirect_away()

    def _noem_twijfels(self) -> None:
        if self.request.POST.get("workflow-action-name") == "reject":
            # With what may not be meant so, that is for who wrote it.
            return
        keurt = self.action_name == "perform_workflow_action"
        raad = [(een.keurder if keurt else een.schrijver) for een in self._twijfels()]
        for zin in [*self.form.opmerkingen(), *raad]:
            messages.warning(self.request, zin)

    def _twijfels(self) -> list[Raad]:
        return twijfels(self.page, self._online, vandaag())

    @cached_property
    def _online(self) -> Page | None:
        return type(self.page).objects.live().filter(pk=self.page.pk).first()


class BewerkPagina(
    IntussenWeg,
    GeenLeegConcept,
    GaatVerder,
    NietOverschrijven,
    NietsTeDoen,
    BewaartWatKan,
    KlaarIsNaarHuis,
    EditView,
):
    def dispatch(self, request: HttpRequest, page_id: int, **kwargs) -> HttpResponse:
        if request.method != "POST":
            return super().dispatch(request, page_id, **kwargs)
        with transaction.atomic(), onder_sleutel(request):
            houd_paginas([page_id])
            return super().dispatch(request, page_id, **kwargs)

    @cached_property
    def is_cancelling_workflow(self) -> bool:
        """Only of what still waits: sent back, the page is with its writer already, and its remark has to stay."""
        return bool(self.page.workflow_in_progress and super().is_cancelling_workflow)

    def get_object(self) -> Page:
        """Its versions were read already, and its language is known; the form says who wrote them, and when."""
        pagina = super().get_object()
        pagina.locale = Locale(pk=pagina.locale_id, language_code=taal_van(pagina.locale_id))
        versie = self.real_page_record.latest_revision
        if versie and versie.user_id == self.request.user.pk:
            versie.user = self.request.user
        for naam in ("latest_revision", "live_revision"):
            if versie and getattr(pagina, f"{naam}_id") == versie.pk:
                setattr(pagina, naam, versie)
        return pagina

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        # Fields that can be typed in while nothing is kept, are no form.
        if self.locked_for_user:
            return toon_vaste_pagina(request, self.page, self.lock)
        begin_met(self.page, request.GET.get(BEGIN_MET))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        staat = self.page.current_workflow_state
        terug = staat and staat.status == WorkflowState.STATUS_NEEDS_CHANGES
        opmerking = staat.current_task_state if terug else None
        weg = weggehaald([self.real_page_record]).get(self.page.pk)
        context = {**super().get_context_data(**kwargs), "teruggestuurd": opmerking, "weg": weg}
        # Communications comes here from the front page as well, and may approve here without seeing what is different.
        if staat and not opmerking and is_communicatie(self.request.user):
            eigen = staat.requested_by_id == self.request.user.pk
            context["twijfels"] = [een.schrijver if eigen else een.keurder for een in self._twijfels()]
        return context

    def form_valid(self, form) -> HttpResponse:
        if antwoord := self.niets_te_doen(form):
            return antwoord
        try:
            with transaction.atomic():
                if self.action_name == "perform_workflow_action" and self.is_out_of_date:
                    raise KanNiet(NET_VERANDERD)
                if self.action_name == "submit":
                    weiger_wat_al_online_staat(self.request, self._online, form.save(commit=False))
                return super().form_valid(form)
        except KanNiet as reden:
            # What was typed stays in the form. Where that is what is online, there is nothing to keep.
            meldingen.kan_niet(self.request, self.page, reden)
            meldingen.toon_opmerking(self.request, self.page.pk)
            self.has_unsaved_changes = not isinstance(reden, NietsAnders)
            if not self.has_unsaved_changes:
                geen_leeg_concept(self.request, self.page)
            return self.render_to_response(self.get_context_data())

    def form_invalid(self, form) -> HttpResponse:
        if form.is_valid() and self.was_al_gedaan(form):
            return self.naar_wat_wacht()
        return super().form_invalid(form)

    def perform_workflow_action(self) -> HttpResponse:
        self.wachtte = self.page.current_workflow_task_state
        try:
            return super().perform_workflow_action()
        except KanNiet:
            raise
        except PermissionDenied:
            # Who changes the text doesn't approve it: the change is kept, and a colleague looks.
            if self.page.current_workflow_task_state == self.wachtte:
                raise
            self.run_hook("after_edit_page", self.request, self.page)
            return self.naar_wat_wacht()

    def add_save_confirmation_message(self) -> None:
        if self.action_name == "perform_workflow_action":
            meldingen.na_besluit(self.request, self.wachtte.pk)
        else:
            super().add_save_confirmation_message()
            if "action-workflow-action" in self.request.POST:
                # There was nothing left to decide, and what was changed in the form is kept.
                meldingen.hoe_het_staat(self.request, self.page, hier=True)


class TerugNaarVersie(RevisionsRevertView, BewerkPagina):
    pass


class NogEensHetzelfde(BewerkPagina):
    """The form of a new page, sent again: it holds all rows, also those that were made of it before it knew their ids."""

    def get_object(self) -> Page:
        pagina = super().get_object()
        for relatie in get_all_child_relations(pagina):
            naam = relatie.get_accessor_name()
            if f"{naam}-TOTAL_FORMS" in self.request.POST:
                rijen = getattr(pagina, naam)
                genoemd = {
                    w for n, w in self.request.POST.items() if n.startswith(f"{naam}-") and n.endswith("-id")
                }
                rijen.set([rij for rij in rijen.all() if str(rij.pk) in genoemd])
        return pagina


class NieuwePagina(GaatVerder, BewaartWatKan, KlaarIsNaarHuis, BegintMetNogEen, MaakPagina):
    bewerk_scherm = NogEensHetzelfde

    def submit_action(self) -> HttpResponse:
        try:
            return super().submit_action()
        except KanNiet as reden:
            # The page is there, as a draft.
            messages.error(self.request, str(reden))
            return redirect("wagtailadmin_pages:edit", self.page.pk)


class Afplannen(RevisionsUnscheduleView):
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            plannen.annuleer(self.revision, request.user)
            zin = f"De planning is geannuleerd: {self.revision.object_str}. Wie de pagina indiende, krijgt een mail."
            messages.success(request, zin)
        except KanNiet as reden:
            messages.info(request, str(reden))
        return redirect(self.get_next_url())


class Paginas(PageViewSet):
    add_view_class = NieuwePagina
    edit_view_class = BewerkPagina
    index_view_class = PaginasLijst
    search_view_class = Gevonden
    revisions_unschedule_view_class = Afplannen
    revisions_revert_view_class = TerugNaarVersie
    workflow_action_view_class = Besluit
    collect_workflow_action_data_view_class = Opmerking

"""wagtail-localize's views, without the ways in which they put text live or go past the checks of `vertalen.zinnen`."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from core.talen.taal import BRONTAAL, taal_van
from vertalen.invullen import GeenPo, uit_po
from vertalen.machine import MachineZwijgt, machine_voor, stel_voor
from vertalen.zinnen import schrijf, tel, zinnen_van

ZWIJGT = "De vertaalmachine antwoordt niet. Probeer het later nog eens, of vertaal zelf."
MELDINGEN_HOOGSTENS = 10


def mag_bewerken(user, pagina: Page) -> None:
    if not pagina.permissions_for_user(user).can_edit():
        raise PermissionDenied


def om_te_schrijven(request: HttpRequest, translation_id: int, **eisen) -> tuple[Translation, Page]:
    """A translation with its page, for who may edit that page. Raises Http404 and PermissionDenied."""
    vertaling = get_object_or_404(Translation, pk=translation_id, **eisen)
    try:
        pagina = vertaling.get_target_instance()
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    mag_bewerken(request.user, pagina)
    return vertaling, pagina


class PaginaVertalen(SubmitPageTranslationView):
    """Start a translation: of the Dutch page, by who may edit that, one page at a time.

    A translation of a translation would have two sources, and one into Dutch would be written over the source.
    """

    title = "Vertaal deze pagina"
    template_name = "vertalen/vertaal.html"

    def form_valid(self, form) -> HttpResponse:
        self.talen = form.cleaned_data["locales"]
        return super().form_valid(form)

    def get_success_message(self, locales: str) -> str:
        """Nobody else does it: where it goes on, for each language."""
        links = [
            (reverse("wagtailadmin_pages:edit", args=[self.object.get_translation(taal).pk]), str(taal))
            for taal in self.talen
        ]
        return format_html(
            "{} klaar om te vertalen: {}. Vertaal elke zin, of vraag het iemand die schrijft voor deze kern. Dien de "
            "vertaling daarna in. Je vindt haar terug op je beginscherm, bij ‘Mijn concepten’.",
            "De pagina staat" if len(links) == 1 else f"De pagina staat in {len(links)} talen",
            format_html_join(", ", '<a href="{}">{}</a>', links),
        )

    def get_object(self) -> Page:
        pagina = super().get_object().bron
        if taal_van(pagina.locale_id) != BRONTAAL:
            raise Http404
        mag_bewerken(self.request.user, pagina)
        return pagina

    def get_form(self):
        form = super().get_form()
        form.fields["include_subtree"].widget = form.fields["include_subtree"].hidden_widget()
        form.fields["include_subtree"].clean = lambda value: False
        return form


class BijwerkenForm(UpdateTranslationsForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # Hidden, and never true: the view below it asks for the value.
        self.fields["publish_translations"].widget = self.fields["publish_translations"].hidden_widget()
        self.fields["publish_translations"].clean = lambda value: False


class VertalingenBijwerken(UpdateTranslationsView):
    """Offer the new Dutch text to the translators. What is live stays as it is."""

    title = "Haal de nieuwe Nederlandse tekst op"

    def get_object(self):
        bron = super().get_object()
        mag_bewerken(self.request.user, bron.get_source_instance())
        return bron

    def get_success_url(self) -> str:
        # Wagtail takes a word for an address on this site; what to go to is a path.
        adres = super().get_success_url() or ""
        return adres if adres.startswith("/") else ""

    def get_form(self) -> BijwerkenForm:
        return BijwerkenForm(self.request.POST if self.request.method == "POST" else None)

    def form_valid(self, form: BijwerkenForm) -> HttpResponse:
        _zet_uit_zonder_pagina(self.object)
        met_machine = form.cleaned_data.pop("use_machine_translation", False)
        antwoord = super().form_valid(form)
        try:
            for vertaling in self.object.translations.filter(enabled=True) if met_machine else ():
                stel_voor(vertaling, self.request.user)
        except MachineZwijgt:
            messages.error(self.request, ZWIJGT)
        return antwoord


def _zet_uit_zonder_pagina(bron: TranslationSource) -> None:
    """Switch off what translates a page that was deleted: it would keep the new text from the other languages."""
    for vertaling in Translation.objects.filter(source=bron, enabled=True):
        try:
            vertaling.get_target_instance()
        except ObjectDoesNotExist:
            vertaling.enabled = False
            vertaling.save(update_fields=["enabled"])


def dicht(request: HttpRequest, **kwargs) -> HttpResponse:
    """What a translation can't be: a mirror of the Dutch page, or a page with links and pictures of its own."""
    raise PermissionDenied("Een vertaling is de tekst van de Nederlandse pagina, en verder niets.")


@require_http_methods(["PUT", "DELETE"])
def een_zin(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Write or take away one sentence (`value`); 400 with the reason when it can't be written."""
    vertaling, _ = om_te_schrijven(request, translation_id)
    segment = get_object_or_404(StringSegment, pk=string_segment_id, source_id=vertaling.source_id)
    sleutel = (segment.string_id, segment.context_id)
    zin = next(zin for zin in zinnen_van(vertaling) if (zin.string_id, zin.context_id) == sleutel)
    getypt = QueryDict(request.body).get("value", "") if request.method == "PUT" else ""
    try:
        schrijf(zin, getypt, request.user)
    except ValidationError as fout:
        return HttpResponse(" ".join(fout.messages), status=400, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


@require_http_methods(["POST"])
def po_bestand(request: HttpRequest, translation_id: int) -> HttpResponse:
    vertaling, pagina = om_te_schrijven(request, translation_id)
    bestand = request.FILES.get("file")
    try:
        if bestand is None:
            raise GeenPo("Kies eerst een bestand.")
        uitkomst = uit_po(vertaling, bestand.read(), request.user)
    except GeenPo as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, f"Uit het bestand overgenomen: {tel(uitkomst.gewijzigd)}.")
        meld(request, uitkomst.niet)
    return _terug(request, pagina)


def meld(request: HttpRequest, niet: list[str]) -> None:
    """Say what was left out, without a wall of messages."""
    for regel in niet[:MELDINGEN_HOOGSTENS]:
        messages.warning(request, regel)
    if niet[MELDINGEN_HOOGSTENS:]:
        messages.warning(request, f"En nog {len(niet) - MELDINGEN_HOOGSTENS}.")


@require_http_methods(["POST"])
def machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    vertaling, pagina = om_te_schrijven(request, translation_id)
    if machine_voor(vertaling) is None:
        raise Http404
    try:
        aantal = stel_voor(vertaling, request.user)
    except MachineZwijgt:
        messages.error(request, ZWIJGT)
    else:
        messages.success(request, f"De computer stelde {tel(aantal)} voor. Lees ze goed na.")
    return _terug(request, pagina)


def _terug(request: HttpRequest, pagina: Page) -> HttpResponse:
    volgende = get_valid_next_url_from_request(request)
    return redirect(volgende or reverse("wagtailadmin_pages:edit", args=[pagina.pk]))

"""wagtail-localize's views, without the ways in which they put text live, and the way to approval."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from vertalen.indienen import NogNietKlaar, dien_in
from vertalen.machine import MachineZwijgt

ZWIJGT = "De vertaalmachine antwoordt niet. Probeer het later nog eens, of vertaal zelf."


def _mag_bewerken(user, pagina: Page) -> None:
    if not pagina.permissions_for_user(user).can_edit():
        raise PermissionDenied


class PaginaVertalen(SubmitPageTranslationView):
    """Start a translation: of a page that one may edit, one page at a time."""

    title = "Vertaal deze pagina"

    def get_object(self) -> Page:
        pagina = super().get_object()
        _mag_bewerken(self.request.user, pagina)
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
        _mag_bewerken(self.request.user, bron.get_source_instance())
        return bron

    def get_form(self) -> BijwerkenForm:
        return BijwerkenForm(self.request.POST if self.request.method == "POST" else None)

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        try:
            return super().post(request, **kwargs)
        except MachineZwijgt:
            messages.error(request, ZWIJGT)
            return redirect(request.path)


def spiegelen(request: HttpRequest, page_id: int) -> HttpResponse:
    """ "Convert to alias" puts Dutch text live under another language: not here."""
    raise PermissionDenied("Een vertaling kan geen spiegel van de Nederlandse pagina worden.")


@require_POST
def machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    try:
        return edit_translation.machine_translate(request, translation_id)
    except MachineZwijgt:
        messages.error(request, ZWIJGT)
        return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


@require_POST
def indienen(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Submit the translation for approval."""
    vertaling = get_object_or_404(Translation, pk=translation_id, enabled=True)
    doel = vertaling.get_target_instance()
    try:
        dien_in(vertaling, request.user)
    except NogNietKlaar as fout:
        messages.error(request, f"Er ontbreken nog {fout.aantal} zinnen. Vertaal die eerst.")
    except ValidationError as fout:
        messages.error(request, "Dit past niet op de pagina: " + " ".join(fout.messages))
    else:
        messages.success(request, "De vertaling is ingediend. Communicatie kijkt ernaar.")
    return redirect("wagtailadmin_pages:edit", doel.pk)

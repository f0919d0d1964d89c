"""The screen to translate a page: every sentence beside the Dutch one, saved as a whole, then submitted."""

from itertools import groupby

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.ui.autosave import AutosaveIndicator
from wagtail.models import Page
from wagtail_localize.models import Translation

from core.goedkeuring.rollen import is_communicatie
from core.talen.taal import BRONTAAL, taal_van
from vertalen.indienen import NogNietKlaar, dien_in
from vertalen.invullen import Uitkomst, uit_formulier
from vertalen.machine import machine_voor
from vertalen.views import meld, om_te_schrijven
from vertalen.zinnen import Zin, tel, zinnen_van


def scherm(request: HttpRequest, pagina: Page) -> HttpResponse | None:
    """In the place of the edit form of a translated page; None for any other page."""
    if taal_van(pagina.locale_id) == BRONTAAL or pagina.alias_of_id:
        return None
    vertaling = Translation.objects.filter(
        source__object_id=pagina.translation_key,
        source__locale__language_code=BRONTAAL,
        target_locale_id=pagina.locale_id,
        enabled=True,
    ).first()
    if vertaling is None:
        return None
    return (
        bewaar(request, vertaling, pagina) if request.method == "POST" else _toon(request, vertaling, pagina)
    )


@require_http_methods(["POST"])
def indienen(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Save what was typed, and submit the translation for approval."""
    vertaling, pagina = om_te_schrijven(request, translation_id, enabled=True)
    return bewaar(request, vertaling, pagina, dien=True)


def bewaar(request: HttpRequest, vertaling: Translation, pagina: Page, *, dien: bool = False) -> HttpResponse:
    zinnen = zinnen_van(vertaling)
    uitkomst = uit_formulier(zinnen, request.POST, request.user)
    if not request.accepts("text/html"):
        return _vanzelf(zinnen, uitkomst)
    meld(request, uitkomst.niet)
    if fout := sum(bool(zin.fout) for zin in zinnen):
        messages.error(request, f"Bij {tel(fout)} klopt iets niet. De andere zijn bewaard.")
        if any(zin.botst for zin in zinnen):
            messages.warning(request, "Tot je zelf opnieuw bewaart, wordt hier niets vanzelf bewaard.")
        return _toon(request, vertaling, pagina, zinnen)
    if dien:
        _dien_in(request, vertaling)
    else:
        # Nearly all is saved by itself before somebody presses the button.
        hoeveel = f" Je veranderde {tel(uitkomst.gewijzigd)}." if uitkomst.gewijzigd else ""
        messages.success(request, f"Bewaard.{hoeveel}")
    return redirect("wagtailadmin_pages:edit", pagina.pk)


def _vanzelf(zinnen: list[Zin], uitkomst: Uitkomst) -> JsonResponse:
    """What Wagtail's script that saves by itself goes on with: as of the form of a page (werkplek/missers.py), which sentences
    aren't kept. What is still typed stays; the form learns which text that was written over."""
    missers = [
        {"zin": f"{zin.plek.veld}: {zin.fout}", "veld": zin.naam, "kwijt": True} for zin in zinnen if zin.fout
    ]
    missers += [{"zin": regel, "veld": "", "kwijt": True} for regel in uitkomst.niet]
    return JsonResponse({"success": True, "field_updates": uitkomst.afdrukken, "missers": missers})


def _dien_in(request: HttpRequest, vertaling: Translation) -> None:
    try:
        dien_in(vertaling, request.user)
    except NogNietKlaar as fout:
        messages.error(request, f"Nog niet ingediend: {tel(fout.aantal)} te vertalen.")
    except ValidationError as fout:
        messages.error(request, "Dit past niet op de pagina: " + " ".join(fout.messages))
    except PermissionDenied as fout:
        # With words it says what stands in the way, and what was typed is saved.
        if not str(fout):
            raise
        messages.error(request, str(fout))
    else:
        wie = "Een collega" if is_communicatie(request.user) else "Communicatie"
        messages.success(request, f"De vertaling is ingediend. {wie} kijkt ernaar.")


def _toon(
    request: HttpRequest, vertaling: Translation, pagina: Page, zinnen: list[Zin] | None = None
) -> HttpResponse:
    zinnen = zinnen_van(vertaling) if zinnen is None else zinnen
    bron = vertaling.source.get_source_instance()
    context = {
        "pagina": pagina,
        "pagina_rechten": pagina.permissions_for_user(request.user),
        "vertaling": vertaling,
        "bewerken": reverse("wagtailadmin_pages:edit", args=[pagina.pk]),
        "bron_bewerken": reverse("wagtailadmin_pages:edit", args=[bron.pk]),
        "taal": pagina.locale.language_code,
        "taalnaam": pagina.locale.get_display_name(),
        "groepen": [(kop, list(groep)) for kop, groep in groupby(zinnen, key=lambda zin: zin.plek.kop)],
        "machine": machine_voor(vertaling),
        "autosave_indicator": AutosaveIndicator(),
        # Over what somebody else wrote nothing goes by itself: first it has to be read.
        "vanzelf": not any(zin.botst for zin in zinnen),
        "onbewaard": any(zin.fout for zin in zinnen),
        "indienknop": _indienknop(pagina, request.user),
    }
    return render(request, "vertalen/scherm.html", context)


def _indienknop(pagina: Page, user) -> str:
    """What submitting does now: of what waits or is online only a change goes, and nobody approves their own."""
    hoe = "aan een collega geven" if is_communicatie(user) else "indienen bij Communicatie"
    return f"Wijziging {hoe}" if pagina.live or pagina.workflow_in_progress else hoe[:1].upper() + hoe[1:]

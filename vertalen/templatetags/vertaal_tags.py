"""What templates ask about a translation: on the page for a reader, and in the admin for who works on it."""

from django import template
from django.utils.translation import get_language_info
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation

from core.models import LijstPage
from core.talen.adres import adres_in_taal
from core.talen.taal import BRONTAAL, leestaal
from vertalen.basis import bron_is_nieuwer
from vertalen.indienen import na_het_indienen, stand_van
from vertalen.models import Vertaalbasis
from vertalen.zinnen import tel

register = template.Library()


@register.inclusion_tag("vertalen/taalmelding.html")
def taalmelding(pagina: Page | None) -> dict:
    """Tell a reader that this page is in Dutch, or that the Dutch text is newer than the translation."""
    if not pagina or leestaal() == BRONTAAL or _zonder_tekst(pagina):
        return {}
    vertaling = getattr(pagina, "vertaling", None)
    context = {
        "pagina": pagina,
        "adres_bron": adres_in_taal(pagina, BRONTAAL),
        "onvertaald": vertaling is None,
        "brontaal": BRONTAAL,
    }
    if vertaling:
        if vertaling.live:
            basis = Vertaalbasis.objects.filter(revisie=vertaling.live_revision_id).first()
            context["nieuwer_op"] = basis and basis.bron_gewijzigd_op
        else:
            context["machine"] = _machine_in_concept(vertaling)
    return context


def _zonder_tekst(pagina: Page) -> bool:
    """Whether nothing of it is text of editors, so that all of it is in the language that is being read."""
    return isinstance(pagina, LijstPage) and hasattr(pagina, "titel_van_site") and not pagina.inleiding


def _machine_in_concept(pagina: Page) -> bool:
    vertaling = Translation.objects.filter(
        source__object_id=pagina.translation_key, target_locale_id=pagina.locale_id
    ).first()
    return bool(vertaling and stand_van(vertaling).machine)


@register.inclusion_tag("vertalen/strook.html", takes_context=True)
def vertaalstrook(context: dict, vertaling: Translation, pagina: Page) -> dict:
    """How far the translation is, and what the next step is for this user: submit, approve, send back."""
    user = context["request"].user
    loopt = pagina.current_workflow_state
    teruggestuurd = loopt and loopt.status == WorkflowState.STATUS_NEEDS_CHANGES
    wacht = loopt.current_task_state if loopt and not teruggestuurd else None
    acties = {}
    if wacht:
        for actie, naam, _ in wacht.task.specific.get_actions(pagina, user):
            acties.setdefault(actie, naam)
    return {
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
        "vertaling": vertaling,
        "pagina": pagina,
        "stand": stand_van(vertaling),
        "bron_nieuwer": bron_is_nieuwer(vertaling),
        "wacht": wacht and wacht.specific,
        "later": (later := na_het_indienen(vertaling, pagina)) and tel(later),
        "teruggestuurd": loopt.current_task_state if teruggestuurd else None,
        # Approving first, as where what waits is read (werkplek/veranderd_knoppen.html).
        "acties": sorted(acties.items(), key=lambda actie: actie[0] != "approve"),
    }


@register.simple_tag
def taalnaam(code: str) -> str:
    """The name of a language in that language."""
    return get_language_info(code)["name_local"]

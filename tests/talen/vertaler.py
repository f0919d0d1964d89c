"""A translator for the tests: puts the language before each sentence, and leaves the markup as it is."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from core.goedkeuring.uitzondering import zonder_goedkeuring
from vertalen.indienen import maak_versie


def begin(pagina: Page, taal: str, user=None) -> Translation:
    """Start a translation, as the button "Vertaal deze pagina" does."""
    locale = Locale.objects.get(language_code=taal)
    translate_object(pagina, [locale], user=user)
    return Translation.objects.get(source__object_id=pagina.translation_key, target_locale=locale)


def vul_in(
    vertaling: Translation, user=None, hoe: Callable[[str], str] | None = None, soort: str = "manual"
) -> None:
    """Translate every sentence that has no translation yet."""
    taal = vertaling.target_locale.language_code
    hoe = hoe or (lambda zin: f"{taal}: {zin}")
    for segment in vertaling.source.stringsegment_set.select_related("string"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=vertaling.target_locale,
            context=segment.context,
            defaults={
                "data": hoe(segment.string.data),
                "translation_type": soort,
                "last_translated_by": user,
            },
        )


def haal_op(vertaling: Translation) -> None:
    """Fetch the new Dutch text, as "Haal de nieuwe tekst op" does."""
    TranslationSource.objects.get(pk=vertaling.source_id).update_from_db()


def vertaal(pagina: Page, taal: str, user=None, hoe: Callable[[str], str] | None = None) -> Page:
    """A live translation, put there by set-up."""
    with zonder_goedkeuring("tests"):
        vertaling = begin(pagina, taal, user)
        vul_in(vertaling, user, hoe)
        maak_versie(vertaling, user).publish()
    return vertaling.get_target_instance()


def publiceer(pagina: Page) -> Page:
    """Save a Dutch page as it is in memory, and put it live, by set-up."""
    with zonder_goedkeuring("tests"):
        pagina.save_revision().publish()
    return type(pagina).objects.get(pk=pagina.pk)


def besluit(client: Client, pagina: Page, actie: str, opmerking: str = "") -> None:
    """Press the button of this decision, as whoever is logged in."""
    wacht = pagina.current_workflow_task_state
    adres = reverse("wagtailadmin_pages:workflow_action", args=[pagina.pk, actie, wacht.pk])
    client.post(adres, {"comment": opmerking})


def keur_goed(client: Client, pagina: Page) -> None:
    besluit(client, pagina, "approve")

"""What an editor of one kern gets to see of another kern: nothing that isn't public.

Every GET address of the admin is tried, not a list of those that somebody thought of: a new version of Wagtail or a
new app brings new ones.
"""

from urllib.parse import urlencode

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Comment, Locale
from wagtail_localize.models import Translation, TranslationSource

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiDocument, BloeiImage

from .dorp import agenda_item

ZOEK = "boomgaard"
GEHEIM = "zegmaarniks"
VRAGEN = ("", urlencode({"q": ZOEK}), "export=csv")


@pytest.fixture
def geheimen(dorp) -> dict[str, list]:
    """A draft, a submitted page, a live page with a changed draft, files and comments in Beesd; ids by parameter."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    concept = agenda_item(dorp.agenda, f"Concept {ZOEK} {GEHEIM}", live=False, eigenaar=redacteur)
    ingediend = agenda_item(dorp.agenda, f"Ingediend {ZOEK} {GEHEIM}", live=False, eigenaar=redacteur)
    gewijzigd = agenda_item(dorp.agenda, "Openbaar", live=True, eigenaar=redacteur)
    versie = gewijzigd.get_latest_revision_as_object()
    versie.title = f"Nieuwe titel {ZOEK} {GEHEIM}"
    versie.save_revision(user=redacteur, log_action=True)
    ingediend.save_revision(user=redacteur, log_action=True)
    wacht = ingediend.get_workflow().start(ingediend, redacteur).current_task_state
    concept.locked = True
    concept.locked_by = redacteur
    concept.save()
    opmerking = Comment.objects.create(page=concept, user=redacteur, text=GEHEIM, contentpath="title")
    verzameling = Collection.objects.get(name="Beesd")
    foto = BloeiImage.objects.create(
        title=f"foto {ZOEK} {GEHEIM}", file=get_test_image_file(), alt_tekst=GEHEIM, collection=verzameling
    )
    document = BloeiDocument.objects.create(
        title=f"stuk {ZOEK} {GEHEIM}",
        file=ContentFile(GEHEIM.encode(), f"{GEHEIM}.txt"),
        collection=verzameling,
    )
    with zonder_goedkeuring("tests"):
        engels = Locale.objects.get_or_create(language_code="en")[0]
        bron, _ = TranslationSource.get_or_create_from_instance(gewijzigd)
        vertaling = Translation.objects.create(source=bron, target_locale=engels)
    paginas = [concept.pk, ingediend.pk, gewijzigd.pk, dorp.agenda.pk, dorp.beesd.pk]
    return {
        "page_id": paginas,
        "parent_page_id": [dorp.agenda.pk],
        "revision_id": [gewijzigd.get_latest_revision().pk, ingediend.get_latest_revision().pk],
        "revision_id_a": ["earliest"],
        "revision_id_b": ["latest"],
        "task_id": [wacht.task_id],
        "task_state_id": [wacht.pk],
        "workflow_state_id": [wacht.workflow_state_id],
        "action_name": ["approve", "reject"],
        "image_id": [foto.pk],
        "document_id": [document.pk],
        "comment_id": [opmerking.pk],
        "translation_id": [vertaling.pk],
        "translation_source_id": [bron.pk],
        "content_type_app_name": ["kernpagina"],
        "content_type_model_name": ["agendaitempage"],
        "app_label": ["wagtailcore", "core"],
        "model_name": ["page", "bloeiimage", "thema"],
        "pk": [concept.pk, gewijzigd.pk, foto.pk, document.pk],
        "object_id": [concept.pk],
        "session_id": [1],
        "endpoint": ["pages"],
        "filter_spec": ["max-100x100"],
        "mode": [""],
        "page_to_move_id": [concept.pk],
        "destination_id": [dorp.agenda.pk],
        "code": ["nl"],
        "user_id": [redacteur.pk],
        "collection_id": [verzameling.pk],
        "group_id": [1],
    }


def adressen(geheimen: dict[str, list]):
    """Every address under /cms/ that can be filled in with what we have, as (name, url)."""
    beheer = next(deel for deel in get_resolver().url_patterns if str(deel.pattern) == "cms/")
    for naam, parameters in _namen(beheer, []):
        keuzes = [geheimen.get(parameter) for parameter in parameters]
        if any(keuze is None for keuze in keuzes):
            yield naam, None
            continue
        for nummer in range(max((len(keuze) for keuze in keuzes), default=1)):
            waarden = {p: k[min(nummer, len(k) - 1)] for p, k in zip(parameters, keuzes, strict=True)}
            try:
                yield naam, reverse(naam, kwargs=waarden)
            except NoReverseMatch:
                yield naam, None


def _namen(knoop: URLResolver, ruimtes: list[str]):
    for deel in knoop.url_patterns:
        if isinstance(deel, URLResolver):
            yield from _namen(deel, [*ruimtes, deel.namespace] if deel.namespace else ruimtes)
        elif isinstance(deel, URLPattern) and deel.name:
            yield (
                ":".join([*ruimtes, deel.name]),
                list(deel.pattern.converters) or list(deel.pattern.regex.groupindex),
            )


def test_no_admin_address_shows_a_strangers_draft(dorp, geheimen):
    client = Client(raise_request_exception=False)
    client.force_login(dorp.gebruikers["redactie-heukelum"])
    gezien, lekken = set(), []
    for naam, url in adressen(geheimen):
        if url is None or "logout" in naam:
            continue
        for vraag in VRAGEN:
            antwoord = client.get(f"{url}?{vraag}" if vraag else url)
            tekst = b"".join(antwoord) if antwoord.streaming else antwoord.content
            if GEHEIM in tekst.decode(errors="replace"):
                lekken.append((naam, url, vraag))
        gezien.add(naam)
    assert len(gezien) > 120
    print("LEK", *lekken, sep="\n")
    assert lekken == []

"""What one village keeps to itself, for the tests of what another gets to see. `GEHEIM` is in all of it."""

from uuid import uuid4

from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Comment, Locale
from wagtail_localize.models import Translation, TranslationSource

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiDocument, BloeiImage
from kernpagina.models import Afspraak, AfspraakMelding
from tests.dorp import Dorp, agenda_item

ZOEK = "boomgaard"
GEHEIM = "zegmaarniks"


def maak_geheimen(dorp: Dorp) -> dict[str, list]:
    """A draft, a submitted page, a live page with a changed draft, files and comments in Beesd; ids by parameter."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    # Who writes for a village is known there and at communications, not in the next village.
    redacteur.first_name = f"Sam {GEHEIM}"
    redacteur.save()
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
    # The same title as what is live: the explorer of every village may name this page.
    stil = agenda_item(dorp.agenda, "Openbaar en stil", live=True, eigenaar=redacteur)
    versie = stil.get_latest_revision_as_object()
    versie.samenvatting = f"{ZOEK} {GEHEIM}"
    versie.save_revision(user=redacteur, log_action=True)
    Comment.objects.create(page=stil, user=redacteur, text=GEHEIM, contentpath="title")
    opmerking = Comment.objects.create(page=concept, user=redacteur, text=GEHEIM, contentpath="title")
    verzameling = Collection.objects.get(name="Beesd")
    foto = BloeiImage.objects.create(
        title=f"foto {ZOEK} {GEHEIM}",
        file=get_test_image_file(),
        alt_tekst=GEHEIM,
        collection=verzameling,
        uploaded_by_user=redacteur,
    )
    document = BloeiDocument.objects.create(
        title=f"stuk {ZOEK} {GEHEIM}",
        file=ContentFile(GEHEIM.encode(), f"{GEHEIM}.txt"),
        collection=verzameling,
    )
    for bestand in (foto, document):
        bestand.tags.add(f"{ZOEK} {GEHEIM}")
    with zonder_goedkeuring("tests"):
        engels = Locale.objects.get_or_create(language_code="en")[0]
        bron, _ = TranslationSource.get_or_create_from_instance(gewijzigd)
        vertaling = Translation.objects.create(source=bron, target_locale=engels)
    afspraak = Afspraak.objects.create(
        agenda_item=gewijzigd, kenmerk=uuid4(), punt=uuid4(), volgorde=0, wat="Bankje"
    )
    melding = AfspraakMelding.objects.create(
        agenda_item=gewijzigd, afspraak=afspraak.kenmerk, stand="gedaan", uitleg=GEHEIM, gemeld_door=redacteur
    )
    met_versies = (concept, ingediend, gewijzigd, stil)
    paginas = [*(pagina.pk for pagina in met_versies), dorp.agenda.pk, dorp.beesd.pk]
    return {
        "page_id": paginas,
        "parent_page_id": [dorp.agenda.pk],
        "revision_id": [pagina.get_latest_revision().pk for pagina in met_versies],
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
        "kenmerk": [afspraak.kenmerk],
        "melding_id": [melding.pk],
    }

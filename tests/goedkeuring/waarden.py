"""What to fill in for each parameter of an address of the admin: something that waits, wherever it can."""

from uuid import uuid4

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import TaskState, UploadedFile, WorkflowState
from wagtail_localize.models import OverridableSegment, StringSegment

from core.models import Thema, User
from inwoners.mensen import zorg_voor_inwoner
from kernpagina.models import Afspraak, AfspraakMelding
from meedoen.models import InwonerVraag, Reactie
from tests.meedoen.hulp import oproep_in
from volgen.models import Kanaal, Voorwoord
from volgen.voorwoorden import volgende_dag
from werkplek.models import IntrekVerzoek, Uitnodiging

from .wereld import GEHEIM, Wereld


def waarden(w: Wereld) -> dict[str, list]:
    """What to fill in for each parameter of an address; with the first part of its name before it, for there only."""
    dorp = w.dorp
    wacht = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).first()
    verzoek = IntrekVerzoek.objects.create(
        pagina=w.pagina("live-concept").page_ptr, door=dorp.gebruikers["redactie-beesd"], reden=GEHEIM
    )
    uitnodiging = Uitnodiging.objects.create(
        naam=GEHEIM, email="jan@example.nl", groep=Group.objects.get(name="Communicatie")
    )
    kanaal = Kanaal.objects.create(naam="Dorpssite", voorbeeld_adres="https://dorp.example/voorbeeld")
    upload = UploadedFile.objects.create(file=ContentFile(b"x", "x.txt"))
    staten = ("live-concept", "ingediend", "concept")
    paginas = [w.pk[staat] for staat in staten]
    versies = [w.pagina(staat).latest_revision_id for staat in staten]
    thema = Thema.objects.first().pk
    afspraak = Afspraak.objects.create(
        agenda_item=w.pagina("live-concept"), kenmerk=uuid4(), punt=uuid4(), volgorde=0, wat="Bankje"
    )
    return {
        "page_id": paginas,
        "page_to_move_id": paginas,
        "page_pk": [dorp.agenda.pk],
        "parent_page_id": [dorp.agenda.pk],
        "destination_id": [dorp.agenda_heukelum.pk],
        "revision_id": versies,
        "revision_id_a": ["live"],
        "revision_id_b": ["latest"],
        "task_id": [wacht.task_id],
        "task_state_id": [wacht.pk],
        "workflow_state_id": [wacht.workflow_state_id],
        "workflow_pk": [WorkflowState.objects.get(pk=wacht.workflow_state_id).workflow_id],
        "action_name": ["approve", "publish", "copy"],
        "action": ["publish", "move", "delete", "unpublish"],
        "content_type_app_name": ["kernpagina"],
        "content_type_model_name": ["agendaitempage"],
        "app_name": ["core"],
        "app_label": ["wagtailcore", "core", "kernpagina"],
        "model_name": ["page", "thema", "agendaitempage"],
        "wagtailsettings.model_name": ["gemeenteinstellingen"],
        "wagtailadmin_workflows.app_label": ["core"],
        "wagtailadmin_workflows.model_name": ["goedkeuringtask"],
        "pk": paginas,
        "wagtailadmin_api.pk": [*paginas, w.foto.pk, w.document.pk],
        "wagtailsnippets_core_thema.pk": [thema],
        "wagtailsnippetchoosers_core_thema.pk": [thema],
        "wagtailusers_users.pk": [User.objects.get(username="communicatie").pk],
        "wagtailusers_groups.pk": [Group.objects.get(name="Communicatie").pk],
        "wagtailadmin_collections.pk": [w.foto.collection_id],
        "wagtaillocales.pk": [w.vertaling.target_locale_id],
        "wagtailsites.pk": [1],
        "wagtailadmin_workflows.pk": [wacht.task_id, WorkflowState.objects.first().workflow_id],
        "collection_id": [w.foto.collection_id],
        "object_id": paginas,
        "session_id": [1],
        "image_id": [w.foto.pk],
        "document_id": [w.document.pk],
        "doc_id": [w.document.pk],
        "uploaded_file_id": [upload.pk],
        "filter_spec": ["max-100x100"],
        "translation_id": [w.vertaling.pk],
        "translation_source_id": [w.vertaling.source_id],
        "string_segment_id": [StringSegment.objects.filter(source=w.vertaling.source).first().pk],
        "overridable_segment_id": list(OverridableSegment.objects.values_list("pk", flat=True)[:1]) or [1],
        "mode": [""],
        "redirect_id": [1],
        "verzoek_id": [verzoek.pk],
        "uitnodiging_id": [uitnodiging.pk],
        "user_id": [dorp.gebruikers["redactie-beesd"].pk],
        "reactie_id": [_reactie(dorp.beesd).pk],
        "vraag_id": [_vraag(dorp.beesd).pk],
        "kenmerk": [afspraak.kenmerk],
        "melding_id": [_melding(afspraak).pk],
        "kern_id": [dorp.beesd.pk],
        "voorwoord_id": [_voorwoord(dorp).pk],
        "kanaal_id": [kanaal.pk],
        "wagtailsnippets_volgen_kanaal.pk": [kanaal.pk],
        "wagtailsnippetchoosers_volgen_kanaal.pk": [kanaal.pk],
        "hoofdstuk": ["redactie"],
        "uidb64": ["MQ"],
        "token": ["x-y"],
    }


def _melding(afspraak: Afspraak) -> AfspraakMelding:
    """Somebody said how it goes, and nobody confirmed it."""
    return AfspraakMelding.objects.create(
        agenda_item=afspraak.agenda_item, afspraak=afspraak.kenmerk, stand="gedaan", uitleg=GEHEIM
    )


def _reactie(kern) -> Reactie:
    """One that waits to be read, and says what nobody may read yet."""
    oproep = oproep_in(kern, slug="wacht-op-lezen", title="Denk mee")
    return Reactie.objects.create(
        oproep=oproep, inwoner=zorg_voor_inwoner(None, f"Ria {GEHEIM}"), tekst=GEHEIM, stand="bevestigd"
    )


def _vraag(kern) -> InwonerVraag:
    """A question that waits for an answer: nobody reads it but who may answer."""
    inwoner = zorg_voor_inwoner(None, f"Jan {GEHEIM}")
    velden = {"tekst": GEHEIM, "stand": "ontvangen", "ontvangen_op": timezone.now()}
    return InwonerVraag.objects.create(pagina=kern, over="Plein", inwoner=inwoner, **velden)


def _voorwoord(dorp) -> Voorwoord:
    """A few words for the newsletter that nobody read yet."""
    dag = volgende_dag(timezone.now())
    schrijver = dorp.gebruikers["redactie-beesd"]
    return Voorwoord.objects.create(kern=dorp.beesd.pk, dag=dag, tekst=GEHEIM, geschreven_door=schrijver)

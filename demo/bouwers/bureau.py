"""Work in progress: what editors are writing and what waits for communications, as long as the demo says."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from core.models import User
from demo.bouwers.agenda import maak_item
from demo.bouwers.dagen import Dagen
from demo.bouwers.kernen import zoek_kern
from demo.inhoud.bureau import BUREAU, Werk
from kernpagina.models import AgendaPage

TERUGGESTUURD_DOOR = "communicatie"


def leg_werk_neer(dagen: Dagen) -> None:
    """Make the pages of the desks the way people do: saved, submitted and sent back, by the demo's accounts."""
    for werk in BUREAU:
        leg_neer(werk, dagen)


def leg_neer(werk: Werk, dagen: Dagen) -> None:
    redacteur = User.objects.get(username=werk.redacteur)
    pagina = _schrijf(werk, redacteur, dagen)
    if werk.ingediend:
        staat = pagina.get_workflow().start(pagina, redacteur)
        if werk.opmerking:
            door = User.objects.get(username=TERUGGESTUURD_DOOR)
            staat.current_task_state.specific.reject(user=door, comment=werk.opmerking)
    _zet_terug_in_de_tijd(pagina, timedelta(days=werk.dagen_geleden))


def ruim_werk_op() -> None:
    for werk in BUREAU:
        kern = zoek_kern(werk.kern)
        for pagina in Page.objects.descendant_of(kern).filter(slug=werk.gegevens["slug"]).specific():
            pagina.delete()


def _schrijf(werk: Werk, redacteur: User, dagen: Dagen) -> Page:
    ouder = AgendaPage.objects.descendant_of(zoek_kern(werk.kern)).get()
    pagina = maak_item(dict(werk.gegevens), dagen, {})
    pagina.live, pagina.owner = False, redacteur
    ouder.add_child(instance=pagina)
    pagina.save_revision(user=redacteur, clean=False)
    return pagina


def _zet_terug_in_de_tijd(pagina: Page, geleden: timedelta) -> None:
    toen = timezone.now() - geleden
    Revision.objects.for_instance(pagina).update(created_at=toen)
    Page.objects.filter(pk=pagina.pk).update(latest_revision_created_at=toen)
    staten = pagina.workflow_states.all()
    TaskState.objects.filter(workflow_state__in=staten).update(started_at=toen)
    TaskState.objects.filter(workflow_state__in=staten, finished_at__isnull=False).update(finished_at=toen)
    staten.update(created_at=toen)

"""Work in progress at the editorial desks, so that the panels of editors and communications have something to show."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, TaskState

from berichten.models import Bericht
from core.models import User
from demo.bouwers.dagen import Dagen
from kernpagina.models import AgendaItemPage, AgendaPage, KernPage
from werkplek.intrekken import vraag_intrekking
from werkplek.models import IntrekVerzoek

# Kern, title, place, summary, the day it is on, how many days ago it was submitted (None: still a draft), and the
# remark with which it was sent back.
WERK = (
    ("beesd", "Klussen in de speeltuin", "Speeltuin", "We verven samen de toestellen.", ("za", 4), 12, ""),
    ("heukelum", "Koffie met de wijkagent", "Dorpshuis", "Vertel wat je ziet in de buurt.", ("wo", 3), 4, ""),
    ("heukelum", "Zomermarkt", "Rond de stadswal", "Kramen, muziek en spelletjes.", ("za", 6), 0, ""),
    (
        "beesd",
        "Filmavond",
        "Dorpshuis",
        "Een film voor jong en oud.",
        ("vr", 4),
        3,
        "Zet erbij wat een kaartje kost.",
    ),
    ("beesd", "Wandelen langs de Linge", "Kerkplein", "Een rondje van een uur.", ("zo", 2), None, ""),
)
WEGHALEN = ("heukelum", "Deze avond is verzet. We zetten er later een nieuwe neer.")


def bouw_redactiewerk(dagen: Dagen) -> None:
    """Make drafts, submissions and one request to take a page off. Needs the accounts; writes no mail."""
    keurder = User.objects.get(username="communicatie")
    for kern, titel, locatie, samenvatting, dag, geleden, opmerking in WERK:
        redacteur = User.objects.get(username=f"redactie-{kern}")
        item = (
            AgendaPage.objects.child_of(_kern(kern))
            .get()
            .add_child(
                instance=AgendaItemPage(
                    title=titel,
                    locatie=locatie,
                    samenvatting=samenvatting,
                    begin=dagen.moment(dag, "19:30"),
                    live=False,
                    has_unpublished_changes=True,
                    owner=redacteur,
                )
            )
        )
        item.save_revision(user=redacteur)
        if geleden is not None:
            _dien_in(item, redacteur, geleden)
        if opmerking:
            item.current_workflow_task_state.reject(user=keurder, comment=opmerking)
    kern, reden = WEGHALEN
    item = AgendaItemPage.objects.descendant_of(_kern(kern)).live().order_by("-begin").first()
    vraag_intrekking(item, User.objects.get(username=f"redactie-{kern}"), reden)
    # It all happened a while ago.
    Bericht.objects.filter(verzonden_op=None).update(verzonden_op=timezone.now())


def ruim_redactiewerk_op() -> None:
    """Delete what `bouw_redactiewerk` made."""
    IntrekVerzoek.objects.filter(reden=WEGHALEN[1]).delete()
    for kern, titel, *_ in WERK:
        for item in AgendaItemPage.objects.descendant_of(_kern(kern)).filter(title=titel):
            item.delete()


def _kern(slug: str) -> KernPage:
    return KernPage.objects.get(slug=slug, locale__language_code="nl")


def _dien_in(item: Page, redacteur: User, geleden: int) -> None:
    staat = item.get_workflow().start(item, redacteur)
    toen = timezone.now() - timedelta(days=geleden)
    type(staat).objects.filter(pk=staat.pk).update(created_at=toen)
    TaskState.objects.filter(workflow_state=staat).update(started_at=toen)

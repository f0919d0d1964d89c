"""Who hears of what happens to a page. Each function writes mail into the outbox, once per event and person."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState

from berichten.models import Soort
from berichten.post import schrijf, wil_post
from berichten.verzamelen import meld
from core.goedkeuring.besluiten import betrokkenen
from core.goedkeuring.bewaking import EindeVoorbij
from core.goedkeuring.rollen import communicatie_leden
from core.models import Goedkeuring, User
from kernpagina.keuzes import AgendaStatus, MeldingBesluit
from kernpagina.models import Afspraak, AfspraakMelding
from kernpagina.redactie import redacteuren_van
from werkplek.bellen import wie_te_bellen
from werkplek.models import IntrekVerzoek
from werkplek.onderweg import veranderd_voor, wijziging_van

_bundel: ContextVar[list | None] = ContextVar("in_een_mail", default=None)


def ingediend(wacht: TaskState, user) -> None:
    """A page was submitted: everyone of communications who may approve it hears, together with what else comes in."""
    for lid in communicatie_leden().exclude(pk__in=betrokkenen(wacht)):
        meld(f"ingediend:{wacht.pk}", Soort.INGEDIEND, lid, {"wacht": wacht.pk})


def stand_gemeld(melding: AfspraakMelding) -> None:
    """Somebody said how it goes with an agreement: who may confirm it hears, in the same mail as what was submitted."""
    for lid in communicatie_leden().exclude(pk=melding.gemeld_door_id):
        meld(f"afspraak:{melding.pk}", Soort.INGEDIEND, lid, {"afspraak": melding.pk})


def stand_besloten(melding: AfspraakMelding) -> None:
    """What somebody said of an agreement was confirmed or sent back: they hear, in the mail of what was approved."""
    if melding.gemeld_door is None:
        return
    over = Afspraak.objects.filter(agenda_item=melding.agenda_item_id, kenmerk=melding.afspraak)
    adres = reverse("werkplek:afspraak", args=[melding.agenda_item_id, melding.afspraak])
    gegevens = {
        "afspraak": over.values_list("wat", flat=True).first() or "Een afspraak",
        "wie": str(melding.besloten_door or "Communicatie"),
        "bevestigd": melding.besluit == MeldingBesluit.BEVESTIGD,
        "opmerking": melding.opmerking,
        "link": settings.WAGTAILADMIN_BASE_URL + adres,
    }
    meld(f"besloten:{melding.pk}", Soort.GOEDGEKEURD, melding.gemeld_door, gegevens)


def goedgekeurd(staat: WorkflowState, user) -> None:
    """A page was approved: the editor hears whether it is online already, together with what else was approved."""
    wacht = staat.current_task_state.specific
    tekst = wacht.revision.as_object()
    online = tekst.live_revision_id == wacht.revision_id
    # What was just published is the page as it stands; what is planned isn't.
    pagina = tekst if online else type(tekst)._base_manager.get(pk=tekst.pk)
    gepland = None if online else wacht.revision.approved_go_live_at
    gegevens = {
        "titel": tekst.title,
        "wie": str(user or "Bloei!"),
        "opmerking": wacht.comment,
        "later": gepland,
        "eerder": pagina.live if gepland else pagina.first_published_at != pagina.last_published_at,
        "afgelast": is_afgelast(tekst),
        "gewijzigd": getattr(tekst, "status", "") == AgendaStatus.GEWIJZIGD,
        "link": bewerk_link(pagina) if gepland else pagina.full_url or bewerk_link(pagina),
        **wie_te_bellen(pagina),
    }
    wijziging = wijziging_van(wacht)
    for redacteur in _redacteuren(staat, user):
        eigen = wijziging.voor(redacteur) if wijziging else {}
        meld(f"goedgekeurd:{wacht.pk}", Soort.GOEDGEKEURD, redacteur, gegevens | eigen)


def teruggestuurd(staat: WorkflowState, user) -> None:
    """A page was sent back with a remark."""
    bundel = _bundel.get()
    if bundel is None:
        for redacteur in _redacteuren(staat, user):
            _vertel_teruggestuurd([staat], user, redacteur)
    else:
        bundel.append((staat, user))


@contextmanager
def in_een_mail() -> Generator[None]:
    """What is sent back in here with one remark, is told in one mail to each. In the transaction of the caller."""
    bundel: list[tuple[WorkflowState, Any]] = []
    oud = _bundel.set(bundel)
    try:
        yield
    finally:
        _bundel.reset(oud)
    per_redacteur: dict[Any, list[WorkflowState]] = {}
    for staat, user in bundel:
        for redacteur in _redacteuren(staat, user):
            per_redacteur.setdefault(redacteur, []).append(staat)
    for redacteur, staten in per_redacteur.items():
        _vertel_teruggestuurd(staten, bundel[0][1], redacteur)


def _vertel_teruggestuurd(staten: list[WorkflowState], user, redacteur) -> None:
    wacht = staten[0].current_task_state.specific
    paginas = [staat.current_task_state.revision.as_object() for staat in staten]
    context = _over(paginas[0], user) | {
        "onderwerp": f"Graag aanpassen: {paginas[0].title}",
        "opmerking": wacht.comment,
        "link": bewerk_link(paginas[0]),
        "ook": [(kop_met_dag(pagina), bewerk_link(pagina)) for pagina in paginas[1:]],
        **veranderd_voor(wacht, redacteur),
    }
    schrijf(f"teruggestuurd:{wacht.pk}", Soort.TERUGGESTUURD, redacteur, context)


def kop_met_dag(pagina: Any) -> str:
    return f"{pagina.title}, {moment}" if (moment := pagina.tijdstip()) else pagina.title


def gepland_gepubliceerd(pagina: Page, versie: Revision) -> None:
    """A page went live at the time that was planned; who submitted it hears."""
    for redacteur in _van_goedkeuring(versie):
        context = _over(pagina, None) | {
            "onderwerp": f"Staat online: {kop(pagina.title, is_afgelast(pagina))}",
            "link": pagina.full_url or bewerk_link(pagina),
            **wie_te_bellen(pagina),
        }
        schrijf(f"gepubliceerd:{versie.pk}", Soort.GEPUBLICEERD, redacteur, context)


def met_spoed(pagina: Page, user) -> None:
    """A page was published with haste; who wrote it hears."""
    context = _over(pagina, user) | {
        "onderwerp": f"Staat online: {kop(pagina.title, is_afgelast(pagina))}",
        "link": pagina.full_url or bewerk_link(pagina),
        **wie_te_bellen(pagina),
    }
    for persoon in _schrijvers(pagina) - {user}:
        schrijf(f"gepubliceerd:{pagina.live_revision_id}", Soort.GEPUBLICEERD, persoon, context)


def niet_gepubliceerd(pagina: Page, versie: Revision, reden: Exception | None = None) -> None:
    """What was planned can't go live as it was approved; who submitted it hears what to do."""
    context = _over(pagina, None) | {
        "onderwerp": f"Niet online gekomen: {versie.object_str}",
        "titel": versie.object_str,
        "niet_gelukt": True,
        "voorbij": isinstance(reden, EindeVoorbij),
        "link": bewerk_link(pagina),
    }
    for redacteur in _van_goedkeuring(versie):
        schrijf(f"niet-gepubliceerd:{versie.pk}", Soort.GEPUBLICEERD, redacteur, context)


def planning_geannuleerd(pagina: Page, versie: Revision, moment: datetime, user) -> None:
    """Communications called off what was planned; who submitted and wrote it hear that it doesn't come by itself."""
    context = _over(pagina, user) | {
        "onderwerp": f"Planning geannuleerd: {versie.object_str}",
        "titel": versie.object_str,
        "geannuleerd": moment,
        "wijziging": pagina.live,
        "link": bewerk_link(pagina),
    }
    keer = f"{versie.pk}:{timezone.now().isoformat()}"  # approved again it may be called off again
    for redacteur in _van_goedkeuring(versie) - {user}:
        schrijf(f"planning-geannuleerd:{keer}", Soort.GEPUBLICEERD, redacteur, context)


def ingetrokken(pagina: Page, user, reden: str = "") -> None:
    """A page was taken off; who wrote it and who asked for it hear, and where nobody of its kern would, its editors. Told
    twice, the first one counts."""
    wie = _schrijvers(pagina)
    wie |= {verzoek.door for verzoek in IntrekVerzoek.objects.filter(pagina=pagina)}
    wie -= {None, user}
    redactie = set(redacteuren_van(pagina)) - {user}
    if not any(wil_post(lid, Soort.INGETROKKEN) for lid in wie & redactie):
        wie |= redactie
    context = _over(pagina, user) | {
        "onderwerp": f"Niet meer online: {pagina.title}",
        "reden": reden,
        "link": bewerk_link(pagina),
        **wie_te_bellen(pagina, weg=True),
    }
    keer = IntrekVerzoek.objects.filter(pagina=pagina).count()
    for persoon in wie:
        schrijf(
            f"ingetrokken:{pagina.pk}:{pagina.last_published_at}:{keer}", Soort.INGETROKKEN, persoon, context
        )


def intrekking_gevraagd(verzoek: IntrekVerzoek) -> None:
    context = _over(verzoek.pagina.specific, verzoek.door) | {
        "onderwerp": f"Verzoek om weg te halen: {verzoek.pagina.title}",
        "reden": verzoek.reden,
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
    }
    for lid in communicatie_leden().exclude(pk=verzoek.door_id):
        schrijf(f"intrekverzoek:{verzoek.pk}", Soort.INTREKVERZOEK, lid, context)


def blijft_staan(verzoek: IntrekVerzoek) -> None:
    """Communications leaves a page on the site; who asked to take it off hears."""
    context = _over(verzoek.pagina.specific, verzoek.besluit_door) | {
        "onderwerp": f"Blijft online: {verzoek.pagina.title}",
        "blijft": True,
        "link": bewerk_link(verzoek.pagina),
    }
    if verzoek.door:
        schrijf(f"blijft:{verzoek.pk}", Soort.INGETROKKEN, verzoek.door, context)


def bewerk_link(pagina: Page) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[pagina.pk])


def is_afgelast(pagina: Page) -> bool:
    """Whether this text says that something doesn't go on."""
    return getattr(pagina, "geannuleerd", False)


def kop(titel: str, afgelast: bool) -> str:
    return f"{titel} gaat niet door" if afgelast else titel


def _over(pagina: Page, user) -> dict:
    return {"titel": pagina.title, "wie": str(user or "Bloei!"), "afgelast": is_afgelast(pagina)}


def _schrijvers(pagina: Page) -> set:
    return {pagina.owner, pagina.latest_revision and pagina.latest_revision.user} - {None}


def _van_goedkeuring(versie: Revision) -> set:
    """Who submitted and wrote a version that was approved."""
    goedkeuring = Goedkeuring.objects.filter(revisie=versie).order_by("-op").first()
    return {goedkeuring and goedkeuring.ingediend_door, versie.user} - {None}


def _redacteuren(staat: WorkflowState, behalve) -> set:
    wacht = staat.current_task_state.specific
    wie = {staat.requested_by_id, getattr(wacht, "ingediend_door_id", None), wacht.revision.user_id}
    return set(User.objects.filter(pk__in=wie - {None})) - {behalve}

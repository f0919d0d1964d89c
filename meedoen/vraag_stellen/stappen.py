"""The way of a question: the only place where its state changes. Pressed twice, nothing changes."""

from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from core.goedkeuring.besluiten import KanNiet
from core.talen.taal import leestaal
from meedoen.keuzes import VraagStand
from meedoen.models import InwonerVraag
from meedoen.toelaten import bevestig_wie, laat_toe
from meedoen.vraag_stellen import post
from meedoen.vraag_stellen.waarover import Waarover


@transaction.atomic
def verstuur(
    request: HttpRequest, waarover: Waarover, email: str, naam: str, tekst: str, formulier: UUID
) -> bool:
    """Keep it, and mail the button. False when too much comes in at once: then nothing was kept."""
    if InwonerVraag.objects.filter(formulier=formulier).exists():
        return True
    taal = leestaal()
    te_veel = partial(post.te_veel_namen, waarover=waarover, formulier=formulier, taal=taal)
    inwoner = laat_toe(request, email, naam, f"vraag:{formulier}", te_veel)
    if isinstance(inwoner, bool):
        return inwoner
    vraag, nieuw = InwonerVraag.objects.get_or_create(
        formulier=formulier,
        defaults={
            "pagina_id": waarover.pagina.pk,
            "punt": waarover.punt,
            "over": waarover.titel,
            "inwoner": inwoner,
            "tekst": tekst,
            "taal": taal,
        },
    )
    if nieuw:
        post.vraag_bevestiging(vraag)
    return True


def bevestig(pk: int) -> None:
    """They pressed the button: it waits for who answers, and they get a receipt. Raises KanNiet with what to do."""
    with _vast(pk) as vraag:
        if vraag.stand != VraagStand.CONCEPT or vraag.inwoner is None:
            return
        nu = timezone.now()
        bevestig_wie(vraag.inwoner, nu)
        vraag.stand, vraag.ontvangen_op = VraagStand.ONTVANGEN, nu
        vraag.save(update_fields=["stand", "ontvangen_op"])
        post.ontvangen(vraag)


def trek_in(pk: int) -> None:
    """They take it back, until it was answered."""
    with _vast(pk) as vraag:
        if vraag.stand in (VraagStand.CONCEPT, VraagStand.ONTVANGEN):
            vraag.stand = VraagStand.INGETROKKEN
            vraag.save(update_fields=["stand"])


def beantwoord(pk: int, user, antwoord: str) -> None:
    """Who may answer is asked by the screen. Raises KanNiet when it isn't waiting any more, also by the same person
    with other words; the same words again are a button that was pressed twice."""
    with _vast(pk) as vraag:
        if vraag.stand == VraagStand.BEANTWOORD and vraag.antwoord == antwoord:
            return
        _eis_wachtend(vraag)
        vraag.stand, vraag.antwoord = VraagStand.BEANTWOORD, antwoord
        vraag.beantwoord_op, vraag.beantwoord_door = timezone.now(), user
        vraag.save(update_fields=["stand", "antwoord", "beantwoord_op", "beantwoord_door"])
        post.antwoord(vraag)


def geef_door(pk: int, aan=None) -> bool:
    """To this colleague, or to communications. False when it lay there already. Raises KanNiet as above."""
    with _vast(pk) as vraag:
        _eis_wachtend(vraag)
        if (vraag.bij, vraag.bij_communicatie) == (aan, aan is None):
            return False
        vraag.bij, vraag.bij_communicatie = aan, aan is None
        vraag.save(update_fields=["bij", "bij_communicatie"])
        return True


def _eis_wachtend(vraag: InwonerVraag) -> None:
    if vraag.stand == VraagStand.BEANTWOORD:
        raise KanNiet("Deze vraag is al beantwoord. Je antwoord is niet verstuurd.")
    if vraag.stand != VraagStand.ONTVANGEN:
        raise KanNiet("Deze vraag is ingetrokken. Je hoeft niets meer te doen.")


@contextmanager
def _vast(pk: int) -> Generator[InwonerVraag]:
    with transaction.atomic():
        vragen = InwonerVraag.objects.select_for_update(of=("self",))
        yield vragen.select_related("pagina", "inwoner__adres", "bij").get(pk=pk)

"""Whatever people do with a page, in whatever order, it never waits for nobody."""

import random

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page

from core.goedkeuring.besluiten import KanNiet, mag_goedkeuren, trek_terug
from core.models import User
from tests.dorp import agenda_item, keur_goed

from .test_wijzigen import nieuw_lid, vers


@pytest.mark.parametrize("zaad", range(4))
def test_whatever_people_do_there_is_always_a_colleague_who_may_approve(dorp, zaad):
    """Thirty steps by four or five people in some order: save, submit, approve, send back, take back."""
    kans = random.Random(zaad)  # noqa: S311 - the same steps each time
    if zaad % 2:
        dorp.gebruikers["communicatie-3"] = nieuw_lid("communicatie-3")
    mensen = [user for naam, user in dorp.gebruikers.items() if naam.startswith(("redactie-beesd", "comm"))]
    leden = [user for user in mensen if user.username.startswith("comm")]
    item = agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    # Who had a hand in it, kept by the test in its own way.
    hand: set[User] = set()
    schrijver = dorp.gebruikers["redactie-beesd"]
    for nummer in range(30):
        wie, wat = kans.choice(mensen), kans.choice(["bewaar", "bewaar", "dien in", "keur", "terug", "trek"])
        pagina = vers(item)
        wacht = pagina.current_workflow_task_state if pagina.workflow_in_progress else None
        wacht = wacht and wacht.specific
        try:
            with transaction.atomic():
                if wat == "bewaar" and (not wacht or wie in leden):
                    verander_of_bewaar(pagina, wie, f"Titel {nummer}")
                    schrijver = wie
                    hand |= {wie}
                elif wat == "dien in" and not wacht:
                    staat = pagina.current_workflow_state
                    staat.resume(wie) if staat else pagina.get_workflow().start(pagina, wie)
                    hand = {wie, schrijver} | ({staat.requested_by} if staat else set())
                elif wat == "keur" and wacht:
                    mocht = wie in leden and wie not in hand
                    assert mag_goedkeuren(wie, wacht) is mocht
                    if mocht:
                        keur_goed(wacht, wie)
                        assert vers(item).title == vers(item).draft_title
                elif wat == "terug" and wacht and wie in leden:
                    wacht.task.specific.on_action(wacht, wie, "reject", comment="Nee")
                elif wat == "trek" and wacht:
                    trek_terug(wacht.workflow_state, wie)
        except KanNiet:
            assert len(set(leden) - hand - {wie, schrijver}) == 0, "refused, though a colleague was left"
        except PermissionDenied:
            assert wat == "trek"
        pagina = vers(item)
        if pagina.workflow_in_progress:
            wacht = pagina.current_workflow_task_state.specific
            assert wacht.revision_id == pagina.latest_revision_id
            mogen = [lid for lid in leden if mag_goedkeuren(lid, wacht)]
            assert mogen, (nummer, wie, wat)
            assert not set(mogen) & hand


def verander_of_bewaar(pagina: Page, user, titel: str) -> None:
    tekst = pagina.get_latest_revision_as_object()
    tekst.title = titel
    tekst.save_revision(user=user)

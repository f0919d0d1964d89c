"""A translation can be sent in again, whatever happened to it since the first time."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState
from wagtail_localize.models import StringTranslation, Translation

from core.goedkeuring.uitzondering import zonder_goedkeuring
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.talen.vertaler import begin, besluit, haal_op, keur_goed, publiceer, vul_in
from vertalen.indienen import dien_in


@pytest.fixture
def item(dorp) -> AgendaItemPage:
    return agenda_item(dorp.agenda, "Avond", live=True, samenvatting="Over het plein", slug="avond")


@pytest.fixture
def ingediend(dorp, item) -> Translation:
    """Translated and submitted by an editor."""
    vertaling = begin(item, "pl", dorp.gebruikers["redactie-beesd"])
    vul_in(vertaling, dorp.gebruikers["redactie-beesd"])
    dien_in(vertaling, dorp.gebruikers["redactie-beesd"])
    return vertaling


def verbeter(vertaling: Translation, user) -> None:
    zin = StringTranslation.objects.get(context__path="samenvatting")
    zin.data, zin.last_translated_by = "Lepiej", user
    zin.save()


def dien_opnieuw_in(als, vertaling: Translation, naam: str) -> None:
    als(naam).post(reverse("vertaling_indienen", args=[vertaling.pk]))


def wacht_van(vertaling: Translation) -> TaskState:
    doel = vertaling.get_target_instance()
    assert doel.workflow_in_progress
    wacht = doel.current_workflow_task_state.specific
    assert wacht.revision_id == doel.latest_revision_id
    return wacht


def lees(client) -> str:
    return client.get("/pl/beesd/agenda/avond/").content.decode()


def test_wat_is_teruggestuurd(client, als, dorp, ingediend):
    doel = ingediend.get_target_instance()
    besluit(als("communicatie"), doel, "reject", "Kan het korter?")
    scherm = als("redactie-beesd").get(reverse("wagtailadmin_pages:edit", args=[doel.pk])).content.decode()
    assert "Kan het korter?" in scherm
    verbeter(ingediend, dorp.gebruikers["redactie-beesd-2"])
    dien_opnieuw_in(als, ingediend, "redactie-beesd-2")
    assert wacht_van(ingediend).ingediend_door == dorp.gebruikers["redactie-beesd-2"]
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    assert "Lepiej" in lees(client)


def test_wie_terugstuurt_en_zelf_opnieuw_indient_keurt_niet_goed(client, als, dorp, ingediend):
    besluit(als("communicatie"), ingediend.get_target_instance(), "reject", "Ik doe het zelf wel.")
    dien_opnieuw_in(als, ingediend, "communicatie")
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    assert not ingediend.get_target_instance().live
    keur_goed(als("communicatie-2"), ingediend.get_target_instance())
    assert ingediend.get_target_instance().live


def test_twee_keer_teruggestuurd(client, als, dorp, ingediend):
    for _ in range(2):
        besluit(als("communicatie"), ingediend.get_target_instance(), "reject", "Nog niet.")
        dien_opnieuw_in(als, ingediend, "redactie-beesd")
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    assert ingediend.get_target_instance().live


def test_wat_is_geannuleerd(client, als, dorp, ingediend):
    ingediend.get_target_instance().current_workflow_state.cancel(user=dorp.gebruikers["redactie-beesd"])
    verbeter(ingediend, dorp.gebruikers["redactie-beesd"])
    dien_opnieuw_in(als, ingediend, "redactie-beesd")
    wacht_van(ingediend)
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    assert "Lepiej" in lees(client)


@pytest.mark.parametrize("eerst_terug", [False, True])
def test_terwijl_het_nederlands_veranderde(client, als, dorp, item, ingediend, eerst_terug):
    if eerst_terug:
        besluit(als("communicatie"), ingediend.get_target_instance(), "reject", "Niet meer zo.")
    item.refresh_from_db()
    item.samenvatting = "Over het nieuwe plein"
    publiceer(item)
    haal_op(ingediend)
    dien_opnieuw_in(als, ingediend, "redactie-beesd")
    vul_in(ingediend, dorp.gebruikers["redactie-beesd"])
    dien_opnieuw_in(als, ingediend, "redactie-beesd")
    wacht_van(ingediend)
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    assert "pl: Over het nieuwe plein" in lees(client)


def test_wat_offline_is_gehaald(client, als, dorp, ingediend):
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    with zonder_goedkeuring("tests"):
        ingediend.get_target_instance().unpublish()
    assert "pl: " not in lees(client)
    dien_opnieuw_in(als, ingediend, "redactie-beesd")
    wacht_van(ingediend)
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    assert "pl: Over het plein" in lees(client)


def test_wat_uit_en_weer_aan_is_gezet(client, als, dorp, ingediend):
    doel = ingediend.get_target_instance()
    besluit(als("communicatie"), doel, "reject", "Nog niet.")
    redacteur = als("redactie-beesd")
    redacteur.post(reverse("wagtail_localize:stop_translation", args=[ingediend.pk]))
    assert redacteur.post(reverse("vertaling_indienen", args=[ingediend.pk])).status_code == 404
    redacteur.post(reverse("wagtailadmin_pages:edit", args=[doel.pk]), {"localize-restart-translation": "1"})
    dien_opnieuw_in(als, ingediend, "redactie-beesd")
    wacht_van(ingediend)
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    assert ingediend.get_target_instance().live


def test_over_wat_al_wacht_heen(client, als, dorp, ingediend):
    verbeter(ingediend, dorp.gebruikers["redactie-beesd-2"])
    dien_opnieuw_in(als, ingediend, "redactie-beesd-2")
    wacht_van(ingediend)
    keur_goed(als("communicatie"), ingediend.get_target_instance())
    assert "Lepiej" in lees(client)

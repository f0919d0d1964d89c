"""Every address of the admin is posted to, by every role: none of them makes public what nobody approved.

`test_routes` knows how each known way works and walks it well; this knows nothing, and so forgets none.
"""

from copy import deepcopy
from unittest.mock import patch

import pytest
from django.db import transaction
from django.http import QueryDict
from django.test import Client, TestCase

from core.models import Thema

from .adressen import adressen, namen
from .niets_hier import niets_hier
from .test_routes import niets_tekenen
from .waarden import waarden
from .wereld import GEHEIM, Wereld, bezoeker_leest, formulier, maak_wereld, rijen, stuur

pytestmark = pytest.mark.django_db

# An editor may do less than an administrator at every address.
ROLLEN = ("communicatie", "beheer")
# Nothing is done there, or nothing can be: said here so that a new address can't be forgotten.
NIET_TE_POSTEN = {
    "wagtailadmin_error_test": "raises an error on purpose",
    "wagtailadmin_logout": "ends the session",
}
WEIGERT = (403, 404, 405)


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield maak_wereld(["live-concept"])
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def gevonden(wereld, django_db_blocker) -> dict[tuple[str, str], None]:
    """The name and the url of every address, with what waits behind it."""
    with django_db_blocker.unblock():
        return {(naam, url): None for naam, url in adressen(waarden(wereld)) if url}


def poging(w: Wereld) -> QueryDict:
    """What is posted: the form of a page that wants to be published, and with it a bit of everything that any form asks.

    A form takes from it what it knows, so one post asks what two would.
    """
    velden = formulier(w.pagina("live-concept"), w, title=f"Nieuw {GEHEIM}", **{"action-publish": "1"})
    alles = {
        **dict.fromkeys(("name", "comment", "reden", "tags", "data", "q", "tekst", "alt_tekst", "new_title"), GEHEIM),
        **dict.fromkeys(("credit", "site_name", "first_name", "value", "label"), GEHEIM),
        **dict.fromkeys(("include_descendants", "publish_translations", "publish_copies", "alias"), "on"),
        "new_slug": "nieuw-adres",
        "stand": "gedaan",
        "uitleg": GEHEIM,
        "opmerking": GEHEIM,
        "thema": str(Thema.objects.first().pk),
        "new_parent_page": w.dorp.agenda.pk,
        "chooser": w.dorp.agenda_heukelum.pk,
        "locales": w.vertaling.target_locale_id,
        "restriction_type": "none",
        "besluit": "ingetrokken",
        "collection": w.foto.collection_id,
    }  # fmt: skip
    for naam in alles.keys() - velden.keys():
        velden[naam] = str(alles[naam])
    return velden


def gelekt(w: Wereld) -> bool:
    live, alles = rijen(w)
    if GEHEIM in live:
        return True
    if alles in w.gelezen:
        return False
    w.gelezen.add(alles)
    return GEHEIM in bezoeker_leest(w)


@pytest.mark.parametrize("rol", ROLLEN)
def test_no_address_of_the_admin_publishes(wereld, gevonden, rol):
    client = Client(raise_request_exception=False)
    lekken, fouten = [], []
    velden = poging(wereld)
    with transaction.atomic(), niets_hier():
        client.force_login(wereld.dorp.gebruikers[rol])
        sessie = deepcopy(client.cookies)
        for naam, adres in gevonden:
            if naam in NIET_TE_POSTEN:
                continue
            with transaction.atomic(), niets_tekenen():
                # What is done after the commit still has a transaction that may be asked things.
                with TestCase.captureOnCommitCallbacks(execute=True):
                    client.cookies = deepcopy(sessie)
                    status = stuur(client, adres, velden).status_code
                lekken += [adres] * (status not in WEIGERT and gelekt(wereld))
                fouten += [adres] * (status >= 500)
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    assert lekken == []
    assert fouten == []


def test_every_address_is_tried(gevonden):
    assert {naam for naam, _ in namen()} - {naam for naam, _ in gevonden} == set(), (
        "fill in its parameters in waarden()"
    )
    assert len({naam for naam, _ in gevonden}) > 200


def test_without_the_guard_addresses_fail(wereld):
    """The table can fail: with the guard and the limits on the buttons taken away, the edit form is enough."""
    from wagtail.models import Page

    with (
        patch("core.goedkeuring.bewaking.regel_geldt", return_value=False),
        patch("core.models.BasePage.permissions_for_user", Page.permissions_for_user),
        transaction.atomic(),
        niets_tekenen(),
    ):
        client = Client()
        client.force_login(wereld.dorp.gebruikers["communicatie"])
        stuur(client, f"/cms/pages/{wereld.pk['live-concept']}/edit/", poging(wereld))
        assert gelekt(wereld)
        transaction.set_rollback(True)

"""One decides about a page while another changes a picture or document in it."""

from contextlib import ExitStack
from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file

from core.goedkeuring.besluiten import keur_goed, publiceer_met_spoed
from core.goedkeuring.bewaking import NietGoedgekeurd
from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import BloeiDocument, BloeiImage
from tests.dorp import agenda_item, dien_in
from werkplek import dienst

from .hulp import tegelijk
from .wat_er_werd import GAAT_LIVE, VERANDERT_BESTAND, klopt, niets, pagina_van, vers


def bestand(soort):
    if soort is BloeiImage:
        return BloeiImage.objects.create(title="Foto", file=get_test_image_file(), alt_tekst="Het plein")
    return BloeiDocument.objects.create(title="Stuk", file=ContentFile(b"oud", "stuk.txt"))


def ingediend_met(dorp, ding, **velden):
    item = agenda_item(dorp.agenda, "Met bestand", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    tekst = item.get_latest_revision_as_object()
    if isinstance(ding, BloeiImage):
        tekst.foto = ding
    else:
        tekst.bijlagen.create(document=ding)
    with zonder_goedkeuring("tests"):
        tekst.save()
        tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    return dien_in(vers(item.pk), dorp.gebruikers["redactie-beesd"], **velden)[1]


def hernoem(ding):
    def doe():
        nu = type(ding).objects.get(pk=ding.pk)
        nu.title = "Iets anders"
        nu.save()

    return doe


def publiceer_gepland() -> int:
    return dienst.publiceer_gepland(timezone.now())


VERSIE = ["core.inhoudsversie.houd_inhoudsversie", "core.goedkeuring.grendel.houd_inhoudsversie"]
BESTANDEN = pytest.mark.parametrize("soort", [BloeiImage, BloeiDocument])


@BESTANDEN
@pytest.mark.parametrize("weg", [False, True])
def test_a_file_changed_or_deleted_while_its_page_is_approved_stays(dorp, een, soort, weg):
    ding = bestand(soort)
    wacht = ingediend_met(dorp, ding)
    doe = (lambda: type(ding).objects.get(pk=ding.pk).delete()) if weg else hernoem(ding)
    eerste, tweede = tegelijk(lambda: keur_goed(wacht, een), doe, GAAT_LIVE)
    assert eerste is True
    assert isinstance(tweede, PermissionDenied if weg else NietGoedgekeurd)
    assert soort.objects.get(pk=ding.pk).title == ding.title
    klopt(wacht, "approved", live=True)


@BESTANDEN
def test_a_page_approved_while_its_file_changes_waits_anew(dorp, een, soort):
    ding = bestand(soort)
    ander = agenda_item(dorp.agenda, "Ander", live=False)
    wacht = ingediend_met(dorp, ding)
    _, tweede = tegelijk(hernoem(ding), lambda: keur_goed(wacht, een), VERANDERT_BESTAND)
    assert tweede is False
    assert not pagina_van(wacht).live
    assert not vers(ander.pk).live


@BESTANDEN
def test_a_page_approved_while_its_file_is_deleted_waits_anew(dorp, een, soort):
    ding = bestand(soort)
    wacht = ingediend_met(dorp, ding)
    _, tweede = tegelijk(
        lambda: type(ding).objects.get(pk=ding.pk).delete(), lambda: keur_goed(wacht, een), VERANDERT_BESTAND
    )
    assert tweede is False
    assert not pagina_van(wacht).live


@BESTANDEN
def test_a_file_changed_while_its_page_is_published_as_planned_stays(dorp, een, soort):
    ding, later = bestand(soort), timezone.now() + timedelta(days=1)
    wacht = ingediend_met(dorp, ding, go_live_at=later)
    keur_goed(wacht, een)
    with time_machine.travel(later + timedelta(hours=1)):
        eerste, tweede = tegelijk(publiceer_gepland, hernoem(ding), GAAT_LIVE)
    assert eerste == 1
    assert isinstance(tweede, NietGoedgekeurd)
    assert soort.objects.get(pk=ding.pk).title == ding.title


@BESTANDEN
def test_a_plan_of_which_a_file_changes_at_that_moment_does_not_go_live(dorp, een, soort):
    ding, later = bestand(soort), timezone.now() + timedelta(days=1)
    wacht = ingediend_met(dorp, ding, go_live_at=later)
    keur_goed(wacht, een)
    with time_machine.travel(later + timedelta(hours=1)):
        _, tweede = tegelijk(hernoem(ding), publiceer_gepland, VERANDERT_BESTAND)
    assert tweede == 0
    assert not pagina_van(wacht).live


@BESTANDEN
def test_a_file_changed_while_its_page_is_published_with_haste_stays(dorp, een, soort):
    een.user_permissions.add(Permission.objects.get(codename="spoedpublicatie"))
    ding = bestand(soort)
    wacht = ingediend_met(dorp, ding)
    _, tweede = tegelijk(
        lambda: publiceer_met_spoed(pagina_van(wacht), een, "Hoog water", wacht.vingerafdruk),
        hernoem(ding),
        GAAT_LIVE,
    )
    assert isinstance(tweede, NietGoedgekeurd)
    assert pagina_van(wacht).live


@BESTANDEN
@pytest.mark.parametrize(
    "wie_houdt_niet",
    [
        ["core.goedkeuring.bestanden.houd_bestand"],
        ["core.goedkeuring.bewaking.houd_bestanden", "core.goedkeuring.besluiten.houd_bestanden"],
    ],
    ids=["who changes it", "who publishes it"],
)
def test_without_the_hold_on_the_file_it_changes_in_public(dorp, een, soort, wie_houdt_niet):
    """Nor on the version, which both come for first."""
    ding = bestand(soort)
    wacht = ingediend_met(dorp, ding)
    with ExitStack() as weg:
        for naam in (*wie_houdt_niet, *VERSIE):
            weg.enter_context(patch(naam, niets))
        # The page is written, and not yet to be seen by others.
        uitkomst = tegelijk(
            lambda: keur_goed(wacht, een), hernoem(ding), "core.inhoud_handlers.verhoog_inhoudsversie"
        )
    assert uitkomst == (True, None)
    assert pagina_van(wacht).live
    assert soort.objects.get(pk=ding.pk).title == "Iets anders"

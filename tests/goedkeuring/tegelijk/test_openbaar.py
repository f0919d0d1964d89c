"""One puts a page online while another closes the list that it stands in: nobody reads it, whoever was first."""

from django.db import transaction
from wagtail.models import PageViewRestriction

from core.models import Plek
from core.openbaar import is_openbaar
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.factories import publiceer

from .hulp import tegelijk

HALVERWEGE = "core.inhoud_handlers.verhoog_inhoudsversie"


def _afspraak(lijst):
    item = agenda_item(lijst, "Feest", live=False)

    def zet_online() -> None:
        with transaction.atomic():
            publiceer(item)

    def scherm_af() -> None:
        with transaction.atomic():
            PageViewRestriction.objects.create(page=lijst, restriction_type="login")

    return item, zet_online, scherm_af


def _leest_niemand(item) -> None:
    item = AgendaItemPage.objects.get(pk=item.pk)
    assert item.live
    assert not Plek.objects.get(pk=item.pk).openbaar
    assert not is_openbaar(item)


def test_online_while_its_list_is_closed(dorp) -> None:
    item, zet_online, scherm_af = _afspraak(dorp.agenda)
    assert tegelijk(scherm_af, zet_online, HALVERWEGE) == (None, None)
    _leest_niemand(item)


def test_its_list_closed_while_it_goes_online(dorp) -> None:
    item, zet_online, scherm_af = _afspraak(dorp.agenda_heukelum)
    assert tegelijk(zet_online, scherm_af, HALVERWEGE) == (None, None)
    _leest_niemand(item)

"""Who does something, and what they hear of it."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from berichten.models import Bericht, Soort
from kernpagina.models import AgendaItemPage
from tests.dorp import Dorp
from werkplek import verzamelpost


def als(dorp: Dorp, naam: str) -> Client:
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(dorp.gebruikers[naam])
    return client


def vers(pagina: AgendaItemPage) -> AgendaItemPage:
    """The page as it is by now."""
    return AgendaItemPage.objects.get(pk=pagina.pk)


def na_de_rust() -> None:
    """It has been quiet for an hour: what was gathered, is told."""
    verzamelpost.vertel(timezone.now() + timedelta(hours=1))


def post(soort: Soort) -> set[str]:
    """The addresses to which mail of this kind was written, what was gathered included."""
    na_de_rust()
    return set(Bericht.objects.filter(soort=soort).values_list("adres", flat=True))

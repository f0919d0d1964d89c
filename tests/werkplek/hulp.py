"""Who does something, and what they hear of it."""

from datetime import timedelta

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from berichten.models import Bericht, Soort
from core.goedkeuring.vingerafdruk import vingerafdruk
from kernpagina.models import AgendaItemPage
from tests.dorp import Dorp
from werkplek import verzamelpost


def als(dorp: Dorp, naam: str) -> Client:
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(dorp.gebruikers[naam])
    return client


def regels(dorp: Dorp, pagina: Page) -> dict[str, str]:
    """What stands on the screen for communications: the text per field, in order."""
    html = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[pagina.pk])).content
    rijen = BeautifulSoup(html, "html.parser").select(".werkplek-verschillen tbody tr")
    return {rij.th.get_text(strip=True): " ".join(rij.td.get_text(" ").split()) for rij in rijen}


def vers(pagina: AgendaItemPage) -> AgendaItemPage:
    """The page as it is by now."""
    return AgendaItemPage.objects.get(pk=pagina.pk)


def gezien(pagina: Page) -> str:
    """What the form for haste says was looked at: the newest text."""
    return vingerafdruk(Page.objects.get(pk=pagina.pk).get_latest_revision())


def na_de_rust() -> None:
    """It has been quiet for an hour: what was gathered, is told."""
    verzamelpost.vertel(timezone.now() + timedelta(hours=1))


def post(soort: Soort) -> set[str]:
    """The addresses to which mail of this kind was written, what was gathered included."""
    na_de_rust()
    return set(Bericht.objects.filter(soort=soort).values_list("adres", flat=True))


def besluit(client, wacht, naam: str, **velden):
    """Press the button of this decision about what waits."""
    adres = reverse(
        "wagtailadmin_pages:workflow_action", args=[wacht.workflow_state.object_id, naam, wacht.pk]
    )
    return client.post(adres, {"comment": "", **velden}, follow=True)


def meldingen(antwoord) -> str:
    """What is said above the page."""
    return " ".join(str(melding) for melding in antwoord.context["messages"])

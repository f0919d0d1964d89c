"""An invitation on its way: beheer sends it, somebody takes it up."""

import re

from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse

from berichten.post import verstuur_wachtende
from werkplek.models import Uitnodiging

from .hulp import als

WOORD = "fietsen langs de Linge"


def groep(naam: str = "Redactie Beesd") -> Group:
    return Group.objects.get(name=naam)


def verstuur(dorp, email="jan@example.nl", naam="Jan van der Berg", van="beheer", voor="Redactie Beesd"):
    """Fill in the form of beheer; the page that follows."""
    velden = {"naam": naam, "email": email, "groep": groep(voor).pk}
    return als(dorp, van).post(reverse("werkplek:mensen"), velden, follow=True)


def link() -> str:
    """The link in the newest invitation."""
    verstuur_wachtende()
    gevonden = (re.search(r"http\S+/cms/uitnodiging/\S+", brief.body) for brief in reversed(mail.outbox))
    return next(treffer[0] for treffer in gevonden if treffer)


def neem_aan(adres: str, woord: str = WOORD, client=None, naam: str = "Jan van der Berg"):
    velden = {"naam": naam, "new_password1": woord, "new_password2": woord}
    return (client or Client()).post(adres, velden)


def beslis(dorp, wat: str, uitnodiging: Uitnodiging, van="beheer"):
    """Press "stuur" (`opnieuw`) or `intrekken` beside an invitation as it is on the screen; the page that follows."""
    adres = reverse(f"werkplek:uitnodiging_{wat}", args=[uitnodiging.pk])
    return als(dorp, van).post(adres, {"keer": uitnodiging.keer}, follow=True)

"""An invitation on its way: beheer sends it, somebody takes it up."""

import re

from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse

from berichten.post import verstuur_wachtende

from .hulp import als

WOORD = "fietsen langs de Linge"


def groep(naam: str = "Redactie Beesd") -> Group:
    return Group.objects.get(name=naam)


def verstuur(dorp, email="jan@example.nl", naam="Jan van der Berg", van="beheer", voor="Redactie Beesd"):
    """Fill in the form of beheer; the page that follows."""
    velden = {"naam": naam, "email": email, "groep": groep(voor).pk}
    return als(dorp, van).post(reverse("werkplek:mensen"), velden, follow=True)


def link() -> str:
    """The link in the newest mail."""
    verstuur_wachtende()
    return re.search(r"http\S+/cms/uitnodiging/\S+", mail.outbox[-1].body)[0]


def neem_aan(adres: str, woord: str = WOORD, client=None):
    return (client or Client()).post(adres, {"new_password1": woord, "new_password2": woord})

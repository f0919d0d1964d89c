"""A village with agenda items that wait for approval; prints what the tests need to approve, read and withdraw them.

python -m tests.uitrol.vul <how many>
"""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from tests import factories  # noqa: E402
from tests.dorp import agenda_item, dien_in, maak_dorp  # noqa: E402


def maak(aantal: int) -> dict:
    dorp = maak_dorp()
    van, door = dorp.gebruikers["redactie-beesd"], Client()
    door.force_login(dorp.gebruikers["communicatie"])
    klaar = []
    for nummer in range(aantal):
        titel = f"Avond {'abcdefghijklmnopqrstuvwxyz'[nummer]}quux"
        item = agenda_item(dorp.agenda, titel, live=False, eigenaar=van)
        wacht = dien_in(item, van)[1]
        klaar.append(
            {
                "titel": titel,
                "pk": item.pk,
                "pagina": item.get_url_parts()[2],
                "goedkeuren": reverse(
                    "wagtailadmin_pages:workflow_action", args=[item.pk, "approve", wacht.pk]
                ),
                "intrekken": reverse("werkplek:intrekken", args=[item.pk]),
            }
        )
    foto = factories.ImageFactory()
    kiezen = reverse("wagtailimages:edit", args=[foto.pk])
    return {"koekje": door.cookies[settings.SESSION_COOKIE_NAME].value, "items": klaar, "foto": kiezen}


if __name__ == "__main__":
    print(json.dumps(maak(int(sys.argv[1]))))

"""The admin as production serves it: hashed file names, https, its policy. Every address that the screens lead to."""

import re
from collections import deque
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import Resolver404, resolve, reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from core.models import BloeiDocument
from core.talen.catalogi import teksten
from tests.dorp import agenda_item, dien_in
from werkplek import handleiding

from .engels import onvertaald

# What the settings of the tests loosen (site_bloei/settings/test.py), as production has it.
PRODUCTIE = {
    "SECURE_SSL_REDIRECT": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SECURE_HSTS_SECONDS": 365 * 24 * 3600,
}
ADRES = re.compile(r'["\'](/cms/[^"\'\s<>\\{}]*)["\']')
# On the screen where an administrator gives rights to groups: of wagtail-localize, and a right of ours, in Dutch; and
# what is no text.
BLIJFT_ZO = {
    "Can submit translations",
    "Translations",
    "Met spoed publiceren, zonder goedkeuring van een ander",
    "exact",
}
WIE = ("redactie-beesd", "communicatie", "beheer")


@pytest.fixture(scope="module")
def verzameld(tmp_path_factory):
    """The storage that serves hashed names, and the folder with every file collected under such a name.

    Without making the compressed copies, which only the web server reads.
    """
    map_naam = tmp_path_factory.mktemp("static")
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    anders = {"STORAGES": {**settings.STORAGES, "staticfiles": opslag}, "STATIC_ROOT": map_naam}
    with override_settings(**anders):
        call_command("collectstatic", "--no-input", verbosity=0)
    return anders


@pytest.fixture
def zoals_geserveerd(verzameld, settings):
    for naam, waarde in {**verzameld, **PRODUCTIE}.items():
        setattr(settings, naam, waarde)


def als(dorp, naam: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(dorp.gebruikers[naam])
    return client


def soort(adres: str) -> tuple | None:
    """What kind of screen this is, so that each is opened once: of the edit form one for each type of page."""
    delen = urlsplit(adres)
    try:
        gevonden = resolve(delen.path)
    except Resolver404:
        return None
    paginas = Page.objects.filter(pk__in=[w for n, w in gevonden.kwargs.items() if n.endswith("page_id")])
    woorden = tuple(str(w) for w in gevonden.kwargs.values() if not str(w).isdigit())
    # Sorting and filtering are the same screen; a file to take along isn't.
    uitvoer = "export=" in delen.query
    return gevonden.route, woorden, uitvoer, tuple(type(pagina.specific).__name__ for pagina in paginas)


def loop_rond(client: Client, begin: list[str], gezien: set) -> tuple[dict[str, int], set]:
    """The status of each kind of screen within reach, by the address at which it was opened.

    What is in `gezien` was opened by an earlier role and isn't opened again, unless it is where this begins.
    """
    uitkomst = {}
    gezien = gezien - {soort(adres) for adres in begin}
    rij = deque(begin)
    while rij:
        adres = rij.popleft().partition("#")[0]
        sleutel = soort(adres)
        if sleutel is None or sleutel in gezien:
            continue
        gezien.add(sleutel)
        antwoord = client.get(adres, secure=True)
        uitkomst[adres] = antwoord.status_code
        if antwoord.status_code in (301, 302):
            rij.append(antwoord["Location"].removeprefix("https://testserver"))
        elif not antwoord.streaming and "html" in antwoord["Content-Type"]:
            rij.extend(unescape(gevonden) for gevonden in ADRES.findall(unescape(antwoord.content.decode())))
    return uitkomst, gezien


@pytest.fixture
def inhoud(dorp):
    """One of each thing that screens are about: a page that is live, one that waits, a picture, a document."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    live = agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=redacteur)
    wacht = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=redacteur)
    dien_in(wacht, redacteur)
    collectie = redacteur.groups.get().collection_permissions.first().collection
    get_image_model().objects.create(
        title="Plein", file=get_test_image_file(), collection=collectie, uploaded_by_user=redacteur
    )
    document = BloeiDocument(title="Kaart", collection=collectie, uploaded_by_user=redacteur)
    document.file.save("kaart.txt", get_test_image_file())
    return live, wacht


def test_every_screen_within_reach_opens_as_it_is_served(dorp, inhoud, zoals_geserveerd):
    # Whoever asks for this one is logged out, whatever it answers.
    gezien = {soort(reverse("wagtailadmin_logout"))}
    begin = [reverse("wagtailadmin_home"), *map(reverse_bewerk, inhoud)]
    uitkomst = {}
    with onvertaald() as engels:
        for wie in WIE:
            erbij, gezien = loop_rond(als(dorp, wie), begin, gezien)
            assert not {adres: status for adres, status in erbij.items() if status >= 500}, wie
            uitkomst |= erbij
    # Our own texts are in Dutch, and in catalogues for other languages only.
    assert engels - {tekst.msgid for tekst in teksten()} <= BLIJFT_ZO
    for hoofdstuk in handleiding.HOOFDSTUKKEN:
        assert uitkomst[reverse("werkplek:handleiding", args=[hoofdstuk])] == 200
    # The walk is one: it came further than the menu, into forms, choosers and histories.
    assert len([status for status in uitkomst.values() if status == 200]) > 60, uitkomst


def reverse_bewerk(pagina: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pagina.pk])


def test_pictures_of_the_handbook_are_there_as_they_are_served(dorp, zoals_geserveerd):
    adres = reverse("werkplek:handleiding", args=["redactie"])
    html = als(dorp, "redactie-beesd").get(adres, secure=True).content.decode()
    beelden = re.findall(r'<img src="(/static/werkplek/[^"]+)"', html)
    assert beelden
    for beeld in beelden:
        bestand = settings.STATIC_ROOT / beeld.removeprefix(settings.STATIC_URL)
        assert bestand.exists(), beeld
        assert re.search(r"\.[0-9a-f]{12}\.webp$", beeld), beeld

"""/mijn/, inside: see, change, take along, erase."""

import json
import re

import pytest
from django.core.signing import get_cookie_signer
from django.test import Client

from berichten.models import Bericht
from core.formulieren.zonder_koekje import VELD
from home.mijn import KOEKJE
from inwoners.mensen import zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Adres, Gewist, Inwoner, NaamOpenbaar
from meedoen.keuzes import Stand
from meedoen.models import Reactie
from tests.home.mijn import link_in, tekst
from tests.inwoners.formulier import VAN_HIER, bewijs_van, verstuur
from tests.meedoen.hulp import oproep_in


def test_how_the_name_is_shown_is_ones_own_choice(binnen, ria):
    pagina = tekst(binnen.get("/mijn/"))
    assert "Ria V." in pagina
    knop = f"zelf/{NaamOpenbaar.VOLUIT}:{ria.pk}"
    assert f'value="{knop}"' in pagina
    for _ in range(2):
        antwoord = verstuur(binnen, "/mijn/doe/", {"knop": knop}, van="/mijn/", na=0)
        assert "Bij je reacties staat nu “Ria Verhoef”." in tekst(binnen.get(antwoord.headers["Location"]))
    ria.refresh_from_db()
    assert ria.naam_openbaar == NaamOpenbaar.VOLUIT


@pytest.mark.parametrize(
    "knop", ["", "zelf", "zelf/voluit:0", "zelf/afgeschermd:{}", "elders/wis:1", "zelf/voluit:\x00"]
)
def test_a_button_that_isnt_theirs_does_nothing(binnen, ria, knop):
    ander = zorg_voor_inwoner(zorg_voor_adres("jan@example.nl"), "Jan de Wit")
    for pk in (ria.pk, ander.pk):
        gegevens = {"knop": knop.format(pk)}
        assert verstuur(binnen, "/mijn/doe/", gegevens, van="/mijn/", na=0).status_code == 404
    gegevens = {"knop": f"zelf/voluit:{ander.pk}"}
    assert verstuur(binnen, "/mijn/doe/", gegevens, van="/mijn/", na=0).status_code == 404
    assert not Inwoner.objects.filter(naam_openbaar=NaamOpenbaar.VOLUIT).exists()


def test_a_token_of_another_visit_is_of_no_use(binnen, ria):
    vreemd = Client()
    bewijs = bewijs_van(tekst(vreemd.get("/mijn/")))
    gegevens = {VELD: bewijs, "knop": f"zelf/voluit:{ria.pk}"}
    binnen.post("/mijn/doe/", gegevens, headers=VAN_HIER)
    binnen.post("/mijn/wissen/", {VELD: bewijs}, headers=VAN_HIER)
    ria.refresh_from_db()
    assert ria.naam_openbaar == NaamOpenbaar.KORT


def test_nobody_makes_the_page_say_something(binnen):
    assert 'role="status"' not in tekst(binnen.get("/mijn/?gedaan=gehackt"))


def test_taken_along_as_text_and_as_json(binnen):
    antwoord = binnen.get("/mijn/gegevens.json")
    assert "attachment" in antwoord.headers["Content-Disposition"]
    assert json.loads(antwoord.content)["Wie je bent"][1]["Naam"] == "Ria Verhoef"
    assert "Naam: Ria Verhoef" in tekst(binnen.get("/mijn/gegevens.txt"))
    assert binnen.get("/mijn/gegevens.exe").status_code == 404


def test_what_is_taken_along_says_on_which_site_it_is(binnen, dorp, ria, settings):
    """A file is read elsewhere; and of what went off the site there is no address."""
    settings.WAGTAILADMIN_BASE_URL = "https://bloei.example"
    oproep = oproep_in(dorp.beesd)
    Reactie.objects.create(oproep=oproep, inwoner=ria, stand=Stand.GEPLAATST)
    for vorm in ("txt", "json"):
        assert f"https://bloei.example{oproep.url}" in tekst(binnen.get(f"/mijn/gegevens.{vorm}"))
    oproep.unpublish()
    for adres in ("/mijn/gegevens.txt", "/mijn/gegevens.json", "/mijn/"):
        pagina = tekst(binnen.get(adres))
        assert oproep.title in pagina
        assert oproep.url not in pagina


def test_erased_by_a_button_once_and_pressed_twice_the_same_answer(binnen):
    pagina = tekst(binnen.get("/mijn/wissen/"))
    assert Inwoner.objects.exists()
    koekje = binnen.cookies[KOEKJE].value
    gegevens = {VELD: bewijs_van(pagina)}
    for _ in range(2):
        binnen.cookies[KOEKJE] = koekje
        antwoord = binnen.post("/mijn/wissen/", gegevens, headers=VAN_HIER)
        assert antwoord.headers["Location"] == "/mijn/gewist/"
    assert not Adres.objects.exists()
    assert Gewist.objects.count() == 1
    assert binnen.cookies[KOEKJE].value == ""
    assert "Je gegevens zijn gewist" in tekst(binnen.get("/mijn/gewist/"))


def test_closing_the_door_is_for_good_and_says_so_before_and_after(binnen):
    pagina = tekst(binnen.get("/mijn/"))
    assert "Druk je op ‘Klaar’, dan werkt de link in je mail niet meer." in pagina
    bewijs = re.findall(rf'name="{VELD}" value="([^"]+)"', pagina)[-1]
    pagina = tekst(binnen.post("/mijn/uit/", {VELD: bewijs}, headers=VAN_HIER, follow=True))
    assert "Je bent klaar. De link in je mail werkt niet meer." in pagina
    assert "Stuur me een link" in pagina
    assert "Ria Verhoef" not in pagina
    pagina = tekst(binnen.get("/mijn/"))
    assert "Ria Verhoef" not in pagina
    assert "Je bent klaar" not in pagina


def test_after_closing_the_door_neither_the_link_nor_another_window_opens_it(binnen):
    link, ander = link_in(Bericht.objects.get()), Client()
    verstuur(ander, link)
    assert "Ria Verhoef" in tekst(ander.get("/mijn/"))
    bewijs = re.findall(rf'name="{VELD}" value="([^"]+)"', tekst(binnen.get("/mijn/")))[-1]
    for _ in range(2):
        assert binnen.post("/mijn/uit/", {VELD: bewijs}, headers=VAN_HIER).status_code == 302
    for client in (binnen, ander):
        assert "Ria Verhoef" not in tekst(client.get("/mijn/"))
        assert "Deze link werkt niet meer" in client.get(link).content.decode()
        assert client.get("/mijn/gegevens.json").headers["Location"] == "/mijn/"


def test_who_never_had_the_key_of_a_cookie_isnt_in(binnen, ria):
    """As the cookie was before: without the key it came by."""
    voor = get_cookie_signer(salt=KOEKJE + KOEKJE)
    for waarde in (f"{ria.adres_id}:abc", f"{ria.adres_id}", f"{ria.adres_id}:0:abc", "::"):
        binnen.cookies[KOEKJE] = voor.sign(waarde)
        assert "Ria Verhoef" not in tekst(binnen.get("/mijn/"))

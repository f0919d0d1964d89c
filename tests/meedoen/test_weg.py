"""The way of a reaction: the form, the mail, the button, read by somebody else, and there it is."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from berichten.models import Bericht
from core.inhoudsversie import huidige_inhoudsversie
from core.models import GemeenteInstellingen
from core.tijd import vandaag
from inwoners.mensen import zorg_voor_inwoner
from kernpagina.models import KernPage
from meedoen import stappen
from meedoen.forms import ReactieForm
from meedoen.keuzes import Stand
from meedoen.models import Reactie
from tests.meedoen.hulp import (
    IDEE,
    RIA,
    VAN_HIER,
    bevestigd,
    druk,
    laatste_link,
    lees_bewijs,
    oproep_in,
    sluit_gisteren,
    verstuur,
)

pytestmark = pytest.mark.django_db


def test_the_whole_way(dorp, oproep, time_machine):
    # As a browser, and not the lenient client of tests: without a cookie there is no token of Django's.
    client = Client(enforce_csrf_checks=True)
    pagina = client.get(oproep.url).content.decode()
    assert f'href="{oproep.url}reageer/"' in pagina
    antwoord = verstuur(client, oproep, time_machine, RIA | IDEE)
    assert antwoord.status_code == 302
    assert "Kijk in je mailbox" in client.get(antwoord.url).content.decode()
    reactie = Reactie.objects.get()
    assert reactie.stand == Stand.CONCEPT
    bericht = Bericht.objects.get(adres=RIA["email"])
    assert "bankje" not in bericht.tekst + bericht.html + bericht.onderwerp, "nothing that a stranger typed"
    assert "Ria" not in bericht.tekst
    link = laatste_link()
    assert "Zet een bankje" in client.get(link).content.decode()
    assert druk(client, link, time_machine).status_code == 302
    reactie.refresh_from_db()
    assert reactie.stand == Stand.BEVESTIGD
    assert "Zet een bankje" not in client.get(oproep.url).content.decode()
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    pagina = client.get(oproep.url).content.decode()
    assert "Zet een bankje" in pagina
    assert "Ria V." in pagina
    assert "Verhoef" not in pagina
    assert "1 reactie geplaatst" in pagina


def test_sending_keeps_what_is_cached_and_placing_renews_it_once(client, dorp, oproep, time_machine):
    # The very first visit makes the row with the details of the municipality.
    client.get(oproep.url)
    eerst = huidige_inhoudsversie().nummer
    reactie = bevestigd(client, oproep, time_machine)
    assert huidige_inhoudsversie().nummer == eerst
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    assert huidige_inhoudsversie().nummer == eerst + 1


def test_a_button_pressed_twice_changes_nothing_the_second_time(client, oproep, time_machine):
    verstuur(client, oproep, time_machine, RIA | IDEE)
    link = laatste_link()
    druk(client, link, time_machine)
    voor = (Reactie.objects.values().get(), Bericht.objects.count())
    assert druk(client, link, time_machine).status_code in (200, 302)
    assert (Reactie.objects.values().get(), Bericht.objects.count()) == voor


def test_a_form_that_is_sent_twice_is_one_reaction(client, oproep, time_machine):
    pad = f"{oproep.url}reageer/"
    bewijs = lees_bewijs(client, pad)
    time_machine.shift(10)
    for _ in range(2):
        assert (
            client.post(pad, RIA | IDEE | {"bewijs": bewijs}, HTTP_SEC_FETCH_SITE="same-origin").status_code
            == 302
        )
    assert Reactie.objects.count() == 1
    assert Bericht.objects.count() == 1


def test_a_closed_call_keeps_the_text_on_the_screen(client, oproep, time_machine):
    sluit_gisteren(oproep)
    open_ = client.get(f"{oproep.url}reageer/").content.decode()
    assert "Deze oproep is gesloten op 16 juni 2026." in open_
    assert "staat nog hieronder" not in open_, "nothing was typed"
    bewijs = "x"
    antwoord = client.post(
        f"{oproep.url}reageer/", RIA | IDEE | {"bewijs": bewijs}, HTTP_SEC_FETCH_SITE="same-origin"
    )
    tekst = re.sub(r"\s+", " ", antwoord.content.decode())
    assert "Je reactie is niet verstuurd. Wat je schreef staat nog hieronder" in tekst
    assert "Zet een bankje bij de linde." in tekst
    assert Reactie.objects.count() == 0


def test_a_call_that_is_still_to_open_says_when(client, dorp):
    oproep = oproep_in(dorp.beesd, opent=vandaag() + timedelta(days=3))
    pagina = client.get(f"{oproep.url}reageer/").content.decode()
    assert "Deze oproep gaat open op 20 juni 2026." in pagina
    assert "gesloten op" not in pagina


SNEL = "Dat ging zo snel dat het ook een computer kan zijn. Wat je invulde staat er nog."


def test_how_fast_it_went_is_said_only_when_that_is_all_and_one_more_press_is_enough(
    client, oproep, time_machine
):
    pad = f"{oproep.url}reageer/"
    bewijs = {"bewijs": lees_bewijs(client, pad)}
    met_fouten = client.post(pad, RIA | IDEE | bewijs | {"naam": ""}, **VAN_HIER).content.decode()
    assert "Vul je voor- en achternaam in." in met_fouten
    assert SNEL not in met_fouten
    te_snel = client.post(pad, RIA | IDEE | bewijs, **VAN_HIER)
    assert SNEL in te_snel.content.decode()
    time_machine.shift(3)
    staat_er = {naam: te_snel.context["form"][naam].value() for naam in RIA | IDEE}
    assert client.post(pad, staat_er | {"bewijs": te_snel.context["gegeven"]}, **VAN_HIER).status_code == 302
    assert Reactie.objects.get().tekst == IDEE["tekst"]


def test_the_button_of_a_mail_may_be_pressed_at_once(client, oproep, time_machine):
    verstuur(client, oproep, time_machine, RIA | IDEE)
    for link, knop in ((laatste_link(), {}), (None, {"doe": "intrekken"})):
        pad = link or laatste_link()
        antwoord = client.post(pad, {"bewijs": lees_bewijs(client, pad)} | knop, **VAN_HIER)
        assert antwoord.status_code == 302
    assert Reactie.objects.get().stand == Stand.INGETROKKEN


@pytest.mark.usefixtures("zonder_stukken")
def test_queries_of_a_call_do_not_grow_with_its_reactions(client, dorp, oproep, time_machine):
    GemeenteInstellingen.load()  # made when it is first asked for, and that changes the content

    def maak(aantal: int) -> None:
        nu = oproep.opent
        for _ in range(aantal):
            inwoner = zorg_voor_inwoner(None, "Ria Verhoef")
            Reactie.objects.create(
                oproep=oproep, inwoner=inwoner, tekst="Ja", stand=Stand.GEPLAATST, naam_getoond="Ria V.",
                geplaatst_op=f"{nu}T10:00:00Z",
            )  # fmt: skip

    def vragen() -> int:
        client.get(oproep.url)
        with CaptureQueriesContext(connection) as geteld:
            assert client.get(oproep.url).status_code == 200
        return len(geteld)

    maak(5)
    vijf = vragen()
    maak(495)
    assert vragen() == vijf


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("naam", "Ria", "Vul je voor- en achternaam in."),
        ("email", "ria", "Dit is geen heel e-mailadres."),
        ("tekst", "", "Schrijf hier wat je wilt zeggen."),
        ("tekst", "x" * 2012, "Je schreef 2.012 tekens, dat zijn er 12 te veel. Hoogstens 2.000 kan."),
        ("titel", "Een bankje " * 10, "Je schreef 109 tekens, dat zijn er 9 te veel."),
        ("akkoord", "", "Zet een vinkje bij de huisregels."),
        ("kern", "", "Kies waar je woont."),
        ("kern", "9999", "Kies je dorp of stad uit de lijst."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, oproep, time_machine, veld, waarde, zin):
    antwoord = verstuur(client, oproep, time_machine, RIA | IDEE | {veld: waarde})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin in pagina
    assert "Een bankje" in pagina
    assert veld not in ("tekst", "titel") or waarde in pagina
    assert Reactie.objects.count() == 0


def test_where_somebody_lives_begins_at_the_village_of_the_call(client, dorp, oproep):
    assert not ReactieForm(oproep)["kern"].value(), "without a code nothing is chosen yet"
    KernPage.objects.filter(pk=dorp.beesd.pk).update(woonplaatscode="3213")
    pagina = client.get(f"{oproep.url}reageer/").content.decode()
    assert '<option value="">Kies</option>' in pagina
    assert '<option value="3213" selected>Beesd</option>' in pagina


@pytest.mark.parametrize("soort", ["ideeën", "reageren op plan"])
def test_no_browser_cuts_what_is_written_and_the_maximum_is_said(client, dorp, soort):
    pagina = client.get(f"{oproep_in(dorp.beesd, soort).url}reageer/").content.decode()
    formulier = pagina[pagina.index("bloei-formulier") :]
    assert "maxlength" not in formulier
    assert "Hoogstens 2.000 tekens." in formulier
    assert ("Hoogstens 100 tekens." in formulier) is (soort == "ideeën")


@pytest.mark.parametrize("tekst", ["nul\x00byte", "😀 plein", "\u202eomgekeerd", "<script>x</script>"])
def test_strange_text_is_kept_clean(client, oproep, time_machine, tekst):
    assert verstuur(client, oproep, time_machine, RIA | IDEE | {"tekst": tekst}).status_code == 302
    opgeslagen = Reactie.objects.get().tekst
    assert "\x00" not in opgeslagen
    assert "\u202e" not in opgeslagen


def test_three_megabytes_of_text_is_nothing_and_says_what_to_do(client, oproep, time_machine):
    antwoord = verstuur(client, oproep, time_machine, RIA | IDEE | {"tekst": "a" * 3_000_000})
    assert antwoord.status_code == 400
    for zin in ("Er is niets bewaard", "Ga terug", "Is je tekst heel lang? Maak hem dan eerst korter."):
        assert zin in antwoord.content.decode()
    assert not Reactie.objects.exists()
    assert not Bericht.objects.exists()


def test_no_page_of_the_way_sets_a_cookie_or_may_be_kept(client, oproep, time_machine):
    verstuurd = verstuur(client, oproep, time_machine, RIA | IDEE)
    for adres in (f"{oproep.url}reageer/", verstuurd.url, laatste_link()):
        antwoord = client.get(adres)
        assert not antwoord.cookies
        assert "no-store" in antwoord.headers["Cache-Control"]
        assert "noindex" in antwoord.headers["X-Robots-Tag"]
        assert antwoord.headers["Referrer-Policy"] == "same-origin"
        assert "Cookie" not in antwoord.headers.get("Vary", "")
    assert not client.cookies


def test_the_page_of_a_call_is_as_cacheable_as_before(client, dorp, oproep, time_machine):
    reactie = bevestigd(client, oproep, time_machine)
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    eerst = client.get(oproep.url)
    assert eerst.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not eerst.cookies
    assert "Cookie" not in eerst.headers.get("Vary", "")
    weer = client.get(oproep.url, HTTP_IF_NONE_MATCH=eerst.headers["ETag"])
    assert weer.status_code == 304
    stappen.trek_in(reactie.pk)
    assert client.get(oproep.url, HTTP_IF_NONE_MATCH=eerst.headers["ETag"]).status_code == 200

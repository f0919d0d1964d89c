"""Logging in with an account of the municipality, against a real OpenID provider."""

import pytest
from django.core import mail
from django.test import Client
from wagtail.models import ModelLogEntry

from berichten.post import verstuur_wachtende
from core.models import User
from site_bloei.settings.inloggen import aanbieder
from toegang import gemeente
from werkplek.models import Inlogpoging

from . import aanbieder as proef

JAN = {
    "sub": "jan-1",
    "email": "jan@gemeente.example",
    "email_verified": True,
    "name": "Jan de Boer",
    "groups": ["g-com", "g-iets-anders"],
    "amr": ["pwd", "mfa"],
}


@pytest.fixture(scope="module")
def server():
    with proef.draai() as adres:
        yield adres


@pytest.fixture
def stel_in(settings):
    """Connect the site to this server."""

    def doe(adres: str) -> None:
        settings.OIDC_NAAM = "je account van de gemeente"
        settings.OIDC_GROEPEN = {
            "g-com": "Communicatie",
            "g-beheer": "Beheer",
            "g-beesd": "Redactie Beesd",
            "g-weg": "Bestaat niet",
        }
        settings.OIDC_TWEEDE_STAP = ["mfa"]
        settings.SOCIALACCOUNT_PROVIDERS = aanbieder(adres, proef.CLIENT, proef.GEHEIM, settings.OIDC_NAAM)
        settings.TWEEDE_FACTOR = True

    return doe


@pytest.fixture
def site(dorp, server, stel_in):
    stel_in(server)
    return dorp


def groepen(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def zegt(antwoord, client: Client) -> str:
    """What the page says to which somebody is sent who doesn't get in."""
    assert (antwoord.status_code, antwoord.url) == (302, "/cms/login/")
    html = client.get(antwoord.url).content.decode()
    assert "_auth_user_id" not in client.session
    return html


def test_somebody_new_whose_group_may_enter(site):
    client = Client()
    html = client.get("/cms/login/?next=/cms/pages/").content.decode()
    assert "Log in met je account van de gemeente" in html
    antwoord = proef.log_in(client, JAN, "/cms/pages/")
    assert antwoord.url == "/cms/pages/"
    jan = User.objects.get(email="jan@gemeente.example")
    assert (str(jan), jan.has_usable_password(), jan.is_superuser) == ("Jan de Boer", False, False)
    assert groepen(jan) == {"Communicatie"}
    # The server asked for a second step, and our settings believe it.
    assert client.get("/cms/").status_code == 200
    assert Inlogpoging.objects.filter(user=jan, soort="gelukt").count() == 1
    account = jan.socialaccount_set.get()
    assert (account.uid, account.extra_data) == ("jan-1", {})
    # Who got a role is told, as of everybody.
    assert ModelLogEntry.objects.filter(action="bloei.rol", object_id=jan.pk).exists()


def test_somebody_known_gets_what_the_groups_say_now(site):
    proef.log_in(Client(), JAN)
    jan = User.objects.get(email="jan@gemeente.example")
    proef.log_in(Client(), {**JAN, "groups": ["g-beesd", "g-beheer"], "email": "nieuw@gemeente.example"})
    jan.refresh_from_db()
    assert (groepen(jan), jan.is_superuser) == ({"Redactie Beesd"}, True)
    proef.log_in(Client(), {**JAN, "groups": ["g-beesd", "g-weg"]})
    jan.refresh_from_db()
    assert (groepen(jan), jan.is_superuser) == ({"Redactie Beesd"}, False)
    client = Client()
    assert "mag niet werken aan Bloei!" in zegt(proef.log_in(client, {**JAN, "groups": []}), client)
    assert groepen(jan) == set()
    assert User.objects.filter(socialaccount__uid="jan-1").count() == 1


def test_what_was_given_by_hand_in_other_groups_stays(site):
    proef.log_in(Client(), JAN)
    jan = User.objects.get(email="jan@gemeente.example")
    jan.groups.add(site.gebruikers["redactie-heukelum"].groups.get())
    proef.log_in(Client(), {**JAN, "groups": "g-beesd"})
    assert groepen(jan) == {"Redactie Beesd", "Redactie Heukelum"}


@pytest.mark.parametrize("wie", [{"groups": []}, {"groups": ["onbekend"]}, {"groups": None}])
def test_somebody_unknown_without_a_group_isnt_made(site, wie):
    client = Client()
    aantal = User.objects.count()
    assert "mag niet werken aan Bloei!" in zegt(proef.log_in(client, {**JAN, **wie}), client)
    assert User.objects.count() == aantal


def test_an_address_that_the_server_is_sure_of_is_the_same_person(site, settings):
    keurder = site.gebruikers["communicatie"]
    onzeker = {**JAN, "email": keurder.email.upper(), "email_verified": False}
    proef.log_in(Client(), onzeker)
    assert not keurder.socialaccount_set.exists()
    assert User.objects.get(socialaccount__uid="jan-1").email == ""
    proef.log_in(Client(), {**onzeker, "sub": "jan-2", "email_verified": True})
    assert keurder.socialaccount_set.get().uid == "jan-2"
    assert groepen(keurder) == {"Communicatie"}


def test_whose_account_is_off_stays_out(site):
    proef.log_in(Client(), JAN)
    User.objects.filter(email="jan@gemeente.example").update(is_active=False)
    client = Client()
    assert "staat uit" in zegt(proef.log_in(client, JAN), client)
    assert groepen(User.objects.get(email="jan@gemeente.example")) == set()


@pytest.mark.parametrize(
    ("geloofd", "amr", "binnen"),
    [(["mfa"], ["mfa"], True), (["mfa"], ["pwd"], False), ([], ["mfa"], False), (["hoog"], ["mfa"], False)],
)
def test_the_second_step_of_the_server_counts_only_when_we_say_so(site, settings, geloofd, amr, binnen):
    settings.OIDC_TWEEDE_STAP = geloofd
    client = Client()
    proef.log_in(client, {**JAN, "amr": amr})
    assert "_auth_user_id" in client.session
    assert (client.get("/cms/").status_code == 200) == binnen
    # And not any more when the settings change.
    settings.OIDC_TWEEDE_STAP = []
    assert client.get("/cms/").url.startswith("/cms/tweede-stap/")


def test_a_nonce_of_another_login_doesnt_count(site):
    client = Client()
    assert gemeente.LUKT_NIET in zegt(proef.log_in(client, JAN, nonce="van-een-ander"), client)
    assert not User.objects.filter(email="jan@gemeente.example").exists()
    assert Inlogpoging.objects.filter(soort="mislukt").count() == 1


def test_a_code_for_another_browser_doesnt_count(site):
    """PKCE: the code was asked with another challenge than this browser can answer."""
    client = Client()
    vreemd = proef.log_in(client, JAN, code_challenge="E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    assert gemeente.LUKT_NIET in zegt(vreemd, client)


def test_a_state_of_another_login_or_none_doesnt_count(site):
    client, ander = Client(), Client()
    begin = ander.get(proef.BEGIN)
    terug = proef.bij_gemeente(begin.url, JAN).removeprefix("http://localhost")
    assert gemeente.LUKT_NIET in zegt(client.get(terug), client)
    assert gemeente.LUKT_NIET in zegt(client.get(proef.anders(terug, state="")), client)
    assert ander.get(terug).status_code == 302
    assert "_auth_user_id" in ander.session
    # Twice is once.
    ander.logout()
    assert gemeente.LUKT_NIET in zegt(ander.get(terug), ander)


def test_breaking_off_there(site):
    client = Client()
    assert "afgebroken" in zegt(proef.log_in(client, None), client)


def test_a_server_that_is_away(dorp, stel_in, server):
    stel_in("http://127.0.0.1:9")
    client = Client()
    assert gemeente.LUKT_NIET in zegt(client.get(proef.BEGIN), client)
    stel_in(server)
    begin = client.get(proef.BEGIN)
    terug = proef.bij_gemeente(begin.url, JAN).removeprefix("http://localhost")
    stel_in("http://127.0.0.1:9")
    assert gemeente.LUKT_NIET in zegt(client.get(terug), client)


def test_nothing_of_the_question_goes_along(site):
    adres = Client().get(f"{proef.BEGIN}?scope=offline_access&process=connect&auth_params=prompt%3Dnone").url
    assert "offline_access" not in adres
    assert "prompt" not in adres
    assert "code_challenge=" in adres


def test_without_a_server_there_is_nothing(dorp):
    assert Client().get(proef.BEGIN).status_code == 404
    assert Client().get(proef.BEGIN + "terug/").status_code == 404
    assert "gemeente/" not in Client().get("/cms/login/").content.decode()


def test_a_new_place_is_mailed(site):
    for adres in ("192.0.2.1", "198.51.100.1", "192.0.2.9"):
        proef.log_in(Client(REMOTE_ADDR=adres), JAN)
    verstuur_wachtende()
    brieven = [
        brief for brief in mail.outbox if brief.to == ["jan@gemeente.example"] and "ingelogd" in brief.subject
    ]
    assert len(brieven) == 1
    assert "198.51.100.0/24" in brieven[0].body

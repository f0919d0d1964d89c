"""Somebody stops, or stays away: nobody gets in with that account, and nothing is left lying."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from core.models import User
from tests.dorp import agenda_item, dien_in
from werkplek import slapers, vertrek
from werkplek.bureau import bureau_van
from werkplek.overzicht import wat_wacht

from .hulp import als, post, vers
from .uitgenodigd import groep, link, neem_aan, verstuur


@pytest.fixture
def werk(dorp):
    """A draft, a page that waits, and one that is online; by the same editor."""
    van = dorp.gebruikers["redactie-beesd"]
    online = agenda_item(dorp.agenda, "Schouw", live=True, eigenaar=van)
    wacht = agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=van)
    dien_in(wacht, van)
    concept = agenda_item(dorp.agenda, "Koffie", live=False, eigenaar=van)
    concept.save_revision(user=van)
    return concept, wacht, online


def laat_stoppen(dorp, wie="redactie-beesd", van="communicatie", naar="redactie-beesd-2"):
    adres = reverse("werkplek:stopt", args=[dorp.gebruikers[wie].pk])
    velden = {"naar": dorp.gebruikers[naar].pk} if naar else {}
    return als(dorp, van).post(adres, velden, follow=True).content.decode()


def test_in_one_screen(dorp, werk):
    concept, wacht, online = werk
    client = als(dorp, "redactie-beesd")
    scherm = als(dorp, "communicatie").get(
        reverse("werkplek:stopt", args=[dorp.gebruikers["redactie-beesd"].pk])
    ).content.decode()  # fmt: skip
    for wat in ("Oogstfeest", "Koffie", "redactie-beesd-2"):
        assert wat in scherm
    assert "redactie-heukelum" not in scherm
    for _ in range(2):
        assert "staat uit" in laat_stoppen(dorp)
    assert client.get(reverse("wagtailadmin_home")).status_code == 302
    user = User.objects.get(username="redactie-beesd")
    assert not user.is_active
    assert not user.groups.exists()
    naar = dorp.gebruikers["redactie-beesd-2"]
    bureau = bureau_van(naar, timezone.localdate())
    assert {pagina.pk for pagina in bureau.concepten} == {concept.pk, wacht.pk}
    assert wat_wacht(timezone.localdate()) == []
    assert vers(online).live
    brief = Bericht.objects.get(soort=Soort.MENSEN)
    assert (brief.adres, "Koffie" in brief.tekst) == (naar.email, True)
    assert "communicatie@example.nl" in post(Soort.ROLLEN)
    # Switched on again by hand, an old session is still no way in.
    user.is_active = True
    user.save()
    assert "_auth_user_id" not in client.session


def test_somebody_goes_on_who_can(dorp, werk):
    for naar in ("redactie-heukelum", None):
        assert "staat uit" not in laat_stoppen(dorp, naar=naar)
    assert User.objects.get(username="redactie-beesd").is_active
    assert "staat uit" in laat_stoppen(dorp, naar="communicatie-2")
    assert vers(werk[0]).owner == dorp.gebruikers["communicatie-2"]


@pytest.mark.parametrize(
    ("van", "wie"),
    [
        ("redactie-beesd", "redactie-beesd-2"),
        ("redactie-beesd", "redactie-beesd"),
        ("communicatie", "communicatie-2"),
        ("communicatie", "beheer"),
        ("beheer", "beheer"),
    ],
)
def test_not_everybody_switches_off_everybody(dorp, van, wie):
    # Who writes for a kern as well, may still do more than that.
    for naam in ("communicatie-2", "beheer"):
        dorp.gebruikers[naam].groups.add(groep())
    assert "staat uit" not in laat_stoppen(dorp, wie=wie, van=van, naar=None)
    with pytest.raises(PermissionDenied):
        vertrek.laat_gaan(dorp.gebruikers[wie], dorp.gebruikers[van], None)
    assert User.objects.get(username=wie).is_active


def test_who_comes_back_has_the_role_of_the_invitation_and_no_other(dorp):
    user = dorp.gebruikers["communicatie-2"]
    assert "staat uit" in laat_stoppen(dorp, wie="communicatie-2", van="beheer", naar=None)
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    assert "onderweg" in verstuur(dorp, email=user.email, van="communicatie").content.decode()
    assert neem_aan(link()).status_code == 302
    terug = User.objects.get(pk=user.pk)
    assert (terug.is_active, terug.is_superuser, list(terug.groups.all())) == (True, False, [groep()])


def test_an_invitation_of_who_left_opens_nothing(dorp):
    verstuur(dorp, van="communicatie")
    laat_stoppen(dorp, wie="communicatie", van="beheer", naar=None)
    assert "geldt niet meer" in neem_aan(link()).content.decode()


def test_ten_drafts_cost_as_many_queries_as_one(dorp, werk):
    client, van = als(dorp, "communicatie"), dorp.gebruikers["redactie-beesd"]
    adres = reverse("werkplek:stopt", args=[van.pk])
    client.get(adres)
    with CaptureQueriesContext(connection) as een:
        client.get(adres)
    for nummer in range(9):
        agenda_item(dorp.agenda, f"Koffie {nummer}", live=False, eigenaar=van).save_revision(user=van)
    with CaptureQueriesContext(connection) as tien:
        assert "Koffie 8" in client.get(adres).content.decode()
    assert len(tien) == len(een)


def test_half_a_year_a_mail_and_a_year_off(dorp):
    nu = timezone.now()
    User.objects.update(last_login=nu)
    slaper = User.objects.filter(username="redactie-beesd")
    slaper.update(last_login=nu - timedelta(days=200), date_joined=nu - timedelta(days=900))
    brieven = Bericht.objects.filter(soort=Soort.MENSEN)
    for dagen in (0, 1, 100):
        slapers.ronde(nu + timedelta(days=dagen))
    assert [brief.adres for brief in brieven] == ["redactie-beesd@example.nl"]
    slapers.ronde(nu + timedelta(days=166))
    assert not slaper.get().is_active
    assert brieven.filter(adres="communicatie@example.nl", onderwerp__contains="staat uit").count() == 1


def test_nobody_is_switched_off_unwarned_and_the_last_administrator_never(dorp):
    nu = timezone.now()
    mensen = User.objects.filter(username__in=("redactie-beesd", "beheer"))
    mensen.update(last_login=None, date_joined=nu - timedelta(days=900))
    for dagen in (0, 29):
        slapers.ronde(nu + timedelta(days=dagen))
    assert mensen.filter(is_active=True).count() == 2
    slapers.ronde(nu + timedelta(days=31))
    assert [user.username for user in mensen.filter(is_active=True)] == ["beheer"]
    # By hand: that somebody has another year.
    mensen.update(is_active=True)
    slapers.ronde(nu + timedelta(days=32))
    assert mensen.filter(is_active=True).count() == 2


def test_with_what_somebody_logged_in_is_gone_too(dorp):
    user = dorp.gebruikers["redactie-beesd"]
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    SocialAccount.objects.create(user=user, provider="gemeente", uid="jan-1")
    vertrek.sluit_account(user, dorp.gebruikers["beheer"], "gestopt")
    assert not Authenticator.objects.exists()
    assert not SocialAccount.objects.exists()

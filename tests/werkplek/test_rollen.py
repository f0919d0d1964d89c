"""Who gets or loses the right to put text online: everybody whom it concerns hears, whatever the way."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import ModelLogEntry

from berichten.models import Afmelding, Bericht, Soort
from core.goedkeuring.rollen import COMMUNICATIE
from core.models import User
from werkplek import rollen

from .hulp import als, post

WIE = {f"{naam}@example.nl" for naam in ("communicatie", "communicatie-2", "beheer")}


def groep() -> Group:
    return Group.objects.get(name=COMMUNICATIE)


def spoed() -> Permission:
    return Permission.objects.get(codename="spoedpublicatie")


def in_de_groep(user):
    user.groups.add(groep())


def vanuit_de_groep(user):
    groep().user_set.add(user)


def met_recht(user):
    user.user_permissions.add(spoed())


def recht_voor_de_groep(user):
    user.groups.first().permissions.add(spoed())


def recht_vanuit_het_recht(user):
    spoed().user_set.add(user)


def beheerder(user):
    user.is_superuser = True
    user.save()


def groep_met_die_naam(user):
    groep().delete()
    eigen = user.groups.first()
    eigen.name = COMMUNICATIE
    eigen.save()


def met_de_hand_in_de_databank(user):
    User.groups.through.objects.create(user=user, group=groep())
    rollen.meld_wijzigingen()  # what each round of the worker does


@pytest.mark.parametrize(
    "hoe",
    [
        in_de_groep, vanuit_de_groep, met_recht, recht_voor_de_groep, recht_vanuit_het_recht, beheerder,
        groep_met_die_naam, met_de_hand_in_de_databank,
    ],
)  # fmt: skip
def test_a_role_that_somebody_gets_is_told(dorp, hoe):
    user = dorp.gebruikers["redactie-beesd"]
    hoe(user)
    gekregen = Bericht.objects.filter(soort=Soort.ROLLEN, onderwerp__startswith=f"{user} mag nu")
    assert user.email in set(gekregen.values_list("adres", flat=True))
    assert "beheer@example.nl" in set(gekregen.values_list("adres", flat=True))
    if hoe is not groep_met_die_naam:
        assert post(Soort.ROLLEN) >= WIE


def uit_de_groep(user):
    user.groups.remove(groep())


def alle_groepen_weg(user):
    user.groups.clear()


def groep_loopt_leeg(user):
    groep().user_set.set([])


def uitgezet(user):
    user.is_active = False
    user.save()


def weggehaald(user):
    user.delete()


@pytest.mark.parametrize("hoe", [uit_de_groep, alle_groepen_weg, groep_loopt_leeg, uitgezet, weggehaald])
def test_a_role_that_somebody_loses_is_told(dorp, hoe):
    hoe(dorp.gebruikers["communicatie-2"])
    verloren = Bericht.objects.filter(
        soort=Soort.ROLLEN, onderwerp__startswith="communicatie-2 mag niet meer"
    )
    assert "beheer@example.nl" in set(verloren.values_list("adres", flat=True))


def test_with_the_form_of_a_user_it_says_who_did_it_and_the_log_says_what(dorp):
    user = dorp.gebruikers["redactie-beesd"]
    client = als(dorp, "beheer")
    adres = reverse("wagtailusers_users:edit", args=[user.pk])
    velden = {"username": user.username, "email": user.email, "first_name": "Sam", "last_name": "de Boer"}
    antwoord = client.post(adres, velden | {"is_active": "on", "groups": [groep().pk]})
    assert antwoord.status_code == 302
    berichten = Bericht.objects.filter(soort=Soort.ROLLEN, adres="communicatie@example.nl")
    assert berichten.filter(onderwerp="redactie-beesd mag niet meer: schrijven voor Beesd").exists()
    bericht = berichten.get(onderwerp__contains="mag nu")
    assert "Sam de Boer" in bericht.onderwerp
    assert "ingesteld door beheer" in bericht.tekst
    regels = ModelLogEntry.objects.filter(action="bloei.rechten", user=dorp.gebruikers["beheer"])
    gegevens = {sleutel: waarde for regel in regels for sleutel, waarde in regel.data.items()}
    assert gegevens == {"erbij": [COMMUNICATIE], "eraf": ["Redactie Beesd"]}
    geschiedenis = client.get(reverse("wagtailusers_users:history", args=[user.pk])).content.decode()
    assert "erbij: Communicatie" in geschiedenis


def test_rights_of_a_group_stand_in_the_log(dorp):
    groep().permissions.add(spoed())
    (regel,) = ModelLogEntry.objects.filter(action="bloei.rechten")
    assert regel.data == {"erbij": [spoed().name]}


def test_nothing_changed_is_no_news(dorp):
    in_de_groep(dorp.gebruikers["communicatie"])
    dorp.gebruikers["communicatie"].save()
    rollen.meld_wijzigingen()
    assert not Bericht.objects.exists()
    assert not ModelLogEntry.objects.filter(action="bloei.rechten").exists()


def test_nobody_switches_this_mail_off(dorp):
    Afmelding.objects.create(user=dorp.gebruikers["communicatie"], soort=Soort.ROLLEN)
    in_de_groep(dorp.gebruikers["redactie-beesd"])
    assert post(Soort.ROLLEN) >= WIE
    assert (
        "beheer van gebruikers"
        not in als(dorp, "communicatie").get(reverse("wagtailadmin_account")).content.decode()
    )

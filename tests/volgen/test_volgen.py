"""Following by mail: one field, a button in the mail, and a link to stop that needs nothing else."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from berichten.models import Bericht, Voorrang
from core.models import Thema
from inwoners.houders import Wie, houder
from inwoners.models import Adres, Reden
from inwoners.wissen import wis
from tests.factories import lijst_van, publiceer
from tests.meedoen.hulp import oproep_in
from tests.volgen.hulp import RIA, druk, laatste_link, volger, vraag_aan
from volgen import abonnementen
from volgen.doelen import ALLES, Doel
from volgen.models import Abonnement, Ritme, Staat, Volgt, Wijziging

pytestmark = pytest.mark.django_db
PAD = "/beesd/volg/"


def test_wie_een_kern_volgt_drukt_eerst_op_de_knop_in_de_mail(client, dorp):
    antwoord = vraag_aan(client, PAD)
    assert (antwoord.status_code, antwoord.url) == (302, "/volg/gestuurd/")
    assert not antwoord.cookies
    bericht = Bericht.objects.get(adres=RIA)
    assert bericht.voorrang == Voorrang.DIRECT
    assert "Beesd" in bericht.tekst
    abonnement = Abonnement.objects.get()
    assert (abonnement.stand, abonnement.pagina_id) == (Staat.CONCEPT, dorp.beesd.pk)
    link = laatste_link()
    antwoord = client.get(link)
    assert Abonnement.objects.get().stand == Staat.CONCEPT
    assert antwoord.headers["Cache-Control"] == "private, no-store"
    for _ in range(2):
        antwoord = client.get(link)
        if 'name="ritme"' in antwoord.content.decode():
            druk(client, link, ritme=Ritme.MAAND)
    abonnement = Abonnement.objects.get()
    assert (abonnement.stand, abonnement.ritme) == (Staat.ACTIEF, Ritme.MAAND)
    assert abonnement.vanaf == Wijziging.objects.laatste() > 0
    assert "Beesd" in abonnement.toestemming
    assert abonnement.adres.bevestigd_op


def test_who_just_began_can_stop_before_the_first_edition(client, dorp):
    vraag_aan(client, PAD)
    uit_mail, knop = laatste_link(wat="stop"), laatste_link()
    assert 'href="/volg/stop/' not in client.get(knop).content.decode()
    druk(client, knop, ritme=Ritme.WEEK)
    pagina = client.get(knop).content.decode()
    assert f'href="{uit_mail}"' in pagina
    assert client.get(uit_mail).status_code == 200
    assert Abonnement.objects.get().stand == Staat.ACTIEF, "opening it stops nothing"
    weer = f'href="{PAD}" rel="nofollow">Toch weer Beesd volgen?</a>'
    gestopt = client.post(uit_mail).content.decode()
    assert "Je bent gestopt" in gestopt
    assert weer in gestopt
    assert Abonnement.objects.get().stand == Staat.GESTOPT
    oude_knop = client.get(knop).content.decode()
    assert "Je volgt dit niet meer." in oude_knop
    assert weer in oude_knop


def test_who_stopped_is_led_to_a_form_only_where_there_is_one(client, dorp, themas):
    oproep = oproep_in(dorp.beesd)
    doelen = [ALLES, Doel(Volgt.THEMA, thema=Thema.objects.all()[0]), Doel(Volgt.OPROEP, oproep)]
    assert [client.get(doel.formulier).status_code for doel in doelen] == [200, 200, 200]
    oproep.unpublish()
    oproep.refresh_from_db()
    assert Doel(Volgt.OPROEP, oproep).formulier == ""


def test_before_the_button_there_is_nothing_to_stop_and_the_page_says_so(client, dorp):
    vraag_aan(client, PAD)
    uit_mail, knop = laatste_link(wat="stop"), laatste_link()
    pagina = client.get(uit_mail).content.decode()
    for zin in ("Je krijgt hier geen mail over", "Je drukte nog niet op de knop in de mail."):
        assert zin in pagina
    assert "Je bent gestopt" not in pagina
    assert "Vergeet het nu" in pagina.partition('<form method="post">')[2], "who doesn't want it needn't wait"
    assert Abonnement.objects.get().stand == Staat.CONCEPT
    # A mail program may stop it as well: then it is forgotten, and that page is true too.
    pagina = client.post(uit_mail).content.decode()
    assert "Je volgt dit niet." in pagina
    assert "Je bent gestopt" not in pagina
    assert "Vergeet het nu" not in pagina
    assert not Abonnement.objects.exists()
    assert client.get(knop).status_code == 410


def test_a_known_address_sees_what_everybody_sees_and_nothing_of_it_changes(client, dorp):
    abonnement = volger(doel=Doel(Volgt.KERN, dorp.beesd), ritme=Ritme.MAAND)
    nieuw, bekend = vraag_aan(client, PAD, "jan@example.nl"), vraag_aan(client, PAD)
    assert (nieuw.status_code, nieuw.url) == (bekend.status_code, bekend.url)
    assert Bericht.objects.count() == 2
    abonnement.refresh_from_db()
    assert (abonnement.stand, abonnement.ritme) == (Staat.ACTIEF, Ritme.MAAND)
    # The same form again is the same mail.
    vraag_aan(client, PAD)
    assert Bericht.objects.count() == 2


def test_in_the_language_of_the_form(client, dorp):
    vraag_aan(client, f"/pl{PAD}")
    assert "Dzień dobry" in Bericht.objects.get().tekst
    assert laatste_link().startswith("/pl/volg/bevestigen/")
    druk(client, laatste_link(), ritme=Ritme.WEEK)
    assert Adres.objects.get(email=RIA).taal == "pl"


def test_stopping_takes_one_request_without_anything_and_twice_is_the_same(client, dorp):
    eerste, tweede = volger(), volger(doel=Doel(Volgt.KERN, dorp.beesd))
    blijft = volger("jan@example.nl")
    link = abonnementen.stoplink([eerste.pk, tweede.pk], "nl")
    assert client.get(link).status_code == 200
    assert Abonnement.objects.actief().count() == 3
    antwoorden = [client.post(link, {"List-Unsubscribe": "One-Click"}) for _ in range(2)]
    assert [antwoord.status_code for antwoord in antwoorden] == [200, 200]
    assert antwoorden[0].content == antwoorden[1].content
    assert not antwoorden[0].cookies
    assert list(Abonnement.objects.actief()) == [blijft]
    Abonnement.objects.filter(pk__in=[eerste.pk, tweede.pk]).delete()
    vergeten = client.post(link)
    assert (vergeten.status_code, "Je volgt dit niet." in vergeten.content.decode()) == (200, True)
    assert client.post(link.replace(f"{eerste.pk}.", f"{blijft.pk}.")).status_code == 404
    assert blijft in Abonnement.objects.actief()


def test_an_old_button_doesnt_begin_again_what_was_stopped(client, dorp):
    vraag_aan(client, PAD)
    link = laatste_link()
    bladzij = client.get(link).content.decode()
    druk(client, link, ritme=Ritme.WEEK)
    abonnementen.stop([Abonnement.objects.get().pk])
    bewijs = re.search(r'name="bewijs" value="([^"]+)"', bladzij)[1]
    client.post(link, {"bewijs": bewijs, "ritme": "week"}, headers={"sec-fetch-site": "same-origin"})
    assert Abonnement.objects.get().stand == Staat.GESTOPT
    assert "Je bent gestopt" in client.get(link).content.decode()


def test_what_can_be_followed_has_a_form_and_what_ended_has_none(client, dorp, themas):
    oproep = oproep_in(dorp.beesd)
    for pad in (PAD, f"{oproep.url}volg/", f"/volg/thema/{themas[0].slug}/", "/volg/", "/en/volg/"):
        assert 'name="email"' in client.get(pad).content.decode(), pad
    dag = timezone.localdate() - timedelta(days=9)
    oproep.opent = oproep.sluit = dag
    oproep.uitkomst = "<p>We zetten een bankje.</p>"
    publiceer(oproep)
    assert client.get(f"{oproep.url}volg/").url == oproep.url
    assert client.get(f"{lijst_van(dorp.beesd, type(dorp.agenda)).url}volg/").status_code == 404


def test_onder_mijn_gegevens_staat_wat_je_volgt_en_stop_je_ermee(dorp):
    abonnement = volger(doel=Doel(Volgt.KERN, dorp.beesd))
    wie, volgt = Wie.van(abonnement.adres), houder("volgt")
    [stuk] = volgt.toon(wie)
    assert stuk.titel == "Beesd"
    assert [volgt.doe(wie, stuk.knoppen[0].wat) for _ in range(2)] == [
        "Gestopt. Je krijgt hier geen mail meer over."
    ] * 2
    [stuk] = volgt.toon(wie)
    assert not stuk.knoppen
    assert "Gestopt op" in stuk.gegevens["Hoe het staat"]
    wis(wie, Reden.ZELF)
    assert not Abonnement.objects.exists()


def test_what_is_kept_and_for_how_long(client, dorp):
    nu = timezone.now()
    vraag_aan(client, PAD)
    gestopt, actief = volger("jan@example.nl"), volger("els@example.nl")
    abonnementen.stop([gestopt.pk])
    abonnementen.ruim_op(nu + timedelta(hours=47))
    assert Abonnement.objects.count() == 3
    abonnementen.ruim_op(nu + timedelta(hours=49))
    assert set(Abonnement.objects.all()) == {gestopt, actief}
    abonnementen.ruim_op(nu + timedelta(days=31))
    assert list(Abonnement.objects.all()) == [actief]
    abonnementen.onbestelbaar("ELS@example.nl", nu)
    assert Abonnement.objects.get().stand == Staat.ONBESTELBAAR
    assert ALLES.naam == "alle kernen"

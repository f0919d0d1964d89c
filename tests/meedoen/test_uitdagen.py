"""The right to challenge: a formal proposal, a receipt with a copy at once, and nothing of it in public."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from core.inhoudsversie import huidige_inhoudsversie
from inwoners.houders import Wie
from inwoners.mensen import zorg_voor_inwoner
from inwoners.models import Adres
from meedoen.keuzes import UitdaagStand
from meedoen.models import Uitdaging
from meedoen.uitdagen.houder import Uitdagingen, ruim_op
from meedoen.uitdaging import DELEN
from tests.meedoen.hulp import VAN_HIER, druk, lees_bewijs, oproep_in, sluit_gisteren
from werkplek.uitdagingen import vertel

pytestmark = pytest.mark.django_db
VOORSTEL = {
    "taak": "Maaien rond de vijver", "hoe": "Elke maand met acht mensen.", "waarom": "Het gras staat nu te hoog.",
    "met_wie": "Heukelum Aktief", "geld": "", "naam": "Ria Verhoef", "email": "ria@example.org", "akkoord": "on",
}  # fmt: skip


@pytest.fixture
def oproep(dorp):
    return oproep_in(dorp.beesd, "uitdaagrecht", title="Neem het over")


def dien_in(client, oproep, time_machine, **anders):
    pad = f"{oproep.url}uitdagen/"
    bewijs = lees_bewijs(client, pad)
    time_machine.shift(timedelta(seconds=10))
    return client.post(pad, VOORSTEL | anders | {"bewijs": bewijs}, **VAN_HIER)


def knop() -> str:
    tekst = Bericht.objects.filter(adres=VOORSTEL["email"]).order_by("-pk")[0].tekst
    return re.search(r"https?://[^/\s]+(/uitdaging/\S+)", tekst)[1]


def test_the_whole_way(dorp, oproep, time_machine, settings):
    settings.UITDAAGRECHT_WEKEN = 6
    client = Client(enforce_csrf_checks=True)
    assert f'href="{oproep.url}uitdagen/"' in client.get(oproep.url).content.decode()
    versie = huidige_inhoudsversie()
    assert (
        "Je voorstel is nog niet ingediend."
        in client.get(dien_in(client, oproep, time_machine).url).content.decode()
    )
    assert "Maaien" not in Bericht.objects.get().tekst, "nothing that a stranger typed"
    link = knop()
    assert "Maaien rond de vijver" in client.get(link).content.decode()
    for _ in range(2):
        druk(client, link, time_machine)
    bericht = Bericht.objects.filter(adres=VOORSTEL["email"]).order_by("-pk")[0]
    assert Bericht.objects.count() == 2
    assert bericht.onderwerp == "Ontvangstbevestiging: Neem het over"
    assert bericht.tekst.startswith("Dag Ria Verhoef,")
    assert "Met wie doe je het?\n" in bericht.tekst, "as an answer is read, not as it is asked"
    voorstel = Uitdaging.objects.get()
    assert voorstel.besluit_voor == timezone.localdate() + timedelta(weeks=6)
    for wat in (
        "Maaien rond de vijver",
        "Elke maand met acht mensen.",
        "Het gras staat nu te hoog.",
        "29 juli 2026",
    ):
        assert wat in bericht.tekst
    assert "Maaien" not in client.get(oproep.url).content.decode()
    assert huidige_inhoudsversie() == versie, "nothing public changed"
    assert not client.cookies


def test_the_call_the_form_and_the_receipt_promise_the_same(client, oproep, time_machine, settings):
    """Each hears it counted from their own day; the day of the call is when everybody reads what came of it."""
    settings.UITDAAGRECHT_WEKEN = 6
    for pad in (oproep.url, f"{oproep.url}uitdagen/"):
        assert "Je hoort binnen 6 weken wat de gemeente besluit." in client.get(pad).content.decode()
    pagina = client.get(oproep.url).content.decode()
    assert "Je hoort uiterlijk wat ermee gebeurt op" not in pagina
    assert "Op deze pagina lees je wat ermee gebeurt, uiterlijk op" in pagina


def test_what_is_wrong_is_said_and_what_was_typed_stays(client, oproep, time_machine):
    pagina = dien_in(client, oproep, time_machine, hoe="", akkoord="").content.decode()
    for wat in ("Schrijf hoe je het gaat doen.", "Zet een vinkje", "Maaien rond de vijver"):
        assert wat in pagina
    sluit_gisteren(oproep)
    assert "Maaien rond de vijver" in dien_in(client, oproep, time_machine).content.decode()
    assert not Uitdaging.objects.exists()


def test_communications_pass_it_on_and_say_when_it_was_decided(client, dorp, oproep, time_machine):
    dien_in(client, oproep, time_machine)
    druk(client, knop(), time_machine)
    for _ in range(2):
        vertel(timezone.now())
    nieuw = Bericht.objects.filter(soort=Soort.UITDAGING)
    assert nieuw.count() == 2, "one for each of communications"
    assert "Maaien" not in nieuw[0].tekst
    bureau, pad = Client(), reverse("werkplek:uitdagingen")
    bureau.force_login(dorp.gebruikers["redactie-beesd"])
    assert "Maaien" not in bureau.get(pad, follow=True).content.decode()
    bureau.force_login(dorp.gebruikers["communicatie"])
    assert "Maaien rond de vijver" in bureau.get(pad).content.decode()
    for _ in range(2):
        bureau.post(pad, {"besloten": Uitdaging.objects.get().pk})
    assert Uitdaging.objects.get().besloten_door == dorp.gebruikers["communicatie"]


def test_its_writer_sees_it_and_takes_it_back_and_it_goes_in_time(client, oproep, time_machine):
    dien_in(client, oproep, time_machine)
    druk(client, knop(), time_machine)
    wie = Wie.van(Adres.objects.get())
    stuk = Uitdagingen().toon(wie)[0]
    assert "Maaien rond de vijver" in stuk.gegevens.values()
    voor = Uitdaging.objects.get().besluit_voor
    for dagen, over in ((364, 1), (365, 1), (366, 0)):
        ruim_op(timezone.now() + (voor - timezone.localdate()) + timedelta(days=dagen))
        assert Uitdaging.objects.count() == over
    dien_in(client, oproep, time_machine, taak="Opnieuw")
    druk(client, knop(), time_machine)
    for _ in range(2):
        assert (
            Uitdagingen().doe(wie, f"intrekken:{Uitdaging.objects.get().pk}") == "Je voorstel is ingetrokken."
        )
    assert not Uitdagingen().toon(wie)[0].knoppen


@pytest.mark.parametrize(
    ("stand", "termijn", "stap"),
    [
        (UitdaagStand.CONCEPT, timedelta(hours=48), timedelta(hours=1)),
        (UitdaagStand.INGETROKKEN, timedelta(days=30), timedelta(days=1)),
    ],
)
def test_what_was_never_sent_in_or_taken_back_goes_in_time(oproep, stand, termijn, stap):
    inwoner = zorg_voor_inwoner(None, VOORSTEL["naam"])
    woorden = {deel: VOORSTEL[deel] for deel in DELEN}
    gemaakt = Uitdaging.objects.create(oproep=oproep, inwoner=inwoner, stand=stand, **woorden).gemaakt_op
    for keer, over in ((-1, 1), (0, 1), (1, 0)):
        ruim_op(gemaakt + termijn + keer * stap)
        assert Uitdaging.objects.count() == over

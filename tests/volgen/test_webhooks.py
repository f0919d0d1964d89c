"""Messages to channels: each line once and in order, signed, tried again; and never into a network of our own."""

import socket
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.core.exceptions import ValidationError

from berichten.models import Bericht
from tests import factories
from volgen import buitenadres
from volgen.models import Bezorging, Kanaal, Stand, Webhook, Wijziging
from volgen.webhooks import beheer, bezorgen, lijn
from werkplek import dienst

from .ontvanger import HOST, LOOPBACK, URL, ontvanger

BEGIN = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def klok():
    with time_machine.travel(BEGIN, tick=False) as klok:
        yield klok


@pytest.fixture
def kanaal(agenda, beheerder):
    return Kanaal.objects.create(naam="Dorpssite", url=URL, beheerder=beheerder)


def druk_knop(kanaal, wie) -> str:
    return beheer.druk_knop(kanaal, wie, beheer.knop(kanaal, wie))


@pytest.fixture
def geheim(klok, kanaal, beheerder):
    return druk_knop(kanaal, beheerder)


@pytest.fixture
def er(geheim):
    with ontvanger(geheim) as er:
        yield er


def ronde() -> int:
    return bezorgen.ronde(datetime.now(UTC))


def gebeurt(agenda, keer: int = 1) -> list[int]:
    """Something becomes public; the numbers of the lines about it."""
    voor = Wijziging.objects.laatste()
    for _ in range(keer):
        factories.AgendaItemPageFactory(parent=agenda)
    return list(Wijziging.objects.na(voor).values_list("nummer", flat=True))


def test_elke_regel_komt_een_keer_en_is_van_ons(er, agenda, kanaal):
    """The receiver of the docs checks the signature and the time; what was there before isn't told."""
    nummers = gebeurt(agenda, 2)
    dienst.ronde(datetime.now(UTC))
    assert er.nummers == nummers
    assert [wat[:3] for wat in er.gekregen] == [(HOST, HOST, "/bloei?kamer=3")] * 2
    assert ronde() == 0
    gegevens = next(iter(er.docs["gehad"].values()))
    regel = Wijziging.objects.get(nummer=nummers[0])
    assert gegevens == {
        "nummer": regel.nummer, "soort": "nieuw", "id": regel.pagina, "apiUrl": f"http://localhost/api/v1/paginas/{regel.pagina}",
    }  # fmt: skip
    assert Bezorging.objects.filter(gelukt=True, status=204).count() == 2


def test_een_ander_of_een_oud_bericht_neemt_de_ontvanger_niet(er, klok, agenda, kanaal, beheerder):
    gebeurt(agenda)
    Webhook.objects.update(zaad="0" * 32)
    assert ronde() == 0
    assert Bezorging.objects.get().uitleg == "De ontvanger antwoordde met 401."
    koppen = {"webhook-id": "x", "webhook-timestamp": "1", "webhook-signature": "v1,x"}
    assert not er.docs["klopt"](koppen, b"{}")
    # Time passes between signing and arriving.
    echt = lijn.stuur
    with patch.object(lijn, "stuur", lambda *wat: klok.shift(301) or echt(*wat)):
        Webhook.objects.update(stand=Stand.UIT)
        beheer.zet(kanaal, Stand.AAN, beheerder)
        assert ronde() == 0
    assert er.nummers == []


def test_een_nieuw_geheim_laat_een_dag_het_oude_gelden(er, klok, agenda, kanaal, beheerder):
    for _ in range(2):
        nieuw = druk_knop(kanaal, beheerder)
    gebeurt(agenda)
    assert ronde() == 1
    klok.shift(timedelta(hours=25))
    gebeurt(agenda)
    assert ronde() == 0
    klok.shift(timedelta(minutes=1))
    with ontvanger(nieuw):
        assert ronde() == 1


def test_wie_halverwege_stopt_stuurt_hetzelfde_nog_eens(er, agenda):
    nummers = gebeurt(agenda)
    with patch.object(bezorgen, "_noteer", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        ronde()
    assert ronde() == 1
    assert len(er.gekregen) == 2
    assert er.nummers == nummers  # known by its webhook-id


def test_een_kern_en_een_soort(er, agenda, kanaal):
    elders = factories.KernPageFactory(title="Heukelum")
    Kanaal.objects.update(kern=elders, soorten=["weg"])
    gebeurt(agenda)
    factories.depubliceer(elders.get_children().get(slug="agenda").specific)
    (weg,) = Wijziging.objects.filter(soort="weg").values_list("nummer", flat=True)
    gebeurt(agenda)
    assert ronde() == 1
    assert er.nummers == [weg]
    ronde()
    assert Webhook.objects.get().nummer == Wijziging.objects.laatste()


def test_steeds_minder_vaak_en_na_vijf_dagen_niet_meer(er, klok, agenda, kanaal, beheerder, mailoutbox):
    nummers = gebeurt(agenda, 2)
    er.antwoord = (500, {})
    wachten = []
    while (webhook := Webhook.objects.get()).stand == Stand.AAN:
        wachten.append(webhook.volgende_poging - datetime.now(UTC))
        klok.move_to(webhook.volgende_poging)
        assert ronde() == 0
    assert (wachten[1], wachten[2], max(wachten)) == (
        timedelta(seconds=5), timedelta(seconds=30), timedelta(hours=24),
    )  # fmt: skip
    assert sum(wachten, timedelta()) == timedelta(days=5)
    assert len({wat[3] for wat in er.gekregen}) == 1
    (mail,) = Bericht.objects.filter(soort="kanaal-uit")
    assert (mail.adres, "500" in mail.tekst) == (beheerder.email, True)
    er.antwoord = None
    klok.shift(timedelta(days=30))
    assert ronde() == 0
    beheer.zet(kanaal, Stand.AAN, beheerder)
    assert ronde() == 2
    assert er.nummers == nummers
    assert bezorgen.ruim_op(datetime.now(UTC)) == len(wachten)
    assert Bezorging.objects.count() == 2


NIET = [
    "http://dorp.example/", "https://dorp.example:8443/", "https://jan:geheim@dorp.example/", "https:///pad", "https://a..b/",
    "https://dorp.example\\@127.0.0.1/", "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/",
    "https://169.254.169.254/latest/meta-data/", "https://10.1.2.3/", "https://[64:ff9b::a00:1]/", "https://[fd00::1]/",
    "https://[fe80::1]/", "https://[2002:a00:1::1]/", "https://0.0.0.0/", "ftp://dorp.example/",
]  # fmt: skip


@pytest.mark.parametrize("url", NIET)
def test_waar_niets_heen_gaat(url):
    with pytest.raises(ValidationError):
        buitenadres.controleer(url)
    with patch.object(socket, "create_connection", side_effect=AssertionError("connected")):
        assert not lijn.stuur(url, {}, b"").gelukt


# What the system makes of names that are numbers in another way, and of names that anybody may let lead anywhere.
@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f.1", "127.1", "0177.0.0.1"])
def test_een_naam_die_naar_binnen_leidt(host):
    with patch.object(socket, "create_connection", side_effect=AssertionError("connected")):
        antwoord = lijn.stuur(f"https://{host}/", {}, b"")
    assert "afgesloten netwerk" in antwoord.uitleg or "niet te vinden" in antwoord.uitleg


def test_een_naam_die_bij_de_tweede_keer_ergens_anders_heen_leidt(geheim, agenda):
    """What was judged is what is connected to; and the next time it's judged again, and said to the administrator."""
    gebeurt(agenda, 2)
    with ontvanger(geheim, adressen=(LOOPBACK, "10.0.0.1")) as er:
        assert ronde() == 1
    assert len(er.gekregen) == 1
    assert "10.0.0.1) ligt in een afgesloten netwerk" in Bezorging.objects.get(gelukt=False).uitleg
    # One bad address among good ones is enough.
    with pytest.raises(buitenadres.NietNaarBuiten):
        buitenadres.keur("dorp.example", ["93.184.216.34", "::ffff:10.0.0.1"])
    buitenadres.keur("dorp.example", ["93.184.216.34", "2606:2800:220:1::1"])


def test_niet_doorverwezen_niet_eindeloos_en_niet_zonder_certificaat(er, agenda, monkeypatch):
    er.antwoord = (307, {"Location": f"https://{HOST}/elders"})
    assert "verwijst door (307)" in lijn.stuur(URL, {}, b"").uitleg
    assert len(er.gekregen) == 1
    monkeypatch.setattr(lijn, "GEDULD", 0.3)
    with socket.create_server((LOOPBACK, 0)) as stil:  # takes the call and says nothing
        monkeypatch.setattr(buitenadres, "POORT", stil.getsockname()[1])
        assert "geen antwoord" in lijn.stuur(URL, {}, b"").uitleg


def test_alleen_een_certificaat_dat_klopt(er, monkeypatch):
    monkeypatch.setattr(buitenadres, "los_op", lambda host: [LOOPBACK])
    antwoord = lijn.stuur("https://iemand.example/", {}, b"")
    assert "certificaat" in antwoord.uitleg
    assert er.gekregen == []

"""The screens of the administrator about channels and what they hear."""

import re
from unittest.mock import patch

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests import factories
from volgen import buitenadres
from volgen.models import Bezorging, Kanaal, Webhook, Wijziging
from volgen.webhooks import beheer

from .ontvanger import URL, ontvanger

NIEUW = "/cms/snippets/volgen/kanaal/add/"
VELDEN = {"naam": "Dorpssite", "actief": "on", "url": URL, "soorten": ["nieuw", "weg"]}


@pytest.fixture
def kanaal(dorp, client):
    client.force_login(dorp.gebruikers["beheer"])
    client.post(NIEUW, VELDEN)
    return Kanaal.objects.get()


@pytest.fixture
def druk(client, kanaal):
    """Press a button of the page; gives what is read then."""

    def _druk(wat, **velden):
        adres = f"/cms/kanaal/{kanaal.pk}/"
        (knop,) = re.findall(r'name="knop" value="([^"]+)"', client.get(adres).content.decode())
        return client.post(adres, {"knop": knop, "wat": wat, **velden}, follow=True).content.decode()

    return _druk


def test_een_kanaal_krijgt_een_geheim_dat_een_keer_te_zien_is(client, dorp, kanaal, druk):
    assert (kanaal.url, kanaal.soorten, kanaal.kern) == (URL, ["nieuw", "weg"], None)
    adres = f"/cms/kanaal/{kanaal.pk}/"
    assert "Maak eerst een geheim" in client.get(adres).content.decode()
    assert not Webhook.objects.exists()
    assert "maak een geheim" in druk("proef")
    (geheim,) = re.findall(r"whsec_[\w+/=]+", druk("geheim"))
    assert "Dorpssite" in client.get("/cms/snippets/volgen/kanaal/").content.decode()
    elders = [
        adres,
        f"/cms/snippets/volgen/kanaal/edit/{kanaal.pk}/",
        f"/cms/snippets/volgen/kanaal/history/{kanaal.pk}/",
    ]
    assert "whsec_" not in "".join(client.get(plek).content.decode() for plek in elders)
    assert geheim not in str(list(Webhook.objects.values())) + str(
        list(ModelLogEntry.objects.values_list("data"))
    )
    for wie in ("redactie-beesd", "communicatie"):
        client.force_login(dorp.gebruikers[wie])
        assert client.post(adres, {"wat": "geheim"}).status_code in (302, 403)
    assert len(Webhook.objects.get().vorige) == 0


def test_twee_keer_op_de_knop_is_een_geheim(client, dorp, kanaal, druk):
    """Pressed twice, or the answer loaded again: the same secret. An older page makes none in its place."""
    adres = f"/cms/kanaal/{kanaal.pk}/"
    user = dorp.gebruikers["beheer"]
    eerste, tweede = (beheer.knop(kanaal, user) for _ in range(2))

    def geheimen(knop: str) -> list[str]:
        antwoord = client.post(adres, {"wat": "geheim", "knop": knop}, follow=True)
        return re.findall(r"whsec_[\w+/=]+", antwoord.content.decode())

    assert geheimen(eerste) == geheimen(eerste) != geheimen(tweede)
    zaad = Webhook.objects.get().zaad
    assert len(Webhook.objects.get().vorige) == 1
    assert geheimen(eerste) == []
    van_een_ander = beheer.knop(kanaal, dorp.gebruikers["communicatie"])
    for niet in ("", tweede[:-1], van_een_ander):
        assert geheimen(niet) == []
    with time_machine.travel(timezone.now() + beheer.KNOP_GELDIG, tick=True):
        client.force_login(user)
        assert geheimen(tweede) == []
    assert Webhook.objects.get().zaad == zaad
    assert ModelLogEntry.objects.filter(action="volgen.webhook").count() == 2


def test_een_proef_en_nog_een_keer_alles(client, dorp, kanaal, druk):
    assert "niet aangekomen" not in druk("geheim")
    with patch.object(buitenadres, "los_op", return_value=["10.0.0.1"]):
        assert "(10.0.0.1) ligt in een afgesloten netwerk" in druk("proef")
    (geheim,) = re.findall(r"whsec_[\w+/=]+", druk("geheim"))
    with ontvanger(geheim) as er:
        assert "De proef is aangekomen" in druk("proef")
        assert er.nummers == [0]
    voor = Wijziging.objects.laatste()
    factories.AgendaItemPageFactory(parent=dorp.agenda)
    assert "er wachten 0 berichten" not in client.get(f"/cms/kanaal/{kanaal.pk}/").content.decode()
    assert "Zo ver zijn we nog niet" in druk("opnieuw", vanaf=voor + 1)
    assert "Zo ver zijn we nog niet" in druk("opnieuw", vanaf=10**18)
    assert "Alles vanaf 1 gaat opnieuw" in druk("opnieuw", vanaf=1)
    assert Webhook.objects.get().nummer == 0
    assert list(Bezorging.objects.order_by("pk").values_list("gelukt", flat=True)) == [False, True]
    for stand in ("uit", "uit", "aan"):
        druk(stand)
    gezegd = ModelLogEntry.objects.filter(action="volgen.webhook").values_list("data__wat", flat=True)
    assert sorted(gezegd) == ["aan", "nieuw geheim", "nieuw geheim", "opnieuw vanaf 1", "uit"]


@pytest.mark.parametrize(
    "url", ["http://dorp.example/", "https://[::ffff:10.0.0.1]/", "https://dorp.example:22/"]
)
def test_een_adres_waar_niets_heen_gaat_wordt_geweigerd(client, dorp, url):
    client.force_login(dorp.gebruikers["beheer"])
    antwoord = client.post(NIEUW, VELDEN | {"url": url})
    assert antwoord.status_code == 200
    assert not Kanaal.objects.exists()


def test_twintig_kanalen_kosten_evenveel_als_een(client, dorp, kanaal):
    def kosten() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert client.get("/cms/snippets/volgen/kanaal/").status_code == 200
        return len(vragen)

    kosten()
    een = kosten()
    Kanaal.objects.bulk_create(Kanaal(naam=f"Kanaal {nummer}", url=URL) for nummer in range(19))
    assert kosten() == een

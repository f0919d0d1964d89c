"""Forms while two do something at once: each with a connection of its own, and what is committed is committed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Site

from api.models import Vorm
from api.vormen.maken import maak_vormen
from core.inhoudsversie import verhoog_inhoudsversie
from kernpagina.models import KernPage
from tests import factories
from tests.dorp import maak_site
from werkplek.dienst import ronde

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kern():
    with factories.zonder_taken():
        maak_site("Beesd")
        yield KernPage.objects.get()


def ergens_anders(doe):
    def met_eigen_verbinding():
        try:
            return doe()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(met_eigen_verbinding).result(timeout=20)


def maak(kern):
    return len(maak_vormen(Site.objects.select_related("root_page").get(), "nl", [kern.pk]))


def test_het_werk_op_de_achtergrond_maakt_de_vorm_van_wat_online_ging(kern):
    kern.title = "Dorp Beesd"
    factories.publiceer(kern)
    ronde(timezone.now())
    assert '"titel":"Dorp Beesd"' in Vorm.objects.get(pagina=kern, taal="nl").pagina_kort


def test_een_vorm_die_niet_te_maken_is_houdt_het_andere_werk_niet_op(kern, client, monkeypatch):
    kern.title = "Dorp Beesd"
    factories.publiceer(kern)
    with monkeypatch.context() as stuk:
        stuk.setattr("api.vormen.bestellingen.maak_vormen", lambda *wat: 1 / 0)
        ronde(timezone.now())
    assert not Vorm.objects.filter(pagina=kern).exists()
    assert client.get("/api/v1/kernen/beesd").json()["naam"] == "Dorp Beesd"


def test_zolang_iemand_publiceert_wordt_er_niets_bewaard_en_wacht_er_ook_niemand(kern):
    Vorm.objects.all().delete()
    with transaction.atomic():
        verhoog_inhoudsversie()
        assert ergens_anders(lambda: maak(kern)) == 1
        assert not Vorm.objects.exists()
    assert maak(kern) == 1
    assert Vorm.objects.filter(pagina=kern).exists()


def test_een_vorm_van_voor_een_publicatie_die_nog_bezig_is_is_weg_als_zij_klaar_is(kern):
    kern.title = "Andere naam"
    with transaction.atomic():
        # Another makes the form while nothing of this is to be seen, nor the counter raised.
        ergens_anders(lambda: maak(kern))
        factories.publiceer(kern)
    assert not Vorm.objects.filter(pagina=kern).exists()
    assert maak(kern) == 1
    assert '"titel":"Andere naam"' in Vorm.objects.get(pagina=kern, taal="nl").pagina_kort

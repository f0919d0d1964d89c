"""How many queries an answer costs: at most 6 for a list, 7 for a search, 8 for a detail, however much is in it."""

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from core.models import GemeenteInstellingen
from kernpagina.models import AgendaItemPage, KernagendaPage, KernPage, OproepPage
from projecten.models import ProjectPage
from tests import factories

from .conftest import maak_veel

MEESTE_LIJST, MEESTE_ZOEK, MEESTE_DETAIL = 6, 7, 8
LIJSTEN = [
    f"/api/v1/{lijst}{extra}"
    for lijst in ("kernen", "agenda-items", "projecten", "oproepen", "paginas")
    for extra in ("?paginaGrootte=100", "?paginaGrootte=100&metInhoud=true", "?paginaGrootte=100&taal=en")
]
LIJSTEN += [
    "/api/v1/kernagendapunten?paginaGrootte=100",
    "/api/v1/themas",
    "/api/v1/site",
    "/api/v1/omleidingen",
    "/api/v1/zoek?q=speeltuin&paginaGrootte=100",
]


def hoogstens(adres: str) -> int:
    return MEESTE_ZOEK if "/zoek?" in adres else MEESTE_LIJST


def kosten(client, adres: str) -> int:
    client.get(adres)  # Wagtail and Django keep what never changes, such as content types
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(adres).status_code == 200, adres
    return len(vragen)


def test_een_lijst_kost_even_veel_voor_een_als_voor_honderd(client, rijk):
    GemeenteInstellingen.load()  # made when they are first asked for
    weinig = {adres: kosten(client, adres) for adres in LIJSTEN}
    with factories.zonder_taken():
        maak_veel(rijk, 33)
    call_command("update_index", verbosity=0)
    veel = {adres: kosten(client, adres) for adres in LIJSTEN}
    assert veel == weinig
    assert {adres: n for adres, n in veel.items() if n > hoogstens(adres)} == {}
    assert client.get("/api/v1/paginas?paginaGrootte=100").json()["aantal"] > 100


def vertaal(paginas, engels: Locale) -> None:
    for pagina in paginas:
        with factories.opzetten():
            pagina.specific.copy_for_translation(engels, copy_parents=True).save_revision().publish()


def test_ook_met_vertalingen(client, rijk, adressen):
    """Everything that the contract names, in another language, with one translation and with many."""
    engels = Locale.objects.get_or_create(language_code="en")[0]
    maak_veel(rijk, 4)
    eerste, *rest = [
        list(soort.objects.order_by("pk"))
        for soort in (KernPage, KernagendaPage, ProjectPage, OproepPage, AgendaItemPage)
    ]
    vertaal([*eerste, *(paginas[0] for paginas in rest)], engels)
    lijsten = [adres for adres in LIJSTEN if "taal=en" in adres]
    lijsten += [
        "/api/v1/kernagendapunten?taal=en",
        "/api/v1/themas?taal=en",
        "/api/v1/zoek?q=speeltuin&taal=en",
    ]
    weinig = {adres: kosten(client, adres) for adres in lijsten}
    vertaal([pagina for paginas in rest for pagina in paginas[1:]], engels)
    assert {adres: kosten(client, adres) for adres in lijsten} == weinig
    assert {adres: n for adres, n in weinig.items() if n > hoogstens(adres)} == {}
    for lijst in ("projecten", "oproepen", "agenda-items", "kernagendapunten"):
        resultaten = client.get(f"/api/v1/{lijst}?taal=en").json()["resultaten"]
        assert {rij["taal"] for rij in resultaten} == {"en"}, lijst
    details = [f"{adres}?taal=en" for adres in adressen if "?" not in adres and adres.count("/") > 3]
    assert {adres: n for adres in details if (n := kosten(client, adres)) > MEESTE_DETAIL} == {}


def test_een_detail_kost_hoogstens_acht(client, adressen):
    details = [adres for adres in adressen if "?" not in adres and adres.count("/") > 3]
    assert len(details) > 8
    assert {adres: n for adres in details if (n := kosten(client, adres)) > MEESTE_DETAIL} == {}

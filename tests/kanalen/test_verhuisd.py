"""A village or an item gets another name or another place: what stood with the old address leads to the new one."""

import re
from collections.abc import Iterator

import pytest
from django.urls import URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from core.goedkeuring.uitzondering import zonder_goedkeuring
from kernpagina.models import AgendaItemPage, AgendaPage, KernPage
from tests import factories
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.talen.vertaler import vertaal

ONDER_EEN_KERN = [
    "/beesd/", "/beesd/agenda/", "/beesd/agenda.ics?thema=wonen", "/beesd/nieuw.xml", "/beesd/scherm/",
    "/insluiten/beesd/agenda", "/insluiten/beesd/projecten", "/insluiten/beesd/oproepen",
    "/beesd/kernagenda/folder.pdf", "/beesd/agenda/maand.pdf?maand=2027-05", "/beesd/agenda/maand.txt?maand=2027-05",
    "/beesd/agenda/feest/", "/beesd/agenda/feest/afspraak.ics", "/beesd/agenda/feest/affiche-a4.pdf",
]  # fmt: skip
TALEN = ["", "/en", "/pl"]
# What is asked with the name of a village after it.
MET_EEN_KERN = [
    "/agenda/", "/meedoen/", "/projecten/", "/kernagendapunten/", "/afspraken/", "/afspraken.csv", "/voortgang/",
    "/voortgang/beloften.csv", "/zoeken/",
]  # fmt: skip


def adressen_onder(naam: str) -> list[str]:
    """Of each kind of address that begins with a village, or has it in it, one: as the site itself knows them."""
    delen = {
        "<slug:kern>": naam,
        "<pagina:pad>": f"{naam}/agenda/feest",
        "<path:pad>": f"{naam}/agenda/feest",
    }
    delen |= {"<str:dag>": "2026-11-19", "<uuid:punt>": "00000000-0000-4000-8000-000000000001"}
    adressen = []
    for route in routes(get_resolver().url_patterns):
        if re.search("<slug:kern>|<(pagina|path):pad>", route):
            for deel, waarde in delen.items():
                route = route.replace(deel, waarde)
            adressen.append(f"/{route}")
    return adressen


def routes(patronen, begin: str | None = None) -> Iterator[str]:
    """Those that are there in every language."""
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            eigen = "" if isinstance(patroon.pattern, LocalePrefixPattern) else str(patroon.pattern)
            if begin is not None or isinstance(patroon.pattern, LocalePrefixPattern):
                yield from routes(patroon.url_patterns, (begin or "") + eigen)
        elif begin is not None:
            yield begin + str(patroon.pattern)


@pytest.fixture
def noem(django_capture_on_commit_callbacks):
    """Publish a page under another slug."""

    def _noem(pagina, slug):
        pagina = type(pagina).objects.get(pk=pagina.pk)
        pagina.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            return factories.publiceer(pagina)

    return _noem


@pytest.fixture
def feest(agenda, themas):
    Locale.objects.get_or_create(language_code="en")
    return factories.AgendaItemPageFactory(
        parent=agenda, title="Feest", begin=factories.moment("2999-06-01 20:00")
    )


def test_alles_bij_een_kern_gaat_mee(client, beesd, feest, noem):
    """Twice renamed, and still in one step."""
    noem(noem(beesd, "mooi-beesd"), "beesd-aan-de-linge")
    for adres in (taal + adres for adres in ONDER_EEN_KERN for taal in TALEN):
        antwoord = client.get(adres)
        nieuw = adres.replace("beesd", "beesd-aan-de-linge")
        assert (antwoord.status_code, antwoord.headers.get("Location")) == (301, nieuw), adres
        assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
        assert antwoord.headers["Cache-Control"] == "public, max-age=60, stale-while-revalidate=600"
    for adres in ONDER_EEN_KERN:
        if ".pdf" not in adres:
            assert client.get(f"/en{adres}", follow=True).status_code == 200, adres


def test_elk_adres_met_een_kern_erin_gaat_mee(client, beesd, feest, noem):
    noem(beesd, "nieuw")
    oud = adressen_onder("beesd")
    assert len(oud) > 20
    oud.remove("/beesd/scherm/vangnet.js")  # a script, the same whatever stands before it
    for adres in (taal + adres for adres in oud for taal in TALEN):
        antwoord = client.get(adres)
        nieuw = adres.replace("beesd", "nieuw")
        assert (antwoord.status_code, antwoord.headers.get("Location")) == (301, nieuw), adres


def test_een_item_en_daarna_zijn_kern(client, beesd, feest, noem):
    noem(feest, "groot-feest")
    noem(beesd, "nieuw")
    for oud in ("/beesd/agenda/feest/afspraak.ics", "/beesd/agenda/groot-feest/afspraak.ics"):
        assert client.get(oud).headers["Location"] == "/nieuw/agenda/groot-feest/afspraak.ics"
    antwoord = client.get("/en/beesd/agenda/feest/afspraak.ics", follow=True)
    assert antwoord.redirect_chain == [("/en/nieuw/agenda/groot-feest/afspraak.ics", 301)]
    assert antwoord.status_code == 200


def test_een_item_naar_een_andere_kern(client, home, feest, django_capture_on_commit_callbacks):
    elders = factories.lijst_van(factories.KernPageFactory(parent=home, title="Heukelum"), AgendaPage)
    with django_capture_on_commit_callbacks(execute=True), factories.opzetten():
        feest.move(elders, pos="last-child")
    for taal in TALEN:
        for rest in ("", "afspraak.ics", "affiche-a4.pdf"):
            antwoord = client.get(f"{taal}/beesd/agenda/feest/{rest}")
            assert antwoord.headers["Location"] == f"{taal}/heukelum/agenda/feest/{rest}"


def test_wat_er_staat_gaat_voor(client, home, beesd, feest, noem):
    """Another village gets the name that became free: it is not led away, nor is what is wrong below it."""
    noem(beesd, "oud-beesd")
    factories.KernPageFactory(parent=home, title="Beesd")
    for adres in ("/beesd/", "/beesd/agenda.ics", "/beesd/agenda/", "/insluiten/beesd/agenda"):
        assert client.get(adres).status_code == 200
    assert client.get("/beesd/nergens/").status_code == 404
    assert client.get("/beesd/agenda/nergens/afspraak.ics").status_code == 404
    assert client.get("/beesd/agenda/feest/").headers["Location"] == "/oud-beesd/agenda/feest/"
    assert client.get("/api/v1/kernen/beesd").json()["slug"] == "beesd"
    assert client.get("/api/v1/agenda-items?kern=beesd").json()["aantal"] == 0


def test_wie_offline_is_wijst_nergens_heen(client, beesd, noem):
    """Not to itself either: back under its old name, an address of before leads to where it stands."""
    nieuw = noem(beesd, "nieuw")
    factories.depubliceer(nieuw)
    assert client.get("/beesd/agenda.ics").status_code == 404
    assert client.get("/api/v1/kernen/beesd").status_code == 404
    terug = noem(nieuw, "beesd")
    assert client.get("/nieuw/agenda.ics").headers["Location"] == "/beesd/agenda.ics"
    factories.depubliceer(terug)
    assert client.get("/beesd/").status_code == 404


def test_een_omleiding_met_de_hand(client, beesd, feest):
    """It is for one address, in each language; nothing below it was ever there."""
    Redirect.add_redirect("/zomerfeest", feest)
    Redirect.add_redirect("/elders", "https://example.org/", is_permanent=False)
    assert client.get("/zomerfeest/").headers["Location"] == "/beesd/agenda/feest/"
    assert client.get("/en/zomerfeest/").headers["Location"] == "/en/beesd/agenda/feest/"
    assert client.get("/zomerfeest/afspraak.ics").status_code == 404
    assert client.get("/elders").headers["Location"] == "https://example.org/"
    assert client.get("/elders").status_code == 302


def test_vreemde_tekens_in_een_oud_adres(client, beesd, noem):
    noem(beesd, "nieuw")
    for rest in ("%3Fx/", "/%0d%0aX-A: b", "/%00/", "//", "/%ff", "/a%23b", "%2f", "/..%2f"):
        for voor in ("/", "/en/"):
            antwoord = client.get(f"{voor}beesd{rest}")
            assert antwoord.status_code in (301, 404), rest
            assert antwoord.headers.get("Location", "/nieuw/").startswith(("/nieuw/", "/en/nieuw/")), rest
            assert "X-A" not in antwoord.headers


def test_de_api_kent_een_kern_ook_bij_haar_oude_naam(client, beesd, feest, noem):
    vertaal(beesd, "en")
    noem(noem(beesd, "tussenin"), "nieuw")
    for oud in ("beesd", "tussenin"):
        for rest in ("", "/kernagenda", "?taal=en"):
            antwoord = client.get(f"/api/v1/kernen/{oud}{rest}")
            assert (antwoord.status_code, antwoord.headers["Location"]) == (
                308,
                f"/api/v1/kernen/nieuw{rest}",
            )
            assert antwoord.headers["API-Version"]
            assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
        for lijst in (
            "agenda-items",
            "projecten",
            "oproepen",
            "kernagendapunten",
            "paginas",
            "afspraken",
            "wijzigingen",
        ):
            vraag = f"/api/v1/{lijst}?kern="
            assert (
                client.get(vraag + oud).json()["resultaten"]
                == client.get(vraag + "nieuw").json()["resultaten"]
            )
        (pagina,) = client.get(f"/api/v1/paginas?pad=/{oud}/agenda/").json()["resultaten"]
        assert pagina["pad"] == "/nieuw/agenda/"
    assert client.get("/api/v1/agenda-items?kern=beesd").json()["aantal"] == 1
    assert client.get("/api/v1/kernen/nergens").status_code == 404


def test_een_bewaarde_keuze_van_een_kern_op_de_site(client, beesd, feest, noem):
    noem(beesd, "nieuw")
    for taal in TALEN:
        for pad in MET_EEN_KERN:
            rest = "" if pad.endswith(".csv") else "&q=feest&pagina=1"
            antwoord = client.get(f"{taal}{pad}?kern=beesd{rest}")
            assert antwoord.headers["Location"] == f"{taal}{pad}?kern=nieuw{rest}", pad
            assert client.get(f"{taal}{pad}?kern=nergens").status_code in (200, 400)
    assert "Feest" in client.get("/agenda/?kern=beesd", follow=True).content.decode()


def test_een_voorstel_leidt_nog_niets_om(client, dorp, django_capture_on_commit_callbacks):
    """Neither for a page that is online, nor for one that never was."""
    with zonder_goedkeuring("tests"):
        feest = agenda_item(dorp.agenda, "Feest", live=True)
    concept = agenda_item(dorp.agenda, "Concept", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    with django_capture_on_commit_callbacks(execute=True):
        _, wacht = dien_in(feest, dorp.gebruikers["redactie-beesd"], slug="groot-feest", title="Groot feest")
        concept.slug = "ander-concept"
        concept.save()
    assert client.get("/beesd/agenda/feest/").status_code == 200
    assert client.get("/beesd/agenda/feest/afspraak.ics").status_code == 200
    for nergens in ("groot-feest", "concept", "ander-concept"):
        assert client.get(f"/beesd/agenda/{nergens}/").status_code == 404
        assert client.get(f"/beesd/agenda/{nergens}/afspraak.ics").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert AgendaItemPage.objects.get(pk=feest.pk).slug == "groot-feest"
    assert (
        client.get("/beesd/agenda/feest/afspraak.ics").headers["Location"]
        == "/beesd/agenda/groot-feest/afspraak.ics"
    )
    assert KernPage.objects.count() == 2

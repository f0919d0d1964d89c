"""Whatever anybody sends to a public address: an answer, never a 500; below /api/ each error is a problem+json.

A sample each time; `make fuzz` asks 20,000 times (FUZZ=<number>). Request n is always the same one (FUZZ_ZAAD=<seed> gives
others), so what is found comes back.
"""

import gzip
import io
import json
import os
import traceback
from random import Random
from urllib.parse import quote

import pytest
from django.core.signals import got_request_exception
from django.db import transaction
from django.urls import reverse
from wagtail.models import Page

from api.openapi import document
from core.models import BloeiDocument, BloeiImage
from site_bloei.wsgi import application
from tests import factories
from tests.talen.wereld import maak_alles

AANTAL = int(os.environ.get("FUZZ", "400"))
ZAAD = os.environ.get("FUZZ_ZAAD", "bloei")

ONDER_EEN_PAGINA = [
    "agenda.ics",
    "nieuw.xml",
    "scherm/",
    "scherm/vangnet.js",
    "maand.txt",
    "afspraak.ics",
    "vraag/",
    "reageer/",
    "aanmelden/",
    "uitdagen/",
]
PAPIER = [
    "folder.pdf",
    "affiche-a4.pdf",
    "affiche-a3.pdf",
    "maand.pdf",
    "tafelvellen.pdf",
    "kaartjes.pdf",
    "afspraken-a5.pdf",
    "formulier.pdf",
]
LOS = [
    "/", "/agenda.ics", "/nieuw.xml", "/sitemap.xml", "/robots.txt", "/.well-known/security.txt", "/favicon.ico", "/manifest.webmanifest",
    "/apple-touch-icon.png", "/zoeken/", "/agenda/", "/meedoen/", "/projecten/", "/kernagendapunten/", "/static/scherm/scherm.js",
    "/static/", "/media/images/x.jpg", "/media/", "/documenten/", "/afbeeldingen/x/1/width-400/x.jpg", "/deelbeeld/0.png",
    "/p/0", "/api", "/api/", "/api/v1", "/api/v1/concept/x:y:z", "/api/v2/kernen",
    "/insluiten/", "/oud/agenda.ics", "/oud/", "/insluiten/oud/agenda",
]  # fmt: skip
VOOR = ["", "", "", "", "/en", "/pl", "/xx", "/nl", "/en/en", "/"]
NAMEN = [
    "q", "kern", "thema", "van", "tot", "soort", "vorm", "project", "pagina", "paginaGrootte", "taal", "metInhoud", "status",
    "gewijzigdSinds", "pad", "bbox", "crs", "prioriteit", "niveau", "initiatiefnemer", "trekker", "uitrolfase", "maand", "p",
    "page", "periode", "weergave", "versie", "sorteer", "x", "na", "velden", "uitsnede", "kern[]", "q\x00", "é", "", "$where", "next",
]  # fmt: skip
WAARDEN = [
    "", "0", "1", "-1", "2", "99", "100", "101", "1e3", "1.5", "9" * 30, "9" * 5000, "²", "١٢", "true", "false", "null", "NaN", "inf",
    "2026-06-15", "2026-13-40", "0000-00-00", "9999-12-31", "0001-01-01", "2027-05", "9999-12", "0000-00", "-001-01", "2027-05-",
    "2026-06-15T12:00:00Z", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "beesd", "oud", "wonen", "geannuleerd",
    "open", "plein", "plein OR speeltuin", '"plein', "a'b\\", "%", "_%", "a" * 201, "é" * 300, "🎉", "\x00", "\ud800", "\r\nX: y",
    "../../etc/passwd", "<script>", "{{7*7}}", "%00", "/beesd/", "/en/beesd/", "/" * 900, "//", "1,2,3,4", "5,51,6,52", "nan,1,2,3",
    "1e999,1,2,3", "nl", "en", "xx", "agenda-item", "titel,url", "16:9", ";", "&", "=", "a:b & !c | (", ":*", "\u202e", "ﬁ", "İ", "\x0b", "\u2028",
]  # fmt: skip
PADDELEN = [
    b"/", b"//", b"..", b"/../", b"%2e%2e", b"\x00", b"\xff", b"\xc3", b"\xf0\x9f\x8e\x89", b"\r\n", b" ", b"?", b"#", b"%", b"%ff",
    b"\\", b";a=b", b"a" * 300, b"a" * 3000, b"\xc3\xa9", b"\xed\xa0\x80", b".ics", b"1", b"-1", b"99999999999999999999", b"'", b"\x7f",
]  # fmt: skip
KOPPEN = {
    "HTTP_ACCEPT": ["*/*", "", "text/html", "application/geo+json", "application/json;q=x", ";;;", "a/b/c", "*", "text/*;q=0", "\xff", ","],
    "HTTP_ACCEPT_LANGUAGE": ["en", "xx", "*", "nl;q=9", "\xff", "a" * 600, "-" * 50],
    "HTTP_ACCEPT_ENCODING": ["gzip", "br", "identity;q=0", "*", "\xff"],
    "HTTP_ACCEPT_CRS": ["", "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "EPSG:28992", "<", "\xff"],
    "HTTP_IF_NONE_MATCH": ["*", '"x"', 'W/"x", "y"', "x", '"', "", ",", "\xff", '"' * 999],
    "HTTP_IF_MATCH": ["*", '"x"', "x"],
    "HTTP_IF_MODIFIED_SINCE": ["Thu, 01 Jan 1970 00:00:00 GMT", "gisteren", "-1", "Thu, 99 Jan 99999 00:00:00 GMT", "\xff"],
    "HTTP_RANGE": ["bytes=0-1", "bytes=-1", "bytes=9-1", "bytes=a-b", "bytes=0-,1-", "x", "bytes=" + "9" * 400 + "-"],
    "HTTP_HOST": ["localhost", "localhost:99999", "elders.example", "", "[::1", "a b", "\xff", "localhost:x", "-.-"],
    "HTTP_COOKIE": ["sessionid=x", "sessionid=", "a=b; sessionid=\xff", ";;;=", "csrftoken=x; django_language=xx", "=" * 500],
    "HTTP_ORIGIN": ["null", "https://elders.example", "x"],
    "HTTP_REFERER": ["x", "\xff", "http://["],
    "HTTP_X_FORWARDED_FOR": ["1.2.3.4", "x", "::1"],
    "HTTP_X_FORWARDED_HOST": ["elders.example", "\xff"],
    "HTTP_ACCESS_CONTROL_REQUEST_METHOD": ["GET", "DELETE"],
    "CONTENT_TYPE": ["application/json", "multipart/form-data", "multipart/form-data; boundary=x", "x", "text/plain; charset=x", "\xff"],
    "CONTENT_LENGTH": ["", "x", "-1", "0", "5", "99999"],
}  # fmt: skip
METHODEN = ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO", "get", "CONNECT"]
LICHAMEN = [
    b"",
    b"{}",
    b'{"a":',
    b"a=b&c=%ff",
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--',
    b"\x00\xff" * 50,
]


@pytest.fixture(scope="module")
def _wereld(_dorpen, django_db_blocker):
    with django_db_blocker.unblock():
        return list(maak_alles(_dorpen))


@pytest.fixture
def adressen(_wereld, dorp, django_capture_on_commit_callbacks) -> dict[str, list[str]]:
    """Every kind of public address of this village, by how often it is asked for."""
    with django_capture_on_commit_callbacks(execute=True):
        for slug in ("oud", "beesd"):
            dorp.beesd.slug = slug
            factories.publiceer(dorp.beesd)
    paginas = [p.specific for p in Page.objects.live().filter(depth__gt=1)]
    op_de_site = [p.url for p in paginas if p.url]
    onder = [f"{adres}{rest}" for adres in op_de_site for rest in ONDER_EEN_PAGINA]
    kaders = [f"/insluiten/beesd/{soort}" for soort in ("agenda", "projecten", "oproepen")]
    bestanden = [stuk.url for stuk in BloeiDocument.objects.all()]
    bestanden += [r.url for foto in BloeiImage.objects.all() for r in foto.renditions.all()[:3]]
    nummers = [str(p.pk) for p in paginas]
    kort = [f"/p/{pk}" for pk in nummers] + [reverse("deelbeeld", args=[pk]) for pk in nummers[:5]]
    api = [f"/api/v1{pad}" for pad in document()["paths"]]
    api += [pad.replace("{slug}", slug) for pad in api if "{slug}" in pad for slug in ("beesd", "oud", "x")]
    api += [pad.replace("{id}", pk) for pad in api if "{id}" in pad for pk in nummers]
    papier = [f"{adres}{rest}" for adres in op_de_site for rest in PAPIER]
    return {
        "site": op_de_site + LOS,
        "onder": onder + kaders,
        "los": bestanden + kort,
        "api": api,
        "papier": papier,
    }


def vraag(kans: Random, adressen: dict[str, list[str]]) -> dict[str, object]:
    """The WSGI environment of one request. WSGI hands over bytes as Latin-1."""
    soort = kans.choices(list(adressen), weights=(30, 25, 8, 36, 1))[0]
    pad = kans.choice(adressen[soort]).encode()
    if soort != "api":
        pad = kans.choice(VOOR).encode() + pad
    for _ in range(kans.choice((0, 0, 0, 1, 2))):
        plek = kans.randrange(len(pad) + 1)
        pad = pad[:plek] + kans.choice(PADDELEN) + pad[plek:]
    paren = [(kans.choice(NAMEN), kans.choice(WAARDEN)) for _ in range(kans.choice((0, 0, 1, 1, 2, 4)))]
    query = "&".join(
        f"{quote(naam, errors='surrogatepass')}={quote(waarde, errors='surrogatepass')}"
        for naam, waarde in paren
    )
    if kans.random() < 0.05:
        query += kans.choice(("%", "%ff=%fe", "&&&", "=", "\xff", "%u1234", "a" * 5000, "a&" * 1500))
    lichaam = kans.choice(LICHAMEN)
    methode = "GET" if kans.random() < 0.85 else kans.choice(METHODEN)
    omgeving = {
        "REQUEST_METHOD": methode,
        "PATH_INFO": pad.decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "127.0.0.1",
        "SCRIPT_NAME": "",
        "CONTENT_LENGTH": str(len(lichaam)),
        "wsgi.input": io.BytesIO(lichaam),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for kop in kans.sample(list(KOPPEN), kans.choice((0, 0, 1, 1, 2, 3))):
        omgeving[kop] = kans.choice(KOPPEN[kop])
    return omgeving


def klopt_niet(omgeving: dict[str, object]) -> str:
    """What is wrong with the answer to this request; nothing when it is as it should be."""
    gezien: dict[str, object] = {}
    fouten: list[str] = []

    def begin(status, koppen, exc_info=None) -> None:
        gezien.update(status=int(status[:3]), koppen={naam.lower(): waarde for naam, waarde in koppen})

    def fout(**kwargs) -> None:
        fouten.append(traceback.format_exc(limit=-4))

    got_request_exception.connect(fout)
    try:
        # What goes wrong in the database stays with its own request, as it does outside a test.
        with transaction.atomic():
            antwoord = application(omgeving, begin)
            inhoud = b"".join(antwoord)
            getattr(antwoord, "close", lambda: None)()
            transaction.set_rollback(True)
    except Exception:  # noqa: BLE001 the server would have nothing left but to break the connection
        return traceback.format_exc(limit=-4)
    finally:
        got_request_exception.disconnect(fout)
    if fouten or not 200 <= gezien["status"] < 500:
        return f"{gezien['status']} {''.join(fouten)}"
    if omgeving["PATH_INFO"].startswith("/api/") and gezien["status"] >= 400:
        if gezien["koppen"].get("content-type") != "application/problem+json":
            return f"{gezien['status']} {gezien['koppen'].get('content-type')}"
        if gezien["koppen"].get("content-encoding") == "gzip":
            inhoud = gzip.decompress(inhoud)
        if omgeving["REQUEST_METHOD"] != "HEAD" and json.loads(inhoud)["status"] != gezien["status"]:
            return "de status in het antwoord is een andere"
    return ""


def test_wat_iemand_ook_stuurt(adressen, verbinding_blijft):
    gevonden = []
    for nummer in range(AANTAL):
        omgeving = vraag(Random(f"{ZAAD}-{nummer}"), adressen)  # noqa: S311 nothing secret
        if wat := klopt_niet(omgeving):
            anders = {k: v for k, v in omgeving.items() if k in KOPPEN}
            gevonden.append(
                f"{nummer}: {omgeving['REQUEST_METHOD']} {omgeving['PATH_INFO'][:200]!r} ? {omgeving['QUERY_STRING'][:300]!r} {anders}\n{wat}"
            )
    assert not gevonden, f"{len(gevonden)} van {AANTAL}\n\n" + "\n\n".join(gevonden[:20])

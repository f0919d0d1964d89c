"""Bad input: 400 or 404, always problem+json, always all errors at once, never 500."""

from collections import Counter

import pytest
from wagtail.models import PageViewRestriction

from projecten.models import ProjectPage
from tests import factories

LIJSTEN = [
    "kernen",
    "kernagendapunten",
    "agenda-items",
    "projecten",
    "oproepen",
    "themas",
    "paginas",
    "omleidingen",
    "zoek",
]


def gaat_niet(antwoord, status):
    assert antwoord.status_code == status
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    assert antwoord.headers["API-Version"].startswith("1.")
    assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
    inhoud = antwoord.json()
    assert inhoud["status"] == status
    assert inhoud["title"]
    assert inhoud["detail"]
    assert inhoud["type"] == f"http://localhost/api/v1/docs#fout-{status}"
    assert inhoud["instance"].startswith("http://localhost/api")
    return inhoud


def fouten(antwoord):
    return {fout["parameter"]: fout["reden"] for fout in gaat_niet(antwoord, 400)["fouten"]}


def test_alle_fouten_in_een_keer(client, home):
    vraag = "/api/v1/agenda-items?van=morgen&tot=2026-02-30&pagina=0&paginaGrootte=101&soort=feest&kern=a%20b&gek=1&taal=xx"
    assert set(fouten(client.get(vraag))) == {
        "van",
        "tot",
        "pagina",
        "paginaGrootte",
        "soort",
        "kern",
        "gek",
        "taal",
    }


def test_bytes_die_geen_tekst_zijn_staan_bij_hun_parameter(client, home):
    """With everything else that is wrong beside it."""
    antwoord = client.get("/api/v1/agenda-items?kern=%ff&thema=caf%C3%A9&gek=1&g%ff=1&pagina=0")
    redenen = fouten(antwoord)
    assert set(redenen) == {"kern", "thema", "gek", "g\ufffd", "pagina"}
    assert "UTF-8" in redenen["kern"]
    assert "UTF-8" in redenen["g\ufffd"]
    assert "UTF-8" not in redenen["thema"]
    assert "kern" in fouten(client.get("/api/v1/agenda-items", QUERY_STRING="kern=\xff"))


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_een_onbekende_parameter_is_een_fout(client, home, lijst):
    assert "utm_source" in fouten(client.get(f"/api/v1/{lijst}?q=plein&utm_source=x"))


@pytest.mark.parametrize(
    "vraag",
    [
        "agenda-items?van=2026-13-01", "agenda-items?van=20260101", "agenda-items?van=0", "agenda-items?van=",
        "agenda-items?van=2026-01-01&van=2026-01-02", "agenda-items?kern=%00", "agenda-items?kern=%ff%fe",
        "agenda-items?project=-1", "agenda-items?project=1.5", "agenda-items?pagina=-1", "agenda-items?pagina=1e3",
        "agenda-items?pagina=%D9%A1", "agenda-items?paginaGrootte=0", "agenda-items?metInhoud=ja",
        "projecten?gewijzigdSinds=2026-01-01", "projecten?gewijzigdSinds=1767225600", "projecten?status=%00",
        "projecten?gewijzigdSinds=2026-01-01T00:00:00", "kernen?bbox=1,2,3", "kernen?bbox=a,b,c,d",
        "kernen?bbox=1,2,3,nan", "kernen?bbox=1,2,3,inf", "kernen?bbox=1_0,2,3,4", "paginas?pad=beesd", "zoek", "zoek?q=a",
        "zoek?q=%00%00", "zoek?q=" + "a" * 201, "oproepen?status=te+laat", "kernagendapunten?prioriteit=1",
        "agenda-items?pagina=" + "9" * 5000,
    ],
)  # fmt: skip
def test_onzin_is_400(client, home, vraag):
    assert fouten(client.get(f"/api/v1/{vraag}"))


def test_er_staat_bij_wat_er_aan_de_vraag_moet_veranderen(client, home):
    for vraag, reden in (
        ("agenda-items?kern=", "Hier staat niets. Vul iets in, of laat deze parameter weg."),
        ("agenda-items?kern=be+esd", "Gebruik alleen letters, cijfers, - en _."),
        ("paginas?pad=", "Hier staat niets. Vul iets in, of laat deze parameter weg."),
        ("paginas?pad=beesd", "Begin met een schuine streep, zoals /beesd/."),
        ("paginas?velden=titel+url", "Schrijf namen van velden met een komma ertussen, zoals titel,url."),
        ("paginas?pad=/bee%09sd", "Hier staan tekens in die niet mogen."),
    ):
        assert list(fouten(client.get(f"/api/v1/{vraag}")).values()) == [reden], vraag


@pytest.mark.parametrize(
    "pad",
    [
        "", "x", "kernen/", "kernen/nergens", "kernen/nergens/kernagenda", "kernen/%00", "kernen/%ff%fe", "agenda-items/0",
        "agenda-items/99999999999999999999", "agenda-items/abc", "projecten/-1", "paginas?pad=/nergens/", "openapi.json/",
        "agenda-items?pagina=2", "agenda-items?pagina=99999999999999999999999", "zoek?q=plein&pagina=2",
    ],
)  # fmt: skip
def test_wat_er_niet_is_is_404(client, home, pad):
    gaat_niet(client.get(f"/api/v1/{pad}"), 404)


@pytest.mark.parametrize("pad", ["/api", "/api/", "/api/v2/kernen"])
def test_ook_buiten_de_versie_is_het_een_probleem(client, home, pad):
    gaat_niet(client.get(pad), 404)


@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("pad", ["kernen", "openapi.json", "docs"])
def test_schrijven_kan_niet(client, home, methode, pad):
    antwoord = getattr(client, methode)(f"/api/v1/{pad}")
    gaat_niet(antwoord, 405)
    assert antwoord.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_een_verkeerde_host_is_ook_een_probleem(client, home):
    gaat_niet(client.get("/api/v1/kernen", headers={"host": "elders.example"}), 400)


def test_een_fout_van_ons_is_ook_een_probleem(client, beesd, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("api.vormen.lezen.per_kern", lambda lezing: 1 / 0)
    gaat_niet(client.get("/api/v1/kernen"), 500)


@pytest.mark.parametrize(
    "vraag", ["agenda-items?van=0001-01-01&tot=9999-12-31", "projecten?gewijzigdSinds=9999-12-31T23:59:59-23:59",
              "kernen?bbox=-180,-90,180,90", "agenda-items?tot=2000-01-01", "kernen?bbox=5,51,5,51"]
)  # fmt: skip
def test_vreemd_maar_goed_is_200(client, beesd, vraag):
    assert client.get(f"/api/v1/{vraag}").status_code == 200


def test_een_ander_stelsel_is_406(client, home):
    rd = "http://www.opengis.net/def/crs/EPSG/0/28992"
    (stelsel,) = client.get("/api/v1/crss").json()["resultaten"]
    for pad in ("kernen", "agenda-items", "projecten"):
        gaat_niet(client.get(f"/api/v1/{pad}", headers={"accept-crs": rd}), 406)
        assert "crs" in fouten(client.get(f"/api/v1/{pad}?crs={rd}"))
        antwoord = client.get(f"/api/v1/{pad}?crs={stelsel['uri']}", headers={"accept-crs": stelsel["uri"]})
        assert antwoord.headers["Content-Crs"] == f"<{stelsel['uri']}>"


WAT_ER_NIET_IS = {"kern": "beeesd", "thema": "woonen", "project": "99999"}


def test_wat_er_niet_is_om_op_te_kiezen(client, beesd, themas):
    """A typing mistake never looks like an empty list; with everything else that is wrong in the same answer."""
    paden = client.get("/api/v1/openapi.json").json()["paths"]
    geprobeerd = Counter()
    for pad, handelingen in paden.items():
        parameters = {parameter["name"] for parameter in handelingen["get"].get("parameters", [])}
        for naam in WAT_ER_NIET_IS.keys() & parameters:
            fout = {naam: WAT_ER_NIET_IS[naam], "gek": "1", "taal": "xx"}
            goed = {"q": "plein"} if "q" in parameters else {}
            redenen = fouten(client.get(f"/api/v1{pad}", goed | fout))
            assert set(redenen) == set(fout), pad
            assert "is er niet" in redenen[naam], pad
            geprobeerd[naam] += 1
    assert geprobeerd == {"kern": 9, "thema": 6, "project": 2}
    assert client.get("/api/v1/agenda-items?kern=beesd&thema=wonen").status_code == 200


def test_wat_niet_openbaar_is_is_er_niet(client, rijk):
    project = ProjectPage.objects.get()
    assert client.get(f"/api/v1/oproepen?project={project.pk}").json()["aantal"] == 1
    PageViewRestriction.objects.create(page=project, restriction_type="login")
    assert "project" in fouten(client.get(f"/api/v1/oproepen?project={project.pk}"))
    factories.depubliceer(rijk)
    assert "kern" in fouten(client.get("/api/v1/projecten?kern=beesd"))


def test_alles_wat_niet_kan_in_een_keer(client, beesd):
    vraag = "kern=beeesd&thema=woonen&project=99999&van=2026-05-02&tot=2026-05-01&soort=feest&vorm=x"
    redenen = fouten(client.get(f"/api/v1/agenda-items?{vraag}"))
    assert set(redenen) == {"kern", "thema", "project", "tot", "soort", "vorm"}
    assert client.get("/api/v1/agenda-items?van=2026-05-01&tot=2026-05-01").status_code == 200


@pytest.mark.parametrize(
    "bbox", ["200,51,201,52", "5,-91,6,52", "6,51,5,52", "5,52,6,51", "-1e300,-1e300,1e300,1e300"]
)
def test_een_rechthoek_buiten_de_wereld(client, home, bbox):
    assert set(fouten(client.get(f"/api/v1/kernen?bbox={bbox}&uitrolfase=nooit"))) == {"bbox", "uitrolfase"}


@pytest.mark.parametrize(
    "vraag",
    [
        "kernen?uitrolfase=x", "agenda-items?soort=x", "agenda-items?vorm=x", "projecten?status=x",
        "projecten?initiatiefnemer=x", "oproepen?status=x", "oproepen?soort=x", "oproepen?niveau=x",
        "kernagendapunten?status=x", "kernagendapunten?trekker=x", "paginas?soort=x", "zoek?q=plein&soort=x",
        "themas?taal=x", "projecten?crs=x", "agenda-items?crs=x", "kernen?crs=x", "crss?crs=x",
    ],
)  # fmt: skip
def test_een_keuze_die_er_niet_is(client, home, vraag):
    assert len(fouten(client.get(f"/api/v1/{vraag}"))) == 1


def test_een_vorm_die_er_niet_is_is_406(client, beesd):
    for accept in ("text/xml", "text/html", "image/*", "application/geo+json"):
        gaat_niet(client.get("/api/v1/agenda-items", headers={"accept": accept}), 406)
    for accept in ("*/*", "application/*", "text/html, */*;q=0.1", "application/json;q=0.5", ""):
        assert client.get("/api/v1/agenda-items", headers={"accept": accept}).status_code == 200
    assert client.get("/api/v1/kernen", headers={"accept": "application/geo+json"}).status_code == 200
    assert client.get("/api/v1/docs", headers={"accept": "text/html"}).status_code == 200
    gaat_niet(client.get("/api/v1/docs", headers={"accept": "application/json"}), 406)

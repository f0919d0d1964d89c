"""The site on the home screen of a telephone."""

from io import BytesIO

from PIL import Image


def test_manifest_met_tekens(client, beesd) -> None:
    assert b'<link rel="manifest" href="/manifest.webmanifest">' in client.get("/beesd/").content
    antwoord = client.get("/manifest.webmanifest")
    assert antwoord.headers["Content-Type"] == "application/manifest+json"
    assert "max-age" in antwoord.headers["Cache-Control"]
    manifest = antwoord.json()
    assert manifest["short_name"] == "Bloei!"
    assert client.get(manifest["start_url"]).status_code == 200
    for teken in manifest["icons"]:
        beeld = Image.open(BytesIO(client.get(teken["src"]).content))
        assert f"{beeld.width}x{beeld.height}" == teken["sizes"]
        assert beeld.format == "PNG"


def test_west_betuwe_haalt_niets_extra_op(client, home) -> None:
    """Who has Bloei!'s own colours, has no second style sheet and no logo."""
    pagina = client.get("/").content.decode()
    assert "/gemeente-" not in pagina
    assert "gemeente.svg" not in pagina
    assert client.get("/gemeente.svg").status_code == 404

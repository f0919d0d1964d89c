"""Files that nothing names are found and thrown away, and nothing else is."""

import os
from datetime import timedelta
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from tests import factories


def test_only_what_nothing_names_goes(db, tmp_path, settings, capsys):
    settings.MEDIA_ROOT = tmp_path
    foto, document = factories.ImageFactory(), factories.DocumentFactory()
    maat = foto.get_rendition("width-10")
    gisteren = (timezone.now() - timedelta(days=2)).timestamp()
    blijft = [Path(ding.file.path) for ding in (foto, document, maat)]
    for naam in ("los.jpg", "images/oude maat.jpg"):
        (tmp_path / naam).write_bytes(b"x")
        blijft.append(tmp_path / naam)
    for pad in blijft:
        os.utime(pad, (gisteren, gisteren))
    net = tmp_path / "documents" / "net.pdf"
    net.write_bytes(b"x")

    call_command("weesbestanden")
    assert all(pad.exists() for pad in blijft)
    Path(document.file.path).rename(tmp_path / "verhuisd.txt")
    call_command("weesbestanden", weg=True)
    gezegd = capsys.readouterr()
    assert gezegd.out.split("2 bestanden die niets noemt.")[0].split("\n") == [
        "images/oude maat.jpg",
        "los.jpg",
        "",
    ]
    assert gezegd.err == f"Ontbreekt: {document.file.name}\n"
    assert [pad for pad in blijft if not pad.exists()] == [Path(document.file.path), *blijft[3:]]
    assert net.exists()

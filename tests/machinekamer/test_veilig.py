"""A copy is of one moment, whole, closed to who lacks the key, and the same when it is put back elsewhere."""

import json
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import psycopg
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from core.models import User
from inwoners.mensen import zorg_voor_adres
from machinekamer.veilig import maken
from machinekamer.veilig.maken import stel_veilig
from machinekamer.veilig.programmas import NietGelukt
from machinekamer.veilig.telling import media, tel
from machinekamer.veilig.terugzetten import zet_terug
from tests import factories
from tests.sjabloon import url_van

SLEUTEL = "een lange sleutel voor de kopieën van Bloei!"
ELDERS = f"{settings.DATABASES['default']['TEST']['NAME']}_elders"


@pytest.fixture
def inhoud(transactional_db, tmp_path, settings):
    """A person, pictures and a document, of which the names are awkward and one is no longer there."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.WISLIJST = tmp_path / "wislijst.csv"
    # The list of who was erased goes with it: the same there.
    settings.SECRET_KEY = "een-lange-sleutel-die-alleen-deze-toets-kent-0123456789"
    zorg_voor_adres("ria@example.nl")
    User.objects.create_user("jan", email="jan@example.nl", first_name="Jan 'de' \"Boer\"\n\\N")
    document = factories.DocumentFactory(title="Verslag van jan@example.nl")
    document.file.save("een verslag met één spatie.txt", ContentFile(b"Het verslag." * 10_000))
    for nummer in range(3):
        factories.ImageFactory(title=f"Foto {nummer}")
    return document


@pytest.fixture
def elders():
    """An empty database on the same server."""
    weg = f'DROP DATABASE IF EXISTS "{ELDERS}" WITH (FORCE)'
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(weg)
        server.execute(f'CREATE DATABASE "{ELDERS}"')
        yield url_van(ELDERS)
        server.execute(weg)


def herstel(kopie: Path, url: str, media_root: Path, sleutel: str) -> subprocess.CompletedProcess[str]:
    """As on another machine: another process, another database, another folder."""
    return subprocess.run(
        [sys.executable, "manage.py", "herstellen", str(kopie)],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "site_bloei.settings.dev",
            "DATABASE_URL": url,
            "MEDIA_ROOT": str(media_root),
            "WISLIJST": str(settings.WISLIJST),
            "SECRET_KEY": settings.SECRET_KEY,
            "VEILIG_SLEUTEL": sleutel,
            "POSTGRES_PROGRAMMAS": settings.POSTGRES_PROGRAMMAS,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def bestanden(map_: Path) -> dict[str, bytes]:
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


@pytest.mark.parametrize("sleutel", ["", SLEUTEL], ids=["open", "versleuteld"])
def test_put_back_elsewhere_all_is_the_same(inhoud, elders, tmp_path, settings, capsys, client, sleutel):
    settings.VEILIG_SLEUTEL = sleutel
    client.force_login(User.objects.get(username="jan"))
    call_command("veiligstellen", tmp_path / "kopieën")
    kopie = Path(capsys.readouterr().out.strip())
    if not sleutel:
        # Erased here after the copy was made, and there by putting it back.
        call_command("wis", "ria@example.nl", reden="verzoek")
    assert [pad.name for pad in kopie.parent.iterdir()] == [kopie.name]
    assert kopie.stat().st_mode & 0o077 == 0

    klaar = herstel(kopie, elders, tmp_path / "elders", sleutel)
    assert klaar.returncode == 0, klaar.stderr
    assert "Teruggezet en nageteld" in klaar.stdout
    with connection.cursor() as hier, psycopg.connect(f"{elders}&options=-c%20timezone%3DUTC") as daar:
        daar_cursor = daar.cursor()
        if sleutel:
            assert tel(daar_cursor) == tel(hier)
        adressen = daar_cursor.execute("SELECT count(*) FROM inwoners_adres").fetchone()
        assert adressen == ((1,) if sleutel else (0,))
        assert media(hier)
        # Who was logged in here, isn't there.
        assert hier.execute("SELECT count(*) FROM django_session").fetchone() == (1,)
        assert daar_cursor.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
    assert bestanden(tmp_path / "elders") == {
        naam: (settings.MEDIA_ROOT / naam).read_bytes() for naam in json_media()
    }
    rauw = b"".join(bestanden(kopie).values())
    assert (b"Het verslag." in rauw) == (not sleutel)
    # And never over what is there.
    with pytest.raises(NietGelukt, match="niet leeg"):
        zet_terug(kopie, sleutel)


def json_media() -> list[str]:
    with connection.cursor() as cursor:
        return media(cursor)


@pytest.mark.parametrize("wat", ["databank.dump", "media.tar", "inhoud.json"])
def test_a_copy_that_changed_is_refused(inhoud, tmp_path, wat):
    kopie, _ = stel_veilig(tmp_path / "k", timezone.now(), SLEUTEL)
    pad = kopie / wat
    if wat == "inhoud.json":
        gegevens = json.loads(pad.read_text())
        gegevens["tabellen"]["core_user"][0] += 1
        pad.write_text(json.dumps(gegevens))
    else:
        bytes_ = bytearray(pad.read_bytes())
        bytes_[len(bytes_) // 2] ^= 1
        pad.write_bytes(bytes_)
    with pytest.raises(NietGelukt, match=r"veranderd"):
        zet_terug(kopie, SLEUTEL)


def test_another_key_opens_nothing(inhoud, tmp_path):
    kopie, _ = stel_veilig(tmp_path / "k", timezone.now(), SLEUTEL)
    with pytest.raises(NietGelukt, match="andere dan toen"):
        zet_terug(kopie, SLEUTEL + "!")
    with pytest.raises(NietGelukt, match="is versleuteld"):
        zet_terug(kopie, "")
    with pytest.raises(NietGelukt, match="te kort"):
        stel_veilig(tmp_path / "k", timezone.now(), "kort")


def test_half_a_copy_is_none(inhoud, tmp_path, settings):
    settings.POSTGRES_PROGRAMMAS = str(tmp_path)
    with pytest.raises(CommandError, match=r"pg_dump is er niet.*POSTGRES_PROGRAMMAS"):
        call_command("veiligstellen", tmp_path / "k")
    assert list((tmp_path / "k").iterdir()) == []
    with pytest.raises(CommandError, match="geen hele kopie"):
        call_command("herstellen", tmp_path / "k")


def test_what_comes_in_between_is_not_half_in_it(inhoud, tmp_path):
    """A person added while the copy is made is in the next one: counts and dump see one moment."""
    echt = maken.media

    def en_intussen(cursor):
        ander = connection.copy()
        with ander.cursor() as elders:
            elders.execute("UPDATE core_user SET first_name = 'Piet'")
        ander.close()
        return echt(cursor)

    with connection.cursor() as cursor:
        voor = tel(cursor)
    with patch("machinekamer.veilig.maken.media", en_intussen):
        kopie, _ = stel_veilig(tmp_path / "k", timezone.now(), "")
    assert User.objects.get(username="jan").first_name == "Piet"
    assert json.loads((kopie / "inhoud.json").read_text())["tabellen"]["core_user"] == voor["core_user"]


def test_a_file_that_was_thrown_away_meanwhile_makes_it_begin_again(inhoud, tmp_path):
    echt, keren = maken._pak_in, []

    def eerst_weg(namen, uit):
        if not keren:
            inhoud.delete()
        keren.append(namen)
        return echt(namen, uit)

    with patch("machinekamer.veilig.maken._pak_in", eerst_weg):
        _, ontbreekt = stel_veilig(tmp_path / "k", timezone.now(), "")
    assert ontbreekt == 0
    assert len(keren[0]) == len(keren[1]) + 1


def test_a_file_that_was_gone_already_is_told(inhoud, tmp_path, capsys, settings):
    Path(inhoud.file.path).unlink()
    call_command("veiligstellen", tmp_path / "k")
    gezegd = capsys.readouterr().err
    assert "1 bestanden die de databank noemt" in gezegd
    assert "niet versleuteld" in gezegd

"""Erasing somebody: nothing of them is left, and a copy that is put back doesn't bring them back."""

import json
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from berichten.models import Bericht, Voorrang
from berichten.post import Bestand
from berichten.verzenden import verstuur_wachtende
from core.models import User
from inwoners.houders import Wie
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Adres, Doel, Gewist, Inwoner, Reden
from inwoners.post import schrijf_aan
from inwoners.sleutels import maak_sleutel
from inwoners.wissen import KOPIEEN, lees_lijst, vergeet_gewisten, wis

EMAIL, NAAM = "ria.zeldzaam@example.nl", "Ria Zeldzaam-Verhoef"


@pytest.fixture
def lijst(settings, tmp_path):
    settings.WISLIJST = tmp_path / "apart" / "wislijst.csv"
    return settings.WISLIJST


@pytest.fixture
def postvak(settings, tmp_path):
    settings.VERZEND_BACKEND = "berichten.postvak.MapBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return settings.EMAIL_FILE_PATH


@pytest.fixture
def ria(db):
    adres = zorg_voor_adres(EMAIL)
    inwoner = zorg_voor_inwoner(adres, NAAM)
    bevestig(inwoner, timezone.now())
    inwoner.postadres, inwoner.telefoon = "Zeldzamestraat 1", "0345 000000"
    inwoner.save()
    maak_sleutel(adres, Doel.MIJN, geldig=timedelta(hours=1), inwoner=inwoner)
    return inwoner


def mail(inwoner: Inwoner, sleutel: str) -> None:
    naam = inwoner.naam
    context = {"onderwerp": f"Dag {naam}", "link": f"http://localhost/{naam}"}
    bijlagen = [Bestand(f"{naam}.txt", "text/plain", naam.encode())]
    assert schrijf_aan(inwoner.adres, sleutel, "mijn", context, voorrang=Voorrang.DIRECT, bijlagen=bijlagen)


def in_alle_tabellen(*woorden: str) -> list[str]:
    """In which tables one of these stands, as in a dump: each row of each table, read as text, and what is bytes."""
    gevonden = set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, string_agg(format('encode(%I, ''escape'')', column_name), ' || ') "
            "FILTER (WHERE data_type = 'bytea') FROM information_schema.columns "
            "WHERE table_schema = 'public' GROUP BY table_name"
        )
        for tabel, bytes_ in cursor.fetchall():
            rij = f"rij::text || {bytes_}" if bytes_ else "rij::text"
            cursor.execute(
                f'SELECT count(*) FROM "{tabel}" AS rij WHERE {rij} ILIKE ANY(%s)',  # noqa: S608 names of our tables
                [[f"%{woord}%" for woord in woorden]],
            )
            if cursor.fetchone()[0]:
                gevonden.add(tabel)
    return sorted(gevonden)


@pytest.mark.django_db(transaction=True)
def test_after_erasing_name_and_address_stand_nowhere(ria, lijst, postvak, caplog):
    mail(ria, "verzonden")
    assert verstuur_wachtende() == 1
    mail(ria, "wacht")
    zorg_voor_inwoner(ria.adres, "Jan Zeldzaam")
    assert in_alle_tabellen(EMAIL, "Zeldzaam") == [
        "berichten_bericht",
        "berichten_bijlage",
        "inwoners_adres",
        "inwoners_inwoner",
    ]
    assert "ria.zeldzaam" in "".join(bestand.read_text() for bestand in postvak.glob("*.eml"))
    with caplog.at_level("INFO"):
        call_command("wis", EMAIL.upper(), reden="verzoek", stdout=StringIO())
    assert in_alle_tabellen(EMAIL, "Zeldzaam", "Zeldzamestraat") == []
    assert list(postvak.glob("*.eml")) == []
    assert verstuur_wachtende() == 0, "what waited isn't sent any more"
    assert sorted(Bericht.objects.values_list("sleutel", flat=True)) == ["verzonden", "wacht"]
    assert EMAIL not in caplog.text + lijst.read_text()
    assert "Zeldzaam" not in caplog.text
    call_command("wis", EMAIL, reden="verzoek", stdout=StringIO())
    assert Gewist.objects.count() == len(lees_lijst()) == 1


@pytest.mark.django_db(transaction=True)
def test_a_copy_that_is_put_back_does_not_bring_somebody_back(ria, lijst):
    wis(Wie.van(ria.adres), Reden.ZELF)
    # The copy is from before: no row says that anybody was erased, and she is there again.
    Gewist.objects.all().delete()
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        terug = zorg_voor_adres(EMAIL)
        zorg_voor_inwoner(terug, NAAM)
        mail(zorg_voor_inwoner(zorg_voor_adres("jan@example.nl"), "Jan de Wit"), "van-jan")
        mail(zorg_voor_inwoner(terug, NAAM), "van-ria")
    uit = StringIO()
    call_command("wis", opnieuw=True, stdout=uit)
    assert "Opnieuw gewist: 1." in uit.getvalue()
    assert in_alle_tabellen("Zeldzaam") == []
    assert Bericht.objects.get(sleutel="van-jan").adres == "jan@example.nl"
    # Who takes part again after that day stays, and their mail.
    mail(zorg_voor_inwoner(zorg_voor_adres(EMAIL), NAAM), "van-ria-weer")
    call_command("wis", opnieuw=True, stdout=StringIO())
    assert Inwoner.objects.filter(naam=NAAM).exists()
    assert Bericht.objects.get(sleutel="van-ria-weer").adres == EMAIL


@pytest.mark.django_db(transaction=True)
def test_somebody_on_paper_does_not_come_back_either(lijst):
    met_kopie = timezone.now() - timedelta(days=2)
    with time_machine.travel(met_kopie):
        jan = zorg_voor_inwoner(None, "Jan Papier")
        piet = zorg_voor_inwoner(None, "Piet Papier")
    wis(Wie(None, [jan]), Reden.VERZOEK)
    with time_machine.travel(met_kopie):
        Inwoner.objects.create(pk=jan.pk, naam="Jan Papier")
    Gewist.objects.all().delete()
    call_command("wis", opnieuw=True, stdout=StringIO())
    assert list(Inwoner.objects.all()) == [piet]


@pytest.mark.django_db(transaction=True)
def test_a_list_that_cant_be_written_stops_no_erasing(ria, settings, tmp_path, caplog):
    (tmp_path / "bestand").write_text("")
    settings.WISLIJST = tmp_path / "bestand" / "wislijst.csv"
    wis(Wie.van(ria.adres), Reden.ZELF)
    assert not Adres.objects.exists()
    assert Gewist.objects.exists()
    assert "WISLIJST" in caplog.text


@pytest.mark.django_db
def test_the_list_forgets_as_well(lijst):
    lijst.parent.mkdir()
    nu = timezone.now()
    regels = [
        f"{(nu - oud).isoformat()},{code},zelf\r\n"
        for oud, code in [(KOPIEEN, "oud"), (timedelta(0), "nieuw")]
    ]
    lijst.write_text("".join(regels))
    vergeet_gewisten(nu)
    assert [regel.code for regel in lees_lijst()] == ["nieuw"]


def test_somebody_on_paper_is_seen_and_erased_by_number(ria):
    jan = zorg_voor_inwoner(None, "Jan Papier")
    uit = StringIO()
    call_command("inzage", naam="papier", stdout=uit)
    assert f"{jan.pk}: Jan Papier" in uit.getvalue()
    uit = StringIO()
    call_command("inzage", inwoner=jan.pk, stdout=uit)
    assert "Jan Papier" in uit.getvalue()
    call_command("wis", inwoner=jan.pk, reden="verzoek", stdout=StringIO())
    assert list(Inwoner.objects.all()) == [ria]
    with pytest.raises(CommandError, match="geef dan dat adres"):
        call_command("wis", inwoner=ria.pk, reden="verzoek")


def test_what_we_hold_is_shown_as_it_is(ria):
    uit = StringIO()
    User.objects.create_user("ria", email=EMAIL)
    call_command("inzage", EMAIL, stdout=uit)
    alles, _, waar = uit.getvalue().partition("\n#")
    (_, stuk) = json.loads(alles)["Wie je bent"]
    assert (stuk["Naam"], stuk["Postadres"]) == (NAAM, "Zeldzamestraat 1")
    assert "core.User.email: 1" in waar


@pytest.mark.django_db
@pytest.mark.parametrize("hoe", [{}, {"reden": "verzoek"}, {"adres": EMAIL}])
def test_erasing_asks_for_whom_and_why(hoe):
    with pytest.raises(CommandError):
        call_command("wis", *([hoe["adres"]] if "adres" in hoe else []), reden=hoe.get("reden"))


def test_an_address_of_a_colleague_is_said(ria):
    User.objects.create_user("ria", email=EMAIL)
    uit = StringIO()
    call_command("wis", EMAIL, reden="verzoek", stdout=uit)
    assert "collega" in uit.getvalue()
    assert User.objects.exists()

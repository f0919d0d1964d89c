"""What a process remembers of the database for visitors: never longer than it is so, and never for who is known."""

import json
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.template import Context, Template
from django.test import RequestFactory

from core import geheugen as g
from core.geheugen import Geheugen, bezoek, onthoud, onthoud_elk
from core.inhoudsversie import verhoog_inhoudsversie
from core.models import GemeenteInstellingen
from projecten.models import ProjectenPage
from tests.factories import AgendaItemPageFactory, ProjectPageFactory, lijst_van, moment, publiceer

VANDAAG = date(2027, 3, 1)
pytestmark = pytest.mark.django_db


class Teller:
    """Counts how often it is asked, and answers with that."""

    def __init__(self):
        self.gevraagd = 0

    def __call__(self):
        self.gevraagd += 1
        return self.gevraagd


def vraag(maak, **koekjes):
    request = RequestFactory().get("/")
    request.COOKIES.update(koekjes)
    with bezoek(request):
        return onthoud("ding", maak)


def test_wat_niet_verandert_wordt_een_keer_gevraagd_en_daarna_als_er_iets_openbaars_verandert():
    maak = Teller()
    assert [vraag(maak), vraag(maak)] == [1, 1]
    verhoog_inhoudsversie()
    assert [vraag(maak), vraag(maak)] == [2, 2]


def test_wie_een_koekje_heeft_krijgt_alles_uit_de_database_en_buiten_een_bezoek_iedereen():
    maak = Teller()
    vraag(maak)
    assert vraag(maak, sessionid="x") == 2
    assert onthoud("ding", maak) == 3
    with bezoek(RequestFactory().post("/")):
        assert onthoud("ding", maak) == 4


def test_van_een_aantal_wordt_alleen_gevraagd_wat_nog_niet_bekend_is():
    gevraagd = []

    def maak(sleutels):
        gevraagd.append(sleutels)
        return [sleutel * 2 for sleutel in sleutels]

    with bezoek(RequestFactory().get("/")):
        assert onthoud_elk([1, 2, 1], maak) == [2, 4, 2]
        assert onthoud_elk([2, 3], maak) == [4, 6]
    assert gevraagd == [[1, 2], [3]]


def test_wat_het_langst_niet_werd_gevraagd_gaat_er_het_eerst_uit():
    geheugen, nu = Geheugen(plaatsen=2), g._Moment(1, VANDAAG)
    geheugen.zet(nu, {"a": 1, "b": 2})
    geheugen.pak(nu, ["a"])
    geheugen.zet(nu, {"c": 3})
    assert geheugen.pak(nu, ["a", "b", "c"]) == {"a": 1, "c": 3}
    assert len(geheugen) == 2


def test_een_bezoek_van_voor_de_verandering_vertelt_de_anderen_niets():
    geheugen = Geheugen()
    geheugen.zet(g._Moment(2, VANDAAG), {"a": "nieuw"})
    geheugen.zet(g._Moment(1, VANDAAG), {"a": "oud"})
    assert geheugen.pak(g._Moment(2, VANDAAG), ["a"]) == {"a": "nieuw"}
    assert geheugen.pak(g._Moment(1, VANDAAG), ["a"]) == {}


def test_menu_voet_en_links_zijn_bij_het_volgende_bezoek_nieuw(client, beesd, agenda):
    for _ in range(2):
        assert "Nieuwe naam" not in client.get("/beesd/agenda/").text
    agenda.title = "Nieuwe naam"
    publiceer(agenda)
    beesd.refresh_from_db()
    beesd.title = "Dorp Beesd"
    publiceer(beesd)
    gemeente = GemeenteInstellingen.load()
    gemeente.telefoon = "0345 123456"
    gemeente.save()
    pagina = client.get("/beesd/agenda/").text
    assert "Nieuwe naam" in pagina
    assert "Menu van Dorp Beesd" in pagina
    assert "0345 123456" in pagina


def test_een_blok_van_een_kern_is_nieuw_na_een_publicatie_en_op_een_andere_dag(client, beesd, agenda):
    beesd.inhoud = json.dumps(
        [{"type": "agenda", "id": str(uuid4()), "value": {"titel": "Dit komt", "aantal": 3}}]
    )
    publiceer(beesd)
    with time_machine.travel(moment("2027-03-01 12:00")):
        for _ in range(2):
            assert "Dorpsborrel" not in client.get("/beesd/").text
        AgendaItemPageFactory(parent=agenda, title="Dorpsborrel", begin=moment("2027-03-02 20:00"))
        for _ in range(2):
            assert client.get("/beesd/").text.count("Dorpsborrel") == 2
    with time_machine.travel(moment("2027-03-03 12:00")):
        assert "Dorpsborrel" not in client.get("/beesd/").text


def test_wie_is_ingelogd_leest_een_blok_nooit_uit_het_geheugen(client, beheer, beesd):
    beesd.inhoud = json.dumps(
        [{"type": "kop", "id": str(uuid4()), "value": {"tekst": "Hallo", "niveau": "h2"}}]
    )
    publiceer(beesd)
    assert "Hallo" in beheer.get("/beesd/").text
    assert not len(g.stukken)


def test_een_blok_zegt_in_elke_taal_wat_het_in_die_taal_zegt(client, beesd):
    # A village with nothing at all shows no empty lists, it invites.
    ProjectPageFactory(parent=lijst_van(beesd, ProjectenPage))
    beesd.inhoud = json.dumps([{"type": "agenda", "id": str(uuid4()), "value": {"titel": "", "aantal": 3}}])
    publiceer(beesd)
    nederlands = [client.get("/beesd/").text for _ in range(2)]
    engels = [client.get("/en/beesd/").text for _ in range(2)]
    assert ["Er staat nu niets op de agenda" in tekst for tekst in nederlands + engels] == [
        True,
        True,
        False,
        False,
    ]


def stuk(naam_en_hoe: str, **context) -> str:
    tekst = f"{{% load geheugen_tags %}}{{% onthouden {naam_en_hoe} %}}{{{{ maak }}}}{{% endonthouden %}}"
    with bezoek(context["request"]):
        return Template(tekst).render(Context(context))


def test_a_piece_of_a_thing_is_the_same_wherever_it_is_shown(beesd, agenda):
    maak, ergens = Teller(), RequestFactory()
    for pad in ("/", "/beesd/?pagina=2"):
        assert stuk('"kaart" van ding', ding=beesd, maak=maak, request=ergens.get(pad)) == "1"
    assert stuk('"kaart" van ding', ding=agenda, maak=maak, request=ergens.get("/")) == "2"
    assert stuk('"kaart" van ding ding.nergens', ding=beesd, maak=maak, request=ergens.get("/")) == "3"
    assert [stuk('"voet" overal', maak=maak, request=ergens.get(pad)) for pad in "/?"] == ["4", "4"]


def test_a_page_that_was_never_saved_and_one_with_a_choice_are_made_each_time(beesd):
    maak, ergens = Teller(), RequestFactory()
    nieuw = ProjectPageFactory.build()
    assert [stuk('"a" van ding', ding=nieuw, maak=maak, request=ergens.get("/")) for _ in "ab"] == ["1", "2"]
    for verwacht in "34":
        assert stuk('"a"', page=beesd, maak=maak, request=ergens.get("/beesd/?q=1")) == verwacht
    for pad, verwacht in (("/beesd/", "5"), ("/beesd/anders/", "6"), ("/beesd/", "5")):
        assert stuk('"a"', page=beesd, maak=maak, request=ergens.get(pad)) == verwacht

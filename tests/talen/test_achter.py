"""A translation that is older than the Dutch text says so, to readers and to communications."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import Translation

from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.talen.vertaler import begin, haal_op, publiceer, vertaal, vul_in
from tests.talen.wereld import maak_alles
from vertalen.indienen import dien_in
from vertalen.models import Vertaalbasis
from vertalen.rapport import stand_per_pagina

ADRES = "/pl/beesd/agenda/avond/"


@pytest.fixture
def item(dorp) -> AgendaItemPage:
    return agenda_item(dorp.agenda, "Avond", live=True, samenvatting="Over het plein", slug="avond")


def wijzig(item: AgendaItemPage, **velden) -> AgendaItemPage:
    item = AgendaItemPage.objects.get(pk=item.pk)
    for naam, waarde in velden.items():
        setattr(item, naam, waarde)
    return publiceer(item)


def stand(item: AgendaItemPage, taal: str = "pl"):
    return stand_per_pagina(taal).get(pk=item.pk)


def test_nieuwe_nederlandse_tekst_staat_op_de_vertaling(client, item):
    vertaal(item, "pl")
    assert "Tekst niderlandzki jest nowszy" not in client.get(ADRES).content.decode()
    wijzig(item, samenvatting="Over het nieuwe plein")
    html = client.get(ADRES).content.decode()
    assert "Tekst niderlandzki jest nowszy" in html
    assert str(timezone.localdate().year) in html
    assert 'href="http://localhost/beesd/agenda/avond/" hreflang="nl"' in html
    assert "pl: Over het plein" in html


def test_een_andere_datum_maakt_een_vertaling_niet_oud(item):
    vertaal(item, "pl")
    wijzig(item, begin=timezone.now() + timedelta(days=40))
    assert stand(item).stand == "bij"


def test_een_andere_volgorde_maakt_een_vertaling_niet_oud(dorp):
    """Of points, of blocks and of rows: each keeps its own text. A word in one of them does count."""
    paginas = maak_alles(dorp)
    for pad, veld in (("/beesd/kernagenda/", "onderdelen"), ("/over/", "inhoud")):
        bron = paginas[pad]
        vertaal(bron, "pl")
        ruw = getattr(bron, veld).get_prep_value()[::-1]
        if veld == "onderdelen":
            ruw[0]["value"]["punten"].reverse()
        setattr(bron, veld, json.dumps(ruw))
        bron = publiceer(bron)
        assert stand_per_pagina("pl").get(pk=bron.pk).stand == "bij", pad
    project = paginas["/beesd/projecten/speeltuin/"]
    vertaal(project, "pl")
    eerste, tweede = project.fasen.all()
    eerste.sort_order, tweede.sort_order = 1, 0
    project.fasen = [tweede, eerste]
    project = publiceer(project)
    assert stand_per_pagina("pl").get(pk=project.pk).stand == "bij"
    fase = project.fasen.all()[0]
    fase.titel = "Anders"
    project.fasen = [fase, project.fasen.all()[1]]
    project = publiceer(project)
    assert stand_per_pagina("pl").get(pk=project.pk).stand == "achter"


def test_achter_sinds_de_eerste_wijziging_en_bij_als_die_wordt_teruggedraaid(item):
    vertaal(item, "pl")
    wijzig(item, samenvatting="Eerst")
    eerst = stand(item)
    assert eerst.stand == "achter"
    wijzig(item, samenvatting="Nog eens")
    assert stand(item).sinds == eerst.sinds
    wijzig(item, samenvatting="Over het plein")
    assert stand(item).stand == "bij"


def test_een_goedgekeurde_nieuwe_vertaling_is_weer_bij(client, dorp, item):
    vertaal(item, "pl")
    wijzig(item, samenvatting="Over het nieuwe plein")
    vertaling = Translation.objects.get(source__object_id=item.translation_key)
    haal_op(vertaling)
    vul_in(vertaling)
    dien_in(vertaling, dorp.gebruikers["redactie-beesd"])
    assert stand(item).stand == "wacht"
    doel = vertaling.get_target_instance()
    wacht = doel.current_workflow_task_state
    keurder = Client()
    keurder.force_login(dorp.gebruikers["communicatie"])
    keurder.post(
        reverse("wagtailadmin_pages:workflow_action", args=[doel.pk, "approve", wacht.pk]), {"comment": ""}
    )
    assert stand(item).stand == "bij"
    assert "Tekst niderlandzki jest nowszy" not in client.get(ADRES).content.decode()


def test_wat_verandert_terwijl_de_vertaling_wacht_telt_als_achter(dorp, item):
    vertaling = begin(item, "pl")
    vul_in(vertaling)
    dien_in(vertaling, dorp.gebruikers["redactie-beesd"])
    wijzig(item, samenvatting="Ondertussen anders")
    doel = vertaling.get_target_instance()
    keurder = Client()
    keurder.force_login(dorp.gebruikers["communicatie"])
    wacht = doel.current_workflow_task_state
    keurder.post(
        reverse("wagtailadmin_pages:workflow_action", args=[doel.pk, "approve", wacht.pk]), {"comment": ""}
    )
    assert stand(item).stand == "achter"
    assert Vertaalbasis.objects.get(revisie__object_id=str(doel.pk)).achter_sinds


def test_het_rapport_zegt_wat_ontbreekt_wat_achterloopt_en_sinds_wanneer(dorp, item):
    begin(item, "en")
    vertaal(item, "pl")
    wijzig(item, samenvatting="Anders")
    client = Client()
    client.force_login(dorp.gebruikers["communicatie"])
    html = client.get(reverse("vertaalrapport"), {"taal": "pl"}).content.decode()
    assert "Loopt achter" in html
    assert "Niet vertaald" in html
    rijen = csv.DictReader(
        io.StringIO(
            b"".join(
                client.get(reverse("vertaalrapport"), {"taal": "pl", "export": "csv"}).streaming_content
            ).decode()
        )
    )
    per_titel = {rij["Pagina"]: rij for rij in rijen}
    assert per_titel["Avond"]["Stand"] == "Loopt achter"
    assert per_titel["Avond"]["Kern"] == "Beesd"
    assert per_titel["Avond"]["Sinds"]
    assert per_titel["Heukelum"]["Stand"] == "Niet vertaald"
    assert stand(item, "en").stand == "concept"
    alleen = client.get(reverse("vertaalrapport"), {"taal": "pl", "stand": "achter"}).content.decode()
    assert "Avond" in alleen
    assert "Niet vertaald</td>" not in alleen


@pytest.mark.parametrize("naam", ["redactie-beesd", "redactie-heukelum"])
def test_het_rapport_is_voor_communicatie(dorp, naam):
    client = Client()
    client.force_login(dorp.gebruikers[naam])
    assert client.get(reverse("vertaalrapport")).status_code == 404

"""A translation goes the way of every text: who may edit proposes it, someone else of Communicatie approves it."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from core.goedkeuring.bewaking import NietGoedgekeurd
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.talen.vertaler import begin, haal_op, keur_goed, publiceer, vertaal, vul_in
from vertalen.indienen import dien_in, maak_versie, stand_van


@pytest.fixture
def item(dorp) -> AgendaItemPage:
    return agenda_item(
        dorp.agenda, "Inwonersavond", live=True, samenvatting="Over het plein", slug="inwonersavond"
    )


def polen() -> Locale:
    return Locale.objects.get(language_code="pl")


def vraag_vertaling_aan(client: Client, pagina) -> Translation | None:
    adres = reverse("wagtail_localize:submit_page_translation", args=[pagina.pk])
    client.post(adres, {"locales": [polen().pk]})
    return Translation.objects.filter(source__object_id=pagina.translation_key).first()


def lees(adres: str) -> str:
    return Client().get(adres).content.decode()


def test_wie_in_een_dorp_werkt_vertaalt_ook_de_pagina_van_het_dorp(als, item):
    vertaling = vraag_vertaling_aan(als("redactie-beesd"), item.get_parent().get_parent())
    scherm = reverse("wagtailadmin_pages:edit", args=[vertaling.get_target_instance().pk])
    assert als("redactie-beesd").get(scherm).status_code == 200
    assert als("redactie-heukelum").get(scherm).status_code == 404


def test_van_voorstel_tot_openbaar(als, item):
    vertaling = vraag_vertaling_aan(als("redactie-beesd"), item)
    doel = vertaling.get_target_instance()
    assert not doel.live
    assert doel.alias_of_id is None

    segment = vertaling.source.stringsegment_set.select_related("string").get(string__data="Over het plein")
    adres = reverse("wagtail_localize:edit_string_translation", args=[vertaling.pk, segment.pk])
    als("redactie-beesd").put(adres, "value=O+rynku", content_type="application/x-www-form-urlencoded")
    indienen = reverse("vertaling_indienen", args=[vertaling.pk])
    als("redactie-beesd").post(indienen)
    assert not vertaling.get_target_instance().workflow_in_progress, "half vertaald mag niet worden ingediend"

    vul_in(vertaling)
    als("redactie-beesd").post(indienen)
    doel = vertaling.get_target_instance()
    assert doel.workflow_in_progress
    assert "O rynku" not in lees("/pl/beesd/agenda/inwonersavond/")

    keur_goed(als("redactie-beesd"), doel)
    assert "O rynku" not in lees("/pl/beesd/agenda/inwonersavond/")
    keur_goed(als("communicatie"), doel)
    html = lees("/pl/beesd/agenda/inwonersavond/")
    assert "O rynku" in html
    assert "nie została jeszcze przetłumaczona" not in html


def test_wie_zelf_vertaalde_keurt_niet_goed(als, dorp, item):
    vertaling = begin(item, "pl", dorp.gebruikers["redactie-beesd"])
    vul_in(vertaling, dorp.gebruikers["communicatie"])
    dien_in(vertaling, dorp.gebruikers["redactie-beesd"])
    doel = vertaling.get_target_instance()
    keur_goed(als("communicatie"), doel)
    assert not vertaling.get_target_instance().live
    keur_goed(als("communicatie-2"), doel)
    assert vertaling.get_target_instance().live


@pytest.mark.parametrize("naam", ["redactie-heukelum"])
def test_een_andere_kern_kan_niets_voorstellen(als, item, naam):
    assert vraag_vertaling_aan(als(naam), item) is None


def test_een_voorstel_voor_een_live_vertaling_laat_die_zoals_ze_is(als, dorp, item):
    vertaal(item, "pl")
    vertaling = Translation.objects.get(source__object_id=item.translation_key)
    item.refresh_from_db()
    item.samenvatting = "Over het nieuwe plein"
    publiceer(item)
    haal_op(vertaling)
    vul_in(vertaling, hoe=lambda zin: "O nowym rynku")
    dien_in(vertaling, dorp.gebruikers["redactie-beesd"])
    html = lees("/pl/beesd/agenda/inwonersavond/")
    assert "pl: Over het plein" in html
    assert "O nowym rynku" not in html
    keur_goed(als("communicatie"), vertaling.get_target_instance())
    assert "O nowym rynku" in lees("/pl/beesd/agenda/inwonersavond/")


@pytest.mark.parametrize("naam", ["redactie-beesd", "communicatie", "beheer"])
def test_geen_zijdeur(als, dorp, item, naam):
    """Every address of wagtail-localize that writes, for a live translation with a waiting change."""
    doel = vertaal(item, "pl")
    vertaling = Translation.objects.get(source__object_id=item.translation_key)
    voor = lees("/pl/beesd/agenda/inwonersavond/")
    for zin in StringTranslation.objects.filter(locale=polen()):
        zin.data = "zegmaarniks"
        zin.save()
    item.refresh_from_db()
    item.toegankelijkheid = "Met lift"
    client = als(naam)
    client.raise_request_exception = False
    for adres, velden in (
        (
            reverse("wagtail_localize:update_translations", args=[vertaling.source_id]),
            {"publish_translations": "on"},
        ),
        (reverse("wagtailadmin_pages:edit", args=[doel.pk]), {"action": "publish"}),
        (reverse("wagtailadmin_pages:edit", args=[doel.pk]), {"localize-convert-to-alias": "1"}),
        (reverse("wagtail_localize:convert_to_alias", args=[doel.pk]), {}),
        (reverse("wagtail_localize:submit_page_translation", args=[item.pk]), {"locales": [polen().pk]}),
        (reverse("wagtail_localize:stop_translation", args=[vertaling.pk]), {}),
        (reverse("wagtailadmin_pages:edit", args=[doel.pk]), {"localize-restart-translation": "1"}),
        (reverse("vertaling_indienen", args=[vertaling.pk]), {}),
    ):
        client.post(adres, velden)
        assert lees("/pl/beesd/agenda/inwonersavond/") == voor, adres
    doel.refresh_from_db()
    assert doel.alias_of_id is None


def test_een_po_bestand_zet_niets_live(als, item):
    doel = vertaal(item, "pl")
    vertaling = Translation.objects.get(source__object_id=item.translation_key)
    po = vertaling.export_po()
    for regel in po:
        regel.msgstr = "zegmaarniks"
    adres = reverse("wagtail_localize:upload_pofile", args=[vertaling.pk])
    als("communicatie").post(adres, {"file": ContentFile(str(po).encode(), "vertaling.po")})
    assert StringTranslation.objects.filter(data="zegmaarniks").exists()
    assert "zegmaarniks" not in lees("/pl/beesd/agenda/inwonersavond/")
    assert not doel.workflow_in_progress


def test_publiceren_zonder_goedkeuring_stuit_op_de_wacht(dorp, item):
    vertaling = begin(item, "pl", dorp.gebruikers["communicatie"])
    vul_in(vertaling)
    with pytest.raises(NietGoedgekeurd):
        maak_versie(vertaling, dorp.gebruikers["communicatie"]).publish()


def test_er_is_geen_knop_om_een_hele_boom_over_te_nemen(als):
    adres = f"/cms/locales/edit/{polen().pk}/"
    html = als("beheer").get(adres).content.decode()
    assert "sync_from" not in html


class Vertaalmachine(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        vraag = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        antwoord = json.dumps({"translatedText": [f"maszyna: {zin}" for zin in vraag["q"]]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(antwoord)

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def machine(settings):
    server = HTTPServer(("127.0.0.1", 0), Vertaalmachine)
    Thread(target=server.serve_forever, daemon=True).start()
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "vertalen.machine.LibreTranslate",
        "OPTIONS": {"LIBRETRANSLATE_URL": f"http://127.0.0.1:{server.server_port}", "API_KEY": ""},
    }
    yield server
    server.shutdown()


def test_een_voorstel_van_een_machine_blijft_een_voorstel_tot_iemand_het_goedkeurt(als, dorp, item, machine):
    vertaling = begin(item, "pl", dorp.gebruikers["redactie-beesd"])
    redacteur = als("redactie-beesd")
    redacteur.post(reverse("wagtail_localize:machine_translate", args=[vertaling.pk]))
    stand = stand_van(vertaling)
    assert stand.open == 0
    assert stand.machine == stand.zinnen
    assert "maszyna" not in lees("/pl/beesd/agenda/inwonersavond/")
    doel = vertaling.get_target_instance()
    scherm = redacteur.get(reverse("wagtailadmin_pages:edit", args=[doel.pk])).content.decode()
    assert "door een computer voorgesteld" in scherm
    voorbeeld = redacteur.get(
        reverse("wagtail_localize:preview_translation", args=[vertaling.pk])
    ).content.decode()
    assert "To tłumaczenie wykonał komputer" in voorbeeld

    redacteur.post(reverse("vertaling_indienen", args=[vertaling.pk]))
    assert "maszyna" not in lees("/pl/beesd/agenda/inwonersavond/")
    keur_goed(als("communicatie"), vertaling.get_target_instance())
    html = lees("/pl/beesd/agenda/inwonersavond/")
    assert "maszyna: Over het plein" in html
    assert "To tłumaczenie wykonał komputer" not in html
    assert stand_van(vertaling).machine == 0


def test_een_machine_doet_voorstellen_voor_nieuwe_nederlandse_tekst(als, dorp, item, machine):
    vertaal(item, "pl")
    vertaling = Translation.objects.get(source__object_id=item.translation_key)
    item.refresh_from_db()
    item.samenvatting = "Over het nieuwe plein"
    publiceer(item)
    adres = reverse("wagtail_localize:update_translations", args=[vertaling.source_id])
    als("redactie-beesd").post(adres, {"use_machine_translation": "on", "publish_translations": "on"})
    assert StringTranslation.objects.get(data="maszyna: Over het nieuwe plein").translation_type == "machine"
    assert "maszyna" not in lees("/pl/beesd/agenda/inwonersavond/")


def test_een_machine_die_zwijgt_breekt_niets(als, dorp, item, machine):
    vertaling = begin(item, "pl", dorp.gebruikers["redactie-beesd"])
    machine.shutdown()
    machine.server_close()
    antwoord = als("redactie-beesd").post(
        reverse("wagtail_localize:machine_translate", args=[vertaling.pk]), follow=True
    )
    assert antwoord.status_code == 200
    assert "vertaalmachine antwoordt niet" in antwoord.content.decode()


def test_zonder_server_is_er_geen_machine(als, dorp, item):
    vertaling = begin(item, "pl", dorp.gebruikers["redactie-beesd"])
    adres = reverse("wagtail_localize:machine_translate", args=[vertaling.pk])
    assert als("redactie-beesd").post(adres).status_code == 404

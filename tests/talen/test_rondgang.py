"""From Dutch to a PO file and back: no block, link or picture gets lost, and points stay themselves."""

import re

import polib
import pytest
from wagtail_localize.models import Translation

from core.blocks import InhoudBlock
from core.goedkeuring.uitzondering import zonder_goedkeuring
from kernpagina.blocks import OnderdelenBlock
from kernpagina.models import Kernagendapunt
from tests.talen.vertaler import begin, haal_op, publiceer, vertaal, vul_in
from vertalen.indienen import maak_versie

LINK = re.compile(r'href="[^"]*"|linktype="\w+"|(?<= )id="\d+"')


def geraamte(waarde) -> object:
    """What isn't text: blocks with their ids, links, pictures, documents, choices."""
    if isinstance(waarde, dict):
        return {naam: geraamte(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [geraamte(deel) for deel in waarde]
    if isinstance(waarde, str):
        if re.fullmatch(r"[0-9a-f-]{36}|https?://\S+|h[23]|" + "|".join(SOORTEN), waarde):
            return waarde
        return sorted(LINK.findall(waarde))
    return waarde


SOORTEN = [*InhoudBlock.base_blocks, *OnderdelenBlock.base_blocks, "item"]


def vertaal_via_po(pagina):
    """Export, translate in the file as a translator's program would, import, publish."""
    vertaling = begin(pagina, "pl")
    bestand = str(vertaling.export_po())
    po = polib.pofile(bestand)
    assert po
    for regel in po:
        regel.msgstr = re.sub(r"§", "pl:", regel.msgid)
    # Through text once more, as a file that was saved.
    waarschuwingen = vertaling.import_po(polib.pofile(str(po)))
    assert waarschuwingen == []
    assert vertaling.get_progress()[0] == vertaling.get_progress()[1]
    with zonder_goedkeuring("tests"):
        maak_versie(vertaling).publish()
    return vertaling.get_target_instance(), po


@pytest.mark.parametrize("pad", ["/over/", "/beesd/agenda/avond/", "/beesd/projecten/speeltuin/", "/beesd/"])
def test_een_po_bestand_komt_heel_terug(paginas, pad):
    bron = paginas[pad]
    doel, po = vertaal_via_po(bron)
    assert geraamte(doel.inhoud.get_prep_value()) == geraamte(
        type(bron).objects.get(pk=bron.pk).inhoud.get_prep_value()
    )
    assert "§" not in str(doel.inhoud.get_prep_value())
    weer = Translation.objects.get(source__object_id=bron.translation_key).export_po()
    assert {(r.msgctxt, r.msgid, r.msgstr) for r in weer} == {(r.msgctxt, r.msgid, r.msgstr) for r in po}


def test_punten_houden_hun_kenmerk_in_elke_taal(client, paginas):
    bron = paginas["/beesd/kernagenda/"]
    doel = vertaal(bron, "pl")
    kenmerken = list(bron.punten.order_by("volgorde").values_list("uuid", flat=True))
    assert list(doel.punten.order_by("volgorde").values_list("uuid", flat=True)) == kenmerken
    html = client.get("/pl/beesd/kernagenda/").content.decode()
    for kenmerk in kenmerken:
        assert f'id="punt-{kenmerk}"' in html
    assert html.count('<article class="bloei-punt"') == len(kenmerken)
    assert "pl: § Woningen" in html


def test_een_punt_dat_erbij_komt_of_verandert_houdt_de_rest_vertaald(client, paginas):
    bron = paginas["/beesd/kernagenda/"]
    vertaal(bron, "pl")
    ruw = bron.onderdelen.get_prep_value()
    punten = ruw[0]["value"]["punten"]
    nieuw = {**punten[0], "id": "11111111-1111-4111-8111-111111111111"}
    nieuw["value"] = {**punten[0]["value"], "titel": "§ Nieuw punt"}
    punten[1]["value"] |= {"status": "gereed", "reden": "§ Af"}
    ruw[0]["value"]["punten"] = [nieuw, punten[1], punten[0]]
    bron.onderdelen = bron.onderdelen.stream_block.to_python(ruw)
    publiceer(bron)
    html = client.get("/pl/beesd/kernagenda/").content.decode()
    volgorde = [html.index(tekst) for tekst in ("§ Nieuw punt", "pl: § Fietspad", "pl: § Woningen")]
    assert volgorde == sorted(volgorde)
    assert "Gotowe" in html
    assert re.search(r'<a class="bloei-punt__anker" [^>]*lang="nl">§ Nieuw punt', html)
    assert Kernagendapunt.objects.zichtbaar().count() == 3


def test_fasen_en_blokken_houden_hun_kenmerk(paginas):
    bron = paginas["/beesd/projecten/speeltuin/"]
    doel = vertaal(bron, "pl")
    assert [f.translation_key for f in doel.fasen.all()] == [f.translation_key for f in bron.fasen.all()]
    assert {f.locale.language_code for f in doel.fasen.all()} == {"pl"}
    assert [b["id"] for b in doel.inhoud.get_prep_value()] == [b["id"] for b in bron.inhoud.get_prep_value()]
    assert [f.titel for f in doel.fasen.all()] == ["pl: § Plan", "pl: § Bouw"]


def test_wie_de_nieuwe_tekst_ophaalt_houdt_wat_al_vertaald_was(paginas):
    bron = paginas["/over/"]
    vertaal(bron, "pl")
    vertaling = Translation.objects.get(source__object_id=bron.translation_key)
    bron.inleiding = "§ anders"
    publiceer(bron)
    haal_op(vertaling)
    zinnen, klaar = vertaling.get_progress()
    assert zinnen - klaar == 1
    vul_in(vertaling)
    assert vertaling.get_progress() == (zinnen, zinnen)

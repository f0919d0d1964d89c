"""The screen to translate on: every sentence of a page beside the Dutch one, saved as a whole."""

import json
import re
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from tests.talen.vertaler import begin, haal_op, keur_goed, publiceer, vul_in
from vertalen.indienen import stand_van
from vertalen.zinnen import Zin, zinnen_van


def adres_van(vertaling: Translation) -> str:
    return reverse("wagtailadmin_pages:edit", args=[vertaling.get_target_instance().pk])


def soep(client: Client, vertaling: Translation) -> BeautifulSoup:
    return BeautifulSoup(client.get(adres_van(vertaling)).content, "html.parser")


def velden_van(html: BeautifulSoup) -> dict[str, str]:
    """What a browser would send without a change."""
    form = next(form for form in html.find_all("form") if form.find("textarea"))
    velden = {veld["name"]: veld["value"] for veld in form.find_all("input", type="hidden")}
    return velden | {veld["name"]: veld.get_text() for veld in form.find_all("textarea")}


def op_pad(vertaling: Translation, einde: str) -> Zin:
    return next(zin for zin in zinnen_van(vertaling) if zin.pad.endswith(einde))


def test_elke_knop_zegt_wat_hij_doet(als, paginas):
    """Of a page that is written, submitting is called the same; nothing else is sent to anybody."""
    vertaling, redacteur = begin(paginas["/beesd/"], "pl"), als("redactie-beesd")
    knop = f'formaction="{reverse("vertaling_indienen", args=[vertaling.pk])}">Indienen bij Communicatie</button>'
    assert knop in redacteur.get(adres_van(vertaling)).content.decode()
    for naam, nummer in (
        ("submit_page_translation", paginas["/beesd/"].pk),
        ("update_translations", vertaling.source_id),
    ):
        scherm = redacteur.get(reverse(f"wagtail_localize:{naam}", args=[nummer])).content.decode()
        assert 'value="Zet klaar om te vertalen"' in scherm
        assert "Verzenden" not in scherm


def test_de_knop_onderaan_zegt_wat_er_met_een_wijziging_gebeurt(als, paginas):
    """Of what waits or is online: a change goes, also that of communications, and to a colleague."""
    vertaling = begin(paginas["/beesd/"], "pl")
    redacteur, keurder, collega = als("redactie-beesd"), als("communicatie"), als("communicatie-2")

    def knop(client: Client) -> str:
        return soep(client, vertaling).select_one("button[formaction]").get_text(strip=True)

    assert knop(redacteur) == "Indienen bij Communicatie"
    assert knop(keurder) == "Aan een collega geven"
    vul_in(vertaling)
    redacteur.post(reverse("vertaling_indienen", args=[vertaling.pk]), velden_van(soep(redacteur, vertaling)))
    for stand in ("Dat gaat pas mee als je ook de wijziging indient.", "Deze vertaling staat online."):
        html = soep(keurder, vertaling)
        assert stand in html.get_text()
        assert knop(redacteur) == "Wijziging indienen bij Communicatie"
        assert knop(keurder) == "Wijziging aan een collega geven"
        if "online" not in stand:
            knoppen = [form.button.get_text() for form in html.select(".werkplek-besluit")]
            assert knoppen == ["Goedkeuren", "Terugsturen"]
            keur_goed(collega, vertaling.get_target_instance())


def test_wat_na_het_indienen_veranderde_wordt_niet_stil_vergeten(als, paginas):
    """Who approves sees these sentences on the same screen, and approves others; and of what is online they'd be forgotten."""
    vertaling = begin(paginas["/beesd/"], "pl")
    redacteur, keurder = als("redactie-beesd"), als("communicatie")
    vul_in(vertaling)

    def dien_in() -> None:
        adres = reverse("vertaling_indienen", args=[vertaling.pk])
        redacteur.post(adres, velden_van(soep(redacteur, vertaling)))

    def let_op(client: Client) -> str:
        return " ".join(
            " ".join(p.get_text().split()) for p in soep(client, vertaling).select(".help-warning")
        )

    dien_in()
    assert let_op(keurder) == ""
    velden = velden_van(soep(redacteur, vertaling))
    zin = next(naam for naam in velden if naam.startswith("zin-"))
    redacteur.post(adres_van(vertaling), velden | {zin: "pl: later"})
    assert "nog iets veranderd (1 zin). Goedkeuren gaat alleen over wat" in let_op(keurder)
    keur_goed(keurder, vertaling.get_target_instance())
    assert "Dat staat nog niet online: dien ook" in let_op(redacteur)
    dien_in()
    assert let_op(redacteur) == ""


@pytest.mark.parametrize(
    "pad", ["/", "/over/", "/beesd/", "/beesd/kernagenda/", "/beesd/agenda/avond/",
            "/beesd/projecten/speeltuin/", "/beesd/meedoen/plein/"],
)  # fmt: skip
def test_elke_zin_in_een_keer_en_dan_indienen(als, paginas, pad):
    vertaling = begin(paginas[pad], "pl")
    redacteur = als("communicatie")
    html = soep(redacteur, vertaling)
    velden = velden_van(html)
    namen = [naam for naam in velden if naam.startswith("zin-")]
    assert len(namen) == stand_van(vertaling).zinnen
    for naam in namen:
        bron = html.find(id=f"{naam}-bron").get_text()
        assert html.find("label", attrs={"for": naam})
        velden[naam] = bron.replace("§", "pl:")
    redacteur.post(adres_van(vertaling), velden)
    assert stand_van(vertaling).open == 0
    html = soep(redacteur, vertaling)
    assert f"Alle {len(namen)} zinnen zijn vertaald" in html.get_text()
    redacteur.post(reverse("vertaling_indienen", args=[vertaling.pk]), velden_van(html))
    assert vertaling.get_target_instance().workflow_in_progress
    keur_goed(als("communicatie-2"), vertaling.get_target_instance())
    doel = vertaling.get_target_instance()
    assert doel.live
    tekst = Client().get(f"/pl{pad}").content.decode()
    assert "pl: " in tekst
    assert not re.search(r"&lt;(b|a |br)", tekst)


def test_een_kernagenda_zegt_waar_elke_zin_staat(als, paginas):
    html = soep(als("redactie-beesd"), begin(paginas["/beesd/kernagenda/"], "pl"))
    koppen = [legend.get_text() for legend in html.find_all("legend")]
    assert koppen == [
        "Thema met punten: Wonen › Punt: § Woningen",
        "Thema met punten: Wonen › Punt: § Fietspad",
    ]
    velden = [label.get_text() for label in html.select(".vertalen-bron b")]
    assert velden[:3] == ["Titel", "Inleiding", "Titel"]
    assert {"Omschrijving", "Motivering", "Planning"} <= set(velden)


def test_een_rij_heet_naar_zichzelf(als, paginas):
    html = soep(als("redactie-beesd"), begin(paginas["/beesd/projecten/speeltuin/"], "pl"))
    koppen = {legend.get_text() for legend in html.find_all("legend")}
    assert {"Fase: § Plan", "Fase: § Bouw", "Mijlpaal: § Start", "Kop: § kop.tekst"} <= koppen


def test_wat_fout_is_blijft_staan_de_rest_is_bewaard(als, dorp, paginas):
    vertaling = begin(paginas["/beesd/kernagenda/"], "pl")
    redacteur = als("redactie-beesd")
    velden = velden_van(soep(redacteur, vertaling))
    titel, lang, vreemd = (op_pad(vertaling, einde) for einde in ("title", "planning", "omschrijving"))
    velden |= {titel.naam: "Plan", lang.naam: "x" * 81, vreemd.naam: "Dla <u>młodych</u>"}
    antwoord = BeautifulSoup(redacteur.post(adres_van(vertaling), velden).content, "html.parser")
    assert antwoord.find(id=titel.naam).get_text().strip() == "Plan"
    for zin, melding in ((lang, "te lang"), (vreemd, "tekens die niet mogen")):
        veld = antwoord.find(id=zin.naam)
        assert veld.get_text().strip() == velden[zin.naam]
        assert veld["aria-invalid"] == "true"
        assert melding in antwoord.find(id=f"{zin.naam}-fout").get_text()
    (rij,) = StringTranslation.objects.all()
    assert (rij.data, rij.last_translated_by) == ("Plan", dorp.gebruikers["redactie-beesd"])
    velden = velden_van(antwoord) | {lang.naam: "2027", vreemd.naam: "Dla młodych"}
    redacteur.post(adres_van(vertaling), velden)
    assert StringTranslation.objects.count() == 3


def test_twee_mensen_tegelijk(als, dorp, paginas):
    """Each keeps what they typed; who touched nothing overwrites nothing, and is nobody's author."""
    vertaling = begin(paginas["/over/"], "pl")
    een, twee = als("communicatie"), als("communicatie-2")
    van_een, van_twee = (velden_van(soep(client, vertaling)) for client in (een, twee))
    titel, inleiding = op_pad(vertaling, "title"), op_pad(vertaling, "inleiding")
    een.post(adres_van(vertaling), van_een | {titel.naam: "Tytuł"})
    twee.post(adres_van(vertaling), van_twee | {inleiding.naam: "Wstęp"})
    schrijvers = dict(StringTranslation.objects.values_list("data", "last_translated_by__username"))
    assert schrijvers == {"Tytuł": "communicatie", "Wstęp": "communicatie-2"}
    antwoord = twee.post(adres_van(vertaling), van_twee | {titel.naam: "Inny tytuł"}).content.decode()
    assert "Iemand anders vulde hier intussen dit in: “Tytuł”" in antwoord
    assert "Inny tytuł" in antwoord
    assert StringTranslation.objects.get(context__path="title").data == "Tytuł"
    opnieuw = velden_van(BeautifulSoup(antwoord, "html.parser"))
    twee.post(adres_van(vertaling), opnieuw)
    assert StringTranslation.objects.get(context__path="title").data == "Inny tytuł"


def test_een_zin_die_intussen_weg_is_wordt_genoemd(als, paginas):
    bron = paginas["/over/"]
    vertaling = begin(bron, "pl")
    client = als("communicatie")
    velden = velden_van(soep(client, vertaling))
    oud = op_pad(vertaling, "inleiding")
    bron.inleiding = "§ Iets heel anders"
    publiceer(bron)
    haal_op(vertaling)
    antwoord = client.post(adres_van(vertaling), velden | {oud.naam: "Stary wstęp"}, follow=True)
    assert "Je typte: “Stary wstęp”" in antwoord.content.decode()


def test_leegmaken_neemt_een_zin_weg(als, paginas):
    vertaling = begin(paginas["/over/"], "pl")
    client = als("communicatie")
    titel = op_pad(vertaling, "title")
    client.post(adres_van(vertaling), velden_van(soep(client, vertaling)) | {titel.naam: "Tytuł"})
    client.post(adres_van(vertaling), velden_van(soep(client, vertaling)) | {titel.naam: " "})
    assert not StringTranslation.objects.exists()


def test_platte_tekst_is_plat(als, paginas):
    """No HTML in a field without markup: an ampersand is an ampersand, on the screen and on the page."""
    vertaling = begin(paginas["/over/"], "pl")
    client = als("communicatie")
    titel = op_pad(vertaling, "title")
    client.post(adres_van(vertaling), velden_van(soep(client, vertaling)) | {titel.naam: "A & B\n <3"})
    assert soep(client, vertaling).find(id=titel.naam).get_text().strip() == "A & B  <3"


@pytest.mark.parametrize(("naam", "code"), [("redactie-heukelum", (302, 404)), ("redactie-beesd", (200,))])
def test_alleen_wie_de_pagina_mag_bewerken(als, paginas, naam, code):
    vertaling = begin(paginas["/beesd/agenda/avond/"], "pl")
    client = als(naam)
    assert client.get(adres_van(vertaling)).status_code in code
    titel = op_pad(vertaling, "title")
    for adres in (adres_van(vertaling), reverse("vertaling_indienen", args=[vertaling.pk])):
        client.post(adres, {titel.naam: f"Door {naam}"})
    assert StringTranslation.objects.exists() == (naam == "redactie-beesd")


def test_het_scherm_kost_even_veel_vragen_bij_meer_zinnen(als, paginas):
    bron = paginas["/beesd/kernagenda/"]
    vertaling = begin(bron, "pl")
    client = als("redactie-beesd")
    client.get(adres_van(vertaling))
    with CaptureQueriesContext(connection) as weinig:
        client.get(adres_van(vertaling))
    ruw = bron.onderdelen.get_prep_value()
    punt = ruw[0]["value"]["punten"][0]
    ruw[0]["value"]["punten"] += [
        {**punt, "id": str(uuid4()), "value": {**punt["value"], "titel": f"§ Punt {nummer}"}}
        for nummer in range(10)
    ]
    bron.onderdelen = json.dumps(ruw)
    publiceer(bron)
    haal_op(vertaling)
    with CaptureQueriesContext(connection) as veel:
        html = soep(client, vertaling)
    assert len(html.find_all("legend")) == 12
    assert len(veel) == len(weinig)

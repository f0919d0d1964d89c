"""What a translator types is saved by itself, as what is typed in the form of a page."""

from bs4 import BeautifulSoup
from wagtail_localize.models import StringTranslation

from tests.talen.test_vertaalscherm import adres_van, op_pad, soep, velden_van
from tests.talen.vertaler import begin, haal_op, publiceer

JSON = {"accept": "application/json"}


def bewaar(client, vertaling, velden: dict[str, str]) -> dict:
    return client.post(adres_van(vertaling), velden, headers=JSON).json()


def test_wat_iemand_typt_is_bewaard_zonder_knop(als, dorp, paginas):
    vertaling, client = begin(paginas["/over/"], "pl"), als("communicatie")
    html = soep(client, vertaling)
    form = html.find("form", id="page-edit-form")
    assert "w-autosave" in form["data-controller"]
    assert (form["data-w-autosave-active-value"], form["data-w-unsaved-force-value"]) == ("true", "false")
    velden, titel = velden_van(html), op_pad(vertaling, "title")
    # Halfway, and then on with what the form was told: it is nobody else's text.
    for getypt in ("Ty", "Tytuł\nstrony", "Tytuł tej strony"):
        antwoord = bewaar(client, vertaling, velden | {titel.naam: getypt})
        assert (antwoord["success"], antwoord["missers"]) == (True, [])
        velden |= antwoord["field_updates"]
        assert set(antwoord["field_updates"]) == {f"was-{titel.naam}"}
    (rij,) = StringTranslation.objects.all()
    assert (rij.data, rij.last_translated_by) == ("Tytuł tej strony", dorp.gebruikers["communicatie"])
    # What didn't change is nobody's news.
    assert bewaar(client, vertaling, velden_van(soep(client, vertaling)))["field_updates"] == {}
    melding = client.post(adres_van(vertaling), velden | {titel.naam: "Tytuł tej strony"}, follow=True)
    assert [str(zin).strip() for zin in melding.context["messages"]] == ["Bewaard."]


def test_wat_niet_kan_wordt_genoemd_en_de_rest_is_bewaard(als, paginas):
    vertaling, client = begin(paginas["/beesd/kernagenda/"], "pl"), als("redactie-beesd")
    titel, lang = op_pad(vertaling, "title"), op_pad(vertaling, "planning")
    velden = velden_van(soep(client, vertaling)) | {titel.naam: "Plan", lang.naam: "x" * 81}
    antwoord = bewaar(client, vertaling, velden)
    (misser,) = antwoord["missers"]
    assert misser["zin"].startswith("Planning: Dit is te lang")
    assert (misser["veld"], misser["kwijt"]) == (lang.naam, True)
    assert set(antwoord["field_updates"]) == {f"was-{titel.naam}"}
    assert StringTranslation.objects.get().data == "Plan"


def test_over_de_tekst_van_een_ander_gaat_niets_vanzelf(als, paginas):
    vertaling = begin(paginas["/over/"], "pl")
    een, twee = als("communicatie"), als("communicatie-2")
    titel = op_pad(vertaling, "title")
    van_een, van_twee = (velden_van(soep(client, vertaling)) for client in (een, twee))
    bewaar(een, vertaling, van_een | {titel.naam: "Tytuł"})
    van_twee |= {titel.naam: "Inny tytuł"}
    for _ in range(2):
        antwoord = bewaar(twee, vertaling, van_twee)
        assert "Iemand anders vulde hier intussen dit in: “Tytuł”" in antwoord["missers"][0]["zin"]
        assert antwoord["field_updates"] == {}
    assert StringTranslation.objects.get().data == "Tytuł"
    # Where both are read, nothing is saved by itself before the button is pressed.
    getoond = twee.post(adres_van(vertaling), van_twee)
    form = BeautifulSoup(getoond.content, "html.parser").find("form", id="page-edit-form")
    assert (form["data-w-autosave-active-value"], form["data-w-unsaved-force-value"]) == ("false", "true")
    assert "wordt hier niets vanzelf bewaard" in getoond.content.decode()
    # Of their own text of another window it isn't said that somebody else wrote it.
    assert "Je vulde hier zelf intussen dit in: “Tytuł”" in str(
        bewaar(een, vertaling, van_een | {titel.naam: "Tytuł nowy"})["missers"]
    )


def test_wat_geen_plek_meer_heeft_is_niet_bewaard(als, paginas):
    bron = paginas["/over/"]
    vertaling, client = begin(bron, "pl"), als("communicatie")
    velden, oud = velden_van(soep(client, vertaling)), op_pad(vertaling, "inleiding")
    bron.inleiding = "§ Iets heel anders"
    publiceer(bron)
    haal_op(vertaling)
    (misser,) = bewaar(client, vertaling, velden | {oud.naam: "Stary wstęp"})["missers"]
    assert "Je typte: “Stary wstęp”" in misser["zin"]
    assert (misser["veld"], misser["kwijt"]) == ("", True)

"""Any page on paper: what one reads or does stands on it, what one clicks doesn't."""

from contextlib import closing

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

KLIKKEN = [
    ".bloei-klap",
    ".bloei-nav",
    ".bloei-taal",
    ".bloei-kernmenu",
    ".bloei-kruimels",
    ".bloei-filter",
    ".bloei-zoek",
    ".bloei-meenemen",
    ".bloei-klik",
]


@pytest.fixture
def papier(guest: Page) -> Page:
    guest.emulate_media(media="print")
    return guest


@pytest.mark.parametrize(
    "adres", ["/", "/beesd/", "/beesd/agenda/", "/beesd/agenda/inwonersavond-plein/", "/zoeken/"]
)
def test_geen_menu_op_papier(papier: Page, adres: str) -> None:
    papier.goto(adres)
    expect(papier.locator("h1")).to_be_visible()
    for deel in papier.locator(", ".join(KLIKKEN)).all():
        expect(deel).to_be_hidden()


@pytest.mark.parametrize(
    "adres", ["/beesd/", "/agenda/", "/beesd/agenda/inwonersavond-plein/", "/voortgang/"]
)
def test_op_papier_staat_waar_het_vandaan_komt_en_geen_knop(papier: Page, adres: str) -> None:
    papier.goto(adres)
    expect(papier.locator(".bloei-papieradres")).to_be_visible()
    expect(papier.locator(".bloei-papieradres")).to_contain_text(adres)
    for knop in papier.locator(".nl-button").all():
        expect(knop).to_be_hidden()
    papier.emulate_media(media="screen")
    expect(papier.locator(".bloei-papieradres")).to_be_hidden()


def test_een_tabel_past_op_een_vel(papier: Page) -> None:
    papier.set_viewport_size({"width": 672, "height": 1000})  # A4, without its margins
    papier.goto("/voortgang/")
    breedtes = papier.locator(".bloei-tabel table").evaluate_all(
        "tabellen => tabellen.map(t => t.offsetWidth)"
    )
    assert len(breedtes) >= 4
    assert max(breedtes) <= papier.locator("main").evaluate("e => e.clientWidth")


@pytest.mark.parametrize("naam", ["inwonersavond-plein", "bouwdag-speeltuin", "dorpsborrel"])
@pytest.mark.parametrize("taal", ["", "/en", "/pl"])
def test_een_bijeenkomst_past_op_een_vel(papier: Page, naam: str, taal: str) -> None:
    """With a form to sign up, a programme and a photo too, and in other languages; no second sheet for the last lines."""
    papier.goto(f"{taal}/beesd/agenda/{naam}/")
    with closing(pypdfium2.PdfDocument(papier.pdf(format="A4"))) as document:
        assert len(document) == 1
        assert f"/beesd/agenda/{naam}/" in document[0].get_textpage().get_text_bounded()


def test_hoe_je_online_meedoet_staat_voluit(papier: Page) -> None:
    papier.goto("/beesd/meedoen/bouw-mee-aan-de-speeltuin/")
    knop = papier.get_by_role("link", name="Doe online mee")
    expect(knop).to_be_visible()
    assert knop.evaluate("e => getComputedStyle(e, '::after').content").endswith(
        ': https://www.example.org/speeltuin-beesd"'
    )


def test_wat_alleen_een_knop_had_zegt_wat_je_doet(papier: Page) -> None:
    papier.goto("/beesd/meedoen/denk-mee-over-het-plein/")
    vak = papier.locator(".bloei-vlak").filter(has=papier.get_by_role("heading", name="Hier op Bloei!"))
    op_papier = vak.get_by_text("Dat doe je op internet. Het adres van deze pagina staat onderaan.")
    expect(op_papier).to_be_visible()
    papier.emulate_media(media="screen")
    expect(op_papier).to_be_hidden()


def test_boven_wat_er_gevonden_is_staat_waarnaar_gezocht_is(papier: Page) -> None:
    papier.goto("/zoeken/?q=bankje")
    expect(papier.get_by_role("heading", name="Zoeken: bankje", exact=True)).to_be_visible()
    papier.emulate_media(media="screen")
    expect(papier.get_by_role("heading", name="Zoeken", exact=True)).to_be_visible()


# Words whose colour is too near to what is behind them: the ground that was printed, or the paper where it wasn't.
TE_ZWAK = """() => {
    const doek = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const licht = kleur => {
        doek.clearRect(0, 0, 1, 1), doek.fillStyle = kleur, doek.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = doek.getImageData(0, 0, 1, 1).data;
        const lineair = [r, g, b].map(d => (d /= 255) <= 0.04045 ? d / 12.92 : ((d + 0.055) / 1.055) ** 2.4);
        return [0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2], a];
    };
    const afstand = (een, ander) => (Math.max(een, ander) + 0.05) / (Math.min(een, ander) + 0.05);
    const tekst = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), uit = [];
    while (tekst.nextNode()) {
        const vak = tekst.currentNode.parentElement, stuk = tekst.currentNode.data.trim();
        if (!stuk || !vak.checkVisibility() || vak.closest('.bloei-onzichtbaar, script')) continue;
        const letter = licht(getComputedStyle(vak).color)[0];
        let grond = 1;
        for (let e = vak; e; e = e.parentElement) {
            const [kleur, dekking] = licht(getComputedStyle(e).backgroundColor);
            if (dekking) { grond = kleur; break; }
        }
        for (const [waar, achter] of [['op de achtergrond', grond], ['op wit', 1]])
            if (afstand(letter, achter) < 4.5) uit.push(`${stuk.slice(0, 30)}: ${waar}`);
    }
    return uit;
}"""


@pytest.mark.parametrize(
    "adres",
    [
        "/beesd/",
        "/beesd/projecten/een-plein-om-te-blijven/",
        "/beesd/kernagenda/",
        "/beesd/meedoen/",
        "/beesd/agenda/",
    ],
)
def test_alle_woorden_zijn_te_lezen_met_en_zonder_achtergrond(papier: Page, adres: str) -> None:
    """A printer may leave the ground out, and may be told to print it."""
    papier.goto(adres)
    assert papier.evaluate(TE_ZWAK) == []


def test_waar_we_nu_zijn_is_te_lezen(papier: Page) -> None:
    papier.goto("/beesd/projecten/een-plein-om-te-blijven/")
    nu = papier.get_by_text("Hier zijn we nu")
    expect(nu).to_be_visible()
    assert nu.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]") == [
        "rgb(0, 0, 0)",
        "rgb(255, 255, 255)",
    ]


def test_wat_dichtgeklapt_is_staat_er_ook(papier: Page) -> None:
    papier.goto("/beesd/")
    antwoord = papier.get_by_text("Ja. Bij elke oproep staat hoe je meedoet op papier of per telefoon.")
    assert antwoord.evaluate(
        "e => e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0"
    )


def test_een_zoekvraag_begint_geen_vel_voor_alleen_haar_adres(papier: Page) -> None:
    lang = 0
    for vraag in (
        "bomen",
        "dorp",
        "plein",
        "groen",
        "speeltuin",
        "linge",
        "verkeer",
        "gemeente",
        "kern",
        "avond",
    ):
        papier.goto(f"/zoeken/?q={vraag}")
        with closing(pypdfium2.PdfDocument(papier.pdf(format="A4"))) as document:
            *eerder, laatste = [vel.get_textpage().get_text_bounded().strip() for vel in document]
        assert laatste.endswith(f"?q={vraag}")
        assert len(laatste.split()) > 1, vraag
        lang += len(eerder) > 1
    assert lang, "some take more than two sheets"


@pytest.mark.parametrize("adres", ["/afspraken/", "/kernagendapunten/"])
def test_een_lijst_begint_op_het_eerste_vel(papier: Page, adres: str) -> None:
    papier.goto(adres)
    regels = [
        " ".join(regel.split()) for regel in papier.locator(".bloei-puntenlijst > li").all_inner_texts()
    ]
    with closing(pypdfium2.PdfDocument(papier.pdf(format="A4"))) as document:
        vellen = [" ".join(vel.get_textpage().get_text_bounded().split()) for vel in document]
    assert len(vellen) > 1, "else it would have fitted anyhow"
    assert regels[0][:20] in vellen[0]
    assert regels[3][:20] in vellen[0]


def test_wat_je_op_internet_meldt_staat_niet_bij_elke_reactie(papier: Page) -> None:
    papier.goto("/beesd/meedoen/denk-mee-over-het-plein/")
    melden = papier.get_by_text("Meld deze reactie").first
    expect(papier.locator(".bloei-reactie").first).to_be_visible()
    expect(melden).to_be_hidden()
    papier.emulate_media(media="screen")
    expect(melden).to_be_visible()

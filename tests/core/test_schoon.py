"""What text may contain. The bad examples are the ones that pass a validator that looks at tags alone."""

import json
from datetime import date

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from api.rijke_tekst import als_tekst
from core.goedkeuring.vingerafdruk import vingerafdruk
from core.models import BloeiImage, GemeenteInstellingen
from core.teksten import schoon
from kernpagina.models import AgendaItemPage, KernagendaPage, OproepenPage, OproepPage
from projecten.models import ProjectenPage, ProjectFase, ProjectPage
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.factories import ImageFactory, onderdeel, opzetten, punt
from tests.talen.vertaler import vertaal
from tests.talen.wereld import blok, item

KWAAD = [
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- geheim -->",
    "<!DOCTYPE html><img src=x onerror=alert(1)>",
    "<!x><img src=x onerror=alert(1)>",
    "<?xml ?><img src=x onerror=alert(1)>",
    "<?php echo 1 ?>",
    "</ x><img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<style>*{color:red}</style>",
    "<svg><a xlink:href='javascript:alert(1)'>k</a><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<p onclick=alert(1) style=color:red class=x>",
    "<embed embedtype='media' url='https://example.org/'>",
    "<a href='javascript:alert(1)'>k</a>",
    "<a href=' jAvA\tscript:alert(1)'>k</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>k</a>",
    "<a linktype='kwaad' id='3'>k</a>",
    "<a linktype='page' id='3 onclick=x'>k</a>",
]
VERBODEN = ("<!", "<?", "<img", "<script", "<style", "<svg", "<iframe", "<embed", "javascript:", "data:text", "kwaad",
            "onclick", "geheim", "CDATA", "class=", "3 on")  # fmt: skip
# What Wagtail's editor writes: exactly this has to stay.
GOED = (
    '<p data-block-key="a1b2c">Kijk bij <a linktype="page" id="3">het dorp</a>, <a id="4" linktype="document">het stuk</a>, '
    '<a href="https://example.org/?a=1&amp;b=2">elders</a>, <a href="mailto:a@example.org">mail</a>, '
    '<a href="tel:0345">bel</a>, <a href="/beesd/">hier</a> of <a href="#punt">hieronder</a>.<br/>\xa0"Ja" &amp; <b>vet</b> '
    "en <i>schuin</i> é 🎄 &lt;p&gt;</p>"
    '<ul><li data-block-key="d3e4f">een<ul><li data-block-key="g5h6i">twee</li></ul></li></ul><ol><li>drie</li></ol>'
)


def is_schoon(html: str) -> bool:
    return not [teken for teken in VERBODEN if teken in html]


@pytest.mark.parametrize("kwaad", KWAAD)
def test_rich_text_holds_nothing_that_runs(kwaad: str) -> None:
    bron = f"<p>Voor</p>{kwaad}<p>Na</p>"
    opgeslagen = schoon.rijke_tekst(bron)
    assert is_schoon(opgeslagen)
    assert schoon.rijke_tekst(opgeslagen) == opgeslagen
    assert "<p>Voor</p>" in opgeslagen
    assert is_schoon(schoon.rijke_tekst_voor_lezers(bron))
    assert is_schoon(
        als_tekst(bron, lambda soort, nummer: "https://example.org/", "https://example.org").html
    )


def test_what_the_editor_writes_stays_as_it_is() -> None:
    assert schoon.rijke_tekst(GOED) == GOED


def test_a_visitor_gets_addresses_and_no_marks_of_the_editor() -> None:
    gelezen = schoon.rijke_tekst_voor_lezers('<p data-block-key="a">x <a href="/beesd/">y</a><br/></p>')
    assert gelezen == '<p>x <a href="/beesd/">y</a><br/></p>'


@pytest.mark.parametrize(
    ("bron", "regel", "tekst"),
    [
        ("Buurt\x0bavond", "Buurt avond", "Buurt avond"),
        ("\x0bBcc:", "Bcc:", " Bcc:"),
        ("een\r\ntwee\nder\tde", "een twee der de", "een\r\ntwee\nder\tde"),
        ("gym\ufffenas\uffff\ud800tiek", "gymnastiek", "gymnastiek"),
        ("nul\x00 \x7fdel", "nul del", "nul   del"),
        ("regel\u2028einde\x85hier", "regel einde hier", "regel\neinde\nhier"),
        ("\u202etxet\u202c \u2066x\u2069", "txet x", "txet x"),
        ("twee  spaties \U0001f468\u200d\U0001f469 é", "twee  spaties \U0001f468\u200d\U0001f469 é", "twee  spaties \U0001f468\u200d\U0001f469 é"),
    ],
)  # fmt: skip
def test_plain_text(bron: str, regel: str, tekst: str) -> None:
    assert schoon.regel(bron) == regel
    assert schoon.regel(regel) == regel
    assert schoon.tekst(bron) == tekst
    assert schoon.tekst(tekst) == tekst


@pytest.mark.parametrize("adres", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x"])
def test_an_address_goes_somewhere(adres: str) -> None:
    assert schoon.adres(adres) == ""
    assert schoon.adres("https://example.org/a?b=c") == "https://example.org/a?b=c"


RIJK = f"<p>Voor</p>{KWAAD[0]}{KWAAD[1]}<p>Na</p>"
REGEL, TEKST = "Buurt\x0bavond\ufffe", "een\ntwee\x0b\ufffe"


def alle_tekst(dorp) -> list:
    """A page with rich text in every kind of place: a field, a block, a block in a block in a list, a child row."""
    blokken = [
        blok("tekst", RIJK),
        blok("kop", {"tekst": REGEL, "niveau": "h2"}),
        blok("citaat", {"citaat": TEKST, "bron": REGEL}),
        blok("kader", {"titel": REGEL, "tekst": RIJK}),
        blok("knop", {"tekst": REGEL, "pagina": None, "adres": "javascript:alert(1)"}),
        blok("vragen", [item({"vraag": REGEL, "antwoord": RIJK})]),
    ]
    avond = AgendaItemPage.objects.get(pk=agenda_item(dorp.agenda, "Avond", live=False).pk)
    avond.title, avond.samenvatting, avond.verslag = REGEL, TEKST, RIJK
    avond.inhoud = json.dumps(blokken)
    avond.afspraken.create(wat=REGEL, wie=REGEL)
    project = ProjectPage(
        title=REGEL, slug="p", samenvatting=TEKST, initiatiefnemer="inwoners", status="idee"
    )
    project.fasen = [ProjectFase(titel=REGEL, omschrijving=RIJK, begin=date(2020, 1, 1))]
    ProjectenPage.objects.child_of(dorp.beesd).get().add_child(instance=project)
    oproep = OproepPage(
        title=REGEL, slug="o", vraag=TEKST, soort="ideeën", opent=date(2020, 1, 1), sluit=date(2099, 1, 1),
        terugkoppeling_uiterlijk=date(2099, 2, 1), offline_meedoen=TEKST, niveau="raadplegen", uitkomst=RIJK,
    )  # fmt: skip
    OproepenPage.objects.child_of(dorp.beesd).get().add_child(instance=oproep)
    return [avond, project, oproep]


def is_heel_schoon(tekst: str) -> bool:
    tekst = tekst.replace("\\u000b", "\x0b").replace("\\ufffe", "\ufffe").replace("\\u003c", "<")
    return is_schoon(tekst) and "\x0b" not in tekst and "\ufffe" not in tekst and "Buurt" in tekst


def test_every_text_is_cleaned_in_a_version_and_in_the_row(dorp) -> None:
    with opzetten():
        for pagina in alle_tekst(dorp):
            versie = pagina.save_revision()
            assert is_heel_schoon(json.dumps(Revision.objects.get(pk=versie.pk).content, ensure_ascii=False))
            pagina.save()
            rij = type(pagina).objects.get(pk=pagina.pk)
            assert is_heel_schoon(json.dumps(rij.serializable_data(), ensure_ascii=False, default=str))
            assert rij.title == "Buurt avond"


def test_a_text_of_control_characters_only_is_no_text(dorp) -> None:
    """Cleaned before it is judged: a title has to have something in it."""
    avond = agenda_item(dorp.agenda, "Avond", live=False)
    avond.title = "\ufffe"
    with pytest.raises(Exception, match="title"):
        avond.full_clean()


def test_a_translation_from_a_file_goes_the_same_way(dorp) -> None:
    with opzetten():
        avond = agenda_item(
            dorp.agenda, "Avond", live=True, inhoud=json.dumps([blok("tekst", "<p>Hallo</p>")])
        )
    vertaling = vertaal(avond, "en", hoe=lambda zin: f"{zin}\x0b<!--><img src=x onerror=alert(1)>-->")
    assert is_schoon(vertaling.inhoud.raw_data[0]["value"])
    assert "\x0b" not in vertaling.title


def test_other_text_of_people_is_cleaned_too(dorp) -> None:
    beheerder = dorp.gebruikers["beheer"]
    beheerder.first_name = REGEL
    beheerder.save()
    assert beheerder.first_name == "Buurt avond"
    foto = ImageFactory(title=REGEL, alt_tekst=REGEL)
    assert BloeiImage.objects.get(pk=foto.pk).alt_tekst == "Buurt avond"
    gemeente = GemeenteInstellingen.load()
    gemeente.naam = REGEL
    gemeente.save()
    assert GemeenteInstellingen.objects.get().naam == "Buurt avond"


@pytest.mark.parametrize("kwaad", KWAAD[:5])
def test_a_page_shows_nothing_that_the_database_shouldnt_hold(client, dorp, kwaad: str) -> None:
    avond = agenda_item(dorp.agenda, "Avond", live=True)
    AgendaItemPage.objects.filter(pk=avond.pk).update(
        verslag=f"<p>Voor</p>{kwaad}", inhoud=[blok("tekst", f"<p>Na</p>{kwaad}")]
    )
    html = client.get(avond.url).content.decode()
    assert "<p>Na</p>" in html
    assert "onerror" not in html.replace("&gt;", "")
    antwoord = client.get(f"/api/v1/agenda-items/{avond.pk}")
    assert antwoord.status_code == 200
    assert "onerror" not in antwoord.content.decode()


def _bederf(pagina) -> None:
    """Put text past every save, as it was stored before text was cleaned."""
    AgendaItemPage.objects.filter(pk=pagina.pk).update(verslag=RIJK, samenvatting=TEKST)
    for versie in Revision.objects.for_instance(pagina):
        inhoud = {**versie.content, "verslag": RIJK, "samenvatting": TEKST}
        Revision.objects.filter(pk=versie.pk).update(content=inhoud)


def test_what_was_stored_before_is_cleaned_by_a_command(dorp, capsys) -> None:
    live = agenda_item(dorp.agenda, "Openbaar", live=True)
    concept = agenda_item(dorp.agenda, "Concept", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    foto = ImageFactory()
    for pagina in (live, concept):
        _bederf(pagina)
    versie, wacht = dien_in(concept, dorp.gebruikers["redactie-beesd"], locatie="Elders")
    _bederf(concept)
    BloeiImage.objects.filter(pk=foto.pk).update(title=REGEL)
    afdruk = vingerafdruk(Revision.objects.get(pk=versie.pk))
    call_command("maak_schoon")
    assert "pagina's: 2" in capsys.readouterr().out
    for pagina in (live, concept):
        rij = AgendaItemPage.objects.get(pk=pagina.pk)
        assert is_schoon(rij.verslag)
        assert rij.samenvatting == "een\ntwee "
        assert is_schoon(json.dumps([versie.content for versie in Revision.objects.for_instance(pagina)]))
    assert BloeiImage.objects.get(pk=foto.pk).title == "Buurt avond"
    # What was sent in still is what was sent in.
    assert vingerafdruk(Revision.objects.get(pk=versie.pk)) == afdruk == wacht.vingerafdruk
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert AgendaItemPage.objects.get(pk=concept.pk).live
    call_command("maak_schoon")
    assert capsys.readouterr().out == ""


def test_a_live_page_from_before_may_still_be_saved(dorp) -> None:
    """Cleaning it is no change that somebody has to approve."""
    pagina = agenda_item(dorp.agenda, "Openbaar", live=True)
    _bederf(pagina)
    AgendaItemPage.objects.get(pk=pagina.pk).save()
    assert is_schoon(AgendaItemPage.objects.get(pk=pagina.pk).verslag)


def test_a_kernagenda_is_cleaned_to_the_bottom(dorp, themas) -> None:
    kernagenda = KernagendaPage.objects.child_of(dorp.beesd).get()
    kernagenda.onderdelen = json.dumps([onderdeel(themas[0], punt(REGEL, omschrijving=RIJK))])
    kernagenda.inleiding = RIJK
    with opzetten():
        kernagenda.save_revision().publish()
    rij = KernagendaPage.objects.get(pk=kernagenda.pk)
    assert is_heel_schoon(json.dumps(rij.serializable_data(), ensure_ascii=False, default=str))

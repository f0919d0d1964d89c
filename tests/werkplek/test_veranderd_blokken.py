"""What somebody who decides sees of a page that is built of blocks: all that goes public, as people write it."""

import json
import re

import pytest

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import Thema
from kernpagina.models import AgendaItemPage, KernagendaPage
from tests.dorp import agenda_item, dien_in
from tests.factories import onderdeel, publiceer, punt

from .hulp import regels


@pytest.fixture
def wonen(db):
    return Thema.objects.create(name="Wonen")


def leeg(dorp, *, online: bool) -> KernagendaPage:
    kernagenda = KernagendaPage.objects.child_of(dorp.beesd).get()
    if not online:
        with zonder_goedkeuring("tests"):
            kernagenda.unpublish()
    return KernagendaPage.objects.get(pk=kernagenda.pk)


def met(kernagenda, *onderdelen) -> KernagendaPage:
    kernagenda.onderdelen = json.dumps(onderdelen)
    return publiceer(kernagenda)


def test_of_a_first_kernagenda_every_point_stands_there_in_full(dorp, wonen):
    kernagenda = leeg(dorp, online=False)
    onderdelen = [
        onderdeel(
            wonen,
            punt("Een bankje", status="gereed", planning="Voor de zomer", prioriteit=True),
            punt(
                "Een zwembad",
                status="niet haalbaar",
                trekker="samen",
                naam_trekker="Zwemclub De Linge",
                omschrijving="<p>In de Linge.</p><p>Met glijbaan.</p>",
                motivering='<p>Te duur. <a href="https://voorbeeld.nl/begroting">De begroting</a></p>',
                herkomst="bidbook",
            ),
        )
    ]
    dien_in(kernagenda, dorp.gebruikers["redactie-beesd"], onderdelen=json.dumps(onderdelen))
    assert regels(dorp, kernagenda)["Thema's en punten"] == (
        "Thema Wonen Punten "
        "Titel Een bankje Status Klaar Waarom is de status veranderd? Omdat het kan. "
        "Trekker Inwoners Planning Voor de zomer Dit heeft voorrang Ja "
        "Titel Een zwembad Status Niet haalbaar Waarom is de status veranderd? Omdat het kan. "
        "Trekker Inwoners en gemeente samen "
        "Omschrijving In de Linge. Met glijbaan. "
        "Motivering Te duur. De begroting (https://voorbeeld.nl/begroting) "
        "Waar komt het vandaan? Bidbook Naam van de trekker Zwemclub De Linge"
    )


def test_of_a_new_page_what_nobody_touched_goes_public_too(dorp):
    nieuw = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    dien_in(nieuw, dorp.gebruikers["redactie-beesd"])
    getoond = regels(dorp, nieuw)
    assert getoond["Soort"] == "Activiteit"
    assert getoond["Aanmelden"] == "Aanmelden hoeft niet"
    assert getoond["Status"] == "Gaat door"
    assert "Kosten" not in getoond
    assert not {"None", "Geen", "Nee"} & set(getoond.values())


def test_points_that_stayed_as_they_were_are_counted(dorp, wonen):
    ander = Thema.objects.create(name="Groen")
    eerste = punt("Een bankje", planning="2026", motivering="<p>Oud</p>")
    gelijk = [punt(f"Punt {nummer}") for nummer in range(18)]
    weg, rust = punt("Een fontein"), onderdeel(ander, punt("Bomen"))
    thema = onderdeel(wonen, eerste, weg, *gelijk)
    kernagenda = met(leeg(dorp, online=True), thema, rust)
    eerste["value"] |= {"status": "bezig", "planning": "2027"}
    thema["value"]["punten"] = [*gelijk, eerste, punt("Een duiventil", trekker="gemeente")]
    dien_in(kernagenda, dorp.gebruikers["redactie-beesd"], onderdelen=json.dumps([thema, rust]))
    assert regels(dorp, kernagenda) == {
        "Thema's en punten": "Thema Wonen Punten "
        "Staat op een andere plek Titel Een bankje Status Wens Bezig Planning 2026 2027 "
        "Nieuw Titel Een duiventil Status Wens Waarom is de status veranderd? Omdat het kan. Trekker Gemeente "
        "Weggehaald Titel Een fontein Status Wens Waarom is de status veranderd? Omdat het kan. Trekker Inwoners "
        "18 punten zijn gelijk gebleven. "
        "1 onderdeel is gelijk gebleven."
    }


def test_a_theme_that_only_moved_isnt_written_out(dorp, wonen):
    een, twee = onderdeel(wonen, punt("Een")), onderdeel(Thema.objects.create(name="Groen"), punt("Twee"))
    kernagenda = met(leeg(dorp, online=True), een, twee)
    dien_in(kernagenda, dorp.gebruikers["redactie-beesd"], onderdelen=json.dumps([twee, een]))
    (tekst,) = regels(dorp, kernagenda).values()
    assert re.fullmatch(
        r"Staat op een andere plek Thema (Wonen|Groen) 1 onderdeel is gelijk gebleven\.", tekst
    )


def test_a_difference_without_other_words_is_said(dorp):
    item = agenda_item(dorp.agenda, "Oogstfeest", live=True, verslag="<p>Fijn</p>")
    dien_in(item, dorp.gebruikers["redactie-beesd"], verslag="<p><b>Fijn</b></p>")
    assert regels(dorp, item) == {"Samenvatting van het verslag": "Fijn (alleen de opmaak is anders)"}


def test_rows_that_stayed_as_they_were_are_counted(dorp):
    with zonder_goedkeuring("tests"):
        item = agenda_item(dorp.agenda, "Oogstfeest", live=True)
        item.programma.add(
            *(item.programma.model(titel=f"Deel {i}", duur=i, sort_order=i) for i in range(1, 5))
        )
        item.save()
        publiceer(item)
    tekst = AgendaItemPage.objects.get(pk=item.pk).get_latest_revision_as_object()
    rijen = list(tekst.programma.all())
    rijen[1].duur = 30
    tekst.programma.set([*rijen, tekst.programma.model(titel="Toegift", sort_order=9)])
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    dien_in(AgendaItemPage.objects.get(pk=item.pk), dorp.gebruikers["redactie-beesd"])
    assert regels(dorp, item) == {
        "Programma": "Titel Deel 2 Duur in minuten 2 30 Nieuw Titel Toegift 3 andere zijn gelijk gebleven."
    }

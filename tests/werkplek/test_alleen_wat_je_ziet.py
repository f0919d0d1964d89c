"""Only what a reader could see is a difference: not how a command or a form happened to store the same text."""

from collections import defaultdict

import pytest
from django.urls import reverse

from core.tijd import vandaag
from demo.bouwers.dagen import Dagen
from demo.bouwers.kernagenda import bouw_kernagenda
from demo.inhoud.beesd.kernagenda import KERNAGENDA
from kernpagina.models import KernagendaPage
from projecten.models import ProjectenPage, ProjectFase, ProjectPage
from tests.dorp import agenda_item, dien_in
from tests.factories import ProjectPageFactory, ThemaFactory, lijst_van, opzetten
from tests.formulier import bewerk_url, lees_formulier, stroom_in_formulier

from .hulp import als, meldingen, regels


@pytest.fixture
def project(dorp) -> ProjectPage:
    return ProjectPageFactory(parent=lijst_van(dorp.beesd, ProjectenPage))


@pytest.fixture
def kernagenda(dorp, project) -> KernagendaPage:
    """The kernagenda of Beesd, stored as the demo stores it."""
    with opzetten():
        for thema in KERNAGENDA["onderdelen"]:
            ThemaFactory(name=thema)
        bouw_kernagenda(dorp.beesd, KERNAGENDA, Dagen(vandaag()), defaultdict(lambda: project))
    return KernagendaPage.objects.child_of(dorp.beesd).get()


def stuur_in(dorp, pagina: KernagendaPage, tekst: KernagendaPage, **velden: str) -> None:
    """What an editor sends who opened the page and made of its points what `tekst` has."""
    redacteur = als(dorp, "redactie-beesd")
    formulier = lees_formulier(redacteur, bewerk_url(pagina)) | stroom_in_formulier(tekst, "onderdelen")
    antwoord = redacteur.post(bewerk_url(pagina), formulier | velden | {"action-submit": "1"})
    assert antwoord.status_code == 302, antwoord.context["form"].errors


def test_of_a_demo_kernagenda_only_the_point_with_another_state_is_listed(dorp, kernagenda):
    tekst = kernagenda.get_latest_revision_as_object()
    punt = tekst.onderdelen[0].value["punten"][1]
    assert punt["status"] == "bezig"
    punt["status"], punt["reden"] = "gereed", "Af."
    stuur_in(dorp, kernagenda, tekst)
    thema, punten = next(iter(KERNAGENDA["onderdelen"].items()))
    assert regels(dorp, kernagenda) == {
        "Thema's en punten": f"Thema {thema} Punten Titel {punten[1]['titel']} Status Bezig Klaar Waarom is de status veranderd? Af. "
        f"{len(punten) - 1} punten zijn gelijk gebleven. "
        f"{len(KERNAGENDA['onderdelen']) - 1} onderdelen zijn gelijk gebleven."
    }


def test_sent_as_it_was_nothing_is_different(dorp, kernagenda):
    redacteur, tekst = als(dorp, "redactie-beesd"), kernagenda.get_latest_revision_as_object()
    velden = lees_formulier(redacteur, bewerk_url(kernagenda)) | stroom_in_formulier(tekst, "onderdelen")
    antwoord = redacteur.post(bewerk_url(kernagenda), velden | {"action-submit": "1"})
    assert "Er is niets veranderd" in meldingen(antwoord)
    dien_in(kernagenda, dorp.gebruikers["redactie-beesd"])
    pagina = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[kernagenda.pk]))
    assert pagina.context["verschillen"] == []
    assert pagina.context["ook"] == []


def test_the_fields_of_the_page_stand_before_its_long_list(dorp, kernagenda):
    tekst = kernagenda.get_latest_revision_as_object()
    punt = tekst.onderdelen[0].value["punten"][1]
    punt["status"], punt["reden"] = "gereed", "Af."
    dien_in(
        kernagenda, dorp.gebruikers["redactie-beesd"], onderdelen=tekst.onderdelen, inleiding="<p>Hallo</p>"
    )
    assert list(regels(dorp, kernagenda)) == ["Inleiding", "Thema's en punten"]


@pytest.mark.parametrize(
    ("was", "nu"),
    [
        ("<p>Fijn</p>", '<p data-block-key="a1b2c">Fijn</p>'),
        ("Fijn", '<p data-block-key="a1b2c">Fijn</p>'),
        ("<p>\n  Fijn <strong>feest</strong>\n</p>\n", "<p>Fijn <b>feest</b></p>"),
        ("<ul>\n<li>Een</li>\n</ul>", '<ul><li data-block-key="a1b2c">Een</li></ul>'),
        ("", '<p data-block-key="a1b2c"></p>'),
        ('<p><a id="3" linktype="page">Hier</a></p>', '<p><a linktype="page" id="3">Hier</a></p>'),
    ],
)
def test_the_same_text_stored_otherwise_is_no_difference(dorp, was, nu):
    item = agenda_item(dorp.agenda, "Oogstfeest", live=True, verslag=was)
    dien_in(item, dorp.gebruikers["redactie-beesd"], verslag=nu, samenvatting="Kom ook.")
    pagina = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[item.pk]))
    assert [deel.field.name for deel in pagina.context["verschillen"]] == ["samenvatting"]
    assert pagina.context["ook"] == []


@pytest.mark.parametrize(
    ("was", "nu"),
    [
        ("<p>Fijn</p>", "<p><b>Fijn</b></p>"),
        ("<p>Fijn</p>", "<h3>Fijn</h3>"),
        ("<p>Fijn</p>", "<ul><li>Fijn</li></ul>"),
        ("<p>Een twee</p>", "<p>Een</p><p>twee</p>"),
        ('<p><a href="https://a.nl/">Hier</a></p>', '<p><a href="https://b.nl/">Hier</a></p>'),
    ],
)
def test_another_form_of_the_same_words_is_a_difference(dorp, was, nu):
    item = agenda_item(dorp.agenda, "Oogstfeest", live=True, verslag=was)
    dien_in(item, dorp.gebruikers["redactie-beesd"], verslag=nu)
    assert list(regels(dorp, item)) == ["Samenvatting van het verslag"]


def test_lines_end_otherwise_in_a_form_and_thats_no_difference(dorp):
    item = agenda_item(dorp.agenda, "Oogstfeest", live=True, samenvatting="Een\nTwee")
    dien_in(item, dorp.gebruikers["redactie-beesd"], samenvatting="Een\r\nTwee", title="Feest")
    assert list(regels(dorp, item)) == ["Titel"]


def test_a_row_in_which_only_the_key_of_the_editor_is_new_stayed_as_it_was(dorp, project):
    with opzetten():
        project.fasen = [ProjectFase(titel="Plan", omschrijving="<p>We denken na.</p>", sort_order=0)]
        project.save_revision().publish()
    tekst = project.get_latest_revision_as_object()
    (fase,) = tekst.fasen.all()
    fase.omschrijving = '<p data-block-key="a1b2c">We denken na.</p>'
    tekst.fasen.set([fase])
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    dien_in(ProjectPage.objects.get(pk=project.pk), dorp.gebruikers["redactie-beesd"], samenvatting="Nieuw.")
    pagina = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[project.pk]))
    assert [deel.field.name for deel in pagina.context["verschillen"]] == ["samenvatting"]
    assert pagina.context["ook"] == []

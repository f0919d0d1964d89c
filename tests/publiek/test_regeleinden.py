"""A line break that somebody typed is seen, wherever the text stands."""

from datetime import date

import pytest
from defusedxml import ElementTree
from django.db.models import TextField
from django.test import Client
from django.utils import timezone
from wagtail.fields import RichTextField
from wagtail.models import Page

from inwoners.mensen import zorg_voor_adres, zorg_voor_inwoner
from kernpagina.models import AgendaItemPage, AgendaPage, KernPage, OproepenPage, OproepPage, Uitkomstpunt
from kernpagina.models.kern import Inwonersgroep
from meedoen.models import Reactie
from projecten.models import ProjectenPage, ProjectMijlpaal, ProjectPage
from tests import factories
from volgen.models import Editie


def typ_in_elk_veld(ding) -> list[str]:
    """Type two lines in each plain text of more than one line. Returns the names of those fields."""
    namen = [
        veld.name
        for veld in ding._meta.concrete_fields
        if isinstance(veld, TextField) and not isinstance(veld, RichTextField) and veld.model is not Page
    ]
    type(ding).objects.filter(pk=ding.pk).update(**{naam: f"{naam} een\r\n{naam} twee" for naam in namen})
    return namen


def gezien(html: str, namen: list[str]) -> None:
    for naam in namen:
        assert f"{naam} een<br>{naam} twee" in html, naam


@pytest.fixture
def dorp(beesd):
    """A village with a page of each kind, two lines in each of its texts. The names of the fields by address."""
    velden = {}
    with factories.opzetten():
        beesd.inwonersgroepen.create(naam="Kerngroep")
        beesd.inhoud = [("inwonersgroepen", None)]
        beesd.save_revision().publish()
    velden["/beesd/"] = [
        *typ_in_elk_veld(KernPage.objects.get()),
        *typ_in_elk_veld(Inwonersgroep.objects.get()),
    ]
    velden["/"] = typ_in_elk_veld(factories.voorpagina())
    over = factories.InformatiePageFactory(title="Over", slug="over")
    velden["/over/"] = typ_in_elk_veld(over)
    for model, adres in ((AgendaPage, "agenda"), (ProjectenPage, "projecten"), (OproepenPage, "meedoen")):
        velden[f"/beesd/{adres}/"] = typ_in_elk_veld(factories.lijst_van(beesd, model))
    avond = factories.AgendaItemPageFactory(
        parent=AgendaPage.objects.get(), slug="avond", begin=factories.moment("2026-06-20 19:30")
    )
    project = factories.ProjectPageFactory(parent=ProjectenPage.objects.get(), slug="speeltuin")
    project.mijlpalen = [ProjectMijlpaal(titel="Start", datum=date(2026, 1, 1))]
    factories.publiceer(project)
    oproep = factories.OproepPageFactory(parent=OproepenPage.objects.get(), slug="denk-mee")
    factories.publiceer(avond)
    factories.publiceer(oproep)
    velden["/beesd/agenda/avond/"] = typ_in_elk_veld(avond)
    velden["/beesd/projecten/speeltuin/"] = [
        *typ_in_elk_veld(project),
        *typ_in_elk_veld(ProjectMijlpaal.objects.get()),
    ]
    velden["/beesd/meedoen/denk-mee/"] = typ_in_elk_veld(oproep)
    return velden


def test_elk_veld_op_zijn_pagina(client: Client, dorp) -> None:
    ProjectPage.objects.update(status="gestopt")
    for adres, namen in dorp.items():
        assert namen or adres == "/", adres
        gezien(client.get(adres).content.decode(), namen)


def test_op_kaarten_in_ramen_en_op_het_scherm(client: Client, dorp) -> None:
    for adres, namen in (
        ("/beesd/projecten/", ["samenvatting"]),
        ("/beesd/meedoen/", ["vraag"]),
        ("/insluiten/beesd/projecten", ["samenvatting"]),
        ("/insluiten/beesd/oproepen", ["vraag"]),
        ("/beesd/scherm/", ["samenvatting", "vraag", "offline_meedoen"]),
    ):
        gezien(client.get(adres).content.decode(), namen)
    for model in (AgendaItemPage, OproepPage, ProjectPage):
        with factories.opzetten():
            model.objects.get().unpublish()
    gezien(client.get("/beesd/scherm/").content.decode(), ["intro"])


def test_in_wat_is_nieuw_en_in_de_agenda(client: Client, dorp) -> None:
    nieuw = client.get("/nieuw.xml").content.decode()
    assert "samenvatting een&lt;br&gt;samenvatting twee" in nieuw
    assert "vraag een&lt;br&gt;vraag twee" in nieuw
    agenda = client.get("/agenda.ics").content.decode().replace("\r\n ", "")
    assert "samenvatting een\\nsamenvatting twee" in agenda


def test_wat_mensen_zeiden_en_wat_ermee_gebeurt(client: Client, dorp) -> None:
    oproep = OproepPage.objects.get()
    oproep.uitkomst, oproep.uitkomstpunten = "<p>Ja.</p>", [Uitkomstpunt(titel="Bankje", antwoord="x")]
    factories.publiceer(oproep)
    OproepPage.objects.update(sluit="2026-06-02")
    ria = zorg_voor_inwoner(zorg_voor_adres("ria@example.org"), "Ria")
    velden = {"stand": "geplaatst", "geplaatst_op": timezone.now(), "naam_getoond": "Ria", "titel": ""}
    reactie = Reactie.objects.create(oproep=oproep, inwoner=ria, tekst="tekst een\r\ntekst twee", **velden)
    namen = [*typ_in_elk_veld(Uitkomstpunt.objects.get()), "tekst"]
    gezien(client.get(oproep.url).content.decode(), namen)
    gezien(client.get(f"/reactie/{reactie.pk}/melden/").content.decode(), ["tekst"])


def test_in_de_nieuwsbrief(client: Client, dorp) -> None:
    Editie.objects.create(
        volgt="kern", pagina=KernPage.objects.get().pk, ritme="week", dag="2026-06-11", van=0, tot=0, stand="verzonden",
        voorwoord="voorwoord een\nvoorwoord <twee",
    )  # fmt: skip
    bladzijde = client.get("/beesd/nieuwsbrief/2026-06-11/").content.decode()
    assert "voorwoord een<br>voorwoord &lt;twee" in bladzijde
    feed = ElementTree.fromstring(client.get("/beesd/nieuwsbrief.xml").content)
    (samenvatting,) = feed.iter("{http://www.w3.org/2005/Atom}summary")
    assert "voorwoord een<br>voorwoord &lt;twee" in samenvatting.text

"""What stands in the log after each thing that can happen to a page, and what doesn't."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from core.goedkeuring.vingerafdruk import inhoud
from kernpagina.models import AgendaItemPage, AgendaPage, KernPage
from tests import factories
from tests.blokken import blok
from tests.talen.vertaler import vertaal
from volgen.bijhouden import neem_op, zie_pagina
from volgen.models import Gevolgd, Wijziging


@pytest.fixture
def sinds(themas):
    """The log since the last time that it was asked for: soort, title, and whether the page itself changed."""
    gelezen = Wijziging.objects.laatste()

    def _sinds(taal: str | None = None) -> list[tuple[str, str, bool]]:
        nonlocal gelezen
        regels = list(Wijziging.objects.na(gelezen))
        assert [regel.nummer for regel in regels] == list(range(gelezen + 1, gelezen + 1 + len(regels)))
        gelezen += len(regels)
        titels = dict(Page.objects.values_list("pk", "title"))
        return [
            (regel.soort, titels.get(regel.pagina, "?"), regel.eigen)
            for regel in regels
            if taal in (None, regel.taal)
        ]

    return _sinds


@pytest.fixture
def feest(agenda, sinds):
    item = factories.publiceer(factories.AgendaItemPageFactory(parent=agenda, title="Feest"))
    sinds()
    return item


@pytest.fixture
def over(feest, sinds):
    """A page that names a page, a picture and a theme."""
    foto = factories.ImageFactory()
    tekst = f'<p><a linktype="page" id="{feest.pk}">feest</a></p>'
    over = factories.InformatiePageFactory(
        title="Over",
        inhoud=json.dumps(
            [blok("tekst", tekst), blok("afbeelding", {"afbeelding": foto.pk, "bijschrift": ""})]
        ),
    )
    sinds()
    return over, foto


def test_een_pagina_komt_verandert_en_gaat(agenda, sinds):
    item = factories.AgendaItemPageFactory(
        parent=agenda, title="Borrel", samenvatting="Kom langs. Er is soep."
    )
    assert sinds() == [("nieuw", "Borrel", True)]
    assert Wijziging.objects.latest("nummer").regel == "Kom langs."
    item = factories.publiceer(item)
    sinds()  # since then it says when it came
    item = factories.publiceer(item)
    assert sinds() == []  # the same text once more
    with factories.opzetten():
        item.samenvatting = "Nog een concept"
        item.save_revision()
    assert sinds() == []
    item = factories.publiceer(item)
    assert sinds() == [("gewijzigd", "Borrel", True)]
    item.status, item.toelichting = "geannuleerd", "De zaal is dicht."
    item = factories.publiceer(item)
    assert sinds() == [("geannuleerd", "Borrel", True)]
    item = factories.depubliceer(item)
    assert sinds() == [("weg", "Borrel", True)]
    regels = Wijziging.objects.filter(pagina=item.pk)
    assert set(regels.values_list("titel", "regel")) == {("", "")}
    factories.publiceer(item)
    assert sinds() == [("nieuw", "Borrel", True)]


def test_een_ander_adres_raakt_wie_ernaar_verwijst(feest, over, agenda, sinds):
    feest.slug = "groot-feest"
    factories.publiceer(feest)
    assert sorted(sinds()) == [("gewijzigd", "Feest", True), ("gewijzigd", "Over", False)]
    agenda.slug = "kalender"
    factories.publiceer(agenda)
    assert sorted(sinds()) == [
        ("gewijzigd", "Agenda", True), ("gewijzigd", "Feest", False), ("gewijzigd", "Over", False),
    ]  # fmt: skip
    assert Gevolgd.objects.get(rij=feest.pk).url_path == Page.objects.get(pk=feest.pk).url_path


def test_wat_onder_een_concept_staat_verhuist_mee(feest, over, agenda, beesd, sinds):
    """Its own page is live, the one above it isn't: there is no former address of that to go by."""
    factories.depubliceer(agenda)
    sinds()
    agenda.refresh_from_db()
    with factories.opzetten():
        agenda.slug = "kalender"
        agenda.save()
    assert sorted(sinds()) == [("gewijzigd", "Feest", False), ("gewijzigd", "Over", False)]
    assert Gevolgd.objects.get(rij=feest.pk).url_path == Page.objects.get(pk=feest.pk).url_path
    elders = factories.KernPageFactory(title="Heukelum")
    sinds()
    with factories.opzetten():
        AgendaPage.objects.get(pk=agenda.pk).move(elders, pos="last-child")
    assert {soort for soort, titel, _ in sinds() if titel == "Feest"} == {"weg", "nieuw"}
    assert Gevolgd.objects.get(rij=feest.pk).url_path == Page.objects.get(pk=feest.pk).url_path


def test_een_kern_met_een_andere_naam_staat_op_elke_pagina_ervan(feest, over, beesd, sinds):
    beesd.title = "Beest"
    factories.publiceer(beesd)
    alles = set(beesd.get_descendants(inclusive=True).values_list("title", flat=True)) - {"Beesd"} | {"Beest"}
    geraakt = sinds()
    assert {titel for _, titel, _ in geraakt} == alles
    assert [titel for _, titel, eigen in geraakt if eigen] == ["Beest"]


def test_afschermen_en_weer_openbaar(feest, over, agenda, sinds):
    afscherming = PageViewRestriction.objects.create(page=agenda, restriction_type="login")
    assert sorted(sinds()) == [("gewijzigd", "Over", False), ("weg", "Agenda", True), ("weg", "Feest", True)]
    feest.title = "Geheim feest"
    feest = factories.publiceer(feest)
    assert sinds() == []
    assert not Wijziging.objects.filter(titel__contains="eest").exclude(titel="Beest").exists()
    afscherming.delete()
    assert sorted(sinds()) == [
        ("gewijzigd", "Over", False), ("nieuw", "Agenda", True), ("nieuw", "Geheim feest", True),
    ]  # fmt: skip


def test_verhuizen_naar_een_andere_kern(feest, over, sinds):
    elders = factories.KernPageFactory(title="Heukelum")
    beesd = KernPage.objects.get(title="Beesd")
    sinds()
    with factories.opzetten():
        feest.move(elders.get_children().get(slug="agenda"), pos="last-child")
    regels = list(Wijziging.objects.order_by("-nummer")[:3])[::-1]
    assert [(r.soort, r.kern, r.eigen) for r in regels] == [
        ("weg", beesd.pk, True), ("nieuw", elders.pk, True), ("gewijzigd", None, False),
    ]  # fmt: skip
    assert regels[1].titel == "Feest"
    pagina = AgendaItemPage.objects.get(pk=feest.pk)
    assert Gevolgd.objects.get(rij=feest.pk).url_path == pagina.url_path


def test_verwijderen_neemt_mee_wat_eronder_staat(feest, over, beesd, sinds):
    aantal = beesd.get_descendants(inclusive=True).count()
    with factories.opzetten():
        KernPage.objects.get(pk=beesd.pk).delete()
    regels = sinds()
    assert [soort for soort, _, _ in regels].count("weg") == aantal
    assert ("gewijzigd", "Over", False) in regels
    assert set(Gevolgd.objects.values_list("rij", flat=True)) == set(
        Page.objects.filter(depth__gt=1).values_list("pk", flat=True)
    )


def test_een_foto_of_thema_raakt_wie_het_toont(over, themas, agenda, sinds):
    foto = over[1]
    with factories.opzetten():
        foto.alt_tekst = "Een ander bankje"
        foto.save()
    assert sinds() == [("gewijzigd", "Over", False)]
    with factories.opzetten():
        foto.save()
    assert sinds() == []
    item = factories.AgendaItemPageFactory(parent=agenda, title="Woonavond")
    item.themas.add(themas[0])
    factories.publiceer(item)
    assert sinds() == [("nieuw", "Woonavond", True), ("gewijzigd", "Woonavond", True)]
    assert Wijziging.objects.latest("nummer").themas == [themas[0].pk]
    themas[0].name = "Wonen en bouwen"
    themas[0].save()
    assert sinds() == [("gewijzigd", "Woonavond", False)]
    factories.ThemaFactory(name="Iets heel anders")
    assert sinds() == []


def test_een_vertaling_heeft_haar_eigen_regels(feest, over, sinds):
    Locale.objects.get_or_create(language_code="en")
    vertaal(feest, "en")
    nieuw = sinds("en")
    assert ("nieuw", "Feest", True) in nieuw
    assert ("gewijzigd", "Over", False) in nieuw
    assert sinds("nl") == []
    feest = AgendaItemPage.objects.get(pk=feest.pk)
    factories.depubliceer(feest)
    regels = Wijziging.objects.filter(pagina=feest.pk).order_by("-nummer")[:2]
    assert {(regel.soort, regel.taal) for regel in regels} == {("weg", "nl"), ("weg", "en")}
    assert not Wijziging.objects.filter(pagina=feest.pk).exclude(titel="").exists()


def test_wat_er_al_was_komt_er_bij_het_inrichten_in(feest, over, sinds):
    alles = Gevolgd.objects.count()
    Gevolgd.objects.all().delete()
    Wijziging.objects.all().delete()
    assert neem_op() == alles
    assert neem_op() == 0
    regels = list(Wijziging.objects.na(0))
    assert [regel.nummer for regel in regels] == list(range(1, alles + 1))
    assert {regel.soort for regel in regels} == {"nieuw"}
    (regel,) = [regel for regel in regels if regel.pagina == feest.pk]
    assert regel.op == feest.last_published_at


def test_kijken_kost_even_weinig_hoeveel_er_ook_is(feest, agenda):
    """Of what is the same, of another text, and of another title that nobody else shows."""

    def kosten() -> list[int]:
        geteld = []
        zie_pagina(AgendaItemPage.objects.get(pk=feest.pk))
        for veld in (None, "samenvatting", "title"):
            pagina = AgendaItemPage.objects.get(pk=feest.pk)
            if veld:
                setattr(pagina, veld, f"Anders {Wijziging.objects.laatste()}")
            inhoud(pagina)  # the rows of the page itself, which who publishes it has read already
            with CaptureQueriesContext(connection) as vragen:
                zie_pagina(pagina)
            geteld.append(len([v for v in vragen if "SAVEPOINT" not in v["sql"]]))
        return geteld

    weinig = kosten()
    with factories.zonder_taken():
        for _ in range(10):
            factories.AgendaItemPageFactory(parent=agenda)
    assert kosten() == weinig
    assert weinig[0] <= 15
    assert weinig[2] <= 20

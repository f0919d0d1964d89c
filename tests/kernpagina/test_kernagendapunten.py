"""The table of points holds what of each kernagenda is public, and nothing else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from kernpagina.models import KernagendaPage, Kernagendapunt
from tests import factories
from tests.factories import depubliceer, onderdeel, publiceer, punt

BRUG = "11111111-1111-4111-8111-111111111111"
BANK = "22222222-2222-4222-8222-222222222222"


@pytest.fixture
def plan(kernagenda, themas):
    """A live kernagenda with a bridge under Wonen and a bench under Economie."""
    wonen, economie, _ = themas
    return schrijf(
        kernagenda,
        onderdeel(wonen, punt("Brug", kenmerk=BRUG)),
        onderdeel(economie, punt("Bank", kenmerk=BANK)),
    )


def schrijf(kernagenda, *onderdelen, live=True):
    veld = KernagendaPage._meta.get_field("onderdelen")
    kernagenda.onderdelen = veld.stream_block.to_python(list(onderdelen))
    if live:
        return publiceer(kernagenda)
    kernagenda.save_revision()
    return kernagenda


def rijen():
    return list(Kernagendapunt.objects.op_volgorde().values_list("titel", "thema__name", "volgorde"))


def test_publiceren_vult_de_tabel(plan):
    assert rijen() == [("Brug", "Wonen", 1), ("Bank", "Economie", 2)]
    assert [str(p.uuid) for p in plan.punten.op_volgorde()] == [BRUG, BANK]
    assert plan.punten.first().anker == f"punt-{BRUG}"


def test_een_punt_is_zo_lang_als_zijn_vertaling(kernagenda, themas):
    lang = "w" * 400
    schrijf(kernagenda, onderdeel(themas[0], punt(lang, naam_trekker=lang, planning=lang)))
    assert Kernagendapunt.objects.get().titel == lang


def test_alle_velden_komen_mee(kernagenda, themas, projecten):
    project = factories.ProjectPageFactory(parent=projecten)
    velden = {
        "status": "niet haalbaar",
        "trekker": "andere organisatie",
        "omschrijving": "<p>Over de <b>Linge</b>.</p>",
        "herkomst": "bidbook",
        "naam_trekker": "Waterschap",
        "motivering": "<p>Te duur.</p>",
        "planning": "na de zomer",
        "prioriteit": True,
    }
    schrijf(kernagenda, onderdeel(themas[0], punt("Brug", project=project.pk, **velden)))
    rij = Kernagendapunt.objects.get()
    assert {naam: getattr(rij, naam) for naam in velden} == velden
    assert rij.project == project


def test_wijzigen_en_verschuiven_houdt_het_kenmerk(plan, themas):
    wonen, economie, _ = themas
    schrijf(
        plan,
        onderdeel(economie, punt("Bankje", kenmerk=BANK, status="gereed"), punt("Brug", kenmerk=BRUG)),
        onderdeel(wonen, punt("Nieuw")),
    )
    assert rijen() == [("Bankje", "Economie", 1), ("Brug", "Economie", 2), ("Nieuw", "Wonen", 3)]
    assert str(Kernagendapunt.objects.get(titel="Bankje").uuid) == BANK
    assert str(Kernagendapunt.objects.get(titel="Brug").uuid) == BRUG


def test_een_nieuw_punt_krijgt_een_kenmerk_dat_blijft(kernagenda, themas):
    zonder_kenmerk = {"titel": "Brug", "status": "wens", "trekker": "inwoners"}
    kernagenda.onderdelen = [("thema", {"thema": themas[0], "punten": [zonder_kenmerk]})]
    plan = publiceer(kernagenda)
    kenmerk = Kernagendapunt.objects.get().uuid
    publiceer(plan)
    assert Kernagendapunt.objects.get().uuid == kenmerk


def test_een_punt_weghalen(plan, themas):
    schrijf(plan, onderdeel(themas[1], punt("Bank", kenmerk=BANK)))
    assert rijen() == [("Bank", "Economie", 1)]


def test_een_concept_is_niet_te_zien(plan, themas):
    schrijf(plan, onderdeel(themas[0], punt("Geheim")), live=False)
    assert rijen() == [("Brug", "Wonen", 1), ("Bank", "Economie", 2)]


def test_een_half_ingevuld_punt_telt_niet_mee(kernagenda, themas):
    leeg_thema = {"type": "thema", "value": {"thema": None, "punten": [punt("Zonder thema")]}}
    schrijf(kernagenda, leeg_thema, onderdeel(themas[0], punt(""), punt("Heel")))
    assert rijen() == [("Heel", "Wonen", 1)]


def test_depubliceren_leegt_en_opnieuw_publiceren_vult(plan):
    plan = depubliceer(plan)
    assert rijen() == []
    publiceer(plan)
    assert [rij[0] for rij in rijen()] == ["Brug", "Bank"]


def test_verwijderen(plan):
    plan.delete()
    assert rijen() == []


def test_verwijderen_van_de_kern(plan, beesd):
    beesd.delete()
    assert rijen() == []


def test_de_kern_depubliceren_met_alles_eronder(plan, beesd):
    with factories.opzetten():
        beesd.unpublish()
        for onderliggend in beesd.get_descendants().live().specific():
            onderliggend.unpublish()
    assert rijen() == []


def test_twee_kernen_zitten_elkaar_niet_in_de_weg(plan, home, themas):
    heukelum = factories.KernPageFactory(parent=home, title="Heukelum", lijsten=False)
    factories.KernagendaPageFactory(
        parent=heukelum, onderdelen=[onderdeel(themas[0], punt("Brug", kenmerk=BRUG))]
    )
    assert Kernagendapunt.objects.van_kern(heukelum).count() == 1
    assert Kernagendapunt.objects.van_kern(plan.get_parent()).count() == 2


class TestZichtbaar:
    def test_gewoon_wel(self, plan):
        assert Kernagendapunt.objects.zichtbaar().count() == 2

    @pytest.mark.parametrize("waar", ["plan", "beesd"])
    def test_niet_achter_een_wachtwoord(self, request, plan, waar):
        PageViewRestriction.objects.create(
            page=request.getfixturevalue(waar), restriction_type="password", password="x"
        )
        assert not Kernagendapunt.objects.zichtbaar().exists()

    def test_niet_als_de_kernagenda_zelf_niet_live_is(self, plan):
        KernagendaPage.objects.filter(pk=plan.pk).update(live=False)
        assert not Kernagendapunt.objects.zichtbaar().exists()

    def test_niet_als_de_kern_niet_live_is(self, plan, beesd):
        """A visitor can't reach the page of a kern that isn't live; its points mustn't be shown elsewhere."""
        type(beesd).objects.filter(pk=beesd.pk).update(live=False)
        assert Kernagendapunt.objects.zichtbaar().exists() == (plan.get_url() is not None)


def test_lopend_en_prioriteiten(kernagenda, themas):
    statussen = ["wens", "in onderzoek", "gepland", "bezig", "gereed", "niet haalbaar"]
    punten = [
        punt(status, status=status, motivering="<p>x</p>", prioriteit=status == "wens")
        for status in statussen
    ]
    schrijf(kernagenda, onderdeel(themas[0], *punten))
    assert [p.titel for p in Kernagendapunt.objects.lopend().op_volgorde()] == statussen[:4]
    assert [p.titel for p in Kernagendapunt.objects.prioriteiten()] == ["wens"]


def test_gepland_publiceren_vult_pas_op_dat_moment(kernagenda, themas):
    kernagenda = depubliceer(kernagenda)
    kernagenda.go_live_at = timezone.now() + timedelta(days=1)
    schrijf(kernagenda, onderdeel(themas[0], punt("Brug")))
    assert rijen() == []


def test_wie_een_concept_bekijkt_ziet_de_punten_van_het_concept(beheer, plan, themas):
    """Whoever approves a text has to see that text."""
    schrijf(plan, onderdeel(themas[0], punt("Nieuw plan")), live=False)
    url = reverse("wagtailadmin_pages:view_draft", args=[plan.pk])
    voorbeeld = beheer.get(url).content.decode()
    assert "Nieuw plan" in voorbeeld
    assert "Bank" not in voorbeeld
    bezoeker = beheer.get(plan.url).content.decode()
    assert "Nieuw plan" not in bezoeker
    assert "Bank" in bezoeker

"""The address of a new page makes itself unique; that of a page which is online never changes by itself."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.text import slugify
from wagtail.contrib.redirects.models import Redirect

from core.adressen import vrij_adres
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.factories import opzetten
from tests.formulier import bewerk_url, lees_formulier
from tests.werkplek.hulp import als

NIEUW = {"title": ["Inloop"], "slug": ["inloop"], "begin": ["24-11-2027 19:30"], "locatie": ["Dorpshuis"]}
AUTOSAVE = {"accept": "application/json"}


@pytest.fixture
def inloop(dorp):
    return agenda_item(dorp.agenda, "Inloop", live=True, slug="inloop")


@pytest.fixture
def redacteur(dorp):
    return als(dorp, "redactie-beesd")


@pytest.fixture
def nieuw(dorp, redacteur):
    adres = reverse("wagtailadmin_pages:add", args=["kernpagina", "agendaitempage", dorp.agenda.pk])
    return adres, lees_formulier(redacteur, adres) | NIEUW


def adressen(dorp):
    return set(AgendaItemPage.objects.child_of(dorp.agenda).values_list("slug", flat=True))


@pytest.mark.parametrize("knop", [{}, {"action-submit": ["1"]}])
def test_een_tweede_met_dezelfde_titel(dorp, inloop, redacteur, nieuw, knop):
    for _ in range(2):
        # Each form of a new page has a token of its own.
        velden = lees_formulier(redacteur, nieuw[0]) | NIEUW | knop
        assert redacteur.post(nieuw[0], velden).status_code == 302
    assert adressen(dorp) == {"inloop", "inloop-2", "inloop-3"}


def test_autosave_van_een_nieuwe_en_daarna(dorp, inloop, redacteur, nieuw):
    """The form that stays open sends the taken address each time; the draft keeps the one that it got."""
    antwoord = redacteur.post(*nieuw, headers=AUTOSAVE)
    pagina = AgendaItemPage.objects.get(pk=antwoord.json()["pk"])
    assert pagina.slug == "inloop-2"
    velden = lees_formulier(redacteur, bewerk_url(pagina)) | {"slug": ["inloop"]}
    assert redacteur.post(bewerk_url(pagina), velden, headers=AUTOSAVE).json()["success"]
    assert adressen(dorp) == {"inloop", "inloop-2"}
    assert AgendaItemPage.objects.get(pk=pagina.pk).get_latest_revision_as_object().slug == "inloop-2"


def test_kopieren_met_de_voorgestelde_waarden(dorp, inloop, redacteur):
    velden = {"new_title": "Inloop", "new_slug": "inloop", "new_parent_page": dorp.agenda.pk}
    for _ in range(2):
        redacteur.post(reverse("wagtailadmin_pages:copy", args=[inloop.pk]), velden)
    assert adressen(dorp) == {"inloop", "inloop-2", "inloop-3"}


def test_wie_online_staat_krijgt_geen_ander_adres(dorp, inloop, redacteur):
    agenda_item(dorp.agenda, "Kerstmarkt", live=False, slug="kerstmarkt")
    velden = lees_formulier(redacteur, bewerk_url(inloop))
    antwoord = redacteur.post(bewerk_url(inloop), velden | {"slug": ["kerstmarkt"], "title": ["Anders"]})
    tekst = antwoord.content.decode()
    assert "is al van een andere pagina" in tekst
    assert "tabblad Eigenschappen" in tekst, "het adres staat op een tabblad dat bijna niemand opent"
    assert "Anders" in tekst
    assert redacteur.post(bewerk_url(inloop), velden, headers=AUTOSAVE).json()["success"]
    assert adressen(dorp) == {"inloop", "kerstmarkt"}


def test_een_lang_adres_blijft_binnen_de_maat(dorp):
    lang = "a" * 255
    agenda_item(dorp.agenda, "Lang", live=False, slug=lang)
    assert vrij_adres(dorp.agenda, lang) == "a" * 253 + "-2"


@pytest.mark.parametrize(
    "naam", ["cms", "api", "agenda", "en", "pl", "static", "zoeken", "insluiten", "meedoen"]
)
def test_een_dorp_krijgt_geen_naam_waar_al_iets_anders_staat(dorp, naam):
    assert vrij_adres(dorp.home, naam) == f"{naam}-2"
    assert vrij_adres(dorp.beesd, naam) == (f"{naam}-2" if naam in ("agenda", "meedoen") else naam)


def test_een_dorp_krijgt_geen_naam_die_een_ander_dorp_had(dorp):
    Redirect.add_redirect(old_path="/oud-heukelum", redirect_to=dorp.heukelum, automatically_created=True)
    assert vrij_adres(dorp.home, "oud-heukelum") == "oud-heukelum-2"
    assert vrij_adres(dorp.home, "oud-heukelum", dorp.heukelum) == "oud-heukelum"


@pytest.mark.parametrize("titel", ["Een inloop", "Een heel lange titel " * 12])
def test_het_adres_volgt_de_titel_tot_iemand_het_kent(dorp, redacteur, nieuw, titel):
    velden = {"title": [titel[:255]], "slug": [""]}
    pagina = AgendaItemPage.objects.get(
        pk=redacteur.post(nieuw[0], nieuw[1] | velden, headers=AUTOSAVE).json()["pk"]
    )
    velden = lees_formulier(redacteur, bewerk_url(pagina))
    antwoord = redacteur.post(bewerk_url(pagina), velden | {"title": ["Koffie"]}, headers=AUTOSAVE).json()
    assert antwoord["field_updates"]["slug"] == "koffie"
    assert adressen(dorp) == {"koffie"}
    # An address that somebody chose stays.
    velden = lees_formulier(redacteur, bewerk_url(pagina)) | {"slug": ["koffie-op-de-brink"]}
    redacteur.post(bewerk_url(pagina), velden)
    velden = lees_formulier(redacteur, bewerk_url(pagina)) | {"title": ["Thee"]}
    redacteur.post(bewerk_url(pagina), velden)
    assert adressen(dorp) == {"koffie-op-de-brink"}


def test_het_adres_van_wat_online_stond_volgt_niets(dorp, inloop, redacteur):
    velden = lees_formulier(redacteur, bewerk_url(inloop)) | {"title": ["Koffie"]}
    redacteur.post(bewerk_url(inloop), velden)
    assert inloop.get_latest_revision().as_object().slug == "inloop"


LANGE_TITEL = ("Een heel lange titel over het café op het plein en alles wat daar nog meer te doen is " * 4)[
    :255
]


@pytest.mark.parametrize("met_accent", [False, True])
def test_een_lange_titel_geeft_een_adres_dat_iemand_kan_doorgeven(dorp, redacteur, nieuw, met_accent):
    """The browser makes it of all of the title."""
    velden = {"title": [LANGE_TITEL], "slug": [slugify(LANGE_TITEL, allow_unicode=met_accent)]}
    pk = redacteur.post(nieuw[0], nieuw[1] | velden, headers=AUTOSAVE).json()["pk"]
    cafe = "café" if met_accent else "cafe"
    adres = f"een-heel-lange-titel-over-het-{cafe}-op-het-plein-en-alles-wat-daar-nog-meer-te"
    assert AgendaItemPage.objects.get(pk=pk).slug == adres
    velden = lees_formulier(redacteur, nieuw[0]) | nieuw[1] | velden | {"sleutel": [str(uuid4())]}
    assert redacteur.post(nieuw[0], velden).status_code == 302
    assert adressen(dorp) == {adres, f"{adres}-2"}


@pytest.fixture
def omgeleid(django_capture_on_commit_callbacks):
    """The addresses that lead elsewhere after something is done."""

    def doe(daad, *wat) -> set[str]:
        with django_capture_on_commit_callbacks(execute=True):
            daad(*wat)
        return set(Redirect.objects.values_list("old_path", flat=True))

    return doe


@pytest.mark.parametrize("kop", [{}, AUTOSAVE])
def test_wat_nooit_online_stond_krijgt_geen_omleiding(dorp, redacteur, omgeleid, kop):
    item = agenda_item(dorp.agenda, "Kort", live=False, slug="a" * 255)
    velden = lees_formulier(redacteur, bewerk_url(item)) | {"slug": ["inloop"]}
    assert omgeleid(lambda: redacteur.post(bewerk_url(item), velden, headers=kop)) == set()
    assert adressen(dorp) == {"inloop"}


@pytest.mark.parametrize("lengte", [4, 255])
def test_een_oud_adres_blijft_gelden_als_het_niet_te_lang_is(dorp, omgeleid, lengte):
    """Of a page, of what is below it, and of a page that goes to another place."""
    blijft = lengte == 4
    with opzetten():
        dorp.agenda.slug = "b" * lengte
        dorp.agenda.save_revision().publish()
    item = agenda_item(dorp.agenda, "Inloop", live=True, slug="inloop")
    oud = f"/beesd/{dorp.agenda.slug}"

    def hernoem():
        with opzetten():
            dorp.agenda.refresh_from_db()
            dorp.agenda.slug = "wat-er-is"
            dorp.agenda.save_revision().publish()

    assert {pad for pad in omgeleid(hernoem) if "bbbb" in pad} == (
        {oud, f"{oud}/inloop"} if blijft else set()
    )
    with opzetten():
        item.refresh_from_db()
        item.slug = "c" * lengte
        item.save_revision().publish()
    verplaatst = omgeleid(lambda: AgendaItemPage.objects.get(pk=item.pk).move(dorp.heukelum, "last-child"))
    assert (f"/beesd/wat-er-is/{'c' * lengte}" in verplaatst) == blijft

"""Whatever is done to what is public: a form that is still there says what one would that is made anew."""

import os

import pytest
from django.utils.translation import override
from wagtail.models import Page, Site

from api.models import Vorm
from api.vormen.bestellingen import maak_ontbrekende
from api.vormen.lezing import VormLezing
from api.vormen.maken import TEKST, bouw
from core.talen.taal import BRONTAAL
from tests import factories
from tests.api.edits import Redactie
from tests.talen.vertaler import vertaal
from tests.talen.wereld import maak_alles

TALEN = ("nl", "pl")
KEREN = int(os.environ.get("KEREN", "20"))


@pytest.fixture(scope="module")
def _half_vertaald(_dorpen, django_db_blocker):
    """Made once for a module, within the transaction of `_dorpen`."""
    with django_db_blocker.unblock(), factories.zonder_taken():
        for pagina in list(maak_alles(_dorpen).values())[:4]:
            vertaal(type(pagina).objects.get(pk=pagina.pk), "pl")


@pytest.fixture
def wereld(_half_vertaald, dorp):
    with factories.zonder_taken():
        yield Site.objects.get()


def maak_alles_wat_ontbreekt(site):
    nummers = Page.objects.filter(live=True, locale__language_code=BRONTAAL).values_list("pk", flat=True)
    return maak_ontbrekende((site.pk, taal, nummer) for taal in TALEN for nummer in nummers)


def bewaard(taal):
    rijen = Vorm.objects.filter(taal=taal).values("pagina_id", "van", *TEKST)
    return {rij.pop("pagina_id"): rij for rij in rijen}


def opnieuw(site, taal, nummers):
    vormen = bouw(VormLezing(site, taal), nummers)
    return {vorm.pagina_id: {naam: getattr(vorm, naam) for naam in ("van", *TEKST)} for vorm in vormen}


@pytest.mark.parametrize("zaad", [1, 2])
def test_wat_bleef_staan_is_gelijk_aan_wat_opnieuw_wordt_gemaakt(wereld, zaad):
    redactie = Redactie(zaad)
    gedaan, bleef = [], 0
    for _ in range(KEREN):
        maak_alles_wat_ontbreekt(wereld)
        alle = Vorm.objects.count()
        gedaan.append(redactie.doe_iets())
        wereld.refresh_from_db()
        bleef += alle - Vorm.objects.count() < alle / 2
        for taal in TALEN:
            er_is = bewaard(taal)
            with override(taal):
                assert er_is == opnieuw(wereld, taal, list(er_is)), gedaan[-1]
        assert not Vorm.objects.filter(pagina_kort__contains="GEHEIM").exists()
    # Most of what is done touches few forms.
    assert bleef > KEREN / 2

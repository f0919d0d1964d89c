"""A mirror that uses only the log equals the site, whatever happened."""

import os
from random import Random

import pytest
from wagtail.models import Locale

from kernpagina.models import KernPage
from tests import factories
from tests.volgen.daden import DADEN
from tests.volgen.spiegel import Spiegel, de_site

# `TOEVAL=3000 pytest tests/volgen/test_spiegel.py` looks longer.
HOE_VAAK = int(os.environ.get("TOEVAL", "80"))
ZAAD = int(os.environ.get("ZAAD", "20260615"))


@pytest.fixture
def kernen(dorp, themas):
    Locale.objects.get_or_create(language_code="en")
    for _ in range(3):
        factories.ImageFactory()
        factories.InformatiePageFactory()
    return [KernPage.objects.get(title=naam) for naam in ("Beesd", "Heukelum")]


def test_na_veel_willekeurige_daden(client, kernen):
    kans, spiegel = Random(ZAAD), Spiegel(client)  # noqa: S311 - nothing to keep secret
    spiegel.werk_bij()
    assert spiegel.paginas == de_site(client)
    gedaan = []
    with factories.zonder_taken():
        for keer in range(HOE_VAAK):
            daad = kans.choice(DADEN)
            gedaan.append(daad.__name__)
            daad(kans, KernPage.objects.get(pk=kans.choice(kernen).pk))
            if keer % 8 == 7 or keer == HOE_VAAK - 1:
                spiegel.werk_bij()
                site = de_site(client)
                anders = {
                    pk for pk in spiegel.paginas.keys() | site if spiegel.paginas.get(pk) != site.get(pk)
                }
                assert not anders, (ZAAD, keer, gedaan[-8:])
    assert len(set(gedaan)) > 15
    assert "geheim" not in client.get("/api/v1/wijzigingen").content.decode()

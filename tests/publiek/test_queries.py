"""A page costs a fixed number of queries, with twenty items in its lists as with one."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from core.models import GemeenteInstellingen
from tests import factories
from tests.factories import publiceer
from tests.publiek.conftest import BLOKKEN, maak_punten, vul_kern
from tests.publiek.test_lijsten import LIJSTEN

# A block that is remembered asks nothing: what it costs would be hidden.
pytestmark = pytest.mark.usefixtures("zonder_stukken")


def tel_queries(client, url):
    # What Wagtail keeps between requests is no part of what a list costs.
    Site.clear_site_root_paths_cache()
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return queries


def test_een_kern_kost_hoogstens_12_queries(client, beesd, kernagenda, themas):
    """Menus and what stands below every page are remembered; each kind of thing on it is asked for once."""
    vul_kern(beesd, 3, themas)
    maak_punten(kernagenda, 3, themas[0])
    beesd.inhoud = BLOKKEN
    GemeenteInstellingen.load()  # made when it is first asked for, and that changes the content
    publiceer(beesd)
    with CaptureQueriesContext(connection) as eerste:
        client.get("/beesd/")
    assert len(eerste) <= 25
    assert len(tel_queries(client, "/beesd/")) <= 12


def test_twintig_kosten_evenveel_queries_als_een(client, home, beesd, kernagenda, themas):
    """Of everything 1 in a kern, and 1 other kern with something; then 20 and 3."""

    def vul(aantal, kernen):
        vul_kern(beesd, aantal, themas)
        maak_punten(kernagenda, aantal, themas[0])
        for _ in range(kernen):
            vul_kern(factories.KernPageFactory(parent=home, uitrolfase="pilot"), 1, themas)

    adressen = ["/", "/beesd/", *LIJSTEN, "/zoeken/?q=speeltuin"]
    beesd.inhoud = BLOKKEN
    publiceer(beesd)
    vul(1, 1)
    een = {url: tel_queries(client, url) for url in adressen}
    vul(19, 2)
    for url in adressen:
        twintig = tel_queries(client, url)
        vaak = Counter(query["sql"].split(" WHERE ")[0][:150] for query in twintig.captured_queries)
        assert len(twintig) == len(een[url]), (url, vaak.most_common(3))

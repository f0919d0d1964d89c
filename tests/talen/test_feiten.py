"""What is the same in every language stands in the row of a translation too, and nobody goes by it there."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from core.goedkeuring.bestanden import is_openbaar
from core.goedkeuring.vingerafdruk import inhoud, media_in, vingerafdruk
from core.models import BloeiDocument
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item
from tests.talen.vertaler import publiceer, vertaal


@pytest.fixture
def item(dorp) -> AgendaItemPage:
    item = agenda_item(dorp.agenda, "Avond", live=True, slug="avond", samenvatting="Over het plein")
    item.programma.create(titel="Koffie", duur=15)
    return publiceer(item)


def test_de_vingerafdruk_van_een_vertaling_is_die_van_haar_tekst(item):
    doel = vertaal(item, "pl")
    eerst = vingerafdruk(doel.save_revision())
    doel.begin += timedelta(days=1)
    doel.soort, doel.locatie = "schouw", "Elders"
    onderdeel = doel.programma.get()
    onderdeel.duur = 20
    doel.programma.set([onderdeel])
    assert vingerafdruk(doel.save_revision()) == eerst
    onderdeel.titel = "pl: Thee"
    assert vingerafdruk(doel.save_revision()) != eerst
    assert {"begin", "status", "locatie", "thema_koppelingen", "bijlagen"} & set(inhoud(doel)) == set()
    assert {"begin", "status", "locatie", "thema_koppelingen", "bijlagen"} <= set(inhoud(item))


def test_de_rij_van_een_vertaling_verandert_niet_mee(item):
    """Nothing writes into a live page but its own publication."""
    doel = vertaal(item, "pl")
    item.refresh_from_db()
    item.begin += timedelta(days=1)
    publiceer(item)
    na = AgendaItemPage.objects.get(pk=doel.pk)
    assert (na.begin, na.last_published_at) == (doel.begin, doel.last_published_at)


def test_een_bijlage_die_weg_is_gaat_in_elke_taal_dicht(item):
    stuk = BloeiDocument.objects.create(title="stuk", file=ContentFile(b"x", "stuk.txt"))
    item.bijlagen.create(document=stuk)
    doel = vertaal(publiceer(item), "pl")
    assert is_openbaar(stuk)
    assert media_in(doel) == []
    item = AgendaItemPage.objects.get(pk=item.pk)
    item.bijlagen.set([])
    publiceer(item)
    assert not is_openbaar(stuk)

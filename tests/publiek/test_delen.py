"""A link that is shared says how it stands with what it leads to."""

import pytest
import time_machine

from tests import factories
from tests.factories import moment

from .hulp import AF, EERDER, KOMT, WAS, lees


@pytest.mark.parametrize(
    ("velden", "titel", "beschrijving"),
    [
        ({"begin": KOMT}, "Borrel | Bloei!", "Dinsdag 16 juni 2026, 20.00 uur. Kom je ook?"),
        ({"begin": KOMT, **AF}, "Gaat niet door: Borrel | Bloei!", "Gaat niet door: dinsdag 16 juni 2026, 20.00 uur. Kom"),
        ({"begin": KOMT, "status": "gewijzigd", "toelichting": "In de kerk."}, "Gewijzigd: Borrel | Bloei!", "Gewijzigd: dinsdag"),
        ({"begin": WAS}, "Geweest: Borrel | Bloei!", "Geweest: zondag 14 juni 2026, 20.00 uur. Kom"),
        ({"begin": WAS, **AF}, "Gaat niet door: Borrel | Bloei!", "Gaat niet door: zondag"),
    ],
    ids=["komt", "gaat niet door", "gewijzigd", "geweest", "ging niet door"],
)  # fmt: skip
def test_wie_de_link_deelt_nodigt_niemand_uit_voor_niets(client, agenda, velden, titel, beschrijving) -> None:
    item = factories.AgendaItemPageFactory(
        parent=agenda, title="Borrel", samenvatting="Kom je ook?", **velden
    )
    hoofd = lees(client, item).head
    assert hoofd.title.get_text() == titel
    for naam in ("og:title", "og:image:alt"):
        assert f"{hoofd.find(property=naam)['content']} | Bloei!" == titel
    for meta in (hoofd.find(attrs={"name": "description"}), hoofd.find(property="og:description")):
        assert meta["content"].startswith(beschrijving)


@pytest.mark.parametrize(
    ("velden", "titel"),
    [({}, "Denk mee"), ({"opent": "2026-07-01", "sluit": "2026-07-09"}, "Begint nog: Denk mee"), (EERDER, "Gesloten: Denk mee")],
)  # fmt: skip
def test_een_oproep_die_je_deelt_zegt_hoe_het_ermee_staat(client, oproepen, velden, titel) -> None:
    oproep = factories.OproepPageFactory(parent=oproepen, title="Denk mee", **velden)
    hoofd = lees(client, oproep).head
    assert hoofd.title.get_text() == f"{titel} | Bloei!"
    assert "tot en met" in hoofd.find(property="og:description")["content"]


def test_een_project_dat_stopte_zegt_dat_in_de_titel(client, projecten) -> None:
    velden = {"title": "Bus", "status": "gestopt", "reden_gestopt": "Geen reizigers."}
    project = factories.ProjectPageFactory(parent=projecten, **velden)
    assert lees(client, project).head.title.get_text() == "Gestopt: Bus | Bloei!"


def test_het_beeld_bij_een_gedeelde_link_verandert_mee(client, agenda, monkeypatch) -> None:
    """Also when only the day changed: the picture that was kept is of another state."""
    getekend = []
    monkeypatch.setattr(
        "druk.zetten.png", lambda sjabloon, gegevens: getekend.append(gegevens["let_op"]) or b""
    )
    item = factories.AgendaItemPageFactory(parent=agenda, begin=KOMT)
    for dag in ("2026-06-15", "2026-06-17"):
        with time_machine.travel(moment(dag), tick=False):
            client.get(f"/deelbeeld/{item.pk}.png")
            client.get(f"/deelbeeld/{item.pk}.png")
    item.status, item.toelichting = "geannuleerd", "De zaal is dicht."
    factories.publiceer(item)
    client.get(f"/deelbeeld/{item.pk}.png")
    assert getekend == ["", "Geweest", "Gaat niet door"]

"""Every form, every field, as a machine: whatever is in it, the editor gets an answer, keeps the rest, and nothing is public.

The fields are made from the models, see `inzending`. `FUZZ` is how many forms each of the three tests below sends, over
all page types together, half of them by autosave; `make fuzz` sends 5,000.
"""

import json
import os
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from wagtail.models import Page, Revision

from core.goedkeuring.bewaking import ONOPENBAAR
from core.goedkeuring.vingerafdruk import BOEKHOUDING
from tests.formulier import STREAMFIELDS, paginatypen

from .conftest import Machine, waar
from .inzending import Velden
from .waarden import VIJANDIG, VIJANDIGE_TEKST, is_veld, met, muteer, overal

pytestmark = pytest.mark.django_db
TYPEN = pytest.mark.parametrize("model", paginatypen(), ids=lambda model: model.__name__)
AANTAL = int(os.environ.get("FUZZ", "60"))
PER_TYPE = max(1, AANTAL // (2 * len(paginatypen())))
ALLES = [*VIJANDIG.items(), *VIJANDIGE_TEKST.items()]
# Something can't be read, or stands in a field where it can't be; or it was saved.
ANTWOORD = {200, 302, 400}


def steekproef(gevallen: list, kans: Random) -> list:
    return gevallen if len(gevallen) <= PER_TYPE else kans.sample(gevallen, PER_TYPE)


def plat(deel: Any, pad: str = "") -> dict[str, Any]:
    """The values in something nested, each by its path. Keys of rows are no content: new rows get others each time."""
    if isinstance(deel, dict):
        paren = ((naam, waarde) for naam, waarde in deel.items() if naam not in ("pk", "translation_key"))
    elif isinstance(deel, list):
        paren = enumerate(deel)
    else:
        return {pad: deel}
    return {plek: waarde for naam, inhoud in paren for plek, waarde in plat(inhoud, f"{pad}/{naam}").items()}


def inhoud(machine: Machine, model: type[Page]) -> dict[str, Any]:
    """What stands in the newest version of the page."""
    pagina = Page.objects.get(pk=machine.paginas[model].pk)
    tekst = pagina.latest_revision.content
    stroom = {naam: json.loads(tekst[naam]) for naam in STREAMFIELDS if naam in tekst}
    # The themes are one field, however many are ticked.
    themas = {"thema_koppelingen": json.dumps([rij["tag"] for rij in tekst.get("thema_koppelingen", [])])}
    alles = tekst | stroom | themas
    return plat({naam: waarde for naam, waarde in alles.items() if naam not in BOEKHOUDING})


def openbaar(pagina: Page) -> dict:
    """What a visitor reads of this page: its row, without the book-keeping."""
    rij = type(pagina).objects.filter(pk=pagina.pk).values().get()
    return {naam: waarde for naam, waarde in rij.items() if naam.removesuffix("_id") not in ONOPENBAAR}


def stuur(machine: Machine, model: type[Page], velden: Velden, *, vanzelf: bool, rest=None) -> Iterator[str]:
    """Send a form; gives what is wrong with what became of it. `rest`: what has to be there when it is saved."""
    pagina = machine.paginas[model]
    voor, versies = openbaar(pagina), Revision.objects.count()
    with machine.stuur(model, velden, vanzelf=vanzelf) as antwoord:
        if antwoord.status_code not in ANTWOORD:
            yield f"antwoord {antwoord.status_code}: {waar(antwoord)}"
            return
        if antwoord.status_code == 400 and Revision.objects.count() != versies:
            yield "geweigerd en toch bewaard"
        if vanzelf and antwoord.status_code != 302 and "success" not in antwoord.json():
            yield "autosave krijgt geen antwoord dat het script leest"
        if openbaar(pagina) != voor:
            yield "openbaar"
        if rest and Revision.objects.count() != versies:
            nu = inhoud(machine, model)
            kwijt = [plek for plek, waarde in rest.items() if nu.get(plek) != waarde]
            if vanzelf:
                # The bar names it, and it is still in the form.
                wachtend = tuple(rijen_die_wachten(antwoord.json().get("missers", ())))
                kwijt = [plek for plek in kwijt if not plek.startswith(wachtend)] if wachtend else kwijt
            if len(kwijt) > 1:
                yield f"bewaard, maar kwijt of veranderd: {kwijt}"


def rijen_die_wachten(missers: list[dict[str, str]]) -> Iterator[str]:
    """Where the new rows would have come that can't be kept yet, because of a field that can't be read."""
    for misser in missers:
        if gevonden := re.match(r"id_(\w+)-(\d+)-", misser["veld"]):
            yield f"/{gevonden[1]}/{gevonden[2]}/"


def gok(naam: str) -> Random:
    """Chance that is the same each time."""
    return Random(naam)  # noqa: S311


def fouten(machine: Machine, model: type[Page], gevallen: list[tuple[str, Velden]], rest=None) -> list[str]:
    return [
        f"{naam}, {'autosave' if vanzelf else 'indienen'}: {wat}"
        for naam, velden in gevallen
        for vanzelf in (True, False)
        for wat in stuur(machine, model, velden, vanzelf=vanzelf, rest=rest)
    ]


@TYPEN
def test_goed_ingevuld_wordt_alles_bewaard(machine, model):
    """Or the rest would show nothing: a form that is refused whatever stands in it."""
    with machine.stuur(model, machine.velden[model], vanzelf=True) as antwoord:
        assert antwoord.json()["success"]
    with machine.stuur(model, machine.velden[model], vanzelf=False) as antwoord:
        assert antwoord.status_code == 302
        assert Page.objects.get(pk=machine.paginas[model].pk).workflow_in_progress


@TYPEN
def test_in_alle_velden_tegelijk(machine, model):
    velden = machine.velden[model]
    gevallen = [(naam, overal(velden, waarde)) for naam, waarde in VIJANDIG.items()]
    gevallen += [
        (naam, overal(velden, waarde, alleen_tekst=True)) for naam, waarde in VIJANDIGE_TEKST.items()
    ]
    assert fouten(machine, model, steekproef(gevallen, gok(model.__name__))) == []


@TYPEN
def test_in_een_veld(machine, model):
    velden = machine.velden[model]
    gevallen = [(veld, naam, waarde) for veld in filter(is_veld, velden) for naam, waarde in ALLES]
    gevallen = [
        (f"{veld}: {naam}", met(velden, veld, waarde))
        for veld, naam, waarde in steekproef(gevallen, gok(model.__name__))
    ]
    with machine.stuur(model, velden, vanzelf=True):
        rest = inhoud(machine, model)
    assert fouten(machine, model, gevallen, rest) == []


@TYPEN
def test_met_alles_door_elkaar(machine, model):
    """Also what the editor's script counts with: numbers, kinds, places, marks of what was taken away."""
    kans = gok(f"{model.__name__} door elkaar")
    gevallen = [(f"nummer {nummer}", muteer(machine.velden[model], kans)) for nummer in range(PER_TYPE)]
    assert fouten(machine, model, gevallen) == []

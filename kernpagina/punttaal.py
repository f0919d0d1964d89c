"""Points of a kernagenda, and agreements, in another language. Each has one uuid in all of them; so they find each other."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from core.talen.lezen import in_leestaal, vertaald
from core.talen.taal import BRONTAAL, leestaal

TEKST = ("titel", "omschrijving", "naam_trekker", "motivering", "planning", "reden")
TEKST_VAN_AFSPRAAK = ("wat", "wie", "wanneer")


def punten_in_leestaal(model: type[Model], punten: list) -> list:
    """Lay the text of the published translation over Dutch points: one query, and one for the projects they name.

    Theme, state and order are the Dutch point's. Each point gets `taal`, the language of its text.
    """
    if leestaal() == BRONTAAL or not punten:
        return punten
    _leg_over(model, punten, "uuid", "kernagenda", TEKST)
    in_leestaal(punt.openbaar_project for punt in punten if punt.openbaar_project)
    return punten


def afspraken_in_leestaal(model: type[Model], afspraken: list) -> list:
    """The same for agreements: one query. Day, state and who are those of the Dutch report; how it went is told in Dutch."""
    if leestaal() != BRONTAAL and afspraken:
        _leg_over(model, afspraken, "kenmerk", "agenda_item", TEKST_VAN_AFSPRAAK)
    return afspraken


def _leg_over(model: type[Model], rijen: list, kenmerk: str, pagina: str, velden: tuple[str, ...]) -> None:
    taal = leestaal()
    vertalingen = model._default_manager.filter(
        **{
            f"{kenmerk}__in": [getattr(rij, kenmerk) for rij in rijen],
            f"{pagina}__in": Page.objects.filter(vertaald(taal)).values("pk"),
        }
    )
    per_kenmerk = {vars(rij)[kenmerk]: vars(rij) for rij in vertalingen}
    for rij in rijen:
        if vertaling := per_kenmerk.get(vars(rij)[kenmerk]):
            rij.taal = taal
            vars(rij).update(_woorden(vars(rij), vertaling, velden))


def stroom_in_leestaal(bron: list[dict[str, Any]], vertaald: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same for the stored text of a kernagenda: the Dutch points, each with the words of its translation."""
    per_id = {punt["id"]: punt["value"] for onderdeel in vertaald for punt in onderdeel["value"]["punten"]}
    stroom = deepcopy(bron)
    for punt in (punt for onderdeel in stroom for punt in onderdeel["value"]["punten"]):
        punt["value"] |= _woorden(punt["value"], per_id.get(punt["id"], {}))
    return stroom


def _woorden(
    bron: Mapping[str, Any], vertaling: Mapping[str, Any], velden: tuple[str, ...] = TEKST
) -> dict[str, Any]:
    """What of the translation is read in the place of the Dutch words, whatever it is stored in."""
    return {naam: vertaling[naam] for naam in velden if bron.get(naam) and vertaling.get(naam)}

"""Points of a kernagenda in another language. A point has one uuid in all of them; so they find each other."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from core.talen.lezen import in_leestaal, vertaald
from core.talen.taal import BRONTAAL, leestaal

TEKST = ("titel", "omschrijving", "naam_trekker", "motivering", "planning")


def punten_in_leestaal(model: type[Model], punten: list) -> list:
    """Lay the text of the published translation over Dutch points: one query, and one for the projects they name.

    Theme, state and order are the Dutch point's. Each point gets `taal`, the language of its text.
    """
    taal = leestaal()
    if taal == BRONTAAL or not punten:
        return punten
    vertalingen = model._default_manager.filter(
        uuid__in=[punt.uuid for punt in punten],
        kernagenda__in=Page.objects.filter(vertaald(taal)).values("pk"),
    )
    per_uuid = {vars(punt)["uuid"]: vars(punt) for punt in vertalingen}
    for punt in punten:
        if vertaling := per_uuid.get(punt.uuid):
            punt.taal = taal
            vars(punt).update(_woorden(vars(punt), vertaling))
    in_leestaal(punt.openbaar_project for punt in punten if punt.openbaar_project)
    return punten


def stroom_in_leestaal(bron: list[dict[str, Any]], vertaald: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same for the stored text of a kernagenda: the Dutch points, each with the words of its translation."""
    per_id = {punt["id"]: punt["value"] for onderdeel in vertaald for punt in onderdeel["value"]["punten"]}
    stroom = deepcopy(bron)
    for punt in (punt for onderdeel in stroom for punt in onderdeel["value"]["punten"]):
        punt["value"] |= _woorden(punt["value"], per_id.get(punt["id"], {}))
    return stroom


def _woorden(bron: Mapping[str, Any], vertaling: Mapping[str, Any]) -> dict[str, Any]:
    """What of the translation is read in the place of the Dutch words, whatever a point is stored in."""
    return {naam: vertaling[naam] for naam in TEKST if bron.get(naam) and vertaling.get(naam)}

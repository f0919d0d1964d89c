"""Points of a kernagenda in another language. A point has one uuid in all of them; so they find each other."""

from django.db.models import Model

from core.talen.lezen import in_leestaal
from core.talen.taal import BRONTAAL, leestaal

TEKST = ("titel", "omschrijving", "naam_trekker", "motivering", "planning")


def punten_in_leestaal(model: type[Model], punten: list) -> list:
    """Lay the text of the published translation over Dutch points: one query, and one for the projects they name.

    Theme, state and order are the Dutch point's. Each point gets `taal`, the language of its text.
    """
    taal = leestaal()
    if taal == BRONTAAL or not punten:
        return punten
    vertaald = model._default_manager.filter(
        uuid__in=[punt.uuid for punt in punten],
        kernagenda__locale__language_code=taal,
        kernagenda__live=True,
        kernagenda__alias_of=None,
    )
    per_uuid = {punt.uuid: punt for punt in vertaald}
    for punt in punten:
        punt.taal = BRONTAAL
        if vertaling := per_uuid.get(punt.uuid):
            punt.taal = taal
            for naam in TEKST:
                if getattr(punt, naam) and getattr(vertaling, naam):
                    setattr(punt, naam, getattr(vertaling, naam))
    in_leestaal(punt.project for punt in punten if punt._state.fields_cache.get("project"))
    return punten

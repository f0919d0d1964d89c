"""How much fits: of text whose column knows no end, but that stands on cards, posters and paper."""

from collections.abc import Mapping


def wat_niet_past(ding: object, past: Mapping[str, int]) -> dict[str, str]:
    """What to do about each field that is longer than this, by its name."""
    lengte = {naam: len(getattr(ding, naam)) for naam in past}
    return {
        naam: f"Maak dit korter: er passen {meeste} tekens, nu zijn het er {lengte[naam]}."
        for naam, meeste in past.items()
        if lengte[naam] > meeste
    }

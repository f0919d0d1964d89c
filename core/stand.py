"""How it stands with a page on a day."""

from typing import NamedTuple

# For each state a sign and a colour; the sign and the word carry the meaning, the colour only helps.
TEKENS = {
    "wens": ("wens", "zand"),
    "idee": ("wens", "zand"),
    "in onderzoek": ("zoek", "oogst"),
    "verkenning": ("zoek", "oogst"),
    "voorbereiding": ("lijst", "rivier"),
    "besluit": ("gemeente", "rivier"),
    "gepland": ("agenda", "rivier"),
    "bezig": ("bezig", "bloesem"),
    "uitvoering": ("bezig", "bloesem"),
    "gereed": ("vink", "gaard"),
    "afgesproken": ("samen", "rivier"),
    "gedaan": ("vink", "gaard"),
    "vervallen": ("nee", "zand"),
    "niet haalbaar": ("nee", "oogst"),
    "gestopt": ("nee", "zand"),
    "open": ("praat", "bloesem"),
    "gesloten": ("klok", "zand"),
    "teruggekoppeld": ("vink", "gaard"),
    "te-laat": ("let-op", "fout"),
    "gewijzigd": ("let-op", "oogst"),
    "geannuleerd": ("kruis", "fout"),
    "geweest": ("klok", "zand"),
    "pilot": ("bloesem", "bloesem"),
    "actief": ("bloesem", "gaard"),
    "geborgd": ("vink", "gaard"),
    "inwoners": ("mensen", "zand"),
    "gemeente": ("gemeente", "zand"),
    "samen": ("samen", "zand"),
}


class Stand(NamedTuple):
    """A state: its value, for the sign that goes with it, and its name in the language that is being read.

    `let_op`: to be said wherever the title stands alone, or people come, join or wait for nothing. `vanzelf`: it
    follows from the day, and not from what somebody published; what is sent only once can't say it.
    """

    waarde: str
    label: str
    let_op: bool = False
    vanzelf: bool = False

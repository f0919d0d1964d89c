"""How it stands with a page on a day."""

from typing import NamedTuple


class Stand(NamedTuple):
    """A state: its value, for the sign that goes with it, and its name in the language that is being read.

    `let_op`: to be said wherever the title stands alone, or people come, join or wait for nothing. `vanzelf`: it
    follows from the day, and not from what somebody published; what is sent only once can't say it.
    """

    waarde: str
    label: str
    let_op: bool = False
    vanzelf: bool = False

"""Room on Python's stack.

Python puts the frames of calls in pieces of 16 KB: it asks the system for one when a call doesn't fit in the last, and
gives it back when that call returns. A loop whose calls lie on such an edge does that for each call, and Django with its
templates is deep enough to stand on one all the time: of a publication that was an eighth of the processor time, and five
hundred pages of memory.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

R = TypeVar("R")
PLAATSEN = 66_000  # half a megabyte, in a piece of a whole one; of what isn't used the system keeps nothing


def ruim(doe: Callable[..., R], *args: object) -> R:
    """Do this, with the rest of one large piece for all that it calls."""
    return doe(*args)


# As if it needed so many places itself.
ruim.__code__ = ruim.__code__.replace(co_stacksize=PLAATSEN)


def met_ruimte(doe: Callable[..., R]) -> Callable[..., R]:
    return partial(ruim, doe)

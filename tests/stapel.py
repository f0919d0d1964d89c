"""Room on Python's stack for whatever the tests call.

Python puts the frames of calls in pieces of 16 KB: it asks the system for one when a call doesn't fit in the last, and
gives it back when that call returns. A loop whose calls lie on such an edge does that for each call; pytest, Django and
its templates are deep enough to stand on one all the time. That was twelve of these for each question to the database.
"""

from collections.abc import Callable

PLAATSEN = 66_000  # half a megabyte, in a piece of a whole one


def ruim(doe: Callable, *args) -> object:
    """Do this, with the rest of one large piece for all that it calls."""
    return doe(*args)


# As if it needed so many places itself.
ruim.__code__ = ruim.__code__.replace(co_stacksize=PLAATSEN)

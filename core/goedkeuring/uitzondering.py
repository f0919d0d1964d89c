"""The one way round the four-eyes rule: set-up commands and tests, never a web request."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

_reden: ContextVar[str] = ContextVar("reden_zonder_goedkeuring", default="")
_in_verzoek: ContextVar[bool] = ContextVar("in_verzoek", default=False)


@contextmanager
def zonder_goedkeuring(reden: str) -> Generator[None]:
    """Let set-up code write live pages without an approval.

    Raises RuntimeError inside a web request, whoever the user is. `reden` says which set-up it is, for who searches
    the code.
    """
    if _in_verzoek.get():
        raise RuntimeError("zonder_goedkeuring() is voor commando's, niet voor een webverzoek.")
    if not reden:
        raise ValueError("zonder_goedkeuring() wil een reden.")
    oud = _reden.set(reden)
    try:
        yield
    finally:
        _reden.reset(oud)


def regel_geldt() -> bool:
    """Whether the four-eyes rule holds here and now. In a web request it always does."""
    return _in_verzoek.get() or not _reden.get()


class VierOgenMiddleware:
    """Mark a web request, so that nothing in it can step round the rule."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        oud = _in_verzoek.set(True)
        try:
            return self.get_response(request)
        finally:
            _in_verzoek.reset(oud)

"""Whoever changes or decides about a page, one after another in a process.

They'd wait for each other anyway, on the version (docs/adr/0056). But who waits there has read and weighed half of it, and
takes Python from who holds the version and whom all wait for; who waits here takes nothing (docs/adr/0068).
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from django.http import HttpRequest, HttpResponseBase, UnreadablePostError
from django.urls import reverse

# Seconds. Who takes longer waits for something else than Python, and nobody needs to wait for that here.
GEDULD = 5
# Below the front page of the admin: one page at a time; not where files are sent, or many are approved together.
PLEK = "pages/"


class BeurtMiddleware:
    """Inside of what reads the form of a request, outside of all that asks the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._beurt = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or not _schrijft(request.path_info):
            return self.get_response(request)
        # First all of it has to be here: nobody waits for the telephone of somebody else.
        with suppress(UnreadablePostError):
            len(request.POST)
        aan_de_beurt = self._beurt.acquire(timeout=GEDULD)
        try:
            return self.get_response(request)
        finally:
            if aan_de_beurt:
                self._beurt.release()


def _schrijft(pad: str) -> bool:
    return pad.startswith(reverse("wagtailadmin_home") + PLEK)

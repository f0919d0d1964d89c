"""In one process those who change or approve pages come one after another; nobody else waits for them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock
from time import sleep

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from werkplek import beurt
from werkplek.beurt import BeurtMiddleware

GOEDKEUREN = "/cms/pages/workflow/action/1/approve/2/"
MENSEN = 4


class Site:
    """Answers after a moment, and counts how many it answers at once."""

    def __init__(self) -> None:
        self.bezig, self.meeste, self._slot = 0, 0, Lock()

    def __call__(self, request) -> HttpResponse:
        with self._slot:
            self.bezig += 1
            self.meeste = max(self.meeste, self.bezig)
        sleep(0.05)
        with self._slot:
            self.bezig -= 1
        return HttpResponse("gedaan")


def tegelijk(maak: Callable, site: Callable) -> None:
    """As many as a process has threads ask at the same moment."""
    middleware, samen = BeurtMiddleware(site), Barrier(MENSEN)

    def vraag(_: int) -> bytes:
        verzoek = maak()
        samen.wait()
        return middleware(verzoek).content

    with ThreadPoolExecutor(MENSEN) as rij:
        assert [*rij.map(vraag, range(MENSEN))] == [b"gedaan"] * MENSEN


def test_who_approves_comes_in_turn():
    site = Site()
    tegelijk(lambda: RequestFactory().post(GOEDKEUREN, {"comment": ""}), site)
    assert site.meeste == 1


@pytest.mark.parametrize(
    ("methode", "pad"),
    [
        ("get", GOEDKEUREN),
        ("get", "/beesd/"),
        ("post", "/cms/login/"),
        ("post", "/cms/images/multiple/add/"),
        ("post", "/beesd/agenda/borrel/aanmelden/"),
    ],
)
def test_nobody_else_waits(methode, pad):
    site = Site()
    tegelijk(lambda: getattr(RequestFactory(), methode)(pad), site)
    assert site.meeste > 1


def test_who_fails_gives_the_turn_back(monkeypatch):
    monkeypatch.setattr(beurt, "GEDULD", 60)

    def mislukt(request) -> HttpResponse:
        raise RuntimeError

    middleware = BeurtMiddleware(mislukt)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            middleware(RequestFactory().post(GOEDKEUREN))


def test_who_takes_too_long_holds_nobody_up(monkeypatch):
    monkeypatch.setattr(beurt, "GEDULD", 0.01)
    site = Site()
    tegelijk(lambda: RequestFactory().post(GOEDKEUREN), site)
    assert site.meeste > 1


def test_nobody_waits_for_what_has_yet_to_come():
    """Who has the turn has sent all of their form."""
    gelezen = []
    verzoek = RequestFactory().post(GOEDKEUREN, {"comment": "Mooi"})
    BeurtMiddleware(lambda request: gelezen.append("_post" in vars(request)) or HttpResponse())(verzoek)
    assert gelezen == [True]

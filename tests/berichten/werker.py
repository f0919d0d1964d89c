"""A worker that sends what waits, as `manage.py werk` does, and that a test may kill."""

from collections.abc import Callable
from multiprocessing.context import ForkServerContext, ForkServerProcess

from django.conf import settings
from django.db import connection

from berichten.post import verstuur_wachtende


def start(mailmap: str, werk: Callable[[], object] = verstuur_wachtende) -> ForkServerProcess:
    """Start sending from the database of this test; the mails become files in `mailmap`. `werk` is what it does.

    The worker is a copy of a process that has imported all of Django but has no connection yet: a start takes no
    seconds, and a kill takes away nothing else.
    """
    context = ForkServerContext()
    context.set_forkserver_preload(["site_bloei.wsgi"])
    werker = context.Process(target=_verstuur, args=(connection.settings_dict["NAME"], mailmap, werk))
    werker.start()
    return werker


def _verstuur(database: str, mailmap: str, werk: Callable[[], object]) -> None:
    connection.settings_dict["NAME"] = database
    settings.VERZEND_BACKEND = "berichten.postvak.MapBackend"
    settings.EMAIL_FILE_PATH = mailmap
    werk()

"""How gunicorn serves Bloei!: `gunicorn --config python:machinekamer.gunicorn site_bloei.wsgi`."""

import os
from concurrent.futures import Future
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.workers.gthread import ThreadWorker

from machinekamer.logboek import JsonRegel, Regel

workers = 2
threads = 4
# Made once and then shared, which saves memory; and what is counted is counted together.
preload_app = True
# The most that gunicorn lets through: a long address is answered by the site, in the form that the API promises.
limit_request_line = 8190
# No header from outside says where the site stands.
forwarder_headers = ""
graceful_timeout = 30  # seconds
# Longer than a proxy keeps one without questions (nginx a minute): a form that is sent over a connection that just closed is lost.
keepalive = 75  # seconds


class Logboek(Logger):
    """What gunicorn itself has to say, in the form of the rest: of a request it can't read it names who sent it."""

    def setup(self, cfg) -> None:
        super().setup(cfg)
        json = os.environ.get("LOG_VORM", "json") == "json"
        for handler in self.error_log.handlers:
            # Its own form names the process, which the log of the site leaves out.
            handler.setFormatter(JsonRegel() if json else Regel("%(asctime)s %(levelname)s %(message)s"))


logger_class = Logboek


class Werker(ThreadWorker):
    """Takes no more new connections than it has threads for; what is left waits for whichever process has one first.

    Gunicorn's own goes on taking them, and of twenty at once one process got three quarters while the other did nothing.
    """

    bezig = 0

    @property
    def worker_connections(self) -> int:
        """How many connections it may have. Gunicorn looks each time round whether it has fewer."""
        return 0 if self.bezig >= self.cfg.threads else self.meeste

    @worker_connections.setter
    def worker_connections(self, meeste: int) -> None:
        self.meeste = meeste

    def enqueue_req(self, conn: Any) -> None:
        self.bezig += 1
        super().enqueue_req(conn)

    def finish_request(self, conn: Any, fs: Future) -> None:
        """On the same thread as the above, once for each."""
        self.bezig -= 1
        super().finish_request(conn, fs)


worker_class = Werker

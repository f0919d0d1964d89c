"""How gunicorn serves Bloei!: `gunicorn --config python:machinekamer.gunicorn site_bloei.wsgi`."""

import os

from gunicorn.glogging import Logger

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
            # Its own form names the process, which the log of the site leaves out (settings/logboek.py).
            handler.setFormatter(JsonRegel() if json else Regel("%(asctime)s %(levelname)s %(message)s"))


logger_class = Logboek

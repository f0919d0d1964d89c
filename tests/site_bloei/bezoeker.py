"""Who asks a WSGI application, and an application that counts what it is asked."""

from django.test import RequestFactory

from core.voorwaardelijk import TE_BEWAREN

KOPPEN = [("ETag", 'W/"e"'), ("Content-Type", "text/plain"), ("Content-Length", "4")]


class Bezoeker:
    """Asks a WSGI application, as a browser would."""

    def __init__(self, applicatie):
        self.applicatie = applicatie

    def vraag(self, pad: str, **koppen: str) -> tuple[int, dict[str, str], bytes]:
        environ = RequestFactory().get(pad, **koppen).environ
        environ.pop("HTTP_COOKIE", None)
        environ |= koppen
        gezegd = []
        delen = self.applicatie(environ, lambda status, koppen, *fout: gezegd.extend([status, koppen]))
        inhoud = b"".join(delen)
        getattr(delen, "close", lambda: None)()
        return int(gezegd[0][:3]), dict(gezegd[1]), inhoud


class Teller:
    """An application that counts what it is asked, and says so; it may be kept unless `koppen` says otherwise."""

    def __init__(self, koppen=KOPPEN, status="200 OK"):
        self.koppen, self.status, self.keren = koppen, status, 0

    def __call__(self, environ, start_response):
        self.keren += 1
        environ[TE_BEWAREN] = True
        start_response(self.status, list(self.koppen))
        return [f"{self.keren:04}".encode()]

"""Before the rest of the site: what watches it is answered whatever name it calls us by, and without a session."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

from machinekamer import views
from machinekamer.verzoek import PATROON

ADRESSEN = {
    "/healthz/live": views.levend,
    "/healthz/ready": views.gereed,
    "/metrics": views.metingen_voor_prometheus,
}


class WachtMiddleware:
    """A machine asks by the number of the container, over plain http: no host name to check, and no redirect.

    It also tells the log which pattern an address followed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        view = ADRESSEN.get(request.path_info)
        if view is None:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        response = view(request)
        response.headers["Cache-Control"] = "no-store"
        return response

    def process_view(self, request: HttpRequest, *args) -> None:
        gevonden = request.resolver_match
        # The address of a page is public; of any other, a part may be somebody's own link.
        if gevonden and gevonden.url_name != "wagtail_serve":
            request.META[PATROON] = f"/{gevonden.route}"

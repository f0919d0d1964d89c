"""What every response tells a browser for safety, and the answer to a request that can't be read."""

import logging
from collections.abc import Callable
from functools import cache
from typing import cast

from csp.constants import HEADER, SELF
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.middleware.security import SecurityMiddleware
from django.urls import reverse

from core.formulieren.inzending import komt_van_de_vraag
from machinekamer.verzoek import METHODEN
from site_bloei.views import onleesbaar

logger = logging.getLogger(__name__)
IN_BEHEER = ("PUT", "PATCH", "DELETE")


class KoppenMiddleware:
    """The outermost layer: whatever answers, a redirect or a static file included, has the headers for safety.

    What a view or a layer further in said itself stays. Only what is meant for other sites may be used by their pages:
    the API, feeds, frames with what they are drawn with, pictures.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        # Django's own stands further in, where it sends to https in the form that the API promises.
        self.van_django = SecurityMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.van_django.process_response(request, cast("HttpResponse", self.get_response(request)))
        for kop, waarde in settings.VEILIGE_KOPPEN.items():
            response.headers.setdefault(kop, waarde)
        if not settings.DEBUG:  # Django's own page about an error has styles in it
            response.headers.setdefault(HEADER, settings.CSP_NIETS)
        anderen = _voor_andere_sites(request, response)
        response.headers.setdefault(
            "Cross-Origin-Resource-Policy", "cross-origin" if anderen else "same-origin"
        )
        if not getattr(response, "xframe_options_exempt", False):
            response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        return response


def _voor_andere_sites(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        "Access-Control-Allow-Origin" in response.headers
        or "frame-ancestors *" in response.headers.get(HEADER, "")
        or request.path_info.startswith(settings.VOOR_ANDERE_SITES)
    )


class MethodenMiddleware:
    """What no browser sends by itself gets 405, and not the page that GET would have given: there is nothing to change or to
    trace here. The screens of the admin send more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        mag = (*METHODEN, *IN_BEHEER) if _in_beheer(request) else METHODEN
        return self.get_response(request) if request.method in mag else HttpResponseNotAllowed(mag)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy for visitors, a looser one (`CSP_BEHEER`) under the admin only.

    Wagtail's admin can't run without inline scripts yet; the public site has none. A preview shows the public site
    inside the admin: text that nobody approved yet, in the browser of somebody who may do a lot. So it has the
    visitors' policy, but for the frame of the admin around it.
    """

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if report_only or not _in_beheer(request):
            return parts
        if _is_voorbeeld(request, response):
            parts.replace = {**(parts.replace or {}), "frame-ancestors": [SELF]}
        elif parts.config is None:
            parts.config = settings.CSP_BEHEER
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not settings.DEBUG and not _in_beheer(request) and _is_gewoon(request, response):
            # The policy of nearly every answer, word for word: putting it together takes longer than all the rest here.
            response.headers.setdefault(HEADER, _beleid())
            return response
        if _in_beheer(request) and HEADER in response:
            vars(response)["is_voorbeeld"] = True
            del response[HEADER]
        return super().process_response(request, response)


class OnleesbaarMiddleware:
    """Answer 400 under the admin when a view stumbles over what was asked; the log says over what."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not _in_beheer(request) or not komt_van_de_vraag(exception):
            return None
        logger.warning("Niet te lezen: %s", request.path, exc_info=exception)
        return onleesbaar(request, exception)


def _is_gewoon(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether no view asked for something else, and no template for a nonce."""
    return not hasattr(request, "_csp_nonce") and not any(naam.startswith("_csp_") for naam in vars(response))


@cache
def _beleid() -> str:
    return build_policy()


@cache
def _beheer() -> str:
    return reverse("wagtailadmin_home")


def _in_beheer(request: HttpRequest) -> bool:
    return request.path.startswith(_beheer())


def _is_voorbeeld(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether this is the public site as the admin shows it beforehand.

    A page comes from a request of its own, as if for a visitor, and brought that one's policy along; a block is shown
    by the admin itself.
    """
    gevonden = request.resolver_match
    return hasattr(response, "is_voorbeeld") or bool(
        gevonden and gevonden.view_name == "wagtailadmin_block_preview"
    )

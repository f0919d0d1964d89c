"""The Content-Security-Policy of every response, and the answer to a request that can't be read."""

import logging

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from core.inzending import komt_van_de_vraag
from core.views import onleesbaar

logger = logging.getLogger(__name__)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy for visitors, a looser one (`CSP_BEHEER`) under the admin only.

    Wagtail's admin can't run without inline scripts yet; the public site has none. A page preview is
    made inside the admin, so that it may be shown in the admin's own frame.
    """

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if _in_beheer(request) and not report_only and parts.config is None:
            parts.config = settings.CSP_BEHEER
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if _in_beheer(request):
            # A preview comes from a request of its own, as if for a visitor, and brings the visitor's policy along.
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


def _in_beheer(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("wagtailadmin_home"))

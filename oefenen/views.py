from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from oefenen.post import post_voor


def post(request: HttpRequest) -> HttpResponse:
    """The mail that this person would have had."""
    if not settings.OEFEN:
        raise Http404
    eigen, verzonnen = post_voor(request.user.email)
    return render(request, "oefenen/post.html", {"eigen": eigen, "verzonnen": verzonnen})

"""The search page. Its query lives in `core.zoeken`, which the API uses too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def zoeken(request: HttpRequest) -> HttpResponse:
    return render(request, "search/zoeken.html", {})

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PER_PAGINA = 20


def pagineer(rijen: QuerySet, request: HttpRequest, per_pagina: int = PER_PAGINA) -> Page:
    """The page of a list that `?pagina=` asks for; a number that makes no sense gives the nearest."""
    return Paginator(rijen, per_pagina).get_page(request.GET.get("pagina"))

"""In which order somebody works off what waits: as it was chosen on the front page, until another one is or they log out."""

from django.http import HttpRequest

from werkplek.overzicht import VOLGORDES

NAAM = "volgorde"


def gekozen_volgorde(request: HttpRequest) -> str:
    return request.session.get(NAAM, "sinds")


def kies_volgorde(request: HttpRequest) -> str:
    """The order that the address asks for, kept for the screens after this one; or the one that was kept."""
    volgorde = request.GET.get(NAAM, "")
    if volgorde in VOLGORDES and volgorde != gekozen_volgorde(request):
        request.session[NAAM] = volgorde
    return gekozen_volgorde(request)

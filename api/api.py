"""The API: `/api/v1`. Public, to be read by any channel, without a key."""

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from api import fouten
from api.routers import (
    afspraken,
    agenda,
    kernagenda,
    kernen,
    oproepen,
    paginas,
    projecten,
    site,
    stelsels,
    themas,
    voortgang,
    wijzigingen,
    zoek,
)
from api.versie import VERSIE

api = NinjaAPI(
    title="Bloei! API",
    version=VERSIE,
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
)
api.add_router("", kernen.router)
api.add_router("", kernagenda.router)
api.add_router("/agenda-items", agenda.router)
api.add_router("/afspraken", afspraken.router)
api.add_router("/projecten", projecten.router)
api.add_router("/oproepen", oproepen.router)
api.add_router("/oproepen", oproepen.reacties)
api.add_router("/themas", themas.router)
api.add_router("/paginas", paginas.router)
api.add_router("/crss", stelsels.router)
api.add_router("/wijzigingen", wijzigingen.router)
api.add_router("/voortgang", voortgang.router)
api.add_router("", site.router)
api.add_router("/zoek", zoek.router)

api.exception_handler(fouten.OngeldigeVraag)(fouten.bij_ongeldige_vraag)
api.exception_handler(fouten.Verhuisd)(fouten.bij_verhuisd)
api.exception_handler(Http404)(fouten.bij_niet_gevonden)


@api.exception_handler(ValidationError)
def bij_onmogelijk_pad(request: HttpRequest, fout: ValidationError) -> HttpResponse:
    """Query parameters raise `OngeldigeVraag`; what is left is a path that can't exist."""
    return fouten.probleem(request, 404)

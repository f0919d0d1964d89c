"""A draft for the site of a channel, in the schema of the page when it is live. Only with a key (`volgen.voorbeeld`)."""

from types import SimpleNamespace
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from wagtail.fields import StreamField
from wagtail.models import Page

from api.fouten import probleem
from api.lezing import Lezing
from api.paginasoorten import SOORT_VAN, SOORTEN, met_tekst, soort_van
from api.routers.paginas import als_details, met_alles
from api.schemas.paginas import PaginaDetail
from core.models import BasePage
from core.talen.lezen import in_leestaal
from core.talen.taal import BRONTAAL
from core.voorwaardelijk import alleen_lezen
from volgen.voorbeeld import open_met

KOPPEN = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


@alleen_lezen
def concept(request: HttpRequest, sleutel: str) -> HttpResponse:
    response = _antwoord(request, open_met(sleutel))
    for naam, waarde in KOPPEN.items():
        response.headers[naam] = waarde
    # Django writes down which address wasn't found, and the key is in it.
    setattr(response, "_has_been_logged", True)  # noqa: B010
    return response


def _antwoord(request: HttpRequest, versie: BasePage | None) -> HttpResponse:
    if versie is None or versie._meta.label_lower not in SOORT_VAN:
        return probleem(
            request, 404, "Dit voorbeeld is er niet meer. Open het opnieuw met de knop bij de pagina."
        )
    taal = versie.taal
    with override(taal):
        detail = _als_detail(Lezing.van(request, taal), versie)
    return HttpResponse(detail.model_dump_json(by_alias=True), content_type="application/json")


def _als_detail(lezing: Lezing, versie: BasePage) -> PaginaDetail:
    """What the API would say of the page if this version were live. Its place is the one that it has now."""
    rij = met_tekst(met_alles(lezing, Page.objects.filter(pk=versie.bron.pk))).get()
    (pagina,) = in_leestaal([rij], BRONTAAL)
    soort = SOORTEN[soort_van(pagina)]
    tekst = {"tekst_inleiding": getattr(versie, soort.inleiding or "", None), "tekst_stroom": None}
    if soort.stroom:
        veld = cast(StreamField, versie._meta.get_field(soort.stroom))
        waarde = getattr(versie, veld.attname)
        tekst["tekst_stroom"] = waarde.get_prep_value() if waarde else []
    if versie.taal == BRONTAAL:
        _zet(pagina, tekst)
    else:
        _zet(pagina, {"taal": versie.taal, "vertaling": SimpleNamespace(**tekst)})
    _zet(pagina, {naam: getattr(versie, naam) for naam in ("title", "search_description")})
    return als_details(lezing, [pagina])[0]


def _zet(ding: Any, waarden: dict[str, Any]) -> None:
    for naam, waarde in waarden.items():
        setattr(ding, naam, waarde)

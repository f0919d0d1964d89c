"""A draft for the site of a channel, in the schema of the page when it is live. Only with a key (`volgen.voorbeeld`).

It is put together by what makes the forms of pages that are public (`api.vormen`), and stored nowhere.
"""

from types import SimpleNamespace
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from wagtail.fields import StreamField
from wagtail.models import Page

from api.fouten import probleem
from api.lezing import Lezing
from api.paginasoorten import SOORT_VAN, stroom_van
from api.vormen import lezen, paginas
from api.vormen.lezing import VormLader, VormLezing
from api.vormen.maken import als_json
from api.vullen import Rij
from core.models import BasePage
from core.talen.lezen import in_leestaal
from core.talen.taal import BRONTAAL
from core.voorwaardelijk import alleen_lezen
from volgen.models import Wijziging
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
        return _als_detail(Lezing.van(request, taal), versie)


def _als_detail(lezing: Lezing, versie: BasePage) -> HttpResponse:
    """What the API would say of the page if this version were live. Its place is the one that it has now."""
    if lezing.site is None:
        raise Http404
    vormlezing = VormLezing(lezing.site, lezing.taal)
    rij = paginas.met_alles(vormlezing, Page.objects.filter(pk=versie.bron.pk)).get()
    pagina: Rij = in_leestaal([rij], BRONTAAL)[0]
    _leg_eroverheen(pagina, versie)
    lader = VormLader(vormlezing)
    if stroom := stroom_van(pagina):
        lader.neem_blokken(*stroom)
    resultaat = als_json(paginas.bouw(vormlezing, pagina, paginas.inhoud_van(vormlezing, lader, pagina)))
    paginas.maak_af(resultaat, {"kern": pagina.kern_nummer}, lezen.nu_voor(lezing))
    resultaat["versie"] = str(Wijziging.objects.laatste_van([pagina.pk]).get(pagina.pk, 0))
    return lezen.antwoord(lezing, lezen.als_tekst(resultaat).encode())


def _leg_eroverheen(pagina: Rij, versie: BasePage) -> None:
    """The texts of this version over a page as it was read."""
    tekst = {"tekst_inleiding": getattr(versie, versie.veld_kort, None), "tekst_stroom": None}
    if versie.veld_inhoud:
        veld = cast(StreamField, versie._meta.get_field(versie.veld_inhoud))
        waarde = getattr(versie, veld.attname)
        tekst["tekst_stroom"] = waarde.get_prep_value() if waarde else []
    if versie.taal == BRONTAAL:
        _zet(pagina, tekst)
    else:
        _zet(pagina, {"taal": versie.taal, "vertaling": SimpleNamespace(**tekst)})
    _zet(pagina, {naam: getattr(versie, naam) for naam in ("title", "search_description")})


def _zet(ding: Any, waarden: dict[str, Any]) -> None:
    for naam, waarde in waarden.items():
        setattr(ding, naam, waarde)

"""From an address or a key to the call or the reaction it is about."""

from typing import TypeVar, cast

from django.http import Http404, HttpRequest
from wagtail.models import Site

from core.models import BasePage
from core.talen.lezen import heel_in_leestaal
from core.talen.taal import BRONTAAL
from inwoners.models import Doel, Sleutel
from inwoners.sleutels import vind_sleutel
from kernpagina.models import OproepPage
from meedoen.models import Reactie

P = TypeVar("P", bound=BasePage)


def vind_oproep(request: HttpRequest, pad: str) -> OproepPage | None:
    """The public call at this path below the front page, in the language that is being read."""
    return vind_openbaar(request, pad, OproepPage)


def vind_openbaar(request: HttpRequest, pad: str, soort: type[P]) -> P | None:
    """The public page of this kind at this path below the front page, in the language that is being read."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    paginas = soort.objects.openbaar().filter(locale__language_code=BRONTAAL)
    pagina = paginas.filter(url_path=f"{site.root_page.url_path}{pad}/").first()
    return cast("P", heel_in_leestaal(pagina)) if pagina else None


def vind_met_sleutel(geheim: str, doel: str, soort: str) -> tuple[Sleutel, int]:
    """A key out of a mail, and the number of the thing of this kind that it opens. Raises Http404."""
    sleutel = vind_sleutel(geheim, doel)
    wat, _, nummer = sleutel.waarvoor.partition(":") if sleutel else ("", "", "")
    if sleutel is None or wat != soort or not nummer.isdecimal():
        raise Http404
    return sleutel, int(nummer)


def vind_reactie(geheim: str, doel: str) -> tuple[Sleutel, Reactie]:
    """What a key out of a mail opens. Raises Http404."""
    sleutel, reactie = _bij_sleutel(geheim, doel, "reactie")
    # Whoever was forgotten took the key along; of a meeting there is no key.
    if reactie.inwoner is None or reactie.inwoner.adres_id != sleutel.adres_id:
        raise Http404
    return sleutel, reactie


def vind_van_tafel(geheim: str) -> tuple[Sleutel, Reactie]:
    """What was typed over with an address that has to be confirmed, or was. Raises Http404."""
    sleutel, reactie = _bij_sleutel(geheim, Doel.BEVESTIGEN, "tafel")
    if reactie.inwoner is None or reactie.inwoner.adres_id not in (None, sleutel.adres_id):
        raise Http404
    return sleutel, reactie


def _bij_sleutel(geheim: str, doel: str, waarvoor: str) -> tuple[Sleutel, Reactie]:
    sleutel, pk = vind_met_sleutel(geheim, doel, waarvoor)
    reactie = Reactie.objects.select_related("oproep", "inwoner").filter(pk=pk).first()
    if reactie is None:
        raise Http404
    heel_in_leestaal(reactie.oproep)
    return sleutel, reactie

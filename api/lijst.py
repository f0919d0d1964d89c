"""Pages of a list, and the answer around them."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, TextChoices
from django.http import Http404, HttpRequest

from api.lezing import Lezing
from api.schemas.basis import Lijst, Schema
from api.schemas.keuzes import naar_model
from api.vraag import LijstVraag
from core.paginering import nummers, op_nummer, tel_lijst

L = TypeVar("L", bound=Lijst)
Paginas = TypeVar("Paginas", bound=QuerySet)


def haal(request: HttpRequest, vraag: LijstVraag, rijen: Callable[[], QuerySet]) -> tuple[int, list[int]]:
    """How many there are in all, and the numbers of those on the asked page; found once until something changes.

    Raises Http404 beyond the last page; the first page may be empty.
    """
    sleutel = (request.get_host(), request.path, vraag)
    aantal = tel_lijst(rijen, sleutel)
    eerste = (vraag.pagina - 1) * vraag.pagina_grootte
    if eerste >= max(aantal, 1):
        raise Http404(GEEN_PAGINA)
    return aantal, nummers(rijen, eerste, eerste + vraag.pagina_grootte, sleutel)


GEEN_PAGINA = "Deze lijst heeft niet zo veel pagina's."


def rondom(request: HttpRequest, vraag: LijstVraag, aantal: int) -> dict[str, Any]:
    """The fields around the results: how many, which page, and the way to the next and the one before."""
    laatste = max(1, -(-aantal // vraag.pagina_grootte))
    return {
        "aantal": aantal,
        "pagina": vraag.pagina,
        "pagina_grootte": vraag.pagina_grootte,
        "volgende": _adres(request, vraag.pagina + 1) if vraag.pagina < laatste else None,
        "vorige": _adres(request, vraag.pagina - 1) if vraag.pagina > 1 else None,
    }


def als_lijst(
    request: HttpRequest,
    vraag: LijstVraag,
    lijst: type[L],
    rijen: QuerySet,
    bouw: Callable[[list[Any]], Sequence[Schema]],
) -> L:
    """A page of a list. `bouw` gets all its rows at once, to ask for what they share in one go."""
    aantal, gekozen = haal(request, vraag, lambda: rijen)
    deel = op_nummer(rijen, gekozen)
    return lijst.model_validate(rondom(request, vraag, aantal) | {"resultaten": bouw(deel)})


def kies(
    lezing: Lezing,
    vraag: LijstVraag,
    paginas: Paginas,
    in_kern: Callable[[Lezing, str], Q] = Lezing.in_kern,
    **keuzes: type[TextChoices],
) -> Paginas:
    """Those of these pages that were asked for: of a kern, with a theme, at a project, and with the choices by which
    this kind of page is narrowed down (the field, with what the model calls its values)."""
    if kern := getattr(vraag, "kern", None):
        paginas = paginas.filter(in_kern(lezing, kern))
    if thema := getattr(vraag, "thema", None):
        paginas = paginas.filter(themas__slug=thema)
    if project := getattr(vraag, "project", None):
        paginas = paginas.filter(lezing.bij_project(project))
    for veld, bron in keuzes.items():
        if waarde := getattr(vraag, veld):
            paginas = paginas.filter(**{veld: naar_model(bron, waarde)})
    return paginas


def _adres(request: HttpRequest, pagina: int) -> str:
    keuze = request.GET.dict() | {"pagina": str(pagina)}
    return request.build_absolute_uri(f"{request.path}?{urlencode(keuze)}")

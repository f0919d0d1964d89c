"""Pages of a list, and the answer around them."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet, TextChoices, Window
from django.http import Http404, HttpRequest

from api.lezing import Lezing
from api.schemas.basis import Lijst, Schema
from api.schemas.keuzes import naar_model
from api.vraag import LijstVraag

L = TypeVar("L", bound=Lijst)
Paginas = TypeVar("Paginas", bound=QuerySet)
# PostgreSQL can't count further, and there never is that much.
VERSTE = 10**9


def haal(rijen: QuerySet, vraag: LijstVraag) -> tuple[int, list[Any]]:
    """How many there are in all, and those on the asked page, in one query.

    Raises Http404 beyond the last page; the first page may be empty.
    """
    eerste = (vraag.pagina - 1) * vraag.pagina_grootte
    if eerste > VERSTE:
        raise Http404(GEEN_PAGINA)
    geteld = rijen.annotate(totaal=Window(Count("*")))
    deel = list(geteld[eerste : eerste + vraag.pagina_grootte])
    if deel:
        return deel[0].totaal, deel
    if vraag.pagina > 1:
        raise Http404(GEEN_PAGINA)
    return 0, []


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
    aantal, deel = haal(rijen, vraag)
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

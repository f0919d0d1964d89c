"""Pages of a list, and the answer around them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, TextChoices
from django.http import Http404, HttpRequest
from wagtail.query import PageQuerySet

from api.deelvragen import Kinderen, met_kinderen
from api.inhoud import Inhoudslader
from api.lezing import Lezing
from api.schemas.basis import Lijst, Schema
from api.schemas.keuzes import naar_model
from api.vraag import LijstVraag
from api.vullen import Rij
from core.paginering import blad, delen, tel

L = TypeVar("L", bound=Lijst)
Paginas = TypeVar("Paginas", bound=QuerySet)


def haal(rijen: QuerySet, vraag: LijstVraag, request: HttpRequest) -> tuple[int, list[Any]]:
    """How many there are in all, which is counted once until something changes, and those on the asked page.

    Raises Http404 beyond the last page; the first page may be empty.
    """
    aantal = sum(tel(deel, request) for deel in delen(rijen))
    eerste = (vraag.pagina - 1) * vraag.pagina_grootte
    if eerste >= max(aantal, 1):
        raise Http404(GEEN_PAGINA)
    return aantal, list(blad(rijen, eerste, eerste + vraag.pagina_grootte, request))


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
    aantal, deel = haal(rijen, vraag, request)
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


def lees_lijst(
    lezing: Lezing,
    vraag: LijstVraag,
    paginas: PageQuerySet,
    bouw: Callable[..., Schema],
    *kinderen: Kinderen,
    met_inhoud: bool,
) -> tuple[dict[str, Any], list[Schema]]:
    """A page of a list of pages, each as it is shown, and the fields around them.

    `bouw` makes the result of one page: it gets the reader, what texts refer to, the page and its `inhoud`.
    """
    paginas = met_kinderen(lezing.paginas(paginas), kinderen)
    aantal, deel = haal(paginas if met_inhoud else paginas.defer_streamfields(), vraag, lezing.request)
    deel = lezing.lees_alles(deel, vraag=partial(met_kinderen, kinderen=kinderen))
    lader = Inhoudslader(lezing)
    for pagina in deel:
        lader.neem_pagina(pagina, *kinderen, met_inhoud=met_inhoud)
    resultaten = [
        bouw(lezing, lader, pagina, inhoud=lader.inhoud_van(pagina) if met_inhoud else None)
        for pagina in deel
    ]
    return rondom(lezing.request, vraag, aantal), resultaten


def lijst_van(
    lezing: Lezing,
    vraag: LijstVraag,
    lijst: type[L],
    paginas: PageQuerySet,
    bouw: Callable[..., Schema],
    *kinderen: Kinderen,
) -> L:
    """The answer to a list of pages that may come with their text."""
    om, resultaten = lees_lijst(
        lezing, vraag, paginas, bouw, *kinderen, met_inhoud=getattr(vraag, "met_inhoud", False)
    )
    return lijst.model_validate(om | {"resultaten": resultaten})


def lees_detail(lezing: Lezing, paginas: QuerySet, pk: int, *kinderen: Kinderen) -> tuple[Rij, Inhoudslader]:
    """The page with this number as it is read, and what its text refers to; Http404 when it may not be seen."""
    gevonden = met_kinderen(lezing.lees(paginas, pk), kinderen)
    pagina = lezing.lees_een(gevonden, vraag=partial(met_kinderen, kinderen=kinderen))
    if pagina is None:
        raise Http404
    lader = Inhoudslader(lezing)
    lader.neem_pagina(pagina, *kinderen, met_inhoud=True)
    return pagina, lader


def _adres(request: HttpRequest, pagina: int) -> str:
    keuze = request.GET.dict() | {"pagina": str(pagina)}
    return request.build_absolute_uri(f"{request.path}?{urlencode(keuze)}")

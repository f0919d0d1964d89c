"""Reading forms: an answer is put together of texts that are there, and made up to date with what the day says.

Which pages a visitor may see is asked of the pages themselves, each time; a form only says what there is to tell. One
that isn't there is made on the spot.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from api.aantallen import GEEN, per_kern
from api.lezing import Lezing
from api.lijst import haal, rondom
from api.models import Vorm
from api.vormen.lezing import HIER, VormLezing
from api.vormen.maken import maak_vormen, maaksel
from api.vormen.soort import Json, Nu, Soort
from api.vraag import LijstVraag
from core.geheugen import Geheugen, onthoud, onthoud_elk
from core.models.plek import Plek
from core.paginering import lijsten

Rij = tuple[str, ...]
Paginas = Callable[[], QuerySet]  # only asked for what isn't remembered


class Stuk(NamedTuple):
    """What is told of a page: by this name, of these columns of its form, as this makes it up to date."""

    naam: str
    kolommen: tuple[str, ...]
    maak_af: Callable[[list[Rij]], list[str]]


JSON = "application/json; charset=utf-8"
# Of each page what was said of it, in bytes.
stukken = Geheugen(plaatsen=8_000_000, omvang=len)
VRAAG = (
    f"SELECT pagina_id, {{}} FROM {Vorm._meta.db_table} JOIN {Plek._meta.db_table} USING (pagina_id) "  # noqa: S608 - our own names
    f"WHERE openbaar AND site_id = %s AND {Vorm._meta.db_table}.taal = %s AND maaksel = %s AND pagina_id = ANY(%s)"
)


def lijst(lezing: Lezing, vraag: LijstVraag, soort: Soort, paginas: Paginas) -> HttpResponse:
    """The answer to a list of pages that may come with their text."""
    kolommen = ("kort", "feiten", "inhoud")[: 3 if getattr(vraag, "met_inhoud", False) else 2]

    def maak_af(rijen: list[Rij]) -> list[str]:
        nu = nu_voor(lezing)
        return [
            met_erbij(_afgemaakt(soort, kort, feiten, nu), inhoud=next(iter(inhoud), None))
            for kort, feiten, *inhoud in rijen
        ]

    return als_lijst(lezing, vraag, *van_lijst(lezing, vraag, paginas, Stuk("lijst", kolommen, maak_af)))


def detail(lezing: Lezing, soort: Soort, paginas: Paginas) -> HttpResponse:
    """The answer to one page, the first of these; Http404 when it may not be seen."""

    def maak_af(rijen: list[Rij]) -> list[str]:
        return [_detail(soort, *rij, nu_voor(lezing)) for rij in rijen]

    stuk = Stuk("een", ("kort", "feiten", "rest", "inhoud"), maak_af)
    return antwoord(lezing, een(lezing, paginas, stuk))


def van_lijst(lezing: Lezing, vraag: LijstVraag, paginas: Paginas, stuk: Stuk) -> tuple[int, list[bytes]]:
    """How many pages a visitor may see of these, and what there is to tell of those on the asked page."""
    aantal, nummers = haal(lezing.request, vraag, lambda: lezing.paginas(paginas()))
    return aantal, _lees_af(lezing, nummers, stuk)


def een(lezing: Lezing, paginas: Paginas, stuk: Stuk) -> bytes:
    """The same of one page; Http404 when a visitor may not see it."""

    def zoek() -> int:
        for nummer in lezing.paginas(paginas()).values_list("pk", flat=True)[:1]:
            return nummer
        raise Http404

    nummer = onthoud((lezing.request.get_host(), lezing.request.path), zoek, lijsten)
    for gelezen in _lees_af(lezing, [nummer], stuk):
        return gelezen
    raise Http404


def _lees_af(lezing: Lezing, nummers: list[int], stuk: Stuk) -> list[bytes]:
    """What there is to tell of these pages today, ready to go out. It follows from the page, the content and the day."""

    def maak(sleutels: list[tuple]) -> list[bytes]:
        gevraagd = [sleutel[-1] for sleutel in sleutels]
        vormen = _lees(lezing, gevraagd, stuk.kolommen)
        gevonden = [nummer for nummer in gevraagd if nummer in vormen]
        gemaakt = dict(zip(gevonden, stuk.maak_af([vormen[nummer] for nummer in gevonden]), strict=True))
        return [gemaakt.get(nummer, "").encode() for nummer in gevraagd]

    sleutels = [(stuk.naam, stuk.kolommen, lezing.site and lezing.site.pk, lezing.taal, n) for n in nummers]
    return list(filter(None, onthoud_elk(sleutels, maak, stukken)))


def _lees(lezing: Lezing, nummers: Sequence[int], kolommen: tuple[str, ...]) -> dict[int, Rij]:
    """These columns of the forms of those of these pages that are public, by their number."""
    if not nummers or lezing.site is None:
        return {}
    # Asked for by many readers, so without making a queryset of it.
    with connection.cursor() as cursor:
        vraag = VRAAG.format(", ".join(kolommen))
        cursor.execute(vraag, [lezing.site.pk, lezing.taal, maaksel(), list(nummers)])
        gevonden = {nummer: tuple(rest) for nummer, *rest in cursor.fetchall()}
    if ontbreekt := [nummer for nummer in nummers if nummer not in gevonden]:
        for vorm in maak_vormen(lezing.site, lezing.taal, ontbreekt):
            gevonden[vorm.pagina_id] = tuple(getattr(vorm, kolom) for kolom in kolommen)
    return gevonden


def nu_voor(lezing: Lezing) -> Nu:
    """What forms are made up to date with, for this reader."""
    vormlezing = VormLezing(lezing.site, lezing.taal)

    def kern(nummer: int | None) -> Json | None:
        verwijzing = vormlezing.kern_van(nummer)
        return verwijzing.model_dump(by_alias=True) if verwijzing else None

    # Asked for each village of a list; who has a cookie has no memory between visits.
    geteld = cache(lambda: per_kern(lezing))

    def aantallen(slug: str) -> Json:
        return geteld().get(slug, GEEN).model_dump(by_alias=True)

    return Nu(lezing.vandaag, kern, aantallen)


def _detail(soort: Soort, kort: str, feiten: str, rest: str, inhoud: str, nu: Nu) -> str:
    resultaat = json.loads(kort) | json.loads(rest)
    soort.maak_af(resultaat, json.loads(feiten), nu)
    volgorde = [veld.alias or naam for naam, veld in soort.detail.model_fields.items()]
    delen = {naam: als_tekst(waarde) for naam, waarde in resultaat.items()} | {"inhoud": inhoud}
    return "{" + ",".join(f'"{naam}":{delen[naam]}' for naam in volgorde) + "}"


def _afgemaakt(soort: Soort, kort: str, feiten: str, nu: Nu) -> str:
    resultaat = json.loads(kort)
    soort.maak_af(resultaat, json.loads(feiten), nu)
    return als_tekst(resultaat)


def met_erbij(resultaat: str, **velden: str | None) -> str:
    """An object with these fields after its own; each is JSON already, and None is left out."""
    erbij = "".join(f',"{naam}":{waarde}' for naam, waarde in velden.items() if waarde is not None)
    return resultaat[:-1] + erbij + "}"


def als_tekst(waarde: Any) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


def als_lijst(
    lezing: Lezing, vraag: LijstVraag, aantal: int, resultaten: Iterable[bytes], erbij: Json | None = None
) -> HttpResponse:
    """The answer of these results, with what stands around every list and what comes with this one."""
    om = rondom(lezing.request, vraag, aantal)
    om["paginaGrootte"] = om.pop("pagina_grootte")
    om |= erbij or {}
    return antwoord(lezing, b'%b,"resultaten":[%b]}' % (als_tekst(om)[:-1].encode(), b",".join(resultaten)))


def antwoord(lezing: Lezing, tekst: bytes, soort: str = JSON) -> HttpResponse:
    hier = lezing.absoluut("/").removesuffix("/")
    return HttpResponse(tekst.replace(HIER.encode(), hier.encode()), content_type=soort)

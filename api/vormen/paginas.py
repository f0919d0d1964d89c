"""The form of any page, whatever its kind: what `/paginas` says of it."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Left, Length
from wagtail.models import Page

from api.deelvragen import pagina_json
from api.inhoud import Inhoudslader
from api.paginasoorten import bron_van, inleiding_van, met_tekst, soort_van, stroom_van
from api.schemas import paginas as s
from api.schemas.blokken import Blok
from api.vormen.lezing import HIER, VormLezing
from api.vormen.soort import Json, Nu
from api.vullen import Rij, vul
from core.talen.lezen import vertaald
from core.talen.taal import BRONTAAL, talen
from kernpagina.models import KernPage


def met_alles(lezing: VormLezing, paginas: QuerySet) -> QuerySet:
    """With everything of a result in one query."""
    anders = Page.objects.filter(vertaald(*talen()), translation_key=OuterRef("translation_key"))
    anders = anders.exclude(locale__language_code=BRONTAAL).order_by("locale_id")
    boven = Page.objects.filter(path=Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen))
    return met_tekst(
        paginas.annotate(
            vertaald_in=ArraySubquery(anders.values("locale__language_code")),
            ouder_rijen=pagina_json(lezing, boven.order_by()),
            ouder_nummer=Subquery(boven.order_by().values("pk")[:1]),
            kern_nummer=F("plek__kern"),
        )
    )


def inhoud_van(lezing: VormLezing, lader: Inhoudslader, pagina: Rij) -> list[Blok]:
    """The blocks of a page. Those of a kern say where the lists of this kern are to be had."""
    if not (stroom := stroom_van(pagina)):
        return []
    kern = lezing.eigen_kern(pagina.path) if pagina.specific_class is KernPage else None
    return lader.als_blokken(stroom[1], kern)


def bouw(lezing: VormLezing, pagina: Rij, inhoud: list[Blok]) -> s.PaginaDetail:
    lezing.zag("pagina", pagina.ouder_nummer)
    pad = lezing.pad_van(pagina)
    return vul(
        s.PaginaDetail,
        pagina,
        soort=soort_van(pagina),
        pad=pad,
        url=lezing.absoluut(pad),
        api_url=None,
        kern=None,
        vertalingen=[
            s.Vertaling(taal=taal, id=pagina.pk, url=lezing.absoluut(lezing.pad(pagina.url_path, taal)))
            for taal in (BRONTAAL, *pagina.vertaald_in)
            if taal != pagina.taal
        ],
        ouder=lezing.verwijzing(next(iter(pagina.ouder_rijen), None)),
        versie="",
        inleiding=inleiding_van(pagina),
        inhoud=inhoud,
    )


def maak_af(resultaat: Json, feit: Json, nu: Nu) -> None:
    resultaat["kern"] = kern = nu.kern(feit["kern"])
    bron = bron_van(resultaat["soort"], resultaat["id"], kern["slug"] if kern else None)
    resultaat["apiUrl"] = HIER + bron if bron else None

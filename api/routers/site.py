"""What stands around every page, and where pages went that had another address."""

from functools import partial

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.http import Http404, HttpRequest
from django.utils.translation import get_language_info
from ninja import Query
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from api.lezing import Lezing
from api.lijst import als_lijst
from api.router import maak_router
from api.schemas import site as s
from api.vraag import LijstVraag, Vraag
from api.vullen import vul
from core.models import GemeenteInstellingen
from core.talen.adres import voorvoegsel
from core.talen.taal import BRONTAAL, talen
from home.menu import hoofdmenu, voetmenu

router = maak_router("Site")


@router.get(
    "/site",
    response=s.Site,
    operation_id="site",
    summary="Menu, voet en contact",
    description="Wat op elke pagina om de tekst heen staat: de talen, het hoofdmenu, de links onderaan en de gemeente.",
)
def site(request: HttpRequest, vraag: Query[Vraag]) -> s.Site:
    lezing = Lezing.van(request, vraag.taal)
    if lezing.site is None:
        raise Http404
    return s.Site(
        taal=vraag.taal,
        naam=lezing.site.site_name or "Bloei!",
        url=lezing.absoluut(voorvoegsel(vraag.taal)),
        talen=[
            s.TaalVanDeSite(
                taal=taal, naam=get_language_info(taal)["name_local"], url=lezing.absoluut(voorvoegsel(taal))
            )
            for taal in talen()
        ],
        menu=[s.MenuRegel(titel=str(naam), url=lezing.absoluut(adres)) for naam, adres in hoofdmenu()],
        voet=[
            s.MenuRegel(titel=str(naam), url=lezing.absoluut(pad))
            for naam, pad in voetmenu(lezing.site).values()
        ],
        contact=vul(s.Contact, GemeenteInstellingen.load(request_or_site=request)),
    )


@router.get(
    "/omleidingen",
    response=s.Omleidingen,
    operation_id="omleidingen",
    summary="Adressen van vroeger",
    description="Waar een pagina nu staat die een andere naam of plek kreeg. Het zijn Nederlandse paden: in een andere taal "
    "komt `/en` voor allebei.",
)
def omleidingen(request: HttpRequest, vraag: Query[LijstVraag]) -> s.Omleidingen:
    lezing = Lezing.van(request, vraag.taal)
    if lezing.site is None:
        raise Http404
    zichtbaar = lezing.paginas(Page.objects.all())
    wortel = lezing.site.root_page.url_path.rstrip("/")
    hier_staat = Page.objects.filter(
        url_path=Concat(Value(wortel), OuterRef("old_path"), Value("/")), live=True
    )
    rijen = (
        Redirect.get_for_site(lezing.site)
        .filter(Q(redirect_page__in=zichtbaar) | (Q(redirect_page=None) & ~Q(redirect_link="")))
        .exclude(Exists(hier_staat))
        .order_by("old_path", "pk")
        .annotate(url_path=F("redirect_page__url_path"))
    )
    bouw = partial(_als_omleiding, lezing)
    return als_lijst(request, vraag, s.Omleidingen, rijen, lambda deel: [bouw(rij) for rij in deel])


def _als_omleiding(lezing: Lezing, rij: Redirect) -> s.Omleiding:
    url_path = getattr(rij, "url_path")  # noqa: B009 - added by the query
    naar = lezing.pad(url_path, BRONTAAL) if url_path else rij.redirect_link
    return vul(
        s.Omleiding, rij, taal=BRONTAAL, naar=naar, url=lezing.absoluut(naar), pagina=rij.redirect_page_id
    )

"""Every public page, whatever its kind, for a channel that shows or mirrors the whole site."""

import hashlib
from typing import Any

from django.db.models import OuterRef
from django.db.models.functions import Left, Length
from django.http import Http404, HttpRequest
from ninja import Query, Router
from pydantic import Field
from wagtail.models import Page
from wagtail.query import PageQuerySet

from api.bestaand import BestaandeKern
from api.deelvragen import pagina_json
from api.inhoud import Inhoudslader
from api.lezing import Lezing
from api.lijst import als_lijst
from api.paginasoorten import SOORTEN, bron_van, met_tekst, soort_van, van_soort
from api.schemas import paginas as s
from api.schemas.blokken import Blok
from api.versie import VERSIE
from api.vraag import JaOfNee, LijstVraag, Moment, Vraag
from core.omleidingen import oud_pad
from core.talen.adres import uit_pad
from core.voorwaardelijk import met_etag

router = Router(tags=["Pagina's"], by_alias=True)
router.add_decorator(met_etag(vorm=VERSIE), mode="view")

EIND_VAN_PAD = 1000


class PaginaVraag(LijstVraag):
    pad: str | None = Field(
        None,
        pattern=r"^/[^\x00-\x1f]*$",
        max_length=EIND_VAN_PAD,
        description="Alleen de pagina met dit pad, ook een pad van vroeger. De taal voor het pad (`/en/beesd/`) gaat voor `taal`. "
        "Zonder vertaling komt de Nederlandse pagina. Is er geen pagina, dan is het antwoord 404.",
        examples=["/beesd/"],
    )
    soort: s.PaginaSoort | None = Field(None, description="Alleen dit soort pagina's.")
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    gewijzigd_sinds: Moment | None = Field(
        None, description="Alleen wat sinds dit moment is gepubliceerd.", examples=["2027-03-01T00:00:00Z"]
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")
    met_versie: JaOfNee = Field(
        False,
        description="Of er bij moet wat de `versie` is: die verandert met alles wat over de pagina te krijgen is.",
    )


@router.get(
    "",
    response=s.Paginas,
    operation_id="paginas",
    summary="Alle openbare pagina's",
    description="Elke pagina van de site, in de volgorde van de site. Zoek er één op met `pad`.",
)
def lijst(request: HttpRequest, vraag: Query[PaginaVraag]) -> s.Paginas:
    taal, pad = uit_pad(vraag.pad or "")
    lezing = Lezing.van(request, taal or vraag.taal)
    paginas = Page.objects.filter(van_soort(*([vraag.soort] if vraag.soort else SOORTEN))).order_by("path")
    if vraag.kern:
        paginas = paginas.filter(lezing.in_kern(vraag.kern))
    if vraag.gewijzigd_sinds:
        paginas = paginas.filter(last_published_at__gte=vraag.gewijzigd_sinds)
    gekozen = _op_pad(lezing, paginas, pad) if vraag.pad else lezing.paginas(paginas)

    def bouw(deel: list[Page]) -> list[s.Pagina]:
        if vraag.pad and not deel:
            raise Http404("Op dit pad staat geen openbare pagina.")
        if not heel:
            return [s.Pagina(**gegevens(lezing, p)) for p in deel]
        paginas = [_met_versie(detail_) for detail_ in _details(lezing, deel)]
        weg = {"inleiding"} if vraag.met_inhoud else {"inleiding", "inhoud"}
        return [s.Pagina(**{naam: w for naam, w in iter(pagina) if naam not in weg}) for pagina in paginas]

    heel = vraag.met_inhoud or vraag.met_versie
    rijen = met_alles(lezing, gekozen)
    return als_lijst(request, vraag, s.Paginas, met_tekst(rijen) if heel else rijen, bouw)


@router.get(
    "/{int:id}",
    response=s.PaginaDetail,
    operation_id="pagina",
    summary="Eén pagina",
    description="Een pagina van welke soort ook, met haar tekst. `apiUrl` wijst naar de rest van haar gegevens.",
)
def detail(request: HttpRequest, id: int, vraag: Query[Vraag]) -> s.PaginaDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    paginas = lezing.lees(Page.objects.filter(van_soort(*SOORTEN)), id)
    pagina = met_tekst(met_alles(lezing, paginas)).first()
    if pagina is None:
        raise Http404
    return _met_versie(*_details(lezing, [pagina]))


def _details(lezing: Lezing, paginas: list[Page]) -> list[s.PaginaDetail]:
    inhoud = _inhoud(lezing, paginas)
    return [
        s.PaginaDetail(**gegevens(lezing, p), versie="", inleiding=p.inleiding, inhoud=inhoud[p.pk])
        for p in paginas
    ]


def _met_versie(pagina: s.PaginaDetail) -> s.PaginaDetail:
    """The version is a hash of the answer itself: a date of publication says nothing of a link whose page moved."""
    hash_ = hashlib.blake2b(pagina.model_dump_json().encode(), digest_size=12)
    return pagina.model_copy(update={"versie": hash_.hexdigest()})


def _op_pad(lezing: Lezing, paginas: PageQuerySet, pad: str) -> PageQuerySet:
    """The page that the site shows under this path, or showed before it moved: its translation, or else the Dutch page."""
    if lezing.site is None:
        return paginas.none()
    hier = lezing.bronnen(Page.objects.filter(url_path=lezing.site.root_page.url_path + pad))
    if not hier.exists() and (verhuisd := oud_pad(lezing.site, f"/{pad}")):
        hier = lezing.bronnen(Page.objects.filter(pk=verhuisd.pk))
    return lezing.paginas(paginas.filter(translation_key__in=hier.values("translation_key")))


def met_alles(lezing: Lezing, paginas: PageQuerySet) -> PageQuerySet:
    """With everything of a result in one query."""
    anders = Page.objects.filter(translation_key=OuterRef("translation_key"), alias_of__isnull=True)
    boven = Page.objects.filter(path=Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen))
    return paginas.select_related("locale", "content_type").annotate(
        vertaling_rijen=pagina_json(
            lezing.zichtbaar(anders.exclude(pk=OuterRef("pk"))).order_by("locale_id")
        ),
        ouder_rijen=pagina_json(lezing.zichtbaar(boven)),
    )


def gegevens(lezing: Lezing, pagina: Page) -> dict[str, Any]:
    taal = pagina.locale.language_code
    kern = lezing.kern(pagina.path)
    pad = lezing.pad(pagina.url_path, taal)
    bron = bron_van(pagina, kern.slug if kern else None)
    return {
        "id": pagina.pk,
        "taal": taal,
        "soort": soort_van(pagina),
        "titel": pagina.title,
        "pad": pad,
        "url": lezing.absoluut(pad),
        "api_url": lezing.absoluut(bron) if bron else None,
        "kern": kern,
        "vertalingen": [
            s.Vertaling(taal=rij["taal"], id=rij["id"], url=lezing.url_van_rij(rij))
            for rij in pagina.vertaling_rijen
        ],
        "zoekbeschrijving": pagina.search_description,
        "eerste_gepubliceerd": pagina.first_published_at,
        "gewijzigd": pagina.last_published_at,
        "ouder": lezing.verwijzing(next(iter(pagina.ouder_rijen), None)),
    }


def _inhoud(lezing: Lezing, paginas: list[Page]) -> dict[int, list[Blok]]:
    """The blocks of each page; of a page that only lists others there are none."""
    lader = Inhoudslader(lezing)
    for pagina in paginas:
        soort = SOORTEN[soort_van(pagina)]
        if pagina.stroom:
            lader.neem_blokken(soort.model._meta.get_field(soort.stroom).stream_block, pagina.stroom)
    return {p.pk: lader.als_blokken(p.stroom or [], lezing.kern(p.path)) for p in paginas}

"""Every public page, whatever its kind, for a channel that shows or mirrors the whole site."""

import hashlib
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import Left, Length
from django.http import Http404, HttpRequest
from ninja import Query
from pydantic import Field
from wagtail.models import Page

from api.bestaand import BestaandeKern
from api.deelvragen import pagina_json
from api.inhoud import Inhoudslader
from api.lezing import Lezing
from api.lijst import als_lijst, kies
from api.paginasoorten import SOORTEN, bron_van, inleiding_van, met_tekst, soort_van, stroom_van, van_soort
from api.router import maak_router
from api.schemas import paginas as s
from api.schemas.basis import Resultaat
from api.vraag import JaOfNee, LijstVraag, Moment, Vraag
from api.vullen import Rij, vul
from core.omleidingen import oud_pad
from core.talen.adres import uit_pad
from core.talen.lezen import gepubliceerd_op, vertaald
from core.talen.taal import BRONTAAL, talen

router = maak_router("Pagina's")

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

    @property
    def leestaal(self) -> str:
        return uit_pad(self.pad or "")[0] or self.taal


@router.get(
    "",
    response=s.Paginas,
    operation_id="paginas",
    summary="Alle openbare pagina's",
    description="Elke pagina van de site, in de volgorde van de site. Zoek er één op met `pad`.",
)
def lijst(request: HttpRequest, vraag: Query[PaginaVraag]) -> s.Paginas:
    lezing = Lezing.van(request, vraag.leestaal)
    paginas = Page.objects.filter(van_soort(*([vraag.soort] if vraag.soort else SOORTEN))).order_by("path")
    if vraag.gewijzigd_sinds:
        paginas = paginas.annotate(gepubliceerd=gepubliceerd_op(vraag.leestaal))
        paginas = paginas.filter(gepubliceerd__gte=vraag.gewijzigd_sinds)
    if lezing.site:
        # Known already, but an index in the order of the site has to be told where in it the site is.
        paginas = paginas.filter(path__startswith=lezing.site.root_page.path)
    gekozen = lezing.paginas(kies(lezing, vraag, paginas))
    if vraag.pad:
        gekozen = _op_pad(lezing, gekozen, uit_pad(vraag.pad)[1])

    def bouw(deel: list[Page]) -> list[s.Pagina]:
        if vraag.pad and not deel:
            raise Http404("Op dit pad staat geen openbare pagina.")
        if not heel:
            return [
                als_resultaat(s.Pagina, lezing, p, versie=None, inhoud=None) for p in lezing.lees_alles(deel)
            ]
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
    gelezen = lezing.lees_alles(paginas, vraag=met_tekst)
    lader = Inhoudslader(lezing)
    for pagina in gelezen:
        if stroom := stroom_van(pagina):
            lader.neem_blokken(*stroom)
    return [
        als_resultaat(
            s.PaginaDetail,
            lezing,
            pagina,
            versie="",
            inleiding=inleiding_van(pagina),
            inhoud=lader.als_blokken(stroom[1], lezing.kern(pagina.path))
            if (stroom := stroom_van(pagina))
            else [],
        )
        for pagina in gelezen
    ]


def _met_versie(pagina: s.PaginaDetail) -> s.PaginaDetail:
    """The version is a hash of the answer itself: a date of publication says nothing of a link whose page moved."""
    hash_ = hashlib.blake2b(pagina.model_dump_json().encode(), digest_size=12)
    return pagina.model_copy(update={"versie": hash_.hexdigest()})


def _op_pad(lezing: Lezing, paginas: QuerySet, pad: str) -> QuerySet:
    """The page that the site shows under this path, or showed before it moved."""
    if lezing.site is None:
        return paginas
    hier = paginas.filter(url_path=lezing.site.root_page.url_path + pad)
    if not hier.exists() and (verhuisd := oud_pad(lezing.site, f"/{pad}")):
        return paginas.filter(pk=verhuisd.pk)
    return hier


def met_alles(lezing: Lezing, paginas: QuerySet) -> QuerySet:
    """With everything of a result in one query."""
    anders = Page.objects.filter(vertaald(*talen()), translation_key=OuterRef("translation_key"))
    anders = anders.exclude(locale__language_code=BRONTAAL).order_by("locale_id")
    boven = Page.objects.filter(path=Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen))
    return paginas.annotate(
        vertaald_in=ArraySubquery(anders.values("locale__language_code")),
        ouder_rijen=pagina_json(lezing, boven.order_by()),
    )


def als_resultaat(soort: type[Resultaat], lezing: Lezing, pagina: Rij, **rest: Any) -> Any:
    kern = lezing.kern(pagina.path)
    pad = lezing.pad_van(pagina)
    bron = bron_van(pagina, kern.slug if kern else None)
    return vul(
        soort,
        pagina,
        soort=soort_van(pagina),
        pad=pad,
        url=lezing.absoluut(pad),
        api_url=lezing.absoluut(bron) if bron else None,
        kern=kern,
        vertalingen=[
            s.Vertaling(taal=taal, id=pagina.pk, url=lezing.absoluut(lezing.pad(pagina.url_path, taal)))
            for taal in (BRONTAAL, *pagina.vertaald_in)
            if taal != pagina.taal
        ],
        ouder=lezing.verwijzing(next(iter(pagina.ouder_rijen), None)),
        **rest,
    )

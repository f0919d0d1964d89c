"""Every public page, whatever its kind, for a channel that shows or mirrors the whole site."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Left, Length
from django.http import Http404, HttpRequest
from ninja import Query
from pydantic import Field
from wagtail.models import Page

from api.afbeeldingen import MetBeeld
from api.bestaand import BestaandeKern
from api.deelvragen import pagina_json
from api.inhoud import Inhoudslader
from api.lezing import Lezing
from api.lijst import als_lijst, kies
from api.paginasoorten import SOORTEN, bron_van, inleiding_van, met_tekst, soort_van, stroom_van, van_soort
from api.router import maak_router
from api.schemas import paginas as s
from api.schemas.basis import Resultaat
from api.sinds import MetSinds, sinds
from api.vraag import JaOfNee, LijstVraag, Vraag
from api.vullen import Rij, vul
from core.omleidingen import oud_pad
from core.talen.adres import uit_pad
from core.talen.lezen import vertaald
from core.talen.taal import BRONTAAL, talen
from volgen.models import Wijziging

router = maak_router("Pagina's")

EIND_VAN_PAD = 1000


class PaginaVraag(MetBeeld, MetSinds, LijstVraag):
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
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")
    met_versie: JaOfNee = Field(
        False,
        description="Doet niets meer: `versie` staat er altijd bij. Blijft bestaan zolang v1 er is.",
        deprecated=True,
    )

    @property
    def leestaal(self) -> str:
        return uit_pad(self.pad or "")[0] or self.taal


class DetailVraag(MetBeeld, Vraag):
    pass


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
    paginas = sinds(paginas, vraag.gewijzigd_sinds, vraag.leestaal)
    gekozen = lezing.paginas(kies(lezing, vraag, paginas))
    if vraag.pad:
        gekozen = _op_pad(lezing, gekozen, uit_pad(vraag.pad)[1])

    def bouw(deel: list[Page]) -> list[s.Pagina]:
        if vraag.pad and not deel:
            raise Http404("Op dit pad staat geen openbare pagina.")
        if not vraag.met_inhoud:
            return [
                als_resultaat(s.Pagina, lezing, p, inleiding=None, inhoud=None)
                for p in lezing.lees_alles(deel)
            ]
        return [s.Pagina(**dict(pagina)) for pagina in _details(lezing, deel)]

    rijen = met_alles(lezing, gekozen)
    gevonden = als_lijst(request, vraag, s.Paginas, met_tekst(rijen) if vraag.met_inhoud else rijen, bouw)
    if vraag.pad and uit_pad(gevonden.resultaten[0].pad)[1] != uit_pad(vraag.pad)[1]:
        gevonden.verhuisd_naar = gevonden.resultaten[0].pad
    return gevonden


@router.get(
    "/{int:id}",
    response=s.PaginaDetail,
    operation_id="pagina",
    summary="Eén pagina",
    description="Een pagina van welke soort ook, met haar tekst. `apiUrl` wijst naar de rest van haar gegevens.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> s.PaginaDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    paginas = lezing.lees(Page.objects.filter(van_soort(*SOORTEN)), id)
    pagina = met_tekst(met_alles(lezing, paginas)).first()
    if pagina is None:
        raise Http404
    return _details(lezing, [pagina])[0]


def _details(lezing: Lezing, paginas: list[Page]) -> list[s.PaginaDetail]:
    return als_details(lezing, lezing.lees_alles(paginas, vraag=met_tekst))


def als_details(lezing: Lezing, gelezen: list[Page]) -> list[s.PaginaDetail]:
    """Pages that were read, with all that `met_alles` and `met_tekst` add to them."""
    lader = Inhoudslader(lezing)
    for pagina in gelezen:
        if stroom := stroom_van(pagina):
            lader.neem_blokken(*stroom)
    return [
        als_resultaat(
            s.PaginaDetail,
            lezing,
            pagina,
            inleiding=inleiding_van(pagina),
            inhoud=lader.als_blokken(stroom[1], lezing.kern(pagina.path))
            if (stroom := stroom_van(pagina))
            else [],
        )
        for pagina in gelezen
    ]


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
    regels = Wijziging.objects.filter(pagina=OuterRef("pk")).order_by("-nummer").values("nummer")
    return paginas.annotate(
        laatste_wijziging=Coalesce(Subquery(regels[:1]), 0),
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
        versie=str(pagina.laatste_wijziging),
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

"""Every public page, whatever its kind, for a channel that shows or mirrors the whole site."""

import json

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field
from wagtail.models import Page

from api.bestaand import BestaandeKern
from api.lezing import Lezing
from api.lijst import kies
from api.paginasoorten import SOORTEN, van_soort
from api.router import maak_router
from api.schemas import paginas as s
from api.vormen import lezen
from api.vormen import paginas as algemeen
from api.vormen.lezen import als_tekst, met_erbij
from api.vormen.soort import Nu
from api.vraag import JaOfNee, LijstVraag, Moment, Vraag
from core.lezer import met_nummer
from core.omleidingen import oud_pad
from core.talen.adres import uit_pad
from core.talen.lezen import gepubliceerd_op

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
def lijst(request: HttpRequest, vraag: Query[PaginaVraag]) -> HttpResponse:
    lezing = Lezing.van(request, vraag.leestaal)
    paginas = Page.objects.filter(van_soort(*([vraag.soort] if vraag.soort else SOORTEN))).order_by("path")
    if vraag.gewijzigd_sinds:
        paginas = paginas.annotate(gepubliceerd=gepubliceerd_op(vraag.leestaal))
        paginas = paginas.filter(gepubliceerd__gte=vraag.gewijzigd_sinds)
    gekozen = kies(lezing, vraag, paginas)
    if vraag.pad:
        gekozen = _op_pad(lezing, gekozen, uit_pad(vraag.pad)[1])

    met_versie = vraag.met_inhoud or vraag.met_versie
    tekst = ("inleiding", "inhoud") if met_versie else ()
    aantal, rijen = lezen.haal_vormen(lezing, vraag, gekozen, "pagina_kort", "feiten", *tekst)
    if vraag.pad and not rijen:
        raise Http404("Op dit pad staat geen openbare pagina.")
    nu = lezen.nu_voor(lezing)

    def resultaat(kort: str, feiten: str, *tekst: str) -> str:
        pagina = _afgemaakt(kort, feiten, nu)
        versie = als_tekst(algemeen.versie(pagina, *tekst)) if met_versie else None
        return met_erbij(pagina, versie=versie, inhoud=tekst[1] if vraag.met_inhoud else None)

    return lezen.als_lijst(lezing, vraag, aantal, [resultaat(*rij) for rij in rijen])


@router.get(
    "/{int:id}",
    response=s.PaginaDetail,
    operation_id="pagina",
    summary="Eén pagina",
    description="Een pagina van welke soort ook, met haar tekst. `apiUrl` wijst naar de rest van haar gegevens.",
)
def detail(request: HttpRequest, id: int, vraag: Query[Vraag]) -> HttpResponse:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    paginas = met_nummer(Page.objects.filter(van_soort(*SOORTEN)).order_by(), id)
    kort, feiten, inleiding, inhoud = lezen.een(
        lezing, paginas, "pagina_kort", "feiten", "inleiding", "inhoud"
    )
    pagina = _afgemaakt(kort, feiten, lezen.nu_voor(lezing))
    versie = als_tekst(algemeen.versie(pagina, inleiding, inhoud))
    return lezen.antwoord(lezing, met_erbij(pagina, versie=versie, inleiding=inleiding, inhoud=inhoud))


def _afgemaakt(kort: str, feiten: str, nu: Nu) -> str:
    pagina = json.loads(kort)
    algemeen.maak_af(pagina, json.loads(feiten), nu)
    return als_tekst(pagina)


def _op_pad(lezing: Lezing, paginas: QuerySet, pad: str) -> QuerySet:
    """The page that the site shows under this path, or showed before it moved."""
    if lezing.site is None:
        return paginas
    hier = paginas.filter(url_path=lezing.site.root_page.url_path + pad)
    if not lezing.paginas(hier).exists() and (verhuisd := oud_pad(lezing.site, f"/{pad}")):
        return paginas.filter(pk=verhuisd.pk)
    return hier

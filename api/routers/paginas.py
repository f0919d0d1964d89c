"""Every public page, whatever its kind, for a channel that shows or mirrors the whole site."""

import json
from collections.abc import Sequence
from functools import partial

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field
from wagtail.models import Page

from api.afbeeldingen import MetBeeld
from api.bestaand import BestaandeKern
from api.fouten import PAD
from api.lezing import Lezing
from api.lijst import kies
from api.paginasoorten import SOORTEN, van_soort
from api.router import maak_router
from api.schemas import paginas as s
from api.sinds import MetSinds, sinds
from api.vormen import lezen
from api.vormen import paginas as algemeen
from api.vormen.lezen import Stuk, als_tekst, met_erbij
from api.vraag import JaOfNee, LijstVraag, Vraag
from core.lezer import met_nummer
from core.omleidingen import oud_pad
from core.talen.adres import uit_pad
from volgen.models import Wijziging

router = maak_router("Pagina's")

EIND_VAN_PAD = 1000
GEEN = "null"
KOLOMMEN = ("pagina_kort", "feiten", "inleiding", "inhoud")


class PaginaVraag(MetBeeld, MetSinds, LijstVraag):
    pad: str | None = Field(
        None,
        pattern=PAD,
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
def lijst(request: HttpRequest, vraag: Query[PaginaVraag]) -> HttpResponse:
    lezing = Lezing.van(request, vraag.leestaal)
    stuk = Stuk("pagina in lijst", KOLOMMEN[: 4 if vraag.met_inhoud else 2], partial(_afgemaakt, lezing))
    aantal, paginas = lezen.van_lijst(lezing, vraag, partial(_gekozen, lezing, vraag), stuk)
    if vraag.pad and not paginas:
        raise Http404("Op dit pad staat geen openbare pagina.")
    om = {"verhuisdNaar": _verhuisd_naar(vraag.pad, paginas[0]) if vraag.pad else None}
    return lezen.als_lijst(lezing, vraag, aantal, paginas, om)


def _gekozen(lezing: Lezing, vraag: PaginaVraag) -> QuerySet:
    alle = Page.objects.filter(van_soort(*([vraag.soort] if vraag.soort else SOORTEN))).order_by("path")
    alle = sinds(alle, vraag.gewijzigd_sinds, vraag.leestaal)
    if lezing.site:
        # Known already, but an index in the order of the site has to be told where in it the site is.
        alle = alle.filter(path__startswith=lezing.site.root_page.path)
    gekozen = kies(lezing, vraag, alle)
    return _op_pad(lezing, gekozen, uit_pad(vraag.pad)[1]) if vraag.pad else gekozen


@router.get(
    "/{int:id}",
    response=s.PaginaDetail,
    operation_id="pagina",
    url_name="pagina",
    summary="Eén pagina",
    description="Een pagina van welke soort ook, met haar tekst. `apiUrl` wijst naar de rest van haar gegevens.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> HttpResponse:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)

    def paginas() -> QuerySet:
        return met_nummer(Page.objects.filter(van_soort(*SOORTEN)).order_by(), id)

    stuk = Stuk("pagina", KOLOMMEN, partial(_afgemaakt, lezing, altijd_inleiding=True))
    return lezen.antwoord(lezing, lezen.een(lezing, paginas, stuk))


def _afgemaakt(
    lezing: Lezing, vormen: Sequence[tuple[str, ...]], *, altijd_inleiding: bool = False
) -> list[str]:
    """These forms, each with what is only known when somebody reads. With their text, when that is there; in a list an
    introduction that nobody wrote is left out."""
    nu = lezen.nu_voor(lezing)
    paginas = [json.loads(kort) for kort, *_ in vormen]
    versies = Wijziging.objects.laatste_van(pagina["id"] for pagina in paginas)
    resultaten = []
    for pagina, (_, feiten, *tekst) in zip(paginas, vormen, strict=True):
        algemeen.maak_af(pagina, json.loads(feiten), nu)
        pagina["versie"] = str(versies.get(pagina["id"], 0))
        erbij = dict(zip(KOLOMMEN[2:], tekst, strict=False))
        if erbij.get("inleiding") == GEEN and not altijd_inleiding:
            del erbij["inleiding"]
        resultaten.append(met_erbij(als_tekst(pagina), **erbij))
    return resultaten


def _verhuisd_naar(pad: str, vorm: bytes) -> str | None:
    """The path of the page that was found, when it isn't the one that was asked for. Its language may be another."""
    gevonden = json.loads(vorm)["pad"]
    return gevonden if uit_pad(gevonden)[1] != uit_pad(pad)[1] else None


def _op_pad(lezing: Lezing, paginas: QuerySet, pad: str) -> QuerySet:
    """The page that the site shows under this path, or showed before it moved."""
    if lezing.site is None:
        return paginas
    hier = paginas.filter(url_path=lezing.site.root_page.url_path + pad)
    if not lezing.paginas(hier).exists() and (verhuisd := oud_pad(lezing.site, f"/{pad}")):
        return paginas.filter(pk=verhuisd.pk)
    return hier

"""Searching in everything."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest
from django.utils.translation import gettext, override
from ninja import Query
from pydantic import Field
from wagtail.models import Page

from api.bestaand import BestaandeKern, BestaandThema
from api.lezing import Lezing
from api.lijst import GEEN_PAGINA, rondom
from api.paginasoorten import SOORT_VAN, SOORTEN
from api.router import maak_router
from api.schemas import zoek as s
from api.schemas.basis import KernVerwijzing
from api.schemas.paginas import PaginaSoort
from api.vraag import LijstVraag
from api.vullen import Rij, vul
from core.models import BasePage
from kernpagina.models import AgendaItemThema, Kernagendapunt, OproepThema
from projecten.models import ProjectThema
from search.antwoord import beantwoord
from search.punten import punten_bij
from search.vraag import Zoekvraag
from search.zoeken import MEESTE, Treffer, als_html, met_fragment

router = maak_router("Zoeken")

# By what `Page` calls its kinds: the fields that say when it is and how it stands with it.
FEITEN = {
    "agendaitempage": ("begin", "einde", "hele_dag", "status"),
    "oproeppage": ("opent", "sluit", "uitkomst", "terugkoppeling_uiterlijk"),
    "projectpage": ("status",),
}
FEITEN_VELDEN = [f"{soort}__{veld}" for soort, velden in FEITEN.items() for veld in velden]


class ZoekVraag(LijstVraag):
    q: str = Field(
        min_length=2,
        max_length=200,
        pattern=r"^[^\x00-\x1f]*$",
        description="De woorden. *speeltuinen* vindt ook *speeltuin*; woorden tussen aanhalingstekens staan bij elkaar.",
        examples=["speeltuin"],
    )
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    soort: PaginaSoort | None = Field(None, description="Alleen dit soort pagina's.")
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])


@dataclass
class Gevonden:
    """A page that was found, with what it can be narrowed down by."""

    pk: int
    soort: PaginaSoort
    kern: KernVerwijzing | None
    themas: set[str]


@router.get(
    "",
    response=s.Zoekresultaten,
    operation_id="zoek",
    summary="Zoeken",
    description="Zoek in alle openbare pagina's. `facetten` zegt hoeveel er overblijft per kern, soort en thema. "
    "Van een kernagenda staan de gevonden punten erbij, elk met een eigen adres. "
    f"Wat op bijna elke pagina staat, geeft de {MEESTE} beste pagina's, met eerst die het in hun titel hebben.",
)
def zoek(request: HttpRequest, vraag: Query[ZoekVraag]) -> s.Zoekresultaten:
    lezing = Lezing.van(request, vraag.taal)
    antwoord = beantwoord(vraag.q, lezing.site, lezing.taal) if lezing.site else None
    alle, themanamen = _gevonden(lezing, antwoord.treffers if antwoord else [])
    eisen = _eisen(vraag)
    over = [t for t in alle if all(eis(t) for eis in eisen.values())]
    begin = (vraag.pagina - 1) * vraag.pagina_grootte
    if begin and begin >= len(over):
        raise Http404(GEEN_PAGINA)
    facetten = {
        naam: [t for t in alle if all(eis(t) for filter_, eis in eisen.items() if filter_ != naam)]
        for naam in ("kern", "soort", "thema")
    }
    kernen = {t.kern.slug: t.kern.naam for t in alle if t.kern}
    return s.Zoekresultaten(
        **rondom(request, vraag, len(over)),
        resultaten=_resultaten(
            lezing, over[begin : begin + vraag.pagina_grootte], antwoord.vraag if antwoord else None
        ),
        gezocht_op=antwoord.verbeterd if antwoord else "",
        deels=bool(antwoord and antwoord.deels),
        bedoel_je=antwoord.bedoel_je if antwoord else "",
        facetten=s.Facetten(
            kern=_facet((t.kern.slug for t in facetten["kern"] if t.kern), kernen),
            soort=_facet((t.soort.value for t in facetten["soort"]), _soortnamen()),
            thema=_facet((slug for t in facetten["thema"] for slug in t.themas), themanamen),
        ),
    )


def _eisen(vraag: ZoekVraag) -> dict[str, Callable[[Gevonden], bool]]:
    eisen: dict[str, Callable[[Gevonden], bool]] = {}
    if vraag.kern:
        eisen["kern"] = lambda t: t.kern is not None and t.kern.slug == vraag.kern
    if vraag.soort:
        eisen["soort"] = lambda t: t.soort == vraag.soort
    if vraag.thema:
        eisen["thema"] = lambda t: vraag.thema in t.themas
    return eisen


def _gevonden(lezing: Lezing, treffers: list[Treffer]) -> tuple[list[Gevonden], dict[str, str]]:
    """What was found, the best first, and the names of the themes among it."""
    types = ContentType.objects.get_for_models(*SOORTEN.values())
    soorten = {ct.pk: SOORT_VAN[model._meta.label_lower] for model, ct in types.items()}
    treffers = [t for t in treffers if t.soort in soorten]
    koppelingen, namen = _themas(t.pk for t in treffers)
    return [
        Gevonden(t.pk, soorten[t.soort], lezing.kern_van(t.kern), koppelingen.get(t.pk, set()))
        for t in treffers
    ], namen


def _themas(nummers: Iterable[int]) -> tuple[dict[int, set[str]], dict[str, str]]:
    """The themes of pages of every kind, in one query; those of a kernagenda are those of its points."""
    nummers = list(nummers)
    if not nummers:
        return {}, {}
    koppelingen = [
        (AgendaItemThema, "content_object_id", "tag"),
        (ProjectThema, "content_object_id", "tag"),
        (OproepThema, "content_object_id", "tag"),
        (Kernagendapunt, "kernagenda_id", "thema"),
    ]
    # One parameter, however much was found: thousands of them cost more than the search itself.
    gevonden = RawSQL("SELECT unnest(%s::int[])", [nummers])
    vragen = [
        model.objects.filter(**{f"{pagina}__in": gevonden})
        .order_by()
        .values_list(pagina, f"{tag}__slug", f"{tag}__name")
        for model, pagina, tag in koppelingen
    ]
    per_pagina: dict[int, set[str]] = {}
    namen = {}
    for pk, slug, naam in vragen[0].union(*vragen[1:]):
        per_pagina.setdefault(pk, set()).add(slug)
        namen[slug] = gettext(naam)
    return per_pagina, namen


def _resultaten(lezing: Lezing, deel: list[Gevonden], vraag: Zoekvraag | None) -> list[s.Gevonden]:
    if not deel or not vraag:
        return []
    # What is called off, over or still to come has to be said with it: asked in the same query.
    paginas = Page.objects.select_related(*FEITEN).only("content_type", *FEITEN_VELDEN)
    paginas = paginas.annotate(rij=JSONObject(**lezing.naam_van_pagina))
    gevonden = met_fragment(paginas, vraag).in_bulk([t.pk for t in deel])
    punten = punten_bij(gevonden.values(), vraag)
    return [
        s.Gevonden(
            **dict(lezing.verwijzing(pagina.rij)),
            taal=lezing.taal_van_rij(pagina.rij),
            soort=treffer.soort,
            fragment=als_html(pagina.fragment),
            kern=treffer.kern,
            **_feiten(lezing, pagina),
            punten=[_punt(lezing, pagina, punt) for punt in punten.get(pagina.pk, [])],
        )
        for treffer, pagina in ((treffer, gevonden[treffer.pk]) for treffer in deel)
    ]


def _feiten(lezing: Lezing, pagina: Page) -> dict[str, Any]:
    """When it is and how it stands, in words in the language of the reader."""
    soort = next((naam for naam in FEITEN if hasattr(pagina, naam)), None)
    if soort is None:
        return {"wanneer": "", "stand": None}
    eigen: BasePage = getattr(pagina, soort)
    with override(lezing.taal):
        stand = eigen.stand(lezing.vandaag)
        gezegd = stand and s.GevondenStand(waarde=stand.waarde, naam=str(stand.label), let_op=stand.let_op)
        return {"wanneer": eigen.tijdstip(), "stand": gezegd}


def _punt(lezing: Lezing, pagina: Rij, punt: Kernagendapunt) -> s.GevondenPunt:
    return vul(s.GevondenPunt, punt, id=str(punt.uuid), url=f"{lezing.url_van_rij(pagina.rij)}#{punt.anker}")


def _facet(waarden: Iterable[str], namen: dict[str, str]) -> list[s.Facet]:
    geteld = Counter(waarden).items()
    rijen = [
        s.Facet(waarde=waarde, naam=namen.get(waarde, waarde), aantal=aantal) for waarde, aantal in geteld
    ]
    return sorted(rijen, key=lambda facet: (-facet.aantal, facet.naam))


def _soortnamen() -> dict[str, str]:
    return {naam.value: str(model._meta.verbose_name) for naam, model in SOORTEN.items()}

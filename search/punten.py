"""The points of a kernagenda that was found: each has its own place on that page."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.postgres.search import SearchVector
from django.db.models import Q
from wagtail.models import Page

from kernpagina.models import KernagendaPage, Kernagendapunt
from search.vraag import Past, Zoekvraag
from search.woorden import WOORD
from search.zoeken import teksten
from search.zoekindex import woordvormen

# Who looks for something finds where it stands; a whole kernagenda is one click further.
MEESTE = 3
VELDEN = ("titel", "omschrijving", "naam_trekker", "motivering", "planning", "reden")


def punten_bij(paginas: Iterable[Page], vraag: Zoekvraag) -> dict[int, list[Kernagendapunt]]:
    """The points with all the words, as they are read, by the number of their kernagenda: one query, and none where no
    kernagenda was found."""
    kernagendas = [pagina for pagina in paginas if pagina.specific_class is KernagendaPage]
    if not kernagendas:
        return {}
    gelezen = teksten(vraag.taal).filter(
        translation_key__in=[pagina.translation_key for pagina in kernagendas]
    )
    raak = Q()
    for taal in vraag.talen:
        rijen = Kernagendapunt.objects.filter(
            kernagenda__in=gelezen.filter(locale__language_code=taal).values("pk")
        )
        vector = SearchVector(*VELDEN, config=woordvormen(taal))
        raak |= Q(uuid__in=rijen.filter(Past(vector, vraag.uitdrukking(taal))).values("uuid"))
    punten = Kernagendapunt.objects.om_te_lezen().zichtbaar().filter(raak, kernagenda__in=kernagendas)
    per_kernagenda = defaultdict[int, list[Kernagendapunt]](list)
    woorden = set(WOORD.findall((vraag.getypt or vraag.tekst).lower()))
    # Those with the most of what was typed in their title first, then in the order of the village.
    for punt in sorted(punten.order_by("kernagenda", "volgorde"), key=lambda punt: -_in_titel(punt, woorden)):
        if len(per_kernagenda[punt.kernagenda_id]) < MEESTE:
            per_kernagenda[punt.kernagenda_id].append(punt)
    return per_kernagenda


def _in_titel(punt: Kernagendapunt, woorden: set[str]) -> int:
    return len(woorden.intersection(WOORD.findall(punt.titel.lower())))

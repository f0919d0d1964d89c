"""One request: its reader, and how that reader sees villages, links and pictures."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import activate, gettext
from wagtail.models import Page

from api.afbeeldingen import Foto, afbeelding
from api.schemas.basis import Afbeelding, KernVerwijzing, Punt, ThemaVerwijzing, Verwijzing
from core.lezer import Lezer
from kernpagina.models import KernPage


class Lezing(Lezer):
    """A reader who asks for data. Holds what is needed for every result, asked of the database once."""

    def __init__(self, request: HttpRequest, taal: str) -> None:
        super().__init__(request, taal)
        # `taal` decides, not the language of the browser; the next request starts anew.
        activate(taal)

    @cached_property
    def _kernen(self) -> dict[str, KernVerwijzing]:
        """The villages by the path of each of their pages, in the best language there is."""
        paginas = [p for p in self.hoofdpaginas if p.content_type.model_class() is KernPage]
        beste: dict[Any, Page] = {}
        for pagina in sorted(paginas, key=self._voorkeur):
            beste.setdefault(pagina.translation_key, pagina)
        return {pagina.path: self._als_kern(beste[pagina.translation_key]) for pagina in paginas}

    def _voorkeur(self, pagina: Page) -> int:
        taal = pagina.locale.language_code
        if taal == self.taal and pagina.alias_of_id is None and pagina.live:
            return 0
        return 1 if taal == settings.LANGUAGE_CODE else 2

    def _als_kern(self, pagina: Page) -> KernVerwijzing:
        return KernVerwijzing(
            slug=self._slugs.get(pagina.translation_key, pagina.slug), naam=pagina.title, url=self.url(pagina)
        )

    @cached_property
    def _slugs(self) -> dict[Any, str]:
        """The Dutch slug of each page right below the front page: the name of a village in every language."""
        return {p.translation_key: p.slug for p in self.hoofdpaginas if self._is_bron(p)}

    def _is_bron(self, pagina: Page) -> bool:
        return pagina.locale.language_code == settings.LANGUAGE_CODE

    def kern(self, path: str) -> KernVerwijzing | None:
        """The village that a page with this path in the tree belongs to, if it is public."""
        lengte = (self.site.root_page.depth + 1) * Page.steplen
        return self._kernen.get(path[:lengte])

    def in_kern(self, slug: str, veld: str = "path") -> Q:
        """The condition for pages of one village, in any language; no page for a village that isn't there."""
        conditie = Q(pk__in=[])
        for path in self.kern_paden(slug):
            conditie |= Q(**{f"{veld}__startswith": path})
        return conditie

    def kern_paden(self, slug: str) -> list[str]:
        zelfde = {
            p.translation_key
            for p in self.hoofdpaginas
            if self._slugs.get(p.translation_key) == slug and p.path in self._kernen
        }
        return [p.path for p in self.hoofdpaginas if p.translation_key in zelfde]

    def sleutel_van(self, pk: int) -> QuerySet:
        """The key that a visible page shares with its translations; a query of one row or none."""
        return self.zichtbaar(Page.objects.filter(pk=pk)).values("translation_key")

    def verwijzing(self, rij: Mapping[str, Any] | None) -> Verwijzing | None:
        """A link from a row made by `deelvragen.pagina_json`."""
        if not rij:
            return None
        return Verwijzing(id=rij["id"], titel=rij["titel"], url=self.url_van_rij(rij))

    def url_van_rij(self, rij: Mapping[str, Any]) -> str:
        return self.absoluut(self.pad(rij["url_path"], rij["taal"]))

    def afbeelding(self, foto: Foto | None) -> Afbeelding | None:
        return afbeelding(foto, self.absoluut) if foto else None


def punt(breedtegraad: float | None, lengtegraad: float | None) -> Punt | None:
    if breedtegraad is None or lengtegraad is None:
        return None
    return Punt(coordinates=[lengtegraad, breedtegraad])


def thema(rij: Mapping[str, str]) -> ThemaVerwijzing:
    """A theme; its name in the language of the answer."""
    return ThemaVerwijzing(slug=rij["slug"], naam=gettext(rij["naam"]))

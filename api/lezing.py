"""One request: its reader, and how that reader sees villages, links and pictures."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils.encoding import iri_to_uri
from django.utils.translation import activate, gettext
from wagtail.models import Page

from api.afbeeldingen import Foto, afbeelding
from api.fouten import Verhuisd
from api.schemas.basis import Afbeelding, KernVerwijzing, Punt, ThemaVerwijzing, Verwijzing
from core.lezer import Lezer
from core.omleidingen import oud_pad
from core.talen.taal import BRONTAAL
from kernpagina.models import KernPage


class Lezing(Lezer):
    """A reader who asks for data. Holds what is needed for every result, asked of the database once."""

    def __init__(self, request: HttpRequest, taal: str) -> None:
        super().__init__(request, taal)
        # `taal` decides, not the language of the browser; the next request starts anew.
        activate(taal)

    @classmethod
    def van(cls, request: HttpRequest, taal: str) -> Self:
        """The one reader of this request, so that what its parameters had to know isn't asked for again."""
        lezing = getattr(request, "lezing", None)
        if lezing is None or lezing.taal != taal:
            lezing = request.lezing = cls(request, taal)
        return lezing

    @cached_property
    def _kernen(self) -> dict[str, KernVerwijzing]:
        """The villages by the path of each of their pages, in the best language there is."""
        paginas = [p for p in self.hoofdpaginas if p.content_type.model_class() is KernPage]
        beste: dict[Any, Page] = {}
        for pagina in sorted(paginas, key=self._voorkeur):
            beste.setdefault(pagina.translation_key, pagina)
        # The address of a village is the Dutch one in every language.
        bronnen = {p.translation_key: p for p in paginas if p.locale.language_code == BRONTAAL}
        return {
            pagina.path: self._als_kern(
                beste[pagina.translation_key], bronnen.get(pagina.translation_key, pagina)
            )
            for pagina in paginas
        }

    def _voorkeur(self, pagina: Page) -> int:
        taal = pagina.locale.language_code
        if taal == self.taal and pagina.alias_of_id is None and pagina.live:
            return 0
        return 1 if taal == BRONTAAL else 2

    def _als_kern(self, pagina: Page, bron: Page) -> KernVerwijzing:
        pad = self.pad_van_bron(bron.url_path, pagina.locale.language_code)
        return KernVerwijzing(slug=bron.slug, naam=pagina.title, url=self.absoluut(pad))

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
        return [path for path, kern in self._kernen.items() if kern.slug == slug]

    def huidige_kern(self, slug: str) -> str | None:
        """The slug that a public village has now; it may be asked for by one that it had before."""
        if self.kern_paden(slug):
            return slug
        pagina = oud_pad(self.site, f"/{slug}") if self.site else None
        kern = self._kernen.get(pagina.path) if pagina else None
        return kern.slug if kern else None

    def eis_kern(self, slug: str) -> None:
        """Raises Http404 when there is no such village, and `Verhuisd` when it has another name by now."""
        huidig = self.huidige_kern(slug)
        if huidig is None:
            raise Http404
        if huidig != slug:
            vraag = self.request.META.get("QUERY_STRING", "")
            pad = self.request.path.replace(f"/kernen/{slug}", f"/kernen/{huidig}", 1)
            raise Verhuisd(iri_to_uri(pad) + (f"?{vraag}" if vraag else ""))

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

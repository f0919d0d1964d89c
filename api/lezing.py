"""One request: its reader, and how that reader sees villages, links and pictures."""

from collections.abc import Mapping
from functools import cached_property, wraps
from typing import Any, Self, overload

from django.db.models import Q, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext, override
from wagtail.models import Page

from api.afbeeldingen import Foto, afbeelding
from api.fouten import Verhuisd
from api.schemas.basis import Afbeelding, KernVerwijzing, Punt, ThemaVerwijzing, Verwijzing
from api.vraag import Vraag
from core.lezer import Lezer
from core.omleidingen import oud_pad
from core.talen.lezen import vertaalde_titel
from core.talen.taal import BRONTAAL
from core.voorwaardelijk import View
from kernpagina.models import KernPage
from projecten.models import ProjectPage


class Lezing(Lezer):
    """A reader who asks for data. Holds what is needed for every result, asked of the database once."""

    @classmethod
    def van(cls, request: HttpRequest, taal: str) -> Self:
        """The one reader of this request, so that what its parameters had to know isn't asked for again."""
        lezing = getattr(request, "lezing", None)
        if lezing is None or lezing.taal != taal:
            lezing = cls(request, taal)
            setattr(request, "lezing", lezing)  # noqa: B010 - Django's request has no place for it by name
        return lezing

    @cached_property
    def naam_van_pagina(self) -> dict[str, str | Subquery]:
        """The columns of a page that is only named, for `verwijzing`: however deep in an answer, its title comes in
        the language of the reader with the query that it is in."""
        velden: dict[str, str | Subquery] = {"id": "pk", "titel": "title", "url_path": "url_path"}
        return velden if self.taal == BRONTAAL else velden | {"vertaald": vertaalde_titel(self.taal)}

    @cached_property
    def _kernen(self) -> dict[str, KernVerwijzing]:
        """The villages by the path of their page."""
        kernen = self.paginas(KernPage.objects.order_by())
        rijen = kernen.values_list("path", "slug", JSONObject(**self.naam_van_pagina))
        return {
            path: KernVerwijzing(slug=slug, naam=_titel(rij), url=self.url_van_rij(rij))
            for path, slug, rij in rijen
        }

    def kern(self, path: str) -> KernVerwijzing | None:
        """The village that a page with this path in the tree belongs to, if it is public."""
        return self._kernen.get(path[: self.kern_lengte])

    @cached_property
    def kern_lengte(self) -> int:
        """How many characters of a path in the tree lead to a village."""
        return (self.site.root_page.depth + 1) * Page.steplen if self.site else 0

    def in_kern(self, slug: str, veld: str = "path") -> Q:
        """The condition for pages of one village; no page for a village that isn't there."""
        path = self._kern_pad(slug)
        return Q(**{f"{veld}__startswith": path}) if path else Q(pk__in=[])

    def _kern_pad(self, slug: str) -> str | None:
        return next((path for path, kern in self._kernen.items() if kern.slug == slug), None)

    def huidige_kern(self, slug: str) -> str | None:
        """The slug that a public village has now; it may be asked for by one that it had before."""
        if self._kern_pad(slug):
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

    def bij_project(self, pk: int) -> Q:
        """The condition for what belongs to this project, if it may be seen; by the number of a translation too."""
        return Q(project__in=self.lees(ProjectPage.objects.order_by(), pk).values("pk"))

    @overload
    def verwijzing(self, rij: None) -> None: ...
    @overload
    def verwijzing(self, rij: Mapping[str, Any]) -> Verwijzing: ...
    def verwijzing(self, rij: Mapping[str, Any] | None) -> Verwijzing | None:
        """A link from a row with the columns of `naam_van_pagina`."""
        return Verwijzing(id=rij["id"], titel=_titel(rij), url=self.url_van_rij(rij)) if rij else None

    def taal_van_rij(self, rij: Mapping[str, Any]) -> str:
        return self.taal if rij.get("vertaald") else BRONTAAL

    def url_van_rij(self, rij: Mapping[str, Any]) -> str:
        return self.absoluut(self.pad(rij["url_path"], self.taal_van_rij(rij)))

    def afbeelding(self, foto: Foto | None) -> Afbeelding | None:
        # As the parameter of what has pictures; who asks for it elsewhere was refused.
        return afbeelding(foto, self.absoluut, self.request.GET.get("uitsnede")) if foto else None


def punt(breedtegraad: float | None, lengtegraad: float | None) -> Punt | None:
    if breedtegraad is None or lengtegraad is None:
        return None
    return Punt(coordinates=[lengtegraad, breedtegraad])


def thema(rij: Mapping[str, str]) -> ThemaVerwijzing:
    """A theme; its name in the language of the answer."""
    return ThemaVerwijzing(slug=rij["slug"], naam=gettext(rij["naam"]))


def _titel(rij: Mapping[str, Any]) -> str:
    return rij.get("vertaald") or rij["titel"]


def in_taal_van_de_vraag(view: View) -> View:
    """Answer in the language that is asked for: themes, choices and whatever else the site itself says."""

    @wraps(view)
    def view_in_taal(request: HttpRequest, *args: Any, vraag: Vraag, **kwargs: Any) -> Any:
        with override(vraag.leestaal):
            return view(request, *args, vraag=vraag, **kwargs)

    return view_in_taal

"""A reader of whom nothing is known but the site and the language: what is made for this one is for everybody."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from wagtail.models import Site

from api.inhoud import Inhoudslader
from api.lezing import Lezing
from api.schemas.basis import Afbeelding, KernVerwijzing, Verwijzing

# In the place of the host in every address, until somebody asks. No text can hold it: `core.teksten.schoon` takes it out.
HIER = "\uffff"
# By the first letter in `Vorm.van`, with a number behind it: a page, a picture, a document. Any theme is one thing.
LETTERS = {"pagina": "p", "afbeelding": "f", "document": "d"}
THEMAS = "t"


class VormLezing(Lezing):
    """`gezien` gathers what was looked at since it was last emptied, and what was looked for and wasn't there."""

    def __init__(self, site: Site | None, taal: str) -> None:
        super().__init__(None, taal)  # ty: ignore[invalid-argument-type]
        self.__dict__["site"] = site
        self.gezien: set[str] = set()

    @cached_property
    def _basis(self) -> str:
        return HIER

    def zag(self, wat: str, nummer: int | None) -> None:
        if nummer:
            self.gezien.add(THEMAS if wat == "thema" else f"{LETTERS[wat]}{nummer}")

    def kern(self, path: str) -> KernVerwijzing | None:
        """Not of a kern: its name is filled in when the form is read."""
        return None

    def eigen_kern(self, path: str) -> KernVerwijzing | None:
        """The kern after all, without having looked at the page of each kern."""
        gezien, self.gezien = self.gezien, set()
        kern = super().kern(path)
        self.gezien = gezien
        return kern

    def url_van_rij(self, rij: Mapping[str, Any]) -> str:
        self.zag("pagina", rij["id"])
        return super().url_van_rij(rij)

    def afbeelding(self, foto: Any) -> Afbeelding | None:
        if foto:
            self.zag("afbeelding", foto.pk)
        return super().afbeelding(foto)


class VormLader(Inhoudslader):
    """What texts refer to; all of it is written down, also what isn't there or isn't public: it may be one day."""

    lezing: VormLezing

    def afbeelding(self, nummer: int | None) -> Afbeelding | None:
        self.lezing.zag("afbeelding", nummer)
        return super().afbeelding(nummer)

    def adres(self, wat: str, nummer: int | None) -> dict[str, Any] | None:
        self.lezing.zag(wat, nummer)
        return super().adres(wat, nummer)

    def verwijzing(self, nummer: int | None) -> Verwijzing | None:
        self.lezing.zag("pagina", nummer)
        return super().verwijzing(nummer)

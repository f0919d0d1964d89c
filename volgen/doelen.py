"""What can be followed, and how it is called and found by who reads in a language."""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.models import Thema
from core.openbaar import adres_van
from core.talen.adres import voorvoegsel
from core.talen.lezen import in_leestaal
from core.talen.taal import BRONTAAL, leestaal
from core.tijd import vandaag
from core.weg import site_van
from kernpagina.keuzes import OproepStatus
from kernpagina.models import KernPage, OproepPage
from projecten.models import ProjectPage
from volgen.models import Abonnement, Volgt

SOORTEN = {KernPage: Volgt.KERN, ProjectPage: Volgt.PROJECT, OproepPage: Volgt.OPROEP}


@dataclass(frozen=True)
class Doel:
    """One thing to follow; both empty: everything."""

    volgt: Volgt
    pagina: Page | None = None
    thema: Thema | None = None

    @classmethod
    def van(cls, abonnement: Abonnement) -> "Doel":
        """Of a subscription that came `met_doel`."""
        return cls(Volgt(abonnement.volgt), abonnement.pagina, abonnement.thema)

    @property
    def naam(self) -> str:
        """“Beesd”, “Wonen”; in the language that is being read."""
        if self.pagina:
            return in_leestaal([self.pagina])[0].title
        return str(self.thema) if self.thema else _("alle kernen")

    @property
    def url(self) -> str:
        """Where it stands on the site; empty when it isn't there."""
        if self.pagina:
            return adres_van(self.pagina)
        return reverse("volg") if self.thema else voorvoegsel(leestaal())

    @property
    def formulier(self) -> str:
        """Where one begins to follow it; empty when that can't be, now."""
        if self.volgt == Volgt.ALLES:
            return reverse("volg")
        if self.thema:
            return reverse("volg-thema", args=[self.thema.slug])
        kan = self.pagina and self.url and valt_te_volgen(self)
        return f"{self.url}volg/" if kan else ""

    @property
    def nummer(self) -> int | None:
        """Of the page or the theme."""
        ding = self.pagina or self.thema
        return ding.pk if ding else None

    @property
    def velden(self) -> dict:
        """As the columns of a subscription or an edition hold it."""
        return {"volgt": self.volgt, "pagina": self.pagina, "thema": self.thema}


ALLES = Doel(Volgt.ALLES)


def vind_doel(request: HttpRequest, pad: str) -> Doel | None:
    """The public village, project or call at this path below the front page, as it can be followed."""
    site = site_van(request)
    if site is None:
        return None
    hier = f"{site.root_page.url_path}{pad}/"
    for model, volgt in SOORTEN.items():
        paginas = model.objects.openbaar().filter(locale__language_code=BRONTAAL, url_path=hier)
        if pagina := paginas.defer_streamfields().first():
            return Doel(volgt, pagina)
    return None


def valt_te_volgen(doel: Doel) -> bool:
    """Whether there is something to wait for: of a call of which the outcome is told, there isn't."""
    if doel.volgt != Volgt.OPROEP:
        return True
    return cast("OproepPage", doel.pagina).status(vandaag()) != OproepStatus.TERUGGEKOPPELD

"""Everything that an editor, a translator or communications can do to what is public, at random."""

import json
from collections.abc import Callable
from random import Random

from django.db.models import Model
from wagtail.models import Page, PageViewRestriction

from core.models import BloeiDocument, BloeiImage, Thema
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepenPage, OproepPage
from projecten.models import ProjectenPage, ProjectPage
from tests import factories
from tests.talen.vertaler import vertaal

LIJSTEN = ((AgendaItemPage, AgendaPage), (ProjectPage, ProjectenPage), (OproepPage, OproepenPage))


class Redactie:
    """`doe_iets` makes one change and says which. The number makes it the same each time."""

    def __init__(self, zaad: int) -> None:
        self.r = Random(zaad)  # noqa: S311 not for secrets
        self.nummer = 0

    def doe_iets(self) -> str:
        self.nummer += 1
        edits: list[Callable[[], object]] = [
            self.titel, self.slug, self.slug, self.van_de_site, self.weer_online, self.verplaats, self.scherm_af,
            self.maak_vrij, self.maak_vrij, self.thema, self.foto, self.document, self.vertaal, self.verwijder, self.wijs_aan,
            self.punt_van_project, self.nieuw, self.concept, self.noem, self.ook_in,
        ]  # fmt: skip
        edit = self.r.choice(edits)
        wat = edit()
        return f"{self.nummer}: {edit.__name__} {wat}"

    def een(self, soort: type[Model], **waar: object) -> Model | None:
        rijen = list(soort._default_manager.filter(**waar).order_by("pk"))
        return self.r.choice(rijen) if rijen else None

    def pagina(self, soort: type[Page] | None = None, **waar: object) -> Page | None:
        """A Dutch page below the front page, of this kind or of any."""
        pagina = self.een(soort or Page, depth__gte=3, locale__language_code="nl", alias_of=None, **waar)
        return pagina and pagina.specific

    def item(self, **waar: object) -> Page | None:
        return self.pagina(self.r.choice(LIJSTEN)[0], **waar)

    def titel(self) -> object:
        if pagina := self.pagina(live=True):
            pagina.title = f"Titel {self.nummer}"
            factories.publiceer(pagina)
        return pagina

    def slug(self) -> object:
        # Of a kern it is in the address of all that it has.
        if pagina := self.pagina(self.r.choice((KernPage, None)), live=True):
            pagina.slug = f"naam-{self.nummer}"
            factories.publiceer(pagina)
        return pagina

    def van_de_site(self) -> object:
        pagina = self.r.choice([self.item, self.pagina])(live=True)
        return pagina and factories.depubliceer(pagina)

    def weer_online(self) -> object:
        pagina = self.pagina(live=False)
        return pagina and factories.publiceer(pagina)

    def verplaats(self) -> object:
        soort, lijst = self.r.choice(LIJSTEN)
        pagina, doel = self.pagina(soort), self.pagina(lijst)
        if pagina and doel:
            with factories.opzetten():
                pagina.slug = f"verhuisd-{self.nummer}"
                pagina.save()
                pagina.move(doel, pos="last-child")
        return pagina, doel

    def scherm_af(self) -> object:
        if pagina := self.pagina(self.r.choice((KernPage, None))):
            PageViewRestriction.objects.get_or_create(page_id=pagina.pk, restriction_type="login")
        return pagina

    def maak_vrij(self) -> object:
        afscherming = self.een(PageViewRestriction)
        return afscherming and afscherming.delete()

    def thema(self) -> object:
        if thema := self.een(Thema):
            thema.name = f"Thema {self.nummer}"
            thema.save()
        return thema

    def foto(self) -> object:
        if foto := self.een(BloeiImage):
            foto.alt_tekst = f"Foto {self.nummer}"
            # On a page that is online it stands still, as a document does; that is another's test.
            with factories.opzetten():
                foto.save()
        return foto

    def document(self) -> object:
        if document := self.een(BloeiDocument):
            document.title = f"Stuk {self.nummer}"
            with factories.opzetten():
                document.save()
        return document

    def vertaal(self) -> object:
        pagina = self.pagina(live=True)
        return pagina and vertaal(pagina, "pl", hoe=lambda zin: f"{self.nummer} {zin}")

    def verwijder(self) -> object:
        if pagina := self.item():
            with factories.opzetten():
                pagina.delete()
        return pagina

    def wijs_aan(self) -> object:
        soort = self.r.choice((AgendaItemPage, OproepPage))
        if pagina := self.pagina(soort, live=True):
            pagina.project = self.pagina(ProjectPage)
            factories.publiceer(pagina)
        return pagina

    def punt_van_project(self) -> object:
        project = self.pagina(ProjectPage)
        pagina, thema = self.pagina(KernagendaPage, live=True), self.een(Thema)
        if pagina and thema:
            leeg = dict.fromkeys(("omschrijving", "motivering", "naam_trekker", "planning", "herkomst"), "")
            punt = factories.punt(f"Punt {self.nummer}", **leeg, project=project and project.pk)
            pagina.onderdelen = json.dumps([factories.onderdeel(thema, punt)])
            factories.publiceer(pagina)
        return pagina

    def nieuw(self) -> object:
        lijst = self.pagina(AgendaPage)
        item = lijst and factories.AgendaItemPageFactory(parent=lijst, slug=f"nieuw-{self.nummer}")
        if item:
            item.project, item.foto = self.pagina(ProjectPage), self.een(BloeiImage)
            factories.publiceer(item)
        return item

    def concept(self) -> object:
        if pagina := self.pagina():
            pagina.title = "GEHEIM"
            with factories.opzetten():
                pagina.save_revision()
        return pagina

    def noem(self) -> object:
        """A text with a link to any page, whether it is online or not."""
        pagina, doel = self.item(live=True), self.een(Page, depth__gte=3)
        if pagina and doel:
            tekst = f'<p>Zie <a linktype="page" id="{doel.pk}">hier</a>.</p>'
            pagina.inhoud = json.dumps(
                [{"type": "tekst", "id": "6f1c7a52-2f0b-4c77-9a0e-5b9f6d2e8c11", "value": tekst}]
            )
            factories.publiceer(pagina)
        return pagina, doel

    def ook_in(self) -> object:
        if pagina := self.pagina(ProjectPage, live=True):
            kern = self.pagina(KernPage)
            pagina.ook_in_kernen.set([kern] if kern else [])
            factories.publiceer(pagina)
        return pagina

"""What is public is decided when it changes; the database decides, along whatever road the change comes."""

import random

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page, PageViewRestriction, Site

from core.models import Plek
from tests import factories
from tests.factories import depubliceer, opzetten, publiceer, zonder_taken
from tests.talen.vertaler import vertaal

pytestmark = pytest.mark.django_db


def bewaard() -> dict[int, tuple]:
    return {
        rij[0]: rij[1:] for rij in Plek.objects.values_list("pk", "openbaar", "taal", "voorpagina", "kern")
    }


def uitgerekend() -> dict[int, tuple]:
    """The same, worked out here from the tree, the sites and the restrictions, page by page."""
    paginas = {pagina.path: pagina for pagina in Page.objects.select_related("locale")}
    wortels = set(Site.objects.values_list("root_page__translation_key", flat=True))
    dicht = set(PageViewRestriction.objects.values_list("page", flat=True))

    def plek(pagina: Page) -> tuple:
        boven = [paginas[pagina.path[:lengte]] for lengte in range(4, len(pagina.path) + 1, 4)]
        op_een_site = any(hoger.translation_key in wortels for hoger in boven)
        afgeschermd = any({hoger.pk, hoger.alias_of_id} & dicht for hoger in boven)
        nummers = [*(hoger.pk for hoger in boven), None, None, None]
        return pagina.live and op_een_site and not afgeschermd, pagina.locale.language_code, *nummers[1:3]

    return {pagina.pk: plek(pagina) for pagina in paginas.values()}


class Bewerker:
    """Does one thing after another to pages, at random."""

    def __init__(self, kans: random.Random) -> None:
        self.kans = kans

    def pagina(self, **voorwaarden: object) -> Page:
        vraag = Page.objects.filter(depth__gte=3, **voorwaarden)
        return self.kans.choice(list(vraag.order_by("path"))).specific

    def project(self) -> Page:
        return self.pagina(content_type__model="projectpage", alias_of=None, locale__language_code="nl")

    def lijst(self) -> Page:
        return self.pagina(content_type__model="projectenpage", locale__language_code="nl")

    def maak(self) -> None:
        factories.ProjectPageFactory(parent=self.lijst())

    def publiceer(self) -> None:
        publiceer(self.project())

    def haal_eraf(self) -> None:
        depubliceer(self.pagina())

    def verplaats(self) -> None:
        self.project().move(self.lijst(), pos="last-child")

    def hernoem(self) -> None:
        kern = self.pagina(depth=3)
        kern.slug = f"{kern.slug}-{self.kans.randrange(1000)}"
        kern.save()

    def scherm_af(self) -> None:
        PageViewRestriction.objects.create(page=self.pagina(), restriction_type="login")

    def scherm_elders_af(self) -> None:
        if regel := PageViewRestriction.objects.order_by("pk").first():
            regel.page = self.pagina()
            regel.save()

    def geef_vrij(self) -> None:
        if regel := PageViewRestriction.objects.order_by("-pk").first():
            regel.delete()

    def kopieer(self) -> None:
        n = self.kans.randrange(10**9)
        self.project().copy(to=self.lijst(), update_attrs={"slug": f"kopie-{n}"}, keep_live=bool(n % 2))

    def spiegel(self) -> None:
        self.project().create_alias(parent=self.lijst(), update_slug=f"spiegel-{self.kans.randrange(10**9)}")

    def maak_los(self) -> None:
        if spiegel := Page.objects.filter(alias_of__isnull=False).order_by("path").first():
            Page.objects.filter(pk=spiegel.pk).update(alias_of=None)

    def vertaal(self) -> None:
        vertaal(self.project(), "en")

    def verwijder(self) -> None:
        self.project().delete()

    def buiten_django_om(self) -> None:
        Page.objects.filter(pk=self.pagina().pk).update(live=self.kans.random() < 0.5)

    def andere_site(self) -> None:
        elders, gevonden = self.pagina(depth=3), Site.objects.filter(is_default_site=False).first()
        if gevonden:
            gevonden.delete()
        else:
            Site.objects.create(hostname="elders.example", root_page=elders)


DADEN = sorted(
    naam for naam in vars(Bewerker) if naam[0] != "_" and naam not in ("pagina", "project", "lijst")
)


@pytest.mark.parametrize("zaad", range(3))
def test_what_is_kept_is_what_is_so_whatever_is_done(home, beesd, zaad) -> None:
    """And building it anew changes nothing."""
    Locale.objects.get_or_create(language_code="en")
    factories.KernPageFactory(parent=home, title="Heukelum")
    bewerker = Bewerker(random.Random(zaad))  # noqa: S311
    for lijst in Page.objects.filter(content_type__model="projectenpage"):
        factories.ProjectPageFactory(parent=lijst.specific)
    gedaan = []
    for _ in range(20):
        gedaan.append(bewerker.kans.choice(DADEN))
        if Page.objects.filter(
            content_type__model="projectpage", alias_of=None, locale__language_code="nl"
        ).exists():
            with opzetten(), zonder_taken():
                getattr(bewerker, gedaan[-1])()
        assert bewaard() == uitgerekend(), gedaan
    Plek.objects.filter(pk__lt=1000).update(openbaar=True)
    Plek.objects.filter(pk__gte=1000).delete()
    call_command("herbouw_plekken", verbosity=0)
    assert bewaard() == uitgerekend()

"""Objects for the tests. Every page is live and valid, and stands where the tree wants it.

`LivePageFactory._create_instance` and `publiceer` are the only places in the tests that put a page live.
"""

import json
from contextlib import AbstractContextManager
from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import factory
import wagtail_factories
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import override_settings
from wagtail.models import Collection, Locale, Page

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.keuzes import Niveau
from core.models import BloeiDocument, BloeiImage, Thema, User
from home.models import HomePage, InformatiePage
from kernpagina.kernagendapunten import werk_bij
from kernpagina.keuzes import OproepSoort
from kernpagina.models import (
    AgendaItemPage,
    AgendaPage,
    KernagendaPage,
    KernPage,
    OproepenPage,
    OproepPage,
)
from projecten.keuzes import Initiatiefnemer, ProjectStatus
from projecten.models import ProjectenPage, ProjectPage

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WACHTWOORD = "alleen-voor-de-toets"


def moment(tekst: str) -> datetime:
    """A moment on the clock of West Betuwe: `2026-03-29 19:30`, or midnight of `2026-03-29`."""
    return datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM)


def opzetten() -> AbstractContextManager[None]:
    """The set-up path: what happens inside may put pages live without anybody's approval."""
    return zonder_goedkeuring("een toets zet zijn dorp op")


def zonder_taken() -> AbstractContextManager[None]:
    """Leave work for later undone, such as pictures in all sizes and the search index: for tests that look at neither."""
    niets = {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}
    return override_settings(TASKS=dict.fromkeys(settings.TASKS, niets))


def publiceer(pagina: Page) -> Page:
    """Save what the page holds in memory as a new revision, and put that live."""
    with opzetten():
        pagina.save_revision().publish()
    return type(pagina).objects.get(pk=pagina.pk)


def depubliceer(pagina: Page) -> Page:
    with opzetten():
        pagina.unpublish()
    return type(pagina).objects.get(pk=pagina.pk)


def wortel() -> Page:
    """The root of the page tree. Wagtail's migrations make it; a flushed database has to get it again."""
    Locale.objects.get_or_create(language_code="nl")
    with opzetten():
        return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")


def wortel_collectie() -> Collection:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence(lambda n: f"gebruiker-{n}")
    email = factory.LazyAttribute(lambda u: f"{u.username}@example.org")
    password = factory.LazyFunction(lambda: make_password(WACHTWOORD))

    class Meta:
        model = User


class ThemaFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Thema {n}")

    class Meta:
        model = Thema
        django_get_or_create = ("name",)


def drie_themas() -> list[Thema]:
    """Three of the fixed themes; one has a comma in its name."""
    namen = ("Wonen", "Economie", "Sport, cultuur en recreatie")
    return [ThemaFactory(name=naam, volgorde=nummer) for nummer, naam in enumerate(namen)]


class ImageFactory(wagtail_factories.ImageFactory):
    title = "Foto"
    alt_tekst = "Een bankje onder een oude linde"
    collection = factory.LazyFunction(wortel_collectie)

    class Meta:
        model = BloeiImage


class DocumentFactory(wagtail_factories.DocumentFactory):
    title = "Verslag"
    file = factory.django.FileField(filename="verslag.txt", data=b"verslag")
    collection = factory.LazyFunction(wortel_collectie)

    class Meta:
        model = BloeiDocument


class LivePageFactory(wagtail_factories.PageFactory):
    class Meta:
        abstract = True

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        with opzetten():
            pagina = super()._create_instance(model_class, parent, kwargs)
        # Read again: a page fresh from memory lacks what the database and Wagtail filled in.
        return model_class.objects.get(pk=pagina.pk)


class HomePageFactory(LivePageFactory):
    title = "Bloei!"
    intro = "Wat er gebeurt in onze 26 kernen."
    parent = factory.LazyFunction(wortel)

    class Meta:
        model = HomePage


def voorpagina() -> HomePage:
    return HomePage.objects.first() or HomePageFactory()


class InformatiePageFactory(LivePageFactory):
    title = factory.Sequence(lambda n: f"Informatie {n}")
    parent = factory.LazyFunction(voorpagina)

    class Meta:
        model = InformatiePage


class KernPageFactory(LivePageFactory):
    title = factory.Sequence(lambda n: f"Kern {n}")
    intro = "Een dorp aan de Linge."
    parent = factory.LazyFunction(voorpagina)

    class Meta:
        model = KernPage
        skip_postgeneration_save = True

    @factory.post_generation
    def lijsten(obj, create, extracted, **kwargs):
        """The four pages that every kern has; `lijsten=False` leaves them out."""
        if create and extracted is not False:
            for lijst in (
                KernagendaPageFactory,
                AgendaPageFactory,
                ProjectenPageFactory,
                OproepenPageFactory,
            ):
                lijst(parent=obj)


def lijst_van(kern: KernPage, model: type[Page]) -> Page:
    """The one page of this type below the kern."""
    return model.objects.child_of(kern).get()


class KernagendaPageFactory(LivePageFactory):
    """`onderdelen` is what `onderdeel()` makes, in a list."""

    title = "Kernagenda"

    class Meta:
        model = KernagendaPage

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        kwargs["onderdelen"] = json.dumps(kwargs.pop("onderdelen", []))
        kernagenda = super()._create_instance(model_class, parent, kwargs)
        werk_bij(kernagenda)
        return kernagenda


def punt(titel: str, *, kenmerk: str | None = None, **velden) -> dict:
    """A point as a StreamField stores it, with an identity of its own."""
    waarde = {"titel": titel, "status": "wens", "trekker": "inwoners"} | velden
    return {"type": "item", "id": kenmerk or str(uuid4()), "value": waarde}


def onderdeel(thema: Thema, *punten: dict) -> dict:
    """A theme with its points as a StreamField stores it."""
    return {"type": "thema", "id": str(uuid4()), "value": {"thema": thema.pk, "punten": list(punten)}}


class AgendaPageFactory(LivePageFactory):
    title = "Agenda"

    class Meta:
        model = AgendaPage


class AgendaItemPageFactory(LivePageFactory):
    """Give `parent`: the AgendaPage of a kern."""

    title = factory.Sequence(lambda n: f"Inwonersavond {n}")
    begin = moment("2026-06-10 19:30")
    locatie = "Dorpshuis"

    class Meta:
        model = AgendaItemPage


class ProjectenPageFactory(LivePageFactory):
    title = "Projecten"

    class Meta:
        model = ProjectenPage


class ProjectPageFactory(LivePageFactory):
    """Give `parent`: the ProjectenPage of a kern."""

    title = factory.Sequence(lambda n: f"Speeltuin {n}")
    samenvatting = "Een nieuwe speeltuin aan de Kerkstraat."
    initiatiefnemer = Initiatiefnemer.INWONERS
    status = ProjectStatus.UITVOERING

    class Meta:
        model = ProjectPage


class OproepenPageFactory(LivePageFactory):
    title = "Meedoen"
    slug = "meedoen"

    class Meta:
        model = OproepenPage


class OproepPageFactory(LivePageFactory):
    """Give `parent`: the OproepenPage of a kern."""

    title = factory.Sequence(lambda n: f"Denk mee {n}")
    vraag = "Wat mag er op het plein niet ontbreken?"
    soort = OproepSoort.IDEEEN
    opent = date(2026, 6, 1)
    sluit = date(2026, 6, 30)
    terugkoppeling_uiterlijk = date(2026, 8, 1)
    niveau = Niveau.RAADPLEGEN
    offline_meedoen = "Loop binnen in het dorpshuis, op woensdag van 10 tot 12 uur."

    class Meta:
        model = OproepPage

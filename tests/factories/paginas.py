"""Pages. Each is live and valid, and stands where the tree wants it."""

import json
from datetime import date
from uuid import uuid4

import factory
import wagtail_factories
from wagtail.models import Page

from core.keuzes import Niveau
from core.models import Thema
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
from tests.factories.opzetten import moment, opzetten, wortel


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
    waarde = {"titel": titel, "status": "wens", "trekker": "inwoners", "reden": "Omdat het kan."} | velden
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

"""The set-up path: the root, moments, and the only places in the tests that put a page live, with `LivePageFactory`."""

from contextlib import AbstractContextManager
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.test import override_settings
from wagtail.models import Collection, Locale, Page

from core.goedkeuring.uitzondering import zonder_goedkeuring

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WACHTWOORD = "alleen-voor-de-toets"


def moment(tekst: str) -> datetime:
    """A moment on the clock of West Betuwe: `2026-03-29 19:30`, or midnight of `2026-03-29`."""
    return datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM)


def opzetten() -> AbstractContextManager[None]:
    """The set-up path: what happens inside may put pages live without anybody's approval."""
    return zonder_goedkeuring("een toets zet zijn dorp op")


def zonder_taken() -> AbstractContextManager[None]:
    """Leave work for later undone, such as pictures in all sizes: for tests that don't look at it."""
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

"""Reading what a form sends. It is whatever somebody sends: numbers that are words, parts that are missing."""

import traceback
from collections.abc import Generator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.exceptions import BadRequest, ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.forms import BaseForm
from django.urls import NoReverseMatch

# What Wagtail, modelcluster and Django raise on the way from the data to a value: they expect only what their own
# scripts send.
ONLEESBAAR = (
    ArithmeticError,
    AttributeError,
    LookupError,
    ObjectDoesNotExist,
    RecursionError,
    TypeError,
    ValidationError,
    ValueError,
)
# The same in a view; NoReverseMatch: of an address to go on to that is none.
VAN_DE_VRAAG = (*ONLEESBAAR, DataError, NoReverseMatch)
VRAAG_AAN_DATABANK = "django.db.backends.utils"


class Onleesbaar(BadRequest):
    """The data of a form can't be read. Answered with 400 and what to do next, see `site_bloei.views.onleesbaar`."""


@contextmanager
def leesbaar() -> Generator[None]:
    """Raises Onleesbaar for what goes wrong inside. Only around reading: a fault of our own has to stay a fault."""
    try:
        yield
    except ONLEESBAAR as fout:
        raise Onleesbaar("De gegevens van het formulier zijn niet te lezen.") from fout


def lees(form: BaseForm) -> None:
    """Read every value of a form and of the rows below it, and check none. Raises Onleesbaar."""
    with leesbaar():
        rijen = [rij for formset in getattr(form, "formsets", {}).values() for rij in formset.forms]
        for veld in form:
            if not veld.field.disabled:
                veld.data  # noqa: B018 - reading is what may go wrong
    for rij in rijen:
        lees(rij)


def komt_van_de_vraag(fout: BaseException) -> bool:
    """Whether a view of Wagtail stumbled over what was asked: a part that isn't there, a key that is no number.

    Those views read such things without looking. Where any code of ours had a hand in it, it's a fault like another.
    """
    if not isinstance(fout, VAN_DE_VRAAG):
        return False
    onze = {app.name for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR}
    modules = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(fout.__traceback__)]
    # What Django calls around each question to the database only passes it on: it had no hand in the question.
    handen = {naam for door, naam in pairwise(["", *modules]) if door != VRAAG_AAN_DATABANK}
    return not onze & {naam.partition(".")[0] for naam in handen}

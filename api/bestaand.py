"""Parameters that name something: a kern, a theme, a project. What isn't there is a mistake of who asks, not an empty list."""

from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from api.lezing import Lezing
from api.vraag import Positief, Slug
from core.models import Thema
from core.talen.taal import BRONTAAL
from projecten.models import ProjectPage


def _lezing(info: ValidationInfo) -> Lezing:
    # A language that doesn't exist is reported by its own parameter.
    return Lezing.van(info.context["request"], info.data.get("taal", BRONTAAL))  # ty: ignore[not-subscriptable]


def _kern(slug: str, info: ValidationInfo) -> str:
    """The slug as it is now: a kern that got another name is still known by the old one."""
    huidig = _lezing(info).huidige_kern(slug)
    if huidig is None:
        raise ValueError("Deze kern is er niet.")
    return huidig


def _thema(slug: str) -> str:
    if not Thema.objects.filter(slug=slug).exists():
        raise ValueError("Dit thema is er niet.")
    return slug


def _project(pk: int, info: ValidationInfo) -> int:
    if not _lezing(info).lees(ProjectPage.objects.order_by(), pk).exists():
        raise ValueError("Dit project is er niet, of het is niet openbaar.")
    return pk


BestaandeKern = Annotated[Slug, AfterValidator(_kern)]
BestaandThema = Annotated[Slug, AfterValidator(_thema)]
BestaandProject = Annotated[Positief, AfterValidator(_project)]

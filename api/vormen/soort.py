"""What has to be known of each kind of page that has a resource of its own: how its form is made, and made up to date."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from api.deelvragen import Kinderen
from api.inhoud import Inhoudslader
from api.schemas.basis import Resultaat
from api.schemas.blokken import Blok
from api.vormen.lezing import VormLezing
from api.vullen import Rij
from core.models import BasePage

Json = dict[str, Any]


@dataclass(frozen=True)
class Nu:
    """What is filled in when somebody reads: the day, and the kernen as they are now."""

    vandaag: date
    kern: Callable[[int | None], Json | None]  # by the number of its page
    aantallen: Callable[[str], Json]  # how much there is in a kern, by its slug


@dataclass(frozen=True)
class Soort:
    """A kind of page, with the schemas of a result in a list and of one by itself.

    `vraag` adds to the question for the pages, `neem` hands over the texts besides their `inhoud`, `bouw` makes the
    detail. `feiten` are kept beside it, and of those `maak_af` makes what follows from the day and the kernen.
    """

    model: type[BasePage]
    lijst: type[Resultaat]
    detail: type[Resultaat]
    vraag: Callable[[VormLezing, Any], QuerySet]
    bouw: Callable[[VormLezing, Inhoudslader, Rij, list[Blok]], Resultaat]
    maak_af: Callable[[Json, Json, Nu], None]
    neem: Callable[[Inhoudslader, Rij], None] = lambda lader, pagina: None
    feiten: Callable[[Rij], Json] = lambda pagina: {}
    kinderen: tuple[Kinderen, ...] = ()
    # The fields in which a page of this kind points at another.
    wijst_naar: tuple[str, ...] = ()
    # Whether it tells what points at it.
    noemt_wat_wijst: bool = False

"""The form of a village or town."""

from typing import Any

from api.aantallen import GEEN
from api.deelvragen import Kinderen
from api.inhoud import Inhoudslader
from api.lezing import Lezing, punt
from api.schemas import kernen as s
from api.schemas.blokken import Blok
from api.versie import BASIS
from api.vormen.soort import Json, Nu, Soort
from api.vullen import Rij, vul
from kernpagina.models import Inwonersgroep, KernPage
from kernpagina.querysets import KernQuerySet

GROEPEN = Kinderen(Inwonersgroep, s.Inwonersgroep)


def met_alles(lezing: Lezing, kernen: KernQuerySet) -> KernQuerySet:
    return kernen.select_related("foto")


def bouw(lezing: Lezing, lader: Inhoudslader, kern: Rij, inhoud: list[Blok]) -> s.KernDetail:
    return vul(
        s.KernDetail,
        kern,
        afbeelding=lezing.afbeelding(kern.foto),
        url=lezing.url(kern),
        api_url=lezing.absoluut(f"{BASIS}/kernen/{kern.slug}"),
        aantallen=GEEN,
        locatie=punt(kern.breedtegraad, kern.lengtegraad),
        inwonersgroepen=[vul(s.Inwonersgroep, rij) for rij in GROEPEN.van(kern)],
        gebiedsmakelaar=_of_geen(vul(s.Gebiedsmakelaar, kern)),
        ontmoetingsplek=_of_geen(vul(s.Ontmoetingsplek, kern)),
        inhoud=inhoud,
    )


def _of_geen(schema: Any) -> Any:
    """None for a group of fields that are all empty."""
    return schema if any(schema.model_dump().values()) else None


def maak_af(resultaat: Json, feit: Json, nu: Nu) -> None:
    resultaat["aantallen"] = nu.aantallen(resultaat["slug"])


KERNEN = Soort(
    KernPage,
    s.Kern,
    s.KernDetail,
    vraag=met_alles,
    bouw=bouw,
    maak_af=maak_af,
    kinderen=(GROEPEN,),
)

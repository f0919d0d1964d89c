"""Which municipality this is: its name, its kernen, its colours, where it lies (docs/gemeente.md, docs/adr/0060).

All of it stands in one folder, that `GEMEENTE` points at. What communications can change (the contact details) is kept in
the database; here is only what that begins with.
"""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

CONTACT = ("website", "email", "telefoon", "adres", "email_beveiliging")
THEMAS = ("licht", "donker", "contrast", "contrast-donker")
Punt = tuple[float, float]  # degrees WGS84: longitude, latitude


class KernGegevens(NamedTuple):
    """One row of `kernen.csv`; the coordinates are WGS84 degrees, centroids of the postcode."""

    slug: str
    naam: str
    type: str
    woonplaatscode: str
    breedtegraad: float
    lengtegraad: float
    uitrolfase: str
    postcodes: tuple[str, ...] = ()  # four digits
    klinkt_als: tuple[str, ...] = ()  # as its name is heard, or was written before


class Water(NamedTuple):
    naam: str
    breed: bool
    punten: tuple[Punt, ...]


class Venster(NamedTuple):
    """The part of the earth on the map, degrees WGS84."""

    west: float
    zuid: float
    oost: float
    noord: float


@dataclass(frozen=True)
class Gemeente:
    """What the folder of a municipality says."""

    map: Path
    naam: str  # as in a sentence: West Betuwe
    volle_naam: str
    kernen: tuple[KernGegevens, ...]
    contact: Mapping[str, str] = field(default_factory=dict)
    privacy: str = ""  # where one reaches the privacy officer
    venster: Venster | None = None
    water: tuple[Water, ...] = ()
    # By theme, then by the name of the token without `--bloei-`; only what is other than Bloei!'s own.
    kleuren: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def logo(self) -> Path | None:
        """The crest or logo, an SVG, when there is one."""
        pad = self.map / "logo.svg"
        return pad if pad.exists() else None

    def vul_in(self, tekst: str) -> str:
        """A text with `{gemeente}`, `{aantal}` kernen and `{privacy}` in it, filled in."""
        privacy = f" ({self.privacy})" if self.privacy else ""
        return tekst.format(gemeente=self.naam, aantal=len(self.kernen), privacy=privacy)


def gemeente() -> Gemeente:
    """The municipality of this site."""
    return lees(Path(settings.GEMEENTE))


def volle_naam() -> str:
    return gemeente().volle_naam


@cache
def lees(map_: Path) -> Gemeente:
    """The municipality in this folder. Raises ImproperlyConfigured, with what to mend, when it can't be read."""
    try:
        gegevens = tomllib.loads((map_ / "gemeente.toml").read_text(encoding="utf-8"))
        kernen = tuple(_lees_kernen(map_ / "kernen.csv"))
        kaart = gegevens.pop("kaart", {})
        water = [
            Water(w.get("naam", ""), w.get("breed", False), tuple((x, y) for x, y in w["punten"]))
            for w in kaart.pop("water", [])
        ]
        uitkomst = Gemeente(
            map=map_,
            naam=gegevens.pop("naam"),
            volle_naam=gegevens.pop("volle_naam"),
            kernen=kernen,
            contact=gegevens.pop("contact", {}),
            privacy=gegevens.pop("privacy", ""),
            venster=Venster(**kaart) if kaart else None,
            water=tuple(water),
            kleuren=gegevens.pop("kleuren", {}),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fout:
        raise ImproperlyConfigured(
            f"De gemeente in {map_} is niet te lezen: {fout!r}. Zie docs/gemeente.md voor wat erin hoort."
        ) from fout
    vreemd = {*gegevens, *(set(uitkomst.contact) - set(CONTACT)), *(set(uitkomst.kleuren) - set(THEMAS))}
    if vreemd or not kernen:
        wat = f"onbekend: {', '.join(sorted(vreemd))}" if vreemd else "kernen.csv is leeg"
        raise ImproperlyConfigured(f"De gemeente in {map_} klopt niet: {wat}. Zie docs/gemeente.md.")
    return uitkomst


def _lees_kernen(bestand: Path) -> list[KernGegevens]:
    with bestand.open(encoding="utf-8", newline="") as regels:
        return [_kern(rij) for rij in csv.DictReader(regels)]


def _kern(rij: Mapping[str, Any]) -> KernGegevens:
    return KernGegevens(
        slug=rij["slug"],
        naam=rij["naam"],
        type=rij["type"],
        woonplaatscode=rij["woonplaatscode"],
        breedtegraad=float(rij["breedtegraad"]),
        lengtegraad=float(rij["lengtegraad"]),
        uitrolfase=rij["uitrolfase"],
        postcodes=tuple((rij.get("postcodes") or "").split()),
        klinkt_als=tuple((rij.get("klinkt_als") or "").split()),
    )

"""How each block becomes data. `waarde` is what Wagtail stores; `lader` knows what it refers to."""

from collections.abc import Callable
from typing import Any, Protocol

from api.lezing import Lezing, thema
from api.schemas import blokken as s
from api.schemas.basis import Afbeelding, KernVerwijzing, Tekst, Verwijzing
from api.schemas.keuzes import naar_api
from api.versie import BASIS


class Lader(Protocol):
    """What a text refers to, looked up: `api.inhoud.Inhoudslader`. None for what is gone, or not public."""

    lezing: Lezing

    def afbeelding(self, nummer: int | None) -> Afbeelding | None: ...
    def adres(self, wat: str, nummer: int | None) -> dict[str, Any] | None: ...
    def verwijzing(self, nummer: int | None) -> Verwijzing | None: ...
    def url(self, wat: str, nummer: int | None) -> str | None: ...
    def tekst(self, bron: str | None) -> Tekst | None: ...


Kern = KernVerwijzing | None
Bouwer = Callable[[str, Any, Lader, Kern], s.Blok | None]


def _kop(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok:
    return s.KopBlok(id=pk, tekst=waarde["tekst"], niveau=waarde["niveau"])


def _tekst(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok | None:
    tekst = lader.tekst(waarde)
    return s.TekstBlok(id=pk, **tekst.model_dump()) if tekst else None


def _afbeelding(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok | None:
    foto = lader.afbeelding(waarde["afbeelding"])
    return s.AfbeeldingBlok(id=pk, afbeelding=foto, bijschrift=waarde.get("bijschrift")) if foto else None


def _citaat(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok:
    return s.CitaatBlok(id=pk, citaat=waarde["citaat"], bron=waarde.get("bron"))


def _kader(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok | None:
    tekst = lader.tekst(waarde["tekst"])
    return s.KaderBlok(id=pk, titel=waarde["titel"], **tekst.model_dump()) if tekst else None


def _knop(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok | None:
    url = lader.url("pagina", waarde.get("pagina")) or waarde.get("adres")
    return s.KnopBlok(id=pk, tekst=waarde["tekst"], url=url) if url else None


def _vragen(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok:
    paren = ((vraag["vraag"], lader.tekst(vraag["antwoord"])) for vraag in kinderen(waarde))
    vragen = [
        s.VraagEnAntwoord(vraag=vraag, **antwoord.model_dump()) for vraag, antwoord in paren if antwoord
    ]
    return s.VragenBlok(id=pk, vragen=vragen)


def _bijlagen(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok:
    gekozen = ((lader.adres("document", kind["document"]), kind.get("titel")) for kind in kinderen(waarde))
    return s.BijlagenBlok(id=pk, bijlagen=[bijlage(rij, titel) for rij, titel in gekozen if rij])


def _lijst(soort: type[s.LijstBlok], pad: str) -> Bouwer:
    verder = "&" if "?" in pad else "?"

    def bouw(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok:
        extra = {}
        if soort is s.KernagendaBlok:
            extra = {"alleen_prioriteit": bool(waarde.get("alleen_prioriteit"))}
        url = lader.lezing.absoluut(f"{BASIS}/{pad}" + (f"{verder}kern={kern.slug}" if kern else ""))
        return soort(id=pk, titel=waarde.get("titel"), aantal=waarde["aantal"], api_url=url, **extra)

    return bouw


def _inwonersgroepen(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok | None:
    if kern is None:
        return None
    return s.InwonersgroepenBlok(id=pk, api_url=lader.lezing.absoluut(f"{BASIS}/kernen/{kern.slug}"))


def _thema(pk: str, waarde: Any, lader: Lader, kern: Kern) -> s.Blok | None:
    rij = lader.adres("thema", waarde["thema"])
    if rij is None:
        return None
    punten = [_punt(kind, lader) for kind in waarde["punten"] if kind["value"].get("titel")]
    return s.ThemaBlok(id=pk, thema=thema(rij), punten=punten)


def _punt(kind: dict[str, Any], lader: Lader) -> s.PuntInBlok:
    punt = kind["value"]
    return s.PuntInBlok(
        id=kind["id"],
        titel=punt["titel"],
        omschrijving=lader.tekst(punt.get("omschrijving")),
        herkomst=naar_api(punt.get("herkomst") or ""),
        trekker=naar_api(punt["trekker"]),
        naam_trekker=punt.get("naam_trekker"),
        status=naar_api(punt["status"]),
        reden=punt.get("reden"),
        motivering=lader.tekst(punt.get("motivering")),
        planning=punt.get("planning"),
        prioriteit=bool(punt.get("prioriteit")),
        project=lader.verwijzing(punt.get("project")),
    )


def kinderen(waarde: list[Any]) -> list[Any]:
    """The values in a stored ListBlock; Wagtail once stored them without an id around them."""
    return [kind["value"] if isinstance(kind, dict) and "value" in kind else kind for kind in waarde]


def bijlage(rij: dict[str, Any], titel: str | None = None) -> s.Bijlage:
    """A document from a row of `Lader.adres`."""
    bestandstype = rij["bestand"].rpartition(".")[2].lower()
    return s.Bijlage(
        titel=titel or rij["titel"], url=rij["url"], bestandstype=bestandstype, grootte=rij["grootte"]
    )


_BOUWERS: dict[type[s.Blok], Bouwer] = {
    s.KopBlok: _kop,
    s.TekstBlok: _tekst,
    s.AfbeeldingBlok: _afbeelding,
    s.CitaatBlok: _citaat,
    s.KaderBlok: _kader,
    s.KnopBlok: _knop,
    s.VragenBlok: _vragen,
    s.BijlagenBlok: _bijlagen,
    s.KernagendaBlok: _lijst(s.KernagendaBlok, "kernagendapunten"),
    s.AgendaBlok: _lijst(s.AgendaBlok, "agenda-items"),
    s.ProjectenBlok: _lijst(s.ProjectenBlok, "projecten"),
    s.OproepenBlok: _lijst(s.OproepenBlok, "oproepen"),
    s.GeluktBlok: _lijst(s.GeluktBlok, "projecten?status=gereed"),
    s.InwonersgroepenBlok: _inwonersgroepen,
    s.ThemaBlok: _thema,
}
BOUWERS = {blok.model_fields["soort"].default: bouw for blok, bouw in _BOUWERS.items()}

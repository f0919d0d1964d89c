"""What was measured, as tables of Markdown."""

import argparse
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.meting.drukte import PAUZE, Gemeten
from tests.meting.edge import Edge
from tests.meting.klant import Kosten
from tests.meting.processen import WORTEL, Server
from tests.meting.publiceren import Drukte
from tests.meting.vragen import Vergelijking

PUBLICEREN = "publiceren"


def kop(keus: argparse.Namespace) -> str:
    """On what, with what."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=WORTEL, capture_output=True, text=True, check=True
    ).stdout.strip()
    pakketten = ", ".join(f"{naam} {version(naam)}" for naam in ("Django", "wagtail", "gunicorn", "psycopg"))
    hoe = (
        f"{keus.drukte:.0f} seconden lezen en publiceren; tijden op de klok."
        if keus.drukte
        else f"{keus.rondes} rondes van {keus.vragen} vragen, om de beurt; tussen haakjes de laagste en de hoogste."
    )
    return (
        f"# Gemeten op commit {commit}\n\n{_processor()}, {platform.system()}, Python {sys.version.split()[0]}, "
        f"{pakketten}. {hoe} Milliseconden zijn processortijd van Python + PostgreSQL, de middelste ronde.\n"
    )


def naast_standaard(
    rijen: list[Vergelijking],
    gemeten: dict[str, list[tuple[Kosten, Kosten]]],
    snel: dict[str, tuple[float, float]],
) -> str:
    regels = [
        "## Naast een gewone Wagtail",
        "",
        "| antwoord | Bloei! | Wagtail | snelheid | gevraagd | per seconde |",
    ]
    regels.append("|---|---|---|---|---|---|")
    for rij in rijen:
        eigen, stock = zip(*gemeten[rij.naam], strict=True)
        verhouding = [s.samen / e.samen for e, s in zip(eigen, stock, strict=True)]
        per = " / ".join(f"{aantal:.0f}" for aantal in snel[rij.naam])
        regels.append(
            f"| {rij.naam} | {_ms(eigen)} | {_ms(stock)} | {_keer(verhouding)} | ≥ {rij.gevraagd} × | {per} |"
        )
    return "\n".join([*regels, ""])


def bewaard(verhouding: dict[str, list[tuple[float, float]]]) -> str:
    regels = [
        "## Opnieuw gevraagd, naast kaal gunicorn met dezelfde bytes",
        "",
        "| antwoord | snelheid | gunicorn dat alleen naar de versie vraagt | gevraagd |",
        "|---|---|---|---|",
    ]
    for naam, waarden in verhouding.items():
        eigen, minst = (_keer(list(kolom)) for kolom in zip(*waarden, strict=True))
        regels.append(f"| {naam} | {eigen} | {minst} | ≥ 0,8 × |")
    return "\n".join([*regels, ""])


def groei(gemeten: dict[str, dict[int, Kosten]]) -> str:
    maten = list(next(iter(gemeten.values())))
    regels = [
        "## Met meer inhoud",
        "",
        f"| adres | {' | '.join(f'{maat} ×' for maat in maten)} | groei | gevraagd |",
        "|---" * (len(maten) + 3) + "|",
    ]
    for naam, per_maat in gemeten.items():
        kosten = [per_maat[maat] for maat in maten]
        cellen = " | ".join(_ms([een]) for een in kosten)
        keer = f"{kosten[-1].samen / kosten[0].samen:.2f} ×"
        regels.append(f"| {naam} | {cellen} | {keer} | {'≤ 1,5 ×' if naam == PUBLICEREN else ''} |")
    return "\n".join([*regels, ""])


def geheugen(servers: list[Server]) -> str:
    regels = ["## Geheugen", ""]
    regels += [f"- {server.naam}: {server.geheugen:.0f} MB" for server in servers]
    return "\n".join([*regels, ""])


def publiceren(bloei: list[Kosten], stock: list[Kosten]) -> str:
    verhouding = _keer([s.samen / e.samen for e, s in zip(bloei, stock, strict=True)])
    regels = [
        "## Publiceren, naast een gewone Wagtail",
        "",
        "Wat is ingediend goedkeuren, over HTTP.",
        "",
        "| | Bloei! | Wagtail | snelheid |",
        "|---|---|---|---|",
        f"| publiceren | {_ms(bloei)} | {_ms(stock)} | {verhouding} |",
    ]
    return "\n".join([*regels, ""])


def edge(gemeten: dict[str, list[Edge]] | None) -> str:
    regels = ["## Achter nginx, naast nginx dat dezelfde bytes als bestand geeft", ""]
    if gemeten is None:
        regels.append("**NIET GEMETEN: op deze machine is geen nginx. Draai eerst `make nginx`.**")
        return "\n".join([*regels, ""])
    regels += [
        "| antwoord | nginx | Python | PostgreSQL | bestand van nginx | snelheid | gevraagd |",
        "|---|---|---|---|---|---|---|",
        *(_achter_nginx(naam, wat) for naam, wat in gemeten.items()),
    ]
    return "\n".join([*regels, ""])


def drukte(gemeten: Gemeten) -> str:
    """On the clock, so only on a machine that does nothing else."""
    samen = gemeten.samen
    allen = [
        ("twee naast vier lezers", samen, None, ""),
        ("twintig tegelijk", gemeten.bloei.ineens, None, "< 0,7 s"),
        ("twintig tegelijk, Wagtail", gemeten.standaard.ineens, None, ""),
        ("twintig zonder pauze", gemeten.bloei.zonder_pauze, gemeten.bloei.kosten, "< 0,7 s"),
        ("twintig zonder pauze, Wagtail", gemeten.standaard.zonder_pauze, gemeten.standaard.kosten, ""),
        (f"twintig die steeds {PAUZE:.0f} s rusten", gemeten.met_pauze, None, ""),
    ]
    regels = [
        "## Lezen terwijl er gepubliceerd wordt",
        "",
        "| adres | antwoorden | de helft binnen | 99 van de 100 binnen | gevraagd |",
        "|---|---|---|---|---|",
        *(_gelezen(adres, tijden) for adres, tijden in samen.gelezen.items()),
        "",
        f"Antwoorden zonder wat er al gepubliceerd was: {samen.oud} (gevraagd 0). Fouten: {len(samen.fouten)} (gevraagd 0).",
        "",
        "## Wachten op een publicatie",
        "",
        "| redacteuren | publicaties | fouten | de helft binnen | 95 van de 100 binnen | processortijd | gevraagd |",
        "|---|---|---|---|---|---|---|",
        *(_gepubliceerd(*een) for een in allen),
        "",
        *(f"- Fout: {fout}" for fout in dict.fromkeys(fout for _, wie, *_ in allen for fout in wie.fouten)),
    ]
    return "\n".join([*regels, ""])


def _gepubliceerd(naam: str, drukte: Drukte, kosten: Kosten | None, gevraagd: str) -> str:
    tijden = drukte.gepubliceerd
    binnen = f"{median(tijden):.2f} s | {_deel(tijden, 0.95):.2f} s"
    return f"| {naam} | {len(tijden)} | {len(drukte.fouten)} | {binnen} | {_ms([kosten]) if kosten else ''} | {gevraagd} |"


def _achter_nginx(naam: str, gemeten: list[Edge]) -> str:
    delen = (
        [wat.nginx for wat in gemeten],
        [wat.python for wat in gemeten],
        [wat.databank for wat in gemeten],
        [wat.bestand for wat in gemeten],
    )
    ms = " | ".join(f"{median(deel):.3f}" for deel in delen)
    return f"| {naam} | {ms} | {_keer([wat.snelheid for wat in gemeten])} | ≥ 0,85 × |"


def _gelezen(adres: str, tijden: list[float]) -> str:
    midden, hoog = median(tijden), _deel(tijden, 0.99)
    ms = f"{midden * 1000:.1f} ms | {hoog * 1000:.0f} ms: {hoog / midden:.0f} ×"
    return f"| `{adres}` | {len(tijden)} | {ms} | ≤ 10 × |"


def _deel(waarden: list[float], deel: float) -> float:
    return sorted(waarden)[int(len(waarden) * deel)]


def _ms(gemeten: list[Kosten] | tuple[Kosten, ...]) -> str:
    return f"{median(k.python for k in gemeten):.1f} + {median(k.databank for k in gemeten):.1f}"


def _keer(verhouding: list[float]) -> str:
    return f"{median(verhouding):.2f} × ({min(verhouding):.2f}–{max(verhouding):.2f})"


def _processor() -> str:
    for regel in Path("/proc/cpuinfo").read_text().splitlines():
        if regel.startswith("model name"):
            return regel.partition(":")[2].strip()
    return platform.machine()

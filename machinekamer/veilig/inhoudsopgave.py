"""What a copy says of itself: what is in it, and by which nobody can change it unseen."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from machinekamer.veilig.programmas import KORTST, RONDEN, NietGelukt

VORM = 1
NAAM = "inhoud.json"
DATABANK, MEDIA = "databank.dump", "media.tar"
Inhoud = dict[str, Any]


def schrijf(map_: Path, inhoud: Inhoud, sleutel: str) -> None:
    """Last of all: what has no contents isn't a copy."""
    inhoud = {"vorm": VORM, "versleuteld": bool(sleutel), **inhoud}
    inhoud["bestanden"] = {naam: som(map_ / naam) for naam in (DATABANK, MEDIA)}
    if sleutel:
        inhoud["zout"] = secrets.token_hex(16)
        inhoud["stempel"] = _stempel(inhoud, sleutel)
    (map_ / NAAM).write_text(json.dumps(inhoud, indent=1, ensure_ascii=False) + "\n")


def lees(map_: Path, sleutel: str) -> Inhoud:
    """Raises NietGelukt unless every byte is as it was written, and with a key: by who has that key."""
    try:
        inhoud = json.loads((map_ / NAAM).read_text())
        if inhoud["vorm"] != VORM:
            raise NietGelukt(f"Deze kopie is van een andere versie van Bloei! (vorm {inhoud['vorm']}).")
        versleuteld, bestanden = inhoud["versleuteld"], inhoud["bestanden"]
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise NietGelukt(f"In {map_} staat geen hele kopie: {NAAM} ontbreekt of is niet te lezen.") from fout
    if versleuteld and not sleutel:
        raise NietGelukt("Deze kopie is versleuteld. Zet VEILIG_SLEUTEL op de sleutel van toen.")
    if sleutel and not versleuteld:
        raise NietGelukt(
            "Deze kopie is niet versleuteld, en er is wel een sleutel: wie kan erbij zijn geweest? "
            "Maak VEILIG_SLEUTEL leeg als je zeker weet dat dit de goede kopie is."
        )
    stempel = inhoud.pop("stempel", "")
    if versleuteld and not hmac.compare_digest(stempel, _stempel(inhoud, sleutel)):
        raise NietGelukt(
            "De sleutel is een andere dan toen, of de kopie is veranderd. Er is niets teruggezet."
        )
    for naam in (DATABANK, MEDIA):
        if not (map_ / naam).exists() or som(map_ / naam) != bestanden.get(naam):
            raise NietGelukt(
                f"{naam} is beschadigd of veranderd. Er is niets teruggezet; neem een andere kopie."
            )
    return inhoud


def som(pad: Path) -> str:
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def som_van_media(sommen: Iterable[tuple[str, str]]) -> str:
    """Of all files together: names and contents."""
    return hashlib.sha256("\n".join(map("\0".join, sorted(sommen))).encode()).hexdigest()


def controleer_sleutel(sleutel: str) -> None:
    if sleutel and len(sleutel) < KORTST:
        raise NietGelukt(f"VEILIG_SLEUTEL is te kort: neem er een van {KORTST} tekens of meer.")


def _stempel(inhoud: Inhoud, sleutel: str) -> str:
    eigen = hashlib.pbkdf2_hmac("sha256", sleutel.encode(), bytes.fromhex(inhoud["zout"]), RONDEN)
    tekst = json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()
    return hmac.new(eigen, tekst, "sha256").hexdigest()

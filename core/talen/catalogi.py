"""The catalogues with the interface texts of the site, `locale/<language>/LC_MESSAGES/django.po`.

    python -m core.talen.catalogi            compile what changed (`make teksten`)
    python -m core.talen.catalogi bijwerken  first add new texts and drop old ones; then translate the empty ones

Django's own commands for this need GNU gettext, which a fresh machine doesn't have. Texts are found as Django finds
them: in templates by its own `templatize`, in Python by the names of the gettext functions.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib

WORTEL = Path(__file__).resolve().parent.parent.parent
LOCALE = WORTEL / "locale"
# Wagtail's own texts in the admin, where Bloei! says them in other words.
BEHEER = LOCALE / "beheer"
APPS = (
    "api", "berichten", "core", "druk", "home", "inwoners", "kanalen", "kernpagina", "meedoen", "projecten", "search",
    "site_bloei", "toegang", "vertalen", "volgen", "werkplek",
)  # fmt: skip
ENKELVOUD = {"_", "gettext", "gettext_lazy", "gettext_noop"}
MEERVOUD = {"ngettext", "ngettext_lazy"}
# What templatize makes of a template: gettext('…'), ngettext('…', '…', …), _("…"), between blanked-out text.
AANROEP = re.compile(
    r"""\b(n?gettext|_)\(\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:\s*,\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))?"""
)


class Tekst(NamedTuple):
    msgid: str
    meervoud: str = ""


def teksten(wortel: Path = WORTEL) -> dict[Tekst, set[str]]:
    """Every interface text, with the files it stands in."""
    gevonden = defaultdict(set)
    # The texts of mail are templates too.
    for pad in sorted([*(wortel / "templates").rglob("*.html"), *(wortel / "templates").rglob("*.txt")]):
        # The documentation of the API is in Dutch only.
        if pad.is_relative_to(wortel / "templates" / "api"):
            continue
        for tekst in in_sjabloon(pad.read_text(encoding="utf-8")):
            gevonden[tekst].add(str(pad.relative_to(wortel)))
    for app in APPS:
        for pad in sorted((wortel / app).rglob("*.py")):
            for tekst in in_python(pad.read_text(encoding="utf-8")):
                gevonden[tekst].add(str(pad.relative_to(wortel)))
    return _zonder_dubbele(gevonden)


def _zonder_dubbele(gevonden: dict[Tekst, set[str]]) -> dict[Tekst, set[str]]:
    """A catalogue holds a text once: a plural form covers the same text without one."""
    meervoudig = {tekst.msgid: tekst for tekst in gevonden if tekst.meervoud}
    schoon = defaultdict(set)
    for tekst, plekken in gevonden.items():
        schoon[meervoudig.get(tekst.msgid, tekst)] |= plekken
    return schoon


def in_sjabloon(bron: str) -> Iterator[Tekst]:
    from django.utils.translation.template import templatize

    for naam, enkel, meer in AANROEP.findall(templatize(bron)):
        yield Tekst(ast.literal_eval(enkel), ast.literal_eval(meer) if naam == "ngettext" and meer else "")


def in_python(bron: str) -> Iterator[Tekst]:
    for knoop in ast.walk(ast.parse(bron)):
        if not isinstance(knoop, ast.Call):
            continue
        naam = getattr(knoop.func, "id", getattr(knoop.func, "attr", ""))
        waarden = (arg.value for arg in knoop.args if isinstance(arg, ast.Constant))
        letterlijk = [waarde for waarde in waarden if isinstance(waarde, str)]
        if naam in MEERVOUD and len(letterlijk) >= 2:
            yield Tekst(*letterlijk[:2])
        elif naam in ENKELVOUD and letterlijk:
            yield Tekst(letterlijk[0])


def catalogi() -> dict[str, Path]:
    return {pad.parent.parent.name: pad for pad in sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))}


def bijwerken() -> list[str]:
    """Add new texts to each catalogue and drop those that nobody asks for; returns what is left to translate."""
    werk = []
    for taal, pad in catalogi().items():
        po = polib.pofile(str(pad), wrapwidth=110)
        al = {Tekst(regel.msgid, regel.msgid_plural): regel for regel in po if not regel.obsolete}
        po.clear()
        for tekst, plekken in sorted(teksten().items()):
            regel = al.get(tekst) or _nieuw(tekst, po)
            regel.occurrences = [(plek, "") for plek in sorted(plekken)]
            po.append(regel)
        po.save()
        leeg = [regel.msgid for regel in po if not regel.translated()]
        werk += [f"{taal}: {msgid}" for msgid in leeg]
    return werk


def _nieuw(tekst: Tekst, po: polib.POFile) -> polib.POEntry:
    if not tekst.meervoud:
        return polib.POEntry(msgid=tekst.msgid)
    aantal = int(po.metadata["Plural-Forms"].removeprefix("nplurals=").partition(";")[0])
    return polib.POEntry(
        msgid=tekst.msgid, msgid_plural=tekst.meervoud, msgstr_plural=dict.fromkeys(range(aantal), "")
    )


def compileer() -> list[Path]:
    """Make the .mo that Django reads next to each .po that is newer; returns what was made."""
    gemaakt = []
    for pad in [*catalogi().values(), *sorted(BEHEER.rglob("*.po"))]:
        mo = pad.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < pad.stat().st_mtime:
            # Through another name: a site that starts meanwhile reads the old one or the new one, not a half one.
            nieuw = mo.with_suffix(".mo.nieuw")
            polib.pofile(str(pad)).save_as_mofile(str(nieuw))
            nieuw.replace(mo)
            gemaakt.append(mo)
    return gemaakt


def main(wat: list[str]) -> None:
    if wat == ["bijwerken"]:
        for regel in bijwerken():
            sys.stdout.write(f"Nog te vertalen, {regel}\n")
    compileer()


if __name__ == "__main__":
    main(sys.argv[1:])

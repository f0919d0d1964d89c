"""What comes in for a translation: a form with all its sentences, or a PO file of a translator's program."""

from collections.abc import Mapping
from typing import NamedTuple

import polib
from django.core.exceptions import ValidationError
from wagtail_localize.models import Translation

from vertalen.zinnen import Zin, afdruk, als_html, schrijf, zinnen_van

WAS = "was-"
# A kernagenda with all its points is some 30 kB.
PO_HOOGSTENS = 1_000_000


class Uitkomst(NamedTuple):
    """How many sentences changed, what was left out, in words for the translator, and, of a form, the fingerprints of what
    was typed and is kept now, each by the name of its field."""

    gewijzigd: int
    niet: list[str]
    afdrukken: dict[str, str] = {}


def uit_formulier(zinnen: list[Zin], velden: Mapping[str, str], user) -> Uitkomst:
    """Write what was typed. What can't be written stays in its sentence (`getypt`, `fout`), nothing else is lost.

    Each field comes with a fingerprint of the text that was in it (`was-<name>`): who didn't touch a sentence doesn't
    put back an old text over what somebody else wrote meanwhile, and isn't its author.
    """
    gewijzigd, afdrukken = 0, {}
    for zin in zinnen:
        getypt = velden.get(zin.naam, zin.tekst).replace("\r\n", "\n").strip()
        was = velden.get(WAS + zin.naam, zin.afdruk)
        if afdruk(getypt) == was:
            continue
        try:
            if was != zin.afdruk and getypt != zin.tekst:
                zin.botst = True
                raise ValidationError(_wie_intussen(zin, user))
            if getypt != zin.tekst:
                gewijzigd += schrijf(zin, als_html(zin, getypt), user)
            afdrukken[WAS + zin.naam] = zin.afdruk
        except ValidationError as fout:
            zin.getypt, zin.fout = getypt, " ".join(fout.messages)
    return Uitkomst(gewijzigd, _zonder_plek(zinnen, velden), afdrukken)


def _wie_intussen(zin: Zin, user) -> str:
    # Their own may be of another window, or a save whose answer never came back.
    eigen = zin.opgeslagen is not None and zin.opgeslagen.last_translated_by_id == user.pk
    wie = "Je vulde hier zelf" if eigen else "Iemand anders vulde hier"
    return f"{wie} intussen dit in: “{zin.tekst}”. Maak er één tekst van en bewaar opnieuw."


def _zonder_plek(zinnen: list[Zin], velden: Mapping[str, str]) -> list[str]:
    """What was typed for a sentence that the Dutch page no longer has."""
    bekend = {zin.naam for zin in zinnen}
    return [
        f"De Nederlandse zin is veranderd of weg. Je typte: “{getypt.strip()}”."
        for naam, getypt in velden.items()
        if naam.startswith("zin-") and naam not in bekend and afdruk(getypt.strip()) != velden.get(WAS + naam)
    ]


class GeenPo(Exception):
    """The file is no PO file, or one of another translation; its words say which."""


def uit_po(vertaling: Translation, inhoud: bytes, user) -> Uitkomst:
    """Write the translations of a PO file; who brought it is their author. Raises GeenPo."""
    po = _lees_po(inhoud)
    if po.metadata.get("X-WagtailLocalize-TranslationID") != str(vertaling.uuid):
        raise GeenPo("Dit bestand hoort bij een andere vertaling.")
    zinnen = {(zin.pad, zin.bron): zin for zin in zinnen_van(vertaling)}
    gewijzigd, niet = 0, []
    for regel in po:
        if regel.obsolete or not regel.msgstr:
            continue
        zin = zinnen.get((regel.msgctxt, regel.msgid))
        try:
            if zin is None:
                raise ValidationError("Deze Nederlandse zin staat niet op de pagina.")
            gewijzigd += schrijf(zin, regel.msgstr, user, hulp="PO-bestand")
        except ValidationError as fout:
            niet.append(f"“{regel.msgid}”: {' '.join(fout.messages)}")
    return Uitkomst(gewijzigd, niet)


def _lees_po(inhoud: bytes) -> polib.POFile:
    if len(inhoud) > PO_HOOGSTENS:
        raise GeenPo("Dit bestand is te groot.")
    try:
        # polib opens a file when its text is the name of one; a text of two lines never is.
        return polib.pofile("#\n" + inhoud.decode("utf-8-sig"))
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as fout:
        raise GeenPo("Dit is geen PO-bestand.") from fout

"""The sentences of a translation, and the one way to write them: by hand, from a file, or by a machine."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from core.inhoudsversie import begint_met_de_versie
from vertalen.plek import Plek, plek_van
from vertalen.schoon import TITEL, gelezen, ontbrekende_links, schone_zin, woorden

REGELEINDE = "<br"


@dataclass
class Zin:
    """One Dutch sentence with its translation, if there is one. `bron` and `html` are as wagtail-localize keeps them:
    HTML with only inline tags, also for plain text."""

    vertaling: Translation
    context_id: int
    string_id: int
    pad: str
    bron: str
    plek: Plek
    opgeslagen: StringTranslation | None
    deel: str = ""
    # What somebody just typed, as long as it isn't written, and what is wrong with it.
    getypt: str | None = None
    fout: str = ""
    # Whether that is what somebody else wrote there meanwhile.
    botst: bool = False

    @property
    def naam(self) -> str:
        """Its name in a form: the same as long as the Dutch sentence and its place are the same."""
        return f"zin-{self.context_id}-{self.string_id}"

    @property
    def html(self) -> str:
        return self.opgeslagen.data if self.opgeslagen else ""

    @property
    def leesbare_bron(self) -> str:
        return self.bron if self.plek.rijk else woorden(self.bron)

    @property
    def tekst(self) -> str:
        """The translation as a translator types it: with markup in running text, else plain."""
        return self.html if self.plek.rijk else woorden(self.html)

    @property
    def in_veld(self) -> str:
        return self.tekst if self.getypt is None else self.getypt

    @property
    def afdruk(self) -> str:
        return afdruk(self.tekst)

    @property
    def melding(self) -> str:
        return self.fout or (self.opgeslagen.get_error() if self.opgeslagen else "") or ""

    @property
    def van_machine(self) -> bool:
        return bool(
            self.opgeslagen and self.opgeslagen.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
        )

    @property
    def klaar(self) -> bool:
        return bool(self.opgeslagen and not self.opgeslagen.has_error)

    @property
    def regels(self) -> int:
        return min(12, 1 + len(self.leesbare_bron) // 50 + self.leesbare_bron.count("\n"))


def afdruk(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def zinnen_van(vertaling: Translation) -> list[Zin]:
    """Every sentence once, in the order of the page."""
    pagina = vertaling.source.as_instance()
    opgeslagen = {
        (rij.translation_of_id, rij.context_id): rij
        for rij in StringTranslation.objects.filter(
            locale_id=vertaling.target_locale_id, context__object_id=vertaling.source.object_id
        ).select_related("translation_of", "context")
    }
    plekken: dict[str, Plek] = {}
    zinnen: dict[tuple[int, int], Zin] = {}
    segmenten = StringSegment.objects.filter(source_id=vertaling.source_id)
    for segment in segmenten.select_related("string", "context").order_by("order"):
        pad = segment.context.path
        if pad not in plekken:
            plekken[pad] = plek_van(pagina, pad)
        sleutel = (segment.string_id, segment.context_id)
        zinnen.setdefault(
            sleutel,
            Zin(
                vertaling, segment.context_id, segment.string_id, pad, segment.string.data, plekken[pad],
                opgeslagen.get(sleutel),
            ),
        )  # fmt: skip
    return _met_delen(list(zinnen.values()))


def _met_delen(zinnen: list[Zin]) -> list[Zin]:
    """Running text comes in several sentences of one field: say which is which."""
    per_pad: dict[str, list[Zin]] = {}
    for zin in zinnen:
        per_pad.setdefault(zin.pad, []).append(zin)
    for groep in per_pad.values():
        for nummer, zin in enumerate(groep, 1):
            zin.deel = f"deel {nummer} van {len(groep)}" if len(groep) > 1 else ""
    return zinnen


def als_html(zin: Zin, getypt: str) -> str:
    """What a translator typed, as wagtail-localize keeps it."""
    getypt = getypt.replace("\r\n", "\n").strip()
    if zin.plek.rijk:
        return getypt
    if REGELEINDE not in zin.bron:
        getypt = " ".join(getypt.splitlines())
    return StringValue.from_plaintext(getypt).data


def controleer(zin: Zin, html: str) -> str:
    """The sentence as it may be written; empty when it has no words. Raises ValidationError with what is wrong."""
    schoon = schone_zin(html, zin.bron)
    if schoon != gelezen(html):
        raise ValidationError(
            "Hier staan tekens die niet mogen. Gebruik alleen de opmaak en de links van de Nederlandse zin."
        )
    leesbaar = woorden(schoon)
    if not leesbaar.strip():
        return ""
    if kwijt := ontbrekende_links(schoon, zin.bron):
        raise ValidationError(
            f"Hier ontbreekt een link. Zet {kwijt[0]} en </a> om de woorden waar je op klikt."
        )
    lengte = len(schoon) if zin.pad == TITEL else len(leesbaar)
    if zin.plek.grens and lengte > zin.plek.grens:
        raise ValidationError(f"Dit is te lang: {lengte} tekens. Er passen er hier {zin.plek.grens}.")
    return schoon


@begint_met_de_versie
def schrijf(
    zin: Zin, html: str, user, *, soort: str = StringTranslation.TRANSLATION_TYPE_MANUAL, hulp: str = ""
) -> bool:
    """Write a translation; one without words takes away what was there. Returns whether anything changed.

    Whoever changes it is its author: they don't approve it. Raises ValidationError, see `controleer`.
    """
    schoon = controleer(zin, html)
    if schoon == zin.html and zin.klaar:
        return False
    if not schoon:
        if zin.opgeslagen is None:
            return False
        zin.opgeslagen.delete()
        zin.opgeslagen = None
        return True
    zin.opgeslagen, _ = StringTranslation.objects.update_or_create(
        translation_of_id=zin.string_id,
        locale_id=zin.vertaling.target_locale_id,
        context_id=zin.context_id,
        defaults={
            "data": schoon,
            "translation_type": soort,
            "tool_name": hulp,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    return True


def tel(aantal: int) -> str:
    return "1 zin" if aantal == 1 else f"{aantal} zinnen"


def fouten_in(zinnen: Iterable[Zin]) -> list[str]:
    """What is wrong with the sentences as they are kept, by whatever way they came, with their place."""
    fouten = []
    for zin in zinnen:
        try:
            controleer(zin, zin.html)
        except ValidationError as fout:
            fouten.append(f"{zin.plek.veld}: {' '.join(fout.messages)}")
    return fouten

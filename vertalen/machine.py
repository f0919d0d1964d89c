"""Suggestions by a machine. They are marked as such, and wait for a person like any other text."""

import contextlib

import requests
from django.core.exceptions import ValidationError
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue

from vertalen.schoon import schone_zin
from vertalen.zinnen import schrijf, zinnen_van


class MachineZwijgt(Exception):
    """The server for suggestions doesn't answer, or not with translations."""


class LibreTranslate(LibreTranslator):
    def get_timeout(self) -> int:
        return 60

    def translate(self, source_locale, target_locale, strings):
        """The suggestions by their source. Raises MachineZwijgt."""
        try:
            return super().translate(source_locale, target_locale, strings)
        except (requests.RequestException, KeyError, ValueError) as fout:
            raise MachineZwijgt from fout


def machine_voor(vertaling: Translation):
    """The machine that can translate this, or None."""
    machine = get_machine_translator()
    if machine and machine.can_translate(vertaling.source.locale, vertaling.target_locale):
        return machine
    return None


def stel_voor(vertaling: Translation, user) -> int:
    """Have a machine suggest what isn't translated yet; returns how many sentences it did. Raises MachineZwijgt.

    What doesn't fit its place is left for a person.
    """
    machine = machine_voor(vertaling)
    zinnen = [zin for zin in zinnen_van(vertaling) if not zin.opgeslagen]
    if machine is None or not zinnen:
        return 0
    gevraagd = {StringValue(zin.bron) for zin in zinnen}
    voorstellen = machine.translate(vertaling.source.locale, vertaling.target_locale, gevraagd)
    aantal = 0
    for zin in zinnen:
        voorstel = voorstellen.get(StringValue(zin.bron))
        with contextlib.suppress(ValidationError):
            aantal += bool(voorstel and voorstel.data) and schrijf(
                zin,
                schone_zin(voorstel.data, zin.bron),
                user,
                soort=StringTranslation.TRANSLATION_TYPE_MACHINE,
                hulp=machine.display_name,
            )
    return aantal

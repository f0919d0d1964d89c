"""Suggestions by a machine. They are marked as such, and wait for a person like any other text."""

import requests
from wagtail_localize.machine_translators.libretranslate import LibreTranslator


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

"""What a screen would say in English: texts that are asked for in Dutch, and that no catalogue has in Dutch."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.utils import translation
from django.utils.translation import trans_real


@contextmanager
def onvertaald() -> Iterator[set[str]]:
    """The texts that were asked for inside this context while Dutch was being read, and are in no Dutch catalogue."""
    gevonden: set[str] = set()
    bekend = trans_real.translation("nl")._catalog

    def let_op(naam: str, sleutels):
        echt = getattr(trans_real, naam)

        def gevraagd(*args):
            if (
                translation.get_language() == "nl"
                and args[0]
                and not any(s in bekend for s in sleutels(*args))
            ):
                gevonden.add(str(args[-1] if naam == "pgettext" else args[0]))
            return echt(*args)

        return mock.patch.object(translation._trans, naam, gevraagd, create=True)

    with (
        let_op("gettext", lambda tekst: [tekst.replace("\r\n", "\n").replace("\r", "\n")]),
        let_op("ngettext", lambda een, meer, n: [een, (een, 1), (een, 0)]),
        let_op("pgettext", lambda context, tekst: [f"{context}\x04{tekst}", tekst]),
    ):
        yield gevonden

"""The field for running text. Its script sends the text as JSON ("contentstate"), which is checked before it is read."""

import json
from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea

# The script goes four deep. A list a million deep makes a million lists inside each other.
DIEPSTE = 10


class TekstVak(DraftailRichTextArea):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A slash is a sign like any other, in `en/of` and in an address: it opens no list of things to insert.
        self.options |= {"commandToolbar": None, "placeholder": "Schrijf hier je tekst"}

    def value_from_datadict(self, data, files, name: str) -> str | None:
        """The text as HTML. Raises ValueError, TypeError or KeyError for what the script wouldn't send."""
        rauw = data.get(name)
        if rauw:
            _controleer(json.loads(rauw))
        return super().value_from_datadict(data, files, name)


def _controleer(inhoud: dict[str, Any] | None) -> None:
    dingen = inhoud.get("entityMap", {}) if inhoud else {}
    for ding in dingen.values():
        int(ding["data"].get("id") or 0)
    for blok in inhoud["blocks"] if inhoud else ():
        blok["text"].encode()  # half a character, which a database can't keep, raises here
        if not 0 <= blok.get("depth", 0) <= DIEPSTE:
            raise ValueError("Een lijst zit te diep in andere lijsten.")
        for bereik in blok.get("entityRanges", ()):
            dingen[str(bereik["key"])]

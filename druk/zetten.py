"""Sets text on paper and on pictures, with typst.

The layouts stand in `templates/druk/`. They get what they show as JSON, never as part of the layout's own
code: nothing that an editor types can change the layout. Only the fonts inside typst are used, so that the
result is the same on every machine.
"""

import json
from datetime import datetime
from typing import Any

import segno
import typst
from django.conf import settings
from django.utils.translation import get_language, gettext

from core.gemeente import gemeente
from druk.letters import alleen_gewoon, drukbaar, is_onleesbaar, nummers_heel


def pdf(sjabloon: str, gegevens: dict[str, Any], moment: datetime | None = None) -> bytes:
    """A tagged PDF that follows PDF/UA-1. The same input and moment give the same bytes."""
    op_de_seconde = moment.replace(microsecond=0) if moment else None
    return _zet(sjabloon, gegevens, format="pdf", pdf_standards=["ua-1"], timestamp=op_de_seconde)


def png(sjabloon: str, gegevens: dict[str, Any]) -> bytes:
    """A picture, one pixel for each typographic point of the layout."""
    return _zet(sjabloon, gegevens, format="png", ppi=72)


def qr(adres: str, kop: str) -> dict[str, str]:
    """A QR code as the layouts want it: `svg`, alternative text, heading, and the address to type over."""
    kort = adres.removeprefix("https://").removeprefix("http://")
    code = segno.make(adres, error="m", micro=False).svg_inline(border=2)
    svg = code.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return {"svg": svg, "alt": gettext("QR-code naar %(adres)s") % {"adres": kort}, "kop": kop, "adres": kort}


def _zet(sjabloon: str, gegevens: dict[str, Any], **opties: Any) -> bytes:
    gegevens = nummers_heel(drukbaar(gegevens))
    try:
        return _stel_op(sjabloon, gegevens, **opties)
    except typst.TypstError as fout:
        if not is_onleesbaar(fout):
            raise
        # Something in this layout draws it otherwise than the proof did. One odd character never takes a paper down.
        return _stel_op(sjabloon, alleen_gewoon(gegevens), **opties)


def _stel_op(sjabloon: str, gegevens: dict[str, Any], **opties: Any) -> bytes:
    return typst.compile(
        settings.BASE_DIR / "templates" / "druk" / f"{sjabloon}.typ",
        output=None,
        root=settings.BASE_DIR,
        ignore_system_fonts=True,
        sys_inputs={"gegevens": json.dumps({"taal": get_language() or "nl", **_gemeente(), **gegevens})},
        **opties,
    )


def _gemeente() -> dict[str, Any]:
    """Whose paper it is: a name, and what colours it has of its own."""
    return {"gemeente": gemeente().naam, "kleuren": dict(gemeente().kleuren.get("licht", {}))}

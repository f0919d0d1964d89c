"""What a description of a photo isn't: the name that a camera or a program gave its file."""

import re
from pathlib import PurePath

SOORTEN = frozenset(
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".heif", ".bmp", ".tif", ".tiff", ".svg"]
)
# What such names begin with, beside their numbers: `IMG_2034`, `PXL_20260312_193000`, `WhatsApp Image 2026-03-12 at 19.30`.
VAN_EEN_TOESTEL = frozenset(
    [
        "img", "image", "afbeelding", "foto", "photo", "pic", "dsc", "dscn", "dscf", "pxl", "mvimg", "gopr", "dji", "wa", "whatsapp",
        "screenshot", "schermafbeelding", "schermopname", "scan", "edit", "edited", "bewerkt", "kopie", "copy", "at", "am", "pm", "om",
    ]
)  # fmt: skip


def is_bestandsnaam(tekst: str) -> bool:
    """Whether nothing in it says what is to be seen."""
    naam = PurePath(tekst.strip())
    if naam.suffix.lower() in SOORTEN:
        return True
    return {woord.lower() for woord in re.findall(r"[^\W\d_]+", tekst)} <= VAN_EEN_TOESTEL

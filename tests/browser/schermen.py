"""The pictures of the pages in docs/schermen/, made by the tests where they are asked for:

SCHERMEN=docs/schermen python -m pytest tests/browser/test_toegankelijk.py -k axe
"""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

MAP = Path(__file__).parents[2] / "docs" / "schermen"
BREEDST = 800  # pixels; a picture of a wide screen is made smaller
KWALITEIT = 60


def bestandsnaam(naam: str, breedte: int) -> str:
    return f"{naam}-{breedte}.webp"


def maak(page: Page, naam: str, breedte: int) -> None:
    """Keep what is on the screen now, in the folder that SCHERMEN names."""
    if map_naam := os.environ.get("SCHERMEN"):
        beeld = Image.open(BytesIO(page.screenshot())).convert("RGB")
        beeld.thumbnail((BREEDST, beeld.height))
        beeld.save(Path(map_naam) / bestandsnaam(naam, breedte), "WEBP", quality=KWALITEIT, method=6)

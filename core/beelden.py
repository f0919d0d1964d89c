"""Pictures in the AVIF format, made quickly enough for a request.

The first visitor after an upload waits for all sizes of a picture. At the encoder's own pace one size takes more than
a second; at this pace it takes a tenth of that, for a file that is a seventh larger. Willow has no setting for it,
so this takes the place of its method.
"""

from typing import Any, BinaryIO

from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage

TEMPO = 8  # of libavif: 0 is the slowest with the smallest file, 10 the quickest
_van_willow = PillowImage.save_as_avif


def bewaar_als_avif(
    self: PillowImage, f: BinaryIO, quality: int = 80, lossless: bool = False, apply_optimizers: bool = True
) -> Any:
    """Pictures without loss, and in the colours of a printer, are left to Willow."""
    if lossless or self.image.mode == "CMYK":
        return _van_willow(self, f, quality=quality, lossless=lossless, apply_optimizers=apply_optimizers)
    self.image.save(f, "AVIF", quality=quality, speed=TEMPO, icc_profile=self.get_icc_profile())
    return AvifImageFile(f)


def stel_tempo_in() -> None:
    PillowImage.save_as_avif = bewaar_als_avif

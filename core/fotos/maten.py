"""The sizes of a picture: made beforehand, and quickly enough for a request when they aren't there yet.

A picture gets its sizes in the background as soon as it is uploaded, so that no visitor waits for them. Where nothing
works in the background, or not yet, the first request makes what it needs, as Wagtail always does.

At the encoder's own pace one size in AVIF takes more than a second; at this pace it takes a tenth of that, for a file
that is a seventh larger. Willow has no setting for it, so `bewaar_als_avif` takes the place of its method. Nor has it
one to leave out where a picture was taken: `zet_rechtop` does that, also for files from before `core.fotos.bestand`.
"""

from typing import Any, BinaryIO

from django.db import transaction
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

TEMPO = 8  # of libavif: 0 is the slowest with the smallest file, 10 the quickest
_van_willow = PillowImage.save_as_avif
_rechtop_van_willow = PillowImage.auto_orient
# What of a picture beside its pixels may go into a size of it: how its colours are to be read.
MEE = ("icc_profile", "transparency")

# What the templates ask for with `{% picture %}`, word for word; a test compares them.
MATEN = (
    "format-{avif,webp,jpeg} fill-{480x320,720x480,960x640}",
    "format-{avif,webp,jpeg} width-{480,720,960}",
)


def bestel_maten(foto_id: int) -> None:
    """Have the sizes of this picture made in the background, once its row is there for others to see."""
    transaction.on_commit(lambda: maak_maten.enqueue(foto_id))


@task(backend="achtergrond", priority=-10)  # mail goes first
def maak_maten(foto_id: int) -> int:
    """Make the sizes that this picture doesn't have yet. Returns how many it has; 0 when it was deleted meanwhile."""
    foto = get_image_model().objects.filter(pk=foto_id).first()
    if foto is None:
        return 0
    return len(foto.get_renditions(*(maat for maten in MATEN for maat in Filter.expand_spec(maten))))


def bewaar_als_avif(
    self: PillowImage, f: BinaryIO, quality: int = 80, lossless: bool = False, apply_optimizers: bool = True
) -> Any:
    """Pictures without loss, and in the colours of a printer, are left to Willow."""
    if lossless or self.image.mode == "CMYK":
        return _van_willow(self, f, quality=quality, lossless=lossless, apply_optimizers=apply_optimizers)
    self.image.save(f, "AVIF", quality=quality, speed=TEMPO, icc_profile=self.get_icc_profile())
    return AvifImageFile(f)


def zet_rechtop(self: PillowImage) -> PillowImage:
    """Every size begins with this: turn the picture as its camera was held, then forget what the camera knew."""
    rechtop = _rechtop_van_willow(self)
    rechtop.image.info = {naam: waarde for naam, waarde in rechtop.image.info.items() if naam in MEE}
    return rechtop


def stel_willow_in() -> None:
    """Put these two in the place of Willow's. An operation is found by its name on the class and marked as one."""
    for naam, onze in (("save_as_avif", bewaar_als_avif), ("auto_orient", zet_rechtop)):
        setattr(PillowImage, naam, onze)
        registry.register_operation(PillowImage, naam, onze)

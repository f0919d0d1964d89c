"""Sees to it that no row refers to a picture that isn't clean (`core.fotos.bestand`), whatever road the file came by."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.db.models.fields.files import FieldFile
from wagtail.models import UploadedFile

from core.fotos.bestand import maak_schoon
from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.inhoudsversie import begint_met_de_versie
from core.models import BloeiImage

BRANDPUNT = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


def neem_in(rij: BloeiImage | UploadedFile) -> None:
    """Put a clean picture in the place of a new file, before its row is written. Raises ValidationError."""
    if isinstance(rij, UploadedFile) and rij.for_content_type != ContentType.objects.get_for_model(
        BloeiImage
    ):
        return
    if not rij.file or not _is_nieuw(rij):
        return
    ruw = rij.file if _is_bewaard(rij.file) else None
    bestand = rij.file.open()
    schoon = maak_schoon(bestand)
    if schoon is not bestand:
        _vervang(rij, schoon)
        if ruw and ruw.name:
            ruw.storage.delete(ruw.name)


def _is_nieuw(rij: BloeiImage | UploadedFile) -> bool:
    if not _is_bewaard(rij.file):
        return True
    return rij.file.name != type(rij)._base_manager.filter(pk=rij.pk).values_list("file", flat=True).first()


def _is_bewaard(bestand: FieldFile) -> bool:
    """Whether it stands in the store already."""
    return bestand._committed  # ty: ignore[missing-attribute] - Django's types leave it out


def _vervang(rij: BloeiImage | UploadedFile, schoon: File) -> None:
    rij.file = schoon
    if isinstance(rij, BloeiImage):
        rij._set_image_file_metadata()


def maak_alles_schoon() -> tuple[int, list[int]]:
    """Clean the files that were there before they were cleaned when they came. May be run again at any moment.

    Returns how many changed, and the keys of the pictures that can't be opened. What waits for approval with such a
    picture has to be approved as it is now: its file is another.
    """
    gewijzigd, kapot = 0, []
    for pk in BloeiImage.objects.order_by("pk").values_list("pk", flat=True):
        try:
            gewijzigd += _maak_schoon(pk)
        except (OSError, ValidationError):
            kapot.append(pk)
    return gewijzigd, kapot


@begint_met_de_versie
def _maak_schoon(pk: int) -> bool:
    foto = BloeiImage.objects.select_for_update().get(pk=pk)
    oud, langste = foto.file.name, max(foto.width, foto.height)
    with foto.file.open() as bestand:
        schoon = maak_schoon(bestand)
        if schoon is bestand:
            return False
        _vervang(foto, schoon)
    verhouding = max(foto.width, foto.height) / langste
    for naam in BRANDPUNT:
        if (punt := getattr(foto, naam)) is not None:
            setattr(foto, naam, round(punt * verhouding))
    with zonder_goedkeuring("de foto blijft dezelfde, zonder wat de camera wist"):
        foto.save()
    foto.renditions.all().delete()
    transaction.on_commit(lambda: foto.file.storage.delete(oud))
    return True

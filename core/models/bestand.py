"""Pictures and documents."""

import logging
import re
from secrets import token_hex
from typing import Any

from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError

logger = logging.getLogger(__name__)
_FOTO = re.compile(r"^\s*foto\s*:\s*", re.IGNORECASE)


class BloeiImage(AbstractImage):
    """A picture. It has to say what is on it, for people who can't see it."""

    alt_tekst = models.CharField(
        "alternatieve tekst",
        max_length=250,
        help_text="Vertel in één zin wat er op de foto te zien is, voor wie de foto niet kan zien.",
    )
    credit = models.CharField(
        "maker",
        max_length=120,
        blank=True,
        help_text="Wie heeft de foto gemaakt? Dit staat klein bij de foto.",
    )
    # Written by `core/fotos/adressen.py` only: whether visitors have its addresses, and what stands in those that are signed
    # since they were closed.
    getoond = models.BooleanField(default=False, db_default=True, editable=False)
    merk = models.CharField(max_length=16, default="", db_default="", editable=False)

    admin_form_fields = (
        "title",
        "file",
        "alt_tekst",
        "credit",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "foto"
        verbose_name_plural = "foto's"

    def get_upload_to(self, filename: str) -> str:
        """A name that nobody can guess; the sizes that visitors get are named after it.

        A picture is uploaded before anybody approved the page it is for (docs/adr/0009).
        """
        stam, punt, soort = filename.rpartition(".")
        return super().get_upload_to(f"{stam[:40]}-{token_hex(8)}{punt}{soort}")

    def clean(self) -> None:
        super().clean()
        # The page says `Foto:` before it.
        self.credit = _FOTO.sub("", self.credit)

    def generate_rendition_file(self, filter, *, source: Any = None):  # noqa: A002 - Wagtail's name
        """A size of this picture. Whatever is wrong with the file, the page is shown without it.

        Raises SourceImageIOError, for which Wagtail's templates show a picture that isn't there.
        """
        try:
            return super().generate_rendition_file(filter, source=source)
        except SourceImageIOError:
            raise
        except Exception as fout:
            logger.exception("Van foto %s is geen maat te maken.", self.pk)
            raise SourceImageIOError(str(fout)) from fout

    @property
    def default_alt_text(self) -> str:
        """The text that Wagtail uses wherever no other alternative text is given."""
        return self.alt_tekst


class BloeiRendition(AbstractRendition):
    image = models.ForeignKey(BloeiImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unieke_rendition"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """A name of its own: a size that is made anew isn't found at the address of the one that was thrown away."""
        stam, punt, soort = filename.rpartition(".")
        return super().get_upload_to(f"{stam}.{token_hex(8)}{punt}{soort}")

    @staticmethod
    def construct_cache_key(image: BloeiImage, filter_cache_key: str, filter_spec: str) -> str:
        """Each process remembers sizes; of a photo whose addresses were closed, others."""
        sleutel = AbstractRendition.construct_cache_key(image, filter_cache_key, filter_spec)
        return f"{sleutel}-{image.merk}"


class BloeiDocument(AbstractDocument):
    # No tags: they are free text, that whoever may log in would see.
    admin_form_fields = ("title", "file", "collection")

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documenten"

    def clean(self) -> None:
        # Of what its form refused there is no file, and nothing more to say than the form did.
        if self.file:
            super().clean()

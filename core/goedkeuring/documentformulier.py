"""Apart from the other forms, because Wagtail's forms for documents can't be read before the models are there."""

from django.core.files.base import File
from django.db import transaction
from wagtail.documents.forms import BaseDocumentForm

from core.documentbestand import controleer
from core.formulieren.verplicht import zeg_wat_er_moet

from .bestanden import bewaak_bestand


class DocumentForm(BaseDocumentForm):
    """Refuses a file that isn't what its name says; and refuses before the old file is thrown away, which Wagtail does
    first. Holds the document from then on.
    """

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        zeg_wat_er_moet(self.fields, in_venster=True)

    def clean_file(self) -> File:
        bestand = self.cleaned_data["file"]
        if bestand and "file" in self.changed_data:
            controleer(bestand)
        return bestand

    @transaction.atomic
    def save(self, commit=True):
        bewaak_bestand(self.instance)
        return super().save(commit=commit)

"""Apart from the other forms, because Wagtail's forms for documents can't be read before the models are there."""

from django.db import transaction
from wagtail.documents.forms import BaseDocumentForm

from .bestanden import bewaak_bestand


class DocumentForm(BaseDocumentForm):
    """Refuses before the old file is thrown away, which Wagtail does first; and holds the document from then on."""

    @transaction.atomic
    def save(self, commit=True):
        bewaak_bestand(self.instance)
        return super().save(commit=commit)

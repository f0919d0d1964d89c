from django.db import models
from django.utils.translation import gettext
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet


@register_snippet
class Thema(index.Indexed, TagBase):
    """One of the fixed themes (`core/themas.py`). Editors choose from the list; they can't add to it."""

    free_tagging = False

    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=0, help_text="Het laagste getal staat bovenaan."
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("volgorde")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = ["volgorde", "name"]

    def __str__(self) -> str:
        """The name in the language of the page; the catalogues hold the fixed themes."""
        return gettext(self.name)

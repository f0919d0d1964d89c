"""What we put in the place of something inside Wagtail that it offers no setting or hook for.

tests/codebase/test_wagtail.py says what each of these leans on, and fails when a new version no longer has it.
"""

from taggit.models import Tag
from wagtail.admin import filters
from wagtail.images.views import chooser


def geen_veelgebruikte_tags(model, count: int = 10):
    """No tags to filter files by: Wagtail would name those of everybody's files, also of another kern's private ones."""
    return Tag.objects.none()


def vervang() -> None:
    for module in (filters, chooser):
        module.popular_tags_for_model = geen_veelgebruikte_tags

"""How a field reads where two versions of a page stand beside each other: in our words, not as Python writes it."""

from datetime import date, datetime

from django.db import models
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from taggit.managers import TaggableManager
from wagtail.admin.compare import (
    FieldComparison,
    TagsFieldComparison,
    TextDiff,
    register_comparison_class,
)

LEESBAAR = (models.DateField, models.BooleanField, models.IntegerField, models.FloatField)


def in_woorden(waarde: object) -> str:
    """A value of a field as people write it; empty for nothing."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if isinstance(waarde, datetime):
        moment = localtime(waarde)
        return f"{date_format(moment, 'j F Y')}, {moment:%H.%M} uur"
    if isinstance(waarde, date):
        return date_format(waarde, "j F Y")
    return str(waarde)


class LeesbareVergelijking(FieldComparison):
    def htmldiff(self) -> SafeString:
        was, nu = in_woorden(self.val_a), in_woorden(self.val_b)
        if was == nu:
            return TextDiff([("equal", nu)]).to_html()
        return TextDiff([deel for deel in (("deletion", was), ("addition", nu)) if deel[1]]).to_html()


class ThemaVergelijking(TagsFieldComparison):
    def get_item_display(self, tag) -> str:
        return str(tag)


def gebruik_onze_woorden() -> None:
    for soort in LEESBAAR:
        register_comparison_class(soort, comparison_class=LeesbareVergelijking)
    register_comparison_class(TaggableManager, comparison_class=ThemaVergelijking)

"""The field for a text of blocks."""

from wagtail.fields import StreamField


class StroomField(StreamField):
    """Wagtail's field, of which a migration doesn't write down the blocks.

    The database knows nothing of them: in each column is JSON, whatever the blocks are. So another label, help text or
    block is no migration in every app that has a text. In the past that migrations look back on, such a field has no
    blocks; a data migration would read nothing there, and those we don't write.
    """

    def deconstruct(self) -> tuple[str, str, list, dict]:
        naam, pad, _, opties = super(StreamField, self).deconstruct()
        return naam, pad, [[]], opties

"""Forms of Wagtail's admin without what the four-eyes rule would refuse anyway."""

from wagtail.admin.forms.pages import CopyForm


class KopieForm(CopyForm):
    """A copy is always a draft: it is a new text in a new place, and nobody approved it there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for naam in ("publish_copies", "alias"):
            self.fields.pop(naam, None)

"""What a page has to have, for its text to be read in more languages."""

from wagtail.models import Page

from core.talen.taal import taal_van


class LeesbarePage(Page):
    """A page that says in which language its text is (`core.talen.lezen` lays that over it)."""

    # The translation whose text this is, and the fields that it doesn't have.
    vertaling: Page | None = None
    alleen_bron: frozenset[str] = frozenset()

    class Meta:
        abstract = True

    @property
    def taal(self) -> str:
        """The language of the text of this page."""
        return self.__dict__.get("taal") or taal_van(self.locale_id)

    @taal.setter
    def taal(self, taal: str) -> None:
        self.__dict__["taal"] = taal

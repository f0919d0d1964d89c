from wagtail.models import Page

from core.goedkeuring.formulieren import KopieForm
from core.goedkeuring.rechten import VierOgenRechten
from core.goedkeuring.wacht import aliassen_volgen


class BasePage(Page):
    """The base of every page of Bloei!.

    Abstract on purpose: wagtail-localize doesn't work with a page model of one's own in the place of
    `wagtailcore.Page`.
    """

    show_in_menus_default = False
    copy_form_class = KopieForm

    class Meta:
        abstract = True

    def permissions_for_user(self, user) -> VierOgenRechten:
        return VierOgenRechten(user, self)

    def update_aliases(self, *, revision=None, **kwargs) -> None:
        """Let aliases take over this page's content, but only the revision that just went live."""
        if revision is None or revision.pk != self.live_revision_id:
            return super().update_aliases(revision=revision, **kwargs)
        with aliassen_volgen():
            return super().update_aliases(revision=revision, **kwargs)

from wagtail.models import Page


class BasePage(Page):
    """The base of every page of Bloei!.

    Abstract on purpose: wagtail-localize doesn't work with a page model of one's own in the place of
    `wagtailcore.Page`.
    """

    show_in_menus_default = False

    class Meta:
        abstract = True

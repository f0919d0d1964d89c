"""Where Wagtail asks us something; each line here calls a function that answers."""

from wagtail import hooks

from druk.knoppen import drukknoppen


@hooks.register("register_page_header_buttons")
def drukwerk(page, user, view_name, next_url=None):
    return drukknoppen(page)

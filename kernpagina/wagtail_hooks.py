"""Where Wagtail asks us something; each line here calls a function that answers."""

from wagtail import hooks

from kernpagina.models import KernPage
from kernpagina.redactie import zorg_voor_redactie


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def redactie_bij_kern(request, page) -> None:
    if isinstance(page, KernPage):
        zorg_voor_redactie(page)


@hooks.register("after_copy_page")
def redactie_bij_kopie(request, page, new_page) -> None:
    redactie_bij_kern(request, new_page.specific)

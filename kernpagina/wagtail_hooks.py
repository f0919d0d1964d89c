"""Where Wagtail asks us something; each line here calls a function that answers."""

from wagtail import hooks

from core.goedkeuring.zicht import zichtbare_paginas
from kernpagina.afscherming import EigenDocumenten, EigenFotos
from kernpagina.drukknoppen import drukknoppen
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


@hooks.register("register_page_header_buttons")
def drukwerk(page, user, view_name, next_url=None):
    return drukknoppen(page)


@hooks.register("construct_page_chooser_queryset")
def paginakiezer(pages, request):
    return zichtbare_paginas(request.user, pages)


# After Wagtail's own, which these take the place of.
@hooks.register("construct_admin_api", order=100)
def beheer_api(router) -> None:
    router.register_endpoint("images", EigenFotos)
    router.register_endpoint("documents", EigenDocumenten)

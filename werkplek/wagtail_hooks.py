"""Where Wagtail asks us something; each line here calls a function that answers."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html, format_html_join
from wagtail import hooks

from core.goedkeuring.zicht import zichtbare_paginas
from werkplek import actieknoppen, blijft, logregels, menu
from werkplek.account import MailPanel
from werkplek.adressen import ADRESSEN
from werkplek.afscherming import EigenDocumenten, EigenFotos
from werkplek.bewerken import Paginas
from werkplek.nog_een import naar_nog_een
from werkplek.panels import panelen_voor
from werkplek.verder import verderknoppen


@hooks.register("register_admin_urls")
def adressen():
    return [path("", include((ADRESSEN, "werkplek")))]


# After Wagtail's own, which it takes the place of.
@hooks.register("register_admin_viewset", order=100)
def schermen():
    return Paginas()


@hooks.register("construct_homepage_panels")
def voorpagina(request, panels) -> None:
    # Ours take the place of Wagtail's panels about the workflow.
    panels[:] = [paneel for paneel in panels if not paneel.name.endswith(("_moderation", "_to_moderate"))]
    panels += panelen_voor(request.user)


@hooks.register("construct_main_menu", order=1000)
def hoofdmenu(request, menu_items) -> None:
    menu_items += [menu.oefenen_item()] if settings.OEFENSITE_URL else []
    menu.beperk_menu(request.user, menu_items)


@hooks.register("construct_reports_menu", order=1000)
def rapporten(request, menu_items) -> None:
    menu.beperk_rapporten(request.user, menu_items)


@hooks.register("register_admin_menu_item")
def handleiding_in_menu():
    return menu.handleiding_item()


@hooks.register("register_reports_menu_item")
def rapport_in_menu():
    return menu.rapport_item()


@hooks.register("register_reports_menu_item")
def register_in_menu():
    return menu.register_item()


@hooks.register("register_reports_menu_item")
def rollen_in_menu():
    return menu.rollen_item()


@hooks.register("register_admin_menu_item")
def mensen_in_menu():
    return menu.mensen_item()


@hooks.register("register_admin_menu_item")
def afspraken_in_menu():
    return menu.afspraken_item()


@hooks.register("register_admin_menu_item")
def reacties_in_menu():
    return menu.reacties_item()


@hooks.register("register_admin_menu_item")
def vragen_in_menu():
    return menu.vragen_item()


@hooks.register("register_admin_menu_item")
def uitdagingen_in_menu():
    return menu.uitdagingen_item()


@hooks.register("register_admin_menu_item")
def brieven_in_menu():
    return menu.brieven_item()


@hooks.register("register_reports_menu_item")
def inlogboek_in_menu():
    return menu.inlogboek_item()


@hooks.register("register_reports_menu_item")
def namen_in_menu():
    return menu.namen_item()


@hooks.register("construct_homepage_summary_items")
def samenvatting(request, items) -> None:
    # The numbers of the whole site say nothing to somebody who writes for one village.
    items.clear()


@hooks.register("register_page_header_buttons")
def knoppen(page, user, view_name, next_url=None):
    return menu.pagina_knoppen(page, user)


@hooks.register("construct_page_action_menu")
def actiemenu(menu_items, request, context) -> None:
    menu_items += verderknoppen(context.get("page"), context.get("parent_page"))
    actieknoppen.noem_wat_er_gebeurt(menu_items, context.get("page"), request.user)
    actieknoppen.zet_voorop(menu_items)


@hooks.register("before_copy_page")
def een_manier_van_kopieren(request, page):
    return naar_nog_een(request, page)


@hooks.register("before_delete_page")
def wat_blijft_staan(request, page) -> None:
    blijft.noem(request, page)


@hooks.register("after_delete_page")
def wat_er_nog_staat(request, page) -> None:
    blijft.wijs_de_weg(request)


@hooks.register("register_account_settings_panel")
def mailkeuze(request, user, profile):
    return MailPanel(request, user, profile)


@hooks.register("insert_global_admin_css")
def stijl():
    return format_html('<link rel="stylesheet" href="{}">', static("werkplek/werkplek.css"))


@hooks.register("insert_global_admin_js")
def datums():
    # Not deferred: each date field starts its picker as soon as it is drawn.
    return format_html('<script src="{}"></script>', static("werkplek/datums.js"))


@hooks.register("insert_global_admin_js")
def bewaren():
    adressen = reverse("werkplek:sessie"), reverse("wagtailadmin_login")
    return format_html_join(
        "",
        '<script src="{}" data-adres="{}" data-inloggen="{}" defer></script>',
        ((static(f"werkplek/{naam}.js"), *adressen) for naam in ("sessie", "bewaren")),
    )


@hooks.register("insert_global_admin_js")
def gekozen_bestanden():
    return format_html('<script src="{}" defer></script>', static("werkplek/gekozen.js"))


@hooks.register("insert_editor_js")
def formulierscripts():
    namen = ("paneel", "kernagenda", "na_wijziging", "plakken", "missers", "botsing", "einde")
    scripts = [(static(f"werkplek/{naam}.js"),) for naam in namen]
    return format_html_join("", '<script src="{}" defer></script>', scripts)


@hooks.register("insert_editor_js")
def leesadvies():
    return format_html(
        '<script src="{}" data-adres="{}" defer></script>',
        static("werkplek/leesadvies.js"),
        reverse("werkplek:leesadvies"),
    )


@hooks.register("register_log_actions")
def logboek(actions) -> None:
    logregels.noem(actions)


@hooks.register("construct_page_chooser_queryset")
def paginakiezer(pages, request):
    return zichtbare_paginas(request.user, pages)


# After Wagtail's own, which these take the place of.
@hooks.register("construct_admin_api", order=100)
def beheer_api(router) -> None:
    router.register_endpoint("images", EigenFotos)
    router.register_endpoint("documents", EigenDocumenten)

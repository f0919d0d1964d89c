"""Where Wagtail asks us something; each line here calls a function that answers."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from core.goedkeuring.rollen import is_communicatie
from vertalen import scherm, views
from vertalen.rapport import VertaalRapport

# In the place of wagtail-localize's own addresses: these come before them, so these answer.
IN_PLAATS_VAN = [
    path("submit/page/<int:page_id>/", views.PaginaVertalen.as_view()),
    path("update/<int:translation_source_id>/", views.VertalingenBijwerken.as_view()),
    path("page/<int:page_id>/convert_to_alias/", views.dicht),
    path("translate/<int:translation_id>/strings/<int:string_segment_id>/edit/", views.een_zin),
    path("translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/", views.dicht),
    path("translate/<int:translation_id>/pofile/upload/", views.po_bestand),
    path("translate/<int:translation_id>/machine_translate/", views.machine),
]


@hooks.register("register_admin_urls", order=-1)
def adressen() -> list:
    return [
        path("localize/", include(IN_PLAATS_VAN)),
        path("vertalen/<int:translation_id>/indienen/", scherm.indienen, name="vertaling_indienen"),
        path("reports/vertalingen/", VertaalRapport.as_view(), name="vertaalrapport"),
        path(
            "reports/vertalingen/resultaten/",
            VertaalRapport.as_view(results_only=True),
            name="vertaalrapport_resultaten",
        ),
    ]


@hooks.register("before_edit_page", order=-1)
def vertaalscherm(request, page):
    return scherm.scherm(request, page)


class RapportItem(MenuItem):
    def is_shown(self, request) -> bool:
        return request.user.is_superuser or is_communicatie(request.user)


@hooks.register("register_reports_menu_item")
def rapport() -> RapportItem:
    return RapportItem(
        "Vertalingen", reverse("vertaalrapport"), name="vertalingen", icon_name="globe", order=800
    )


@hooks.register("construct_reports_menu")
def zonder_het_andere_rapport(request, menu_items: list) -> None:
    """wagtail-localize's report shows titles of everybody's drafts, and not what is missing."""
    ander = reverse("wagtail_localize:translations_report")
    menu_items[:] = [item for item in menu_items if getattr(item, "url", None) != ander]


@hooks.register("construct_page_action_menu")
def zonder_spiegelen(menu_items: list, request, context) -> None:
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


def zonder_vraag_per_rij() -> None:
    """wagtail-localize asks the database twice for each row of a list whether its page can be translated, for a button that
    stands above the page itself as well. Wagtail has no way to take a hook away."""
    knoppen = hooks._hooks["register_page_listing_more_buttons"]
    knoppen[:] = [(knop, volgorde) for knop, volgorde in knoppen if knop is not page_listing_more_buttons]


zonder_vraag_per_rij()

"""Where Wagtail asks us something; each line here calls a function that answers."""

from django.db.models import Exists, OuterRef, Subquery
from django.urls import include, path, reverse
from django.utils.http import urlencode
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Locale, Page
from wagtail_localize import wagtail_hooks as localize
from wagtail_localize.models import TranslationSource

from core.goedkeuring.rollen import is_communicatie
from core.talen.taal import BRONTAAL, taal_van
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


@hooks.register("register_page_header_buttons")
def vertaalknoppen(page: Page, user, view_name: str | None = None, next_url: str | None = None):
    """Those of wagtail-localize, with one question to the database in the place of two or three."""
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    vertaald = page.get_translations(inclusive=True).filter(alias_of=None, locale=OuterRef("pk"))
    bron = TranslationSource.objects.filter(
        object=page.translation_key, locale=page.locale_id, translations__enabled=True
    )
    talen = Locale.objects.order_by().values_list(Exists(vertaald), Subquery(bron.values("pk")[:1]))
    er_al, bronnen = zip(*talen, strict=True)
    if not all(er_al):
        adres = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        yield Button("Vertaal deze pagina", adres, icon_name="wagtail-localize-language", priority=60)
    if bronnen[0]:
        adres = reverse("wagtail_localize:update_translations", args=[bronnen[0]])
        adres += f"?{urlencode({'next': next_url})}" if next_url else ""
        yield Button("Synchroniseer vertaalde pagina’s", adres, icon_name="resubmit", priority=60)


@hooks.register("before_edit_page")
def scherm_van_wagtail_localize(request, page):
    """What isn't on our screen: a mirror, and a translation that was stopped. A Dutch page is neither."""
    return None if taal_van(page.locale_id) == BRONTAAL else localize.before_edit_page(request, page)


class OpnieuwVertalen(localize.RestartTranslationPageActionMenuItem):
    def is_shown(self, context) -> bool:
        pagina = context.get("page")
        vertaald = pagina is not None and taal_van(pagina.locale_id) != BRONTAAL
        return vertaald and super().is_shown(context)


@hooks.register("register_page_action_menu_item")
def opnieuw_vertalen() -> OpnieuwVertalen:
    return OpnieuwVertalen(order=0)


def neem_weg(naam: str, *functies) -> None:
    """Wagtail has no way to take a hook away."""
    haken = hooks._hooks[naam]
    haken[:] = [(functie, volgorde) for functie, volgorde in haken if functie not in functies]


# It asks the database twice for each row of a list whether its page can be translated, for a button that stands above the
# page itself as well; there it is ours.
neem_weg("register_page_listing_more_buttons", localize.page_listing_more_buttons)
neem_weg("register_page_header_buttons", localize.page_listing_more_buttons)
# It asks of every page whether it is a translation. A mirror isn't made by hand.
neem_weg("before_edit_page", localize.before_edit_page)
neem_weg(
    "register_page_action_menu_item",
    localize.register_restart_translation_page_action_menu_item,
    localize.register_convert_back_to_alias_page_action_menu_item,
)

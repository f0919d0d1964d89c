"""Where Wagtail asks us something; each line here calls a function that answers."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from volgen import views
from volgen.models import Kanaal
from volgen.voorbeeld import mag_tonen


class Kanalen(SnippetViewSet):
    """Other sites that may show a draft: only administrators have the rights that this asks for."""

    model = Kanaal
    icon = "site"
    add_to_settings_menu = True
    list_display = ["naam", "voorbeeld_adres", "actief"]


register_snippet(Kanalen)


@hooks.register("register_admin_urls")
def adressen():
    eigen = [path("pagina/<int:page_id>/op/<int:kanaal_id>/", views.voorbeeld, name="voorbeeld")]
    return [path("", include((eigen, "volgen")))]


@hooks.register("register_page_header_buttons")
def knoppen(page, user, view_name, next_url=None):
    if view_name != "edit" or not mag_tonen(page, user):
        return
    for kanaal in Kanaal.objects.filter(actief=True):
        adres = reverse("volgen:voorbeeld", args=[page.pk, kanaal.pk])
        nieuw_venster = {"target": "_blank", "rel": "noopener noreferrer"}
        yield Button(f"Bekijk op {kanaal.naam}", adres, icon_name="view", priority=8, attrs=nieuw_venster)


@hooks.register("register_log_actions")
def logregels(actions) -> None:
    actions.register_action(
        views.LOGREGEL, "Voorbeeld op een ander kanaal", "Voorbeeld geopend op een ander kanaal"
    )

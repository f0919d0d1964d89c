"""Where Wagtail asks us something; each line here calls a function that answers."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from volgen import views
from volgen.kanalen import Kanalen
from volgen.models import Kanaal
from volgen.webhooks import beheer
from volgen.webhooks.views import webhook

register_snippet(Kanalen)


@hooks.register("register_admin_urls")
def adressen():
    eigen = [
        path("pagina/<int:page_id>/op/<int:kanaal_id>/", views.voorbeeld, name="voorbeeld"),
        path("kanaal/<int:kanaal_id>/", webhook, name="webhook"),
    ]
    return [path("", include((eigen, "volgen")))]


@hooks.register("register_snippet_listing_buttons")
def knop_berichten(snippet, user, next_url=None):
    if isinstance(snippet, Kanaal):
        yield Button("Berichten", reverse("volgen:webhook", args=[snippet.pk]), icon_name="link", priority=5)


@hooks.register("register_log_actions")
def logregels(actions) -> None:
    actions.register_action(
        views.LOGREGEL, "Voorbeeld op een ander kanaal", "Voorbeeld geopend op een ander kanaal"
    )

    @actions.register_action(beheer.LOGREGEL)
    class Webhooks(LogFormatter):
        label = "Berichten aan een kanaal"

        def format_message(self, log_entry):
            return f"Berichten aan een kanaal: {log_entry.data.get('wat', '')}"

from django.urls import include, path
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from toegang.views import tweede_stap


@hooks.register("register_admin_urls")
def adressen():
    eigen = [path("tweede-stap/", tweede_stap, name="tweede_stap")]
    return [path("", include((eigen, "toegang")))]


@hooks.register("register_log_actions")
def logboek(actions) -> None:
    @actions.register_action("bloei.tweede_factor")
    class Gekozen(LogFormatter):
        label = "Telefoon gekozen voor het inloggen"
        message = "Telefoon gekozen voor het inloggen"

    @actions.register_action("bloei.noodtoegang")
    class Noodtoegang(LogFormatter):
        label = "Noodtoegang"

        def format_message(self, log_entry):
            return f"Noodtoegang, telefoon vergeten: {log_entry.data.get('reden', '')}"

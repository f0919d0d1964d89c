from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from toegang import kiezen, stap, views


@hooks.register("register_admin_urls")
def adressen():
    eigen = [
        path("", kiezen.tweede_stap, name="tweede_stap"),
        path("app/", kiezen.KiesApp.as_view(), name="app"),
        path("passkey/", kiezen.KiesPasskey.as_view(), name="passkey"),
        path("<int:pk>/weg/", kiezen.weg, name="weg"),
    ]
    # allauth looks for these names.
    nog_eens = [
        path("code/", views.NogEens.as_view(), name="mfa_reauthenticate"),
        path("met-passkey/", views.NogEensPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    ]
    return [path("tweede-stap/", include([path("", include((eigen, "toegang"))), *nog_eens]))]


@hooks.register("register_account_menu_item")
def in_het_account(request):
    if not stap.moet(request.user):
        return None
    return {
        "url": reverse("toegang:tweede_stap"),
        "label": "De tweede stap van het inloggen",
        "help_text": "Zie waarmee je inlogt, maak een passkey of haal iets weg.",
    }


@hooks.register("register_log_actions")
def logboek(actions) -> None:
    @actions.register_action("bloei.tweede_factor")
    class Gekozen(LogFormatter):
        label = "Telefoon of passkey gekozen voor het inloggen"

        def format_message(self, log_entry):
            return f"Gekozen voor het inloggen: {log_entry.data.get('wat', 'telefoon').lower()}"

    @actions.register_action("bloei.tweede_factor_weg")
    class Weg(LogFormatter):
        label = "Telefoon of passkey weggehaald"

        def format_message(self, log_entry):
            return f"Telt niet meer voor het inloggen: {log_entry.data.get('wat', 'telefoon').lower()}"

    @actions.register_action("bloei.noodtoegang")
    class Noodtoegang(LogFormatter):
        label = "Noodtoegang"

        def format_message(self, log_entry):
            return f"Noodtoegang, telefoon en passkeys vergeten: {log_entry.data.get('reden', '')}"

from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    name = "werkplek"
    verbose_name = "Werkplek"

    def ready(self) -> None:
        from werkplek import signal_handlers, wagtail_intern  # noqa: F401
        from werkplek.afscherming import beperk_mensenfilters
        from werkplek.vergelijken import gebruik_onze_woorden

        beperk_mensenfilters()
        gebruik_onze_woorden()
        wagtail_intern.vervang()

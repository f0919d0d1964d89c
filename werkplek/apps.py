from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    name = "werkplek"
    verbose_name = "Werkplek"

    def ready(self) -> None:
        from werkplek import signal_handlers  # noqa: F401
        from werkplek.vergelijken import gebruik_onze_woorden

        gebruik_onze_woorden()

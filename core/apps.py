from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "Gedeeld"

    def ready(self) -> None:
        from core import checks, inhoud_handlers, signal_handlers  # noqa: F401
        from core.beelden import stel_tempo_in

        stel_tempo_in()

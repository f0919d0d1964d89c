from django.apps import AppConfig


class VolgenConfig(AppConfig):
    name = "volgen"
    verbose_name = "Volgen"

    def ready(self) -> None:
        from volgen import signal_handlers

        signal_handlers.in_een_keer()

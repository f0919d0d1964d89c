from django.apps import AppConfig


class KernpaginaConfig(AppConfig):
    name = "kernpagina"
    verbose_name = "Kernen"

    def ready(self) -> None:
        from kernpagina import signal_handlers  # noqa: F401

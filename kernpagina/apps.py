from django.apps import AppConfig


class KernpaginaConfig(AppConfig):
    name = "kernpagina"
    verbose_name = "Kernen"

    def ready(self) -> None:
        from kernpagina import signal_handlers  # noqa: F401
        from kernpagina.afscherming import beperk_mensenfilters

        beperk_mensenfilters()

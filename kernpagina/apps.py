from django.apps import AppConfig


class KernpaginaConfig(AppConfig):
    name = "kernpagina"
    verbose_name = "Kernen"

    def ready(self) -> None:
        from inwoners.zelf import noem_kern_met
        from kernpagina import signal_handlers  # noqa: F401
        from kernpagina.kernen import naam_van_kern

        noem_kern_met(naam_van_kern)

from django.apps import AppConfig


class VolgenConfig(AppConfig):
    name = "volgen"
    verbose_name = "Volgen"

    def ready(self) -> None:
        from inwoners.houders import registreer
        from volgen import signal_handlers, volgers  # noqa: F401
        from volgen.houder import WatJeVolgt

        registreer(WatJeVolgt())

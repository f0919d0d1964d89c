from django.apps import AppConfig


class VertalenConfig(AppConfig):
    name = "vertalen"
    verbose_name = "Vertalen"

    def ready(self) -> None:
        from vertalen import signal_handlers  # noqa: F401
        from vertalen.leeg import lees_leeg_als_tekst

        lees_leeg_als_tekst()

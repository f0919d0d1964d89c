from django.apps import AppConfig


class InwonersConfig(AppConfig):
    name = "inwoners"
    verbose_name = "Inwoners"

    def ready(self) -> None:
        from inwoners import signal_handlers  # noqa: F401
        from inwoners.houders import registreer
        from inwoners.zelf import Zelf

        registreer(Zelf())

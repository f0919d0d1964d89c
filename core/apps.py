from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = "Gedeeld"

    def ready(self) -> None:
        from django.urls import register_converter
        from wagtail.permissions import register_permission_policy

        from core import checks, inhoud_handlers, signal_handlers  # noqa: F401
        from core.adressen import PaginaPad
        from core.formulieren import datumvelden, getallen
        from core.fotos.maten import stel_willow_in
        from core.goedkeuring.rechten import VasteLijst
        from core.models import Thema
        from core.sleutels import geloof_sleutels

        # Before Wagtail's snippets start: they would settle for a policy of their own.
        register_permission_policy(Thema, VasteLijst(Thema))

        register_converter(PaginaPad, "pagina")
        inhoud_handlers.laat_beginnen_met_de_versie()
        geloof_sleutels()
        stel_willow_in()
        datumvelden.registreer()
        getallen.registreer()

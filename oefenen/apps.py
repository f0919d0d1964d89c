from django.apps import AppConfig


class OefenenConfig(AppConfig):
    name = "oefenen"
    verbose_name = "Oefensite"

    def ready(self) -> None:
        from django.conf import settings

        from oefenen import herstart
        from werkplek.seinen import ronde_gedaan

        if settings.OEFEN:
            ronde_gedaan.connect(herstart.elke_nacht, dispatch_uid="oefensite")

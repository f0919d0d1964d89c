from django.apps import AppConfig


class DrukConfig(AppConfig):
    name = "druk"
    verbose_name = "Drukwerk"

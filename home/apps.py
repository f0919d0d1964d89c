from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Voorkant van de gemeente"

from django.apps import AppConfig


class StandaardConfig(AppConfig):
    name = "tests.meting.standaard"
    label = "standaard"
    default_auto_field = "django.db.models.BigAutoField"

from django.core.management.base import BaseCommand

from core.models import Plek, herbouw_plekken


class Command(BaseCommand):
    help = "Bepaal voor elke pagina opnieuw of zij openbaar is en bij welke kern zij hoort."

    def handle(self, *args, **options) -> None:
        herbouw_plekken()
        self.stdout.write(
            f"{Plek.objects.count()} pagina's, waarvan {Plek.objects.filter(openbaar=True).count()} openbaar."
        )

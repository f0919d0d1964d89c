from django.core.management.base import BaseCommand

from home.inrichting import richt_in


class Command(BaseCommand):
    help = "Richt Bloei! in: site, voorpagina, thema's, de kernen en hun redacties. Mag altijd opnieuw."

    def handle(self, *args, **options) -> None:
        gedaan = richt_in()
        for zin in gedaan:
            self.stdout.write(zin)
        if not gedaan:
            self.stdout.write("Alles stond er al; er is niets veranderd.")

from django.core.management.base import BaseCommand

from core.fotos.innemen import maak_alles_schoon


class Command(BaseCommand):
    help = "Haal uit foto's die er al stonden waar en waarmee ze zijn gemaakt, en maak ze zo groot als nodig."

    def handle(self, *args, **options) -> None:
        gewijzigd, kapot = maak_alles_schoon()
        self.stdout.write(f"{gewijzigd} foto's schoongemaakt.")
        for pk in kapot:
            self.stderr.write(f"Foto {pk} is niet te openen. Zet op de pagina een andere foto.")

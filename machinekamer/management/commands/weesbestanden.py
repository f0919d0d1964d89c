from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from machinekamer.veilig import wezen


class Command(BaseCommand):
    help = (
        "Zoekt bestanden in de media die niets in de databank noemt, en andersom. Met --weg worden de eerste weggegooid; "
        "maak dan eerst een kopie met `veiligstellen`."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--weg", action="store_true", help="Gooi weg wat niemand noemt.")

    def handle(self, *args, weg: bool, **options) -> None:
        los, ontbreekt = wezen.zoek(timezone.now())
        for naam in los:
            self.stdout.write(naam)
            if weg:
                default_storage.delete(naam)
        self.stdout.write(f"{len(los)} bestanden die niets noemt{', weggegooid' if weg else ''}.")
        for naam in ontbreekt:
            self.stderr.write(f"Ontbreekt: {naam}")

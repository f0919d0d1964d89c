from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from machinekamer.veilig.maken import stel_veilig
from machinekamer.veilig.programmas import NietGelukt


class Command(BaseCommand):
    help = (
        "Maakt een kopie van de databank en de media, van één moment, in een nieuwe map. Met VEILIG_SLEUTEL is die "
        "versleuteld. De site gaat intussen gewoon door."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("doel", type=Path, help="De map waar de kopie in komt.")

    def handle(self, *args, doel: Path, **options) -> None:
        try:
            map_, ontbreekt = stel_veilig(doel, timezone.now(), settings.VEILIG_SLEUTEL)
        except (NietGelukt, OSError) as fout:
            raise CommandError(f"De kopie is niet gemaakt. {fout}") from fout
        if ontbreekt:
            self.stderr.write(f"{ontbreekt} bestanden die de databank noemt, waren er al niet meer.")
        if not settings.VEILIG_SLEUTEL:
            self.stderr.write("De kopie is niet versleuteld: VEILIG_SLEUTEL is leeg.")
        self.stdout.write(str(map_))

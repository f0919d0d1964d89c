from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from machinekamer.veilig.programmas import NietGelukt
from machinekamer.veilig.terugzetten import zet_terug


class Command(BaseCommand):
    help = (
        "Zet een kopie van `veiligstellen` terug in een lege databank, en telt na of alles er is. "
        "Daarna: `migrate`, en de site kan aan."
    )
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kopie", type=Path, help="De map van de kopie: bloei-<datum>.")

    def handle(self, *args, kopie: Path, **options) -> None:
        try:
            inhoud = zet_terug(kopie, settings.VEILIG_SLEUTEL)
        except (NietGelukt, OSError) as fout:
            raise CommandError(str(fout)) from fout
        rijen = sum(aantal for aantal, _ in inhoud["tabellen"].values())
        self.stdout.write(
            f"Teruggezet en nageteld: {rijen} rijen in {len(inhoud['tabellen'])} tabellen en "
            f"{inhoud['media']['aantal']} bestanden, van {inhoud['gemaakt_op']}. Draai nu: manage.py migrate."
        )

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from oefenen.herstart import GeenOefensite, bouw, herstart


class Command(BaseCommand):
    help = (
        "Vult een lege databank als oefensite: voorbeelden, accounts om te oefenen. Met --opnieuw begint een oefensite "
        "nu meteen opnieuw; anders doet het werk op de achtergrond dat elke nacht."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--opnieuw", action="store_true", help="Gooi weg wat er geoefend is.")

    def handle(self, *args, opnieuw: bool, **options) -> None:
        try:
            (herstart if opnieuw else bouw)(timezone.now(), self.stdout.write)
        except GeenOefensite as fout:
            raise CommandError(str(fout)) from fout
        self.stdout.write("Klaar.")

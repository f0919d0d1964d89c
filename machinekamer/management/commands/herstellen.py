from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from inwoners.wissen import wis_opnieuw
from machinekamer.veilig.programmas import NietGelukt
from machinekamer.veilig.terugzetten import zet_terug


class Command(BaseCommand):
    help = (
        "Zet een kopie van `veiligstellen` terug in een lege databank, telt na of alles er is, werkt de databank bij, "
        "en wist opnieuw wie sinds de kopie gewist was. Daarna kan de site aan."
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
            f"{inhoud['media']['aantal']} bestanden, van {inhoud['gemaakt_op']}."
        )
        try:
            # The code may be newer than the copy, and erasing reads all tables.
            call_command("migrate", interactive=False, verbosity=0)
            self.stdout.write(f"Opnieuw gewist: {wis_opnieuw()}. De site kan aan.")
        except (DatabaseError, OSError, ValueError) as fout:
            raise CommandError(
                "Alles is terug, maar wie sinds de kopie gewist was, staat er weer in. Draai eerst `manage.py migrate` "
                f"en `manage.py wis --opnieuw`, en zet dan pas de site aan. {fout}"
            ) from fout
        if not Path(settings.WISLIJST).exists():
            self.stderr.write(
                "Er is geen wislijst (WISLIJST). Wie na het maken van de kopie gewist is, kan er weer in staan."
            )

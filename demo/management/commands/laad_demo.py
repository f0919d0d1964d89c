from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from core.tijd import vandaag
from demo.bouwers.demo import is_geladen, laad, ruim_op
from demo.bouwers.kernen import kernen_met_voorbeelden
from home.inrichting import richt_in


class Command(BaseCommand):
    help = "Vult Bloei! met een voorbeeld: zes kernen, foto's en accounts. Een tweede keer verandert niets."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--opnieuw",
            action="store_true",
            help="Maak de voorbeeldpagina's opnieuw, met datums rond vandaag.",
        )

    def handle(self, *args, opnieuw: bool, **options) -> None:
        if not (settings.DEBUG or settings.DEMO):
            raise CommandError(
                "Het voorbeeld hoort niet op een echte site en is niet geladen. Wil je het toch zien? "
                "Zet dan DEMO=true, op een site zonder echte inhoud."
            )
        for zin in richt_in(kernen_met_voorbeelden()):
            self.stdout.write(zin)
        if is_geladen() and not opnieuw:
            self.stdout.write("Het voorbeeld stond er al; er is niets veranderd.")
            return
        with transaction.atomic():
            if is_geladen():
                self.stdout.write("Het oude voorbeeld weghalen ...")
                ruim_op()
            laad(vandaag(), self.stdout.write)
        self.stdout.write("Klaar.")

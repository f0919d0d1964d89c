from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from werkplek import dienst


class Command(BaseCommand):
    help = "Wis wat over zijn termijn is. De achtergrondtaak doet dit elk uur vanzelf; met de hand mag het altijd."

    def handle(self, *args, **options) -> None:
        if mislukt := dienst.ruim_op(timezone.now()):
            raise CommandError(f"Niet alles is gelukt: {', '.join(mislukt)}. Zie het logboek.")

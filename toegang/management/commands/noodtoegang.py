from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.models import User
from toegang.stap import neem_weg


class Command(BaseCommand):
    help = (
        "Voor wie de telefoon of passkey kwijt is: die tellen niet meer, en bij de volgende keer inloggen kiest deze persoon opnieuw. "
        "Stel eerst vast dat je echt met die persoon spreekt. Het staat in het logboek; beheer krijgt een mail."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("account", help="De gebruikersnaam.")
        parser.add_argument("--reden", required=True, help="Waarom, en wie erom vroeg.")

    def handle(self, *args, account: str, reden: str, **options) -> None:
        user = User.objects.filter(username=account).first()
        if user is None:
            raise CommandError(f"Er is geen account {account}.")
        if not neem_weg(user, reden):
            raise CommandError(f"Bij {account} hoort geen telefoon of passkey.")
        self.stdout.write(
            f"{account} kiest bij de volgende keer inloggen een andere telefoon of een passkey."
        )

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from core.models import User
from core.privacy import vindplaatsen
from inwoners.houders import Wie
from inwoners.models import Adres, Inwoner, Reden
from inwoners.wissen import wis, wis_mail, wis_opnieuw

# An account, and mail: seen to apart.
VAN_ONS = ("core.User", "berichten.")


class Command(BaseCommand):
    help = (
        "Wis alles wat we van iemand bewaren. Met --opnieuw: wis na het terugzetten van een reservekopie wie al "
        "eerder gewist was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("adres", nargs="?", help="Het e-mailadres.")
        parser.add_argument(
            "--inwoner", type=int, help="In plaats van een adres: het nummer van wie er geen heeft."
        )
        parser.add_argument(
            "--reden", choices=Reden.values, help="Waarom: dat blijft staan, zonder naam of adres."
        )
        parser.add_argument("--opnieuw", action="store_true", help="Na een reservekopie.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["opnieuw"]:
            self.stdout.write(f"Opnieuw gewist: {wis_opnieuw()}.")
            return
        if not options["reden"]:
            raise CommandError(f"Zeg erbij waarom: --reden {'|'.join(Reden.values)}")
        email = (options["adres"] or "").strip().lower()
        wie = self._wie(email, options["inwoner"])
        if wie is None:
            wis_mail(email, timezone.now())
            self.stdout.write(
                "Van dit adres bewaren we niets. Wat er aan dit adres was gemaild, is leeggemaakt."
            )
        else:
            wis(wie, options["reden"])
            self.stdout.write("Gewist.")
        if email and User.objects.filter(email__iexact=email).exists():
            self.stdout.write("Dit is ook het adres van een collega. Dat account haal je weg in het beheer.")

    def _wie(self, email: str, nummer: int | None) -> Wie | None:
        if nummer is not None:
            inwoner = Inwoner.objects.filter(pk=nummer).select_related("adres").first()
            if inwoner is None or inwoner.adres:
                raise CommandError("Deze inwoner is er niet, of heeft een e-mailadres: geef dan dat adres.")
            return Wie(None, [inwoner])
        if not email:
            raise CommandError("Geef een e-mailadres, of --inwoner met een nummer.")
        adres = Adres.objects.filter(email=email).first()
        if adres is None and any(not plaats.veld.startswith(VAN_ONS) for plaats in vindplaatsen(email)):
            # Who only reported something left an address with that, and none here.
            return Wie(None, [], email)
        return Wie.van(adres) if adres else None

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.privacy import vindplaatsen
from inwoners.houders import Wie
from inwoners.inzage import als_json
from inwoners.models import Adres, Inwoner


class Command(BaseCommand):
    help = "Alles wat we van iemand bewaren, als JSON, voor wie daarom vraagt. Eerst: is het echt diegene?"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("adres", nargs="?", help="Het e-mailadres.")
        parser.add_argument(
            "--naam", help="Zoek mensen zonder e-mailadres: wie heten zo, en wat is hun nummer?"
        )
        parser.add_argument(
            "--inwoner", type=int, help="In plaats van een adres: het nummer van wie er geen heeft."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["naam"]:
            for inwoner in Inwoner.objects.filter(adres=None, naam__icontains=options["naam"]).order_by(
                "naam"
            ):
                self.stdout.write(f"{inwoner.pk}: {inwoner.naam}, kern {inwoner.kern or 'elders'}")
            return
        if options["inwoner"] is not None:
            inwoner = Inwoner.objects.filter(pk=options["inwoner"], adres=None).first()
            if inwoner is None:
                raise CommandError("Deze inwoner is er niet, of heeft een e-mailadres: geef dan dat adres.")
            self.stdout.write(als_json(Wie(None, [inwoner])))
            return
        email = (options["adres"] or "").strip().lower()
        if not email:
            raise CommandError("Geef een e-mailadres, --naam of --inwoner.")
        adres = Adres.objects.filter(email=email).first()
        self.stdout.write(als_json(Wie.van(adres) if adres else Wie(None, [], email)))
        for plaats in vindplaatsen(email):
            self.stdout.write(f"# {plaats.veld}: {plaats.aantal}")

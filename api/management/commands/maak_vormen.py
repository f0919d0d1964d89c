"""Write down what the API says of every public page, in every language that it is in; what is there already stays."""

from django.core.management.base import BaseCommand, CommandParser
from wagtail.models import Page, Site

from api.models import Vorm
from api.vormen.bestellingen import PER_KEER, maak_ontbrekende
from api.vormen.maken import maaksel
from core.talen.lezen import vertaald
from core.talen.taal import BRONTAAL, talen


class Command(BaseCommand):
    help = "Maak de vormen waarmee de API antwoordt: na het bijwerken van Bloei!, zodat de eerste lezer niet hoeft te wachten."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--opnieuw", action="store_true", help="Gooi eerst weg wat er is.")

    def handle(self, *args: object, opnieuw: bool, **options: object) -> None:
        oud = Vorm.objects.all() if opnieuw else Vorm.objects.exclude(maaksel=maaksel())
        oud.delete()
        gemaakt = sum(
            self._maak(site, taal) for site in Site.objects.select_related("root_page") for taal in talen()
        )
        self.stdout.write(f"{gemaakt} vormen gemaakt.")

    def _maak(self, site: Site, taal: str) -> int:
        """Of the pages in a language; who reads in another gets the Dutch text, and few ask."""
        paginas = Page.objects.filter(
            path__startswith=site.root_page.path, live=True, locale__language_code=BRONTAAL
        )
        if taal != BRONTAAL:
            paginas = paginas.filter(
                translation_key__in=Page.objects.filter(vertaald(taal)).values("translation_key")
            )
        nummers = list(paginas.order_by("path").values_list("pk", flat=True))
        delen = (nummers[begin : begin + PER_KEER] for begin in range(0, len(nummers), PER_KEER))
        return sum(maak_ontbrekende((site.pk, taal, nummer) for nummer in deel) for deel in delen)

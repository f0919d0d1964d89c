"""What residents ask in the demo. Nobody is mailed: the rows come as they would stand after it."""

from datetime import timedelta

from django.utils import timezone

from core.models import User
from demo.bouwers.projecten import Projecten
from demo.inhoud.vragen import VRAGEN
from inwoners.mensen import zorg_voor_inwoner
from inwoners.models import Inwoner
from meedoen.keuzes import VraagStand
from meedoen.models import InwonerVraag
from projecten.models import ProjectPage

REDACTIE = "redactie-beesd"


def bouw_vragen(projecten: Projecten) -> None:
    """The questions about these projects, when the demo tells of any."""
    for slug in VRAGEN.keys() & projecten.keys():
        project = projecten[slug]
        for rij in VRAGEN[slug]:
            toen = timezone.now() - timedelta(days=rij.geleden)
            vraag = InwonerVraag(
                pagina=project,
                over=project.title,
                inwoner=zorg_voor_inwoner(None, rij.naam),
                tekst=rij.tekst,
                stand=VraagStand.ONTVANGEN,
                gemaakt_op=toen,
                ontvangen_op=toen,
            )
            if rij.antwoord:
                vraag.stand, vraag.antwoord = VraagStand.BEANTWOORD, rij.antwoord
                vraag.beantwoord_op = toen + timedelta(days=1)
                vraag.beantwoord_door = User.objects.filter(username=REDACTIE).first()
            vraag.save()


def ruim_vragen_op(slugs: list[str]) -> None:
    """Before their projects go: the people of the demo as well, who have no address."""
    projecten = ProjectPage.objects.filter(slug__in=slugs)
    Inwoner.objects.filter(adres=None, vragen__pagina__in=projecten.values("pk")).delete()

"""Who signed up in the demo. Nobody is mailed: the rows come as they would stand after it."""

from datetime import timedelta

from django.utils import timezone

from demo.inhoud.aanmeldingen import AGENDA, NAMEN, OPROEPEN
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Adres
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden.open import feiten
from meedoen.aanmelden.plaatsen import Plek, indeling
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding

# Of nobody: mail of the demo goes to a folder.
ACHTER_DE_AAP = "@inwoners.example"


def meld_inwoners_aan(pagina: Plek) -> None:
    """Those who come to this meeting, or help with this call, when the demo tells of any."""
    if isinstance(pagina, AgendaItemPage):
        rijen = [(None, aantal) for aantal in AGENDA.get(pagina.slug, [])]
    else:
        taken = [taak.kenmerk for taak in pagina.taken.all()]
        rijen = [(taken[nummer], aantal) for nummer, aantal in OPROEPEN.get(pagina.slug, [])]
    begin = timezone.now() - timedelta(days=6)
    for nummer, (taak, aantal) in enumerate(rijen):
        naam = NAMEN[nummer % len(NAMEN)]
        adres = zorg_voor_adres(naam.lower().replace(" ", ".") + ACHTER_DE_AAP)
        inwoner = zorg_voor_inwoner(adres, naam)
        bevestig(inwoner, begin)
        Aanmelding.objects.create(
            pagina=pagina,
            taak=taak,
            inwoner=inwoner,
            aantal=aantal,
            stand=AanmeldStand.BEVESTIGD,
            gemaakt_op=begin,
            bevestigd_op=begin + timedelta(hours=3 * nummer),
        )
    _hoorden_het(pagina)


def _hoorden_het(pagina: Plek) -> None:
    """They know how it stands, as after a mail: the first change tells what changed, and no more."""
    for rij in Aanmelding.objects.filter(pagina=pagina.pk):
        rij.hoort_plek, rij.hoort_feiten = indeling(pagina, rij.taak).heeft_plek(rij.pk), feiten(pagina)
        rij.save(update_fields=["hoort_plek", "hoort_feiten"])


def ruim_aanmeldingen_op() -> None:
    """The people of the demo, with what they signed up for, before its pages go: nobody needs a warning."""
    Adres.objects.filter(email__endswith=ACHTER_DE_AAP).delete()


def meld_iedereen_aan() -> None:
    """Once all pages are there."""
    for item in AgendaItemPage.objects.live().filter(slug__in=AGENDA, locale__language_code="nl"):
        meld_inwoners_aan(item)
    for oproep in OproepPage.objects.live().filter(slug__in=OPROEPEN, locale__language_code="nl"):
        meld_inwoners_aan(oproep)

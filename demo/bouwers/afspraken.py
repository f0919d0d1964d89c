"""What the meetings of the demo agreed, and how it goes with that."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from core.models import User
from demo.bouwers.dagen import Dagen
from demo.bouwers.kernagenda import kenmerk_van_punt
from demo.bouwers.projecten import Projecten
from demo.inhoud.afspraken import AFSPRAKEN
from kernpagina.afspraken import werk_bij
from kernpagina.keuzes import MeldingBesluit
from kernpagina.models import AfspraakMelding, AgendaAfspraak, AgendaItemPage

# How long ago it was said how it goes, and confirmed.
GELEDEN = timedelta(days=3)


def leg_afspraken_vast(item: AgendaItemPage, kern: Page, projecten: Projecten, dagen: Dagen) -> None:
    """What was agreed, in a page that isn't saved yet."""
    item.afspraken = [
        AgendaAfspraak(
            **{naam: gegevens.get(naam, "") for naam in ("wat", "wie", "wie_soort", "wanneer")},
            uiterlijk=dagen.dag(gegevens["uiterlijk"]) if "uiterlijk" in gegevens else None,
            kernagendapunt=kenmerk_van_punt(kern, gegevens["punt"]) if "punt" in gegevens else None,
            project=projecten[gegevens["project"]] if "project" in gegevens else None,
            sort_order=nummer,
        )
        for nummer, gegevens in enumerate(AFSPRAKEN.get(item.slug, []))
    ]


def zet_standen(item: AgendaItemPage) -> None:
    """Say how it goes, as if two people had: of most it is confirmed, of some it waits."""
    toen = timezone.now() - GELEDEN
    for rij, gegevens in zip(item.afspraken.all(), AFSPRAKEN.get(item.slug, []), strict=True):
        for soort in ("stand", "gemeld"):
            if soort in gegevens:
                stand, uitleg = gegevens[soort]
                besloten = (
                    {"besluit": MeldingBesluit.BEVESTIGD, "besloten_op": toen} if soort == "stand" else {}
                )
                AfspraakMelding.objects.create(
                    agenda_item=item,
                    afspraak=rij.kenmerk,
                    stand=stand,
                    uitleg=uitleg,
                    gemeld_op=toen,
                    **besloten,
                )
    werk_bij(item)


def noem_melders() -> None:
    """Who said what still waits: the editor of its kern, once there are accounts."""
    for melding in AfspraakMelding.objects.filter(besluit="", gemeld_door=None).select_related("agenda_item"):
        kern = melding.agenda_item.url_path.split("/")[2]
        melding.gemeld_door = User.objects.filter(username=f"redactie-{kern}").first()
        melding.save(update_fields=["gemeld_door"])

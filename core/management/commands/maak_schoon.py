from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page, Revision

from core.teksten.schoonmaak import maak_schoon, modellen_met_tekst


class Command(BaseCommand):
    help = (
        "Maak tekst schoon die is opgeslagen voordat dat vanzelf ging: opmaak die niet op de lijst staat, en tekens "
        "die niemand ziet. Mag altijd opnieuw."
    )

    def handle(self, *args, **options) -> None:
        bronnen = [Page.objects.specific()]
        bronnen += [m._base_manager.all() for m in modellen_met_tekst() if not issubclass(m, Page)]
        for bron in bronnen:
            aantal = sum(_maak_schoon(ding) for ding in bron.order_by("pk").iterator(chunk_size=100))
            if aantal:
                self.stdout.write(f"{bron.model._meta.verbose_name_plural}: {aantal} schoongemaakt.")


@transaction.atomic
def _maak_schoon(ding) -> bool:
    velden = maak_schoon(ding)
    if not velden:
        return False
    if isinstance(ding, Revision):
        # Not a save: that would count as a new version of a page that waits, and begin its approval anew.
        Revision.objects.filter(pk=ding.pk).update(content=ding.content)
    elif isinstance(ding, Page):
        # A page that no longer meets every rule of its form may still be cleaned.
        ding.save(clean=False)
    else:
        ding.save(update_fields=velden)
    return True

"""Keeps the table of points equal to the published text of a kernagenda."""

from django.db import transaction

from kernpagina.models import KernagendaPage, Kernagendapunt
from kernpagina.versies import leg_vast


@transaction.atomic
def werk_bij(kernagenda: KernagendaPage) -> None:
    """Make the rows of this kernagenda anew from its live text, and keep them as the last of their version.

    A page that isn't live has no rows; the versions that were public stay. A point without a theme or a
    title, which a draft may have, is left out.
    """
    # Two publications at once would both insert the same points; the second one waits here.
    live = KernagendaPage.objects.select_for_update(of=("self",)).filter(pk=kernagenda.pk, live=True).first()
    Kernagendapunt.objects.filter(kernagenda_id=kernagenda.pk).delete()
    if live:
        leg_vast(live, Kernagendapunt.objects.bulk_create(live.punten_in_tekst()))


def maak_leeg(kernagenda: KernagendaPage) -> None:
    """Take away the rows of a kernagenda that isn't public any more.

    Its row in the database may still say `live`: Wagtail doesn't save a page that it is about to delete.
    """
    Kernagendapunt.objects.filter(kernagenda_id=kernagenda.pk).delete()

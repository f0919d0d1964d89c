"""Keeps the table of points equal to the published text of a kernagenda."""

from collections.abc import Iterator

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
        leg_vast(live, Kernagendapunt.objects.bulk_create(punten_in_tekst(live)))


def maak_leeg(kernagenda: KernagendaPage) -> None:
    """Take away the rows of a kernagenda that isn't public any more.

    Its row in the database may still say `live`: Wagtail doesn't save a page that it is about to delete.
    """
    Kernagendapunt.objects.filter(kernagenda_id=kernagenda.pk).delete()


def punten_in_tekst(kernagenda: KernagendaPage) -> Iterator[Kernagendapunt]:
    """The points in the text that this page holds in memory, in order, as rows that aren't saved."""
    volgorde = 0
    for onderdeel in kernagenda.onderdelen:
        thema = onderdeel.value["thema"]
        for kind in onderdeel.value["punten"].bound_blocks:
            punt = kind.value
            if not thema or not punt["titel"]:
                continue
            volgorde += 1
            project = punt["project"]
            yield Kernagendapunt(
                kernagenda_id=kernagenda.pk,
                uuid=kind.id,
                volgorde=volgorde,
                thema=thema,
                titel=punt["titel"],
                omschrijving=_html(punt["omschrijving"]),
                herkomst=punt["herkomst"] or "",
                trekker=punt["trekker"],
                naam_trekker=punt["naam_trekker"] or "",
                status=punt["status"],
                motivering=_html(punt["motivering"]),
                planning=punt["planning"] or "",
                prioriteit=bool(punt["prioriteit"]),
                project_id=project.pk if project else None,
            )


def _html(waarde) -> str:
    """The rich text as Wagtail stores it, with its internal links."""
    return waarde.source if waarde else ""

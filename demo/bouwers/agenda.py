from datetime import datetime

from wagtail.models import Page

from core.models import Thema
from demo.bouwers.afspraken import leg_afspraken_vast, zet_standen
from demo.bouwers.bestanden import Fotos, maak_document
from demo.bouwers.blokken import html, stream
from demo.bouwers.dagen import Dagen
from demo.bouwers.oproepen import Oproepen
from demo.bouwers.projecten import Projecten
from demo.bouwers.publiceren import zet_neer
from demo.inhoud.afspraken import AFSPRAKEN
from demo.inhoud.vorm import Gegevens
from kernpagina.models import (
    AgendaBijlage,
    AgendaItemPage,
    AgendaPage,
    ProgrammaOnderdeel,
)


def bouw_agenda(
    kern: Page,
    inhoud: list[Gegevens],
    dagen: Dagen,
    fotos: Fotos,
    projecten: Projecten,
    oproepen: Oproepen,
) -> None:
    ouder = AgendaPage.objects.child_of(kern).get()
    for gegevens in inhoud:
        velden = dict(gegevens)
        project, oproep = velden.pop("project", None), velden.pop("oproep", None)
        item = maak_item(velden, dagen, fotos)
        leg_afspraken_vast(item, kern, projecten, dagen)
        item.project = projecten[project] if project else None
        item.oproep = oproepen[oproep] if oproep else None
        zet_neer(ouder, item)
        zet_standen(item)


def maak_item(velden: Gegevens, dagen: Dagen, fotos: Fotos) -> AgendaItemPage:
    """An agenda-item that isn't saved yet, made of the demo's data; takes the keys it uses out of `velden`."""
    themas = velden.pop("themas")
    programma = velden.pop("programma", [])
    bijlage = velden.pop("bijlage", None)
    begin, einde, hele_dag = _wanneer(velden, dagen)
    velden["breedtegraad"], velden["lengtegraad"] = velden.pop("punt", (None, None))
    velden["foto"] = fotos.get(velden.pop("foto", ""))
    velden["inhoud"] = stream(velden.get("inhoud", []), fotos)
    velden["verslag"] = html(velden.get("verslag", ""))
    if "aanmelden_tot" in velden:
        velden["aanmelden_tot"] = dagen.dag(velden["aanmelden_tot"])
    velden["programma"] = [
        ProgrammaOnderdeel(titel=titel, duur=duur, sort_order=nummer)
        for nummer, (titel, duur) in enumerate(programma)
    ]
    if bijlage:
        document = maak_document(*bijlage, _verslag(velden, begin))
        velden["bijlagen"] = [AgendaBijlage(document=document)]
    item = AgendaItemPage(**velden, begin=begin, einde=einde, hele_dag=hele_dag)
    item.themas.set(Thema.objects.filter(name__in=themas))
    return item


def _wanneer(velden: Gegevens, dagen: Dagen) -> tuple[datetime, datetime | None, bool]:
    """Begin, end, and whether it lasts all day: that is what an item without times does."""
    dag = velden.pop("dag")
    laatste = velden.pop("tot", None)
    tijden = velden.pop("tijd", None)
    if tijden is None:
        return dagen.moment(dag), dagen.moment(laatste) if laatste else None, True
    van, tot = tijden
    return dagen.moment(dag, van), dagen.moment(laatste or dag, tot) if tot else None, False


def _verslag(velden: Gegevens, begin: datetime) -> str:
    """The report as plain text, to keep or to print."""
    alineas = velden["verslag"].replace("</p><p>", "\n\n").removeprefix("<p>").removesuffix("</p>")
    afspraken = "\n".join(f"- {a['wat']} ({a['wie']})" for a in AFSPRAKEN.get(velden["slug"], []))
    return (
        f"{velden['title']}\n{begin:%d-%m-%Y}, {velden['locatie']}, {velden['aantal_aanwezigen']} aanwezigen\n\n"
        f"{alineas}\n\nAfspraken\n{afspraken}\n"
    )

from wagtail.models import Page

from core.models import Thema
from demo.bouwers.bestanden import Fotos
from demo.bouwers.blokken import html, stream
from demo.bouwers.dagen import Dagen
from demo.bouwers.projecten import Projecten
from demo.bouwers.publiceren import zet_neer
from demo.bouwers.reacties import bouw_reacties
from demo.inhoud.vorm import Gegevens
from kernpagina.models import OproepenPage, OproepPage, OproepTaak, OproepVraag, Uitkomstpunt

Oproepen = dict[str, OproepPage]


def bouw_oproepen(
    kern: Page, inhoud: list[Gegevens], dagen: Dagen, fotos: Fotos, projecten: Projecten
) -> Oproepen:
    """Make the calls of a kern; return them by slug."""
    ouder = OproepenPage.objects.child_of(kern).get()
    oproepen = {}
    for gegevens in inhoud:
        velden = dict(gegevens)
        themas, project = velden.pop("themas"), velden.pop("project", None)
        opent, sluit, uiterlijk = (dagen.over(dag) for dag in velden.pop("dagen"))
        for veld in ("uitkomst", "motivering"):
            velden[veld] = html(velden.get(veld, ""))
        vragen, punten = velden.pop("vragen", []), velden.pop("uitkomstpunten", [])
        taken = velden.pop("taken", [])
        velden["inhoud"] = stream(velden["inhoud"], fotos)
        oproep = OproepPage(
            **velden,
            opent=opent,
            sluit=sluit,
            terugkoppeling_uiterlijk=uiterlijk,
            project=projecten[project] if project else None,
        )
        oproep.themas.set(Thema.objects.filter(name__in=themas))
        oproep.vragen = [OproepVraag(**vraag, sort_order=nr) for nr, vraag in enumerate(vragen)]
        oproep.taken = [OproepTaak(**taak, sort_order=nr) for nr, taak in enumerate(taken)]
        oproep.uitkomstpunten = [Uitkomstpunt(**punt, sort_order=nr) for nr, punt in enumerate(punten)]
        zet_neer(ouder, oproep)
        bouw_reacties(OproepPage.objects.get(pk=oproep.pk))
        oproepen[oproep.slug] = oproep
    return oproepen

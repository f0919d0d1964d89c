from django.conf import settings

from core.gemeente import KernGegevens, lees
from core.talen.taal import BRONTAAL
from demo.bouwers.agenda import bouw_agenda
from demo.bouwers.bestanden import Fotos
from demo.bouwers.blokken import stream
from demo.bouwers.dagen import Dagen
from demo.bouwers.kernagenda import bouw_kernagenda
from demo.bouwers.oproepen import bouw_oproepen
from demo.bouwers.projecten import bouw_projecten
from demo.bouwers.publiceren import publiceer
from demo.bouwers.reacties import ruim_reacties_op
from demo.bouwers.vragen import bouw_vragen, ruim_vragen_op
from demo.inhoud import DORPEN
from demo.inhoud.vorm import Gegevens, KernInhoud
from home.inrichting import lees_kernen
from kernpagina.models import AgendaItemPage, Inwonersgroep, KernPage, OproepPage
from projecten.models import ProjectPage

# Whose villages the examples are of.
VOORBEELD = "gemeenten/west-betuwe"


def zoek_kern(slug: str) -> KernPage:
    """The Dutch page of a kern; its translations have the same slug."""
    return KernPage.objects.get(slug=slug, locale__language_code=BRONTAAL)


def kernen_met_voorbeelden() -> list[KernGegevens]:
    """The kernen of this municipality, and those of the examples where it has none of that name."""
    eigen = lees_kernen()
    namen, codes = {kern.slug for kern in eigen}, {kern.woonplaatscode for kern in eigen}
    nodig = {inhoud.slug for inhoud in DORPEN} - namen
    uit = lees(settings.BASE_DIR / VOORBEELD).kernen if nodig else ()
    return [*eigen, *(kern for kern in uit if kern.slug in nodig and kern.woonplaatscode not in codes)]


def bouw_kern(inhoud: KernInhoud, dagen: Dagen, fotos: Fotos) -> None:
    """All that the demo tells about one kern; `richt_in` made the kern and its lists."""
    kern = zoek_kern(inhoud.slug)
    projecten = bouw_projecten(kern, inhoud.projecten, dagen, fotos)
    bouw_vragen(projecten)
    oproepen = bouw_oproepen(kern, inhoud.oproepen, dagen, fotos, projecten)
    bouw_agenda(kern, inhoud.agenda, dagen, fotos, projecten, oproepen)
    bouw_kernagenda(kern, inhoud.kernagenda, dagen, projecten)
    _vul_kern(kern, inhoud.kern, dagen, fotos)


def ruim_kern_op(inhoud: KernInhoud) -> None:
    """Delete the pages that the demo made below a kern, with their translations, and no others."""
    kern = zoek_kern(inhoud.slug)
    ruim_reacties_op([gegevens["slug"] for gegevens in inhoud.oproepen])
    ruim_vragen_op([gegevens["slug"] for gegevens in inhoud.projecten])
    for soort, lijst in (
        (AgendaItemPage, inhoud.agenda),
        (OproepPage, inhoud.oproepen),
        (ProjectPage, inhoud.projecten),
    ):
        slugs = [gegevens["slug"] for gegevens in lijst]
        dingen = (
            soort.objects.descendant_of(kern).filter(slug__in=slugs).values_list("translation_key", flat=True)
        )
        soort.objects.filter(translation_key__in=list(dingen)).delete()


def _vul_kern(kern: KernPage, gegevens: Gegevens, dagen: Dagen, fotos: Fotos) -> None:
    kern.intro = gegevens["intro"]
    kern.foto = fotos[gegevens["foto"]]
    if "uitrolfase" in gegevens:
        kern.uitrolfase = gegevens["uitrolfase"]
    kern.startdatum = dagen.begin_maand(gegevens["start"])
    kern.volgende_evaluatie = dagen.begin_maand(gegevens["evaluatie"])
    kern.gebiedsmakelaar_naam, kern.gebiedsmakelaar_email, kern.gebiedsmakelaar_telefoon = gegevens[
        "gebiedsmakelaar"
    ]
    kern.ontmoetingsplek_naam, kern.ontmoetingsplek_adres = gegevens.get("ontmoetingsplek", ("", ""))
    kern.inwonersgroepen.set(
        Inwonersgroep(**groep, sort_order=nummer) for nummer, groep in enumerate(gegevens["inwonersgroepen"])
    )
    if "inhoud" in gegevens:
        kern.inhoud = stream(gegevens["inhoud"], fotos)
    publiceer(kern)

import json
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from wagtail.models import Page

from core.models import Thema
from demo.bouwers.blokken import html
from demo.bouwers.dagen import Dagen
from demo.bouwers.projecten import Projecten
from demo.bouwers.publiceren import publiceer
from demo.inhoud.vorm import Gegevens
from kernpagina.keuzes import PuntStatus
from kernpagina.models import KernagendaPage, Kernagendapunt, Statuswissel

# Why a point stands otherwise than in the version before.
REDENEN = {
    PuntStatus.GEREED: "Het is af en in gebruik.",
    PuntStatus.GEPLAND: "Inwoners en gemeente zijn het eens over het plan.",
}
EERDER = {PuntStatus.GEREED: PuntStatus.BEZIG, PuntStatus.GEPLAND: PuntStatus.IN_ONDERZOEK}


def bouw_kernagenda(kern: Page, inhoud: Gegevens, dagen: Dagen, projecten: Projecten) -> None:
    """Write the village's kernagenda; `richt_in` made the page."""
    kernagenda = KernagendaPage.objects.child_of(kern).get()
    themas = {thema.name: thema.pk for thema in Thema.objects.all()}
    kernagenda.versie = inhoud["versie"]
    kernagenda.vastgesteld_op = dagen.begin_maand(inhoud["vastgesteld"]).replace(day=22)
    kernagenda.periode_van = kernagenda.vastgesteld_op.year
    kernagenda.periode_tot = kernagenda.periode_van + inhoud["jaren"]
    kernagenda.volgende_herziening = dagen.begin_maand(inhoud["herziening"]).replace(day=15)
    kernagenda.inleiding = html(inhoud["inleiding"])
    # As JSON, because the points bring their own uuid: a demo that is built anew has the same points.
    onderdelen = [
        {
            "type": "thema",
            "id": kenmerk_van_punt(kern, thema),
            "value": {
                "thema": themas[thema],
                "punten": [
                    {
                        "type": "item",
                        "id": kenmerk_van_punt(kern, punt["titel"]),
                        "value": _punt(punt, dagen, projecten),
                    }
                    for punt in punten
                ],
            },
        }
        for thema, punten in inhoud["onderdelen"].items()
    ]
    if kernagenda.versie > 1:
        _publiceer_vorige(kernagenda, onderdelen)
    kernagenda.onderdelen = json.dumps(onderdelen)
    publiceer(kernagenda)


def _publiceer_vorige(kernagenda: KernagendaPage, onderdelen: list[Gegevens]) -> None:
    """Publish the version before this one, so that visitors can compare: less far, and without the last point."""
    nu, vastgesteld_op = kernagenda.versie, kernagenda.vastgesteld_op
    eerder = json.loads(json.dumps(onderdelen))
    eerder[-1]["value"]["punten"].pop()
    for onderdeel in eerder:
        for punt in onderdeel["value"]["punten"]:
            punt["value"]["reden"] = ""
            punt["value"]["status"] = EERDER.get(punt["value"]["status"], punt["value"]["status"])
    # Built anew: an earlier version can't come after a later one.
    kernagenda.versies.all().delete()
    Kernagendapunt.objects.filter(kernagenda=kernagenda).delete()
    Statuswissel.objects.filter(kernagenda=kernagenda).delete()
    kernagenda.versie = nu - 1
    kernagenda.vastgesteld_op = vastgesteld_op - timedelta(days=182)
    kernagenda.onderdelen = json.dumps(eerder)
    publiceer(kernagenda)
    kernagenda.versie, kernagenda.vastgesteld_op = nu, vastgesteld_op


def _punt(punt: Gegevens, dagen: Dagen, projecten: Projecten) -> Gegevens:
    project = punt.get("project")
    planning = punt.get("planning", "").format(volgend_jaar=dagen.vandaag.year + 1)
    # What a form leaves empty is kept as nothing typed, and not as nothing: a translation can't begin with that.
    return {
        **punt,
        "reden": REDENEN.get(punt["status"], ""),
        "omschrijving": html(punt.get("omschrijving", "")),
        "motivering": html(punt.get("motivering", "")),
        "planning": planning,
        "naam_trekker": punt.get("naam_trekker", ""),
        "project": projecten[project].pk if project else None,
    }


def kenmerk_van_punt(kern: Page, naam: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"bloei-demo/{kern.slug}/{naam}"))

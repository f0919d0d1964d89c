"""What residents say, are asked and are sent in the village of `lang_woord`: in each of those texts one long word too."""

from datetime import date, timedelta

from django.utils import timezone

from inwoners.mensen import zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Doel, Sleutel
from inwoners.sleutels import _sha256
from kernpagina.models import (
    AgendaAfspraak,
    AgendaItemPage,
    KernPage,
    OproepPage,
    OproepTaak,
    OproepVraag,
    Uitkomstpunt,
)
from meedoen.models import Aanmelding, InwonerVraag, Reactie, Uitdaging
from projecten.models import ProjectPage
from tests import factories
from volgen.models import Editie

DONDERDAG = date(2026, 6, 11)
OPEN = {"sluit": "2099-01-01", "terugkoppeling_uiterlijk": "2099-02-01"}


def maak_oproepen(oproepen, woord: str) -> None:
    """A call of each kind that has a form of its own, and one that is over with an outcome for each reaction."""
    keuzes = f"{woord}1\n{woord}2"
    vragen = factories.OproepPageFactory(parent=oproepen, slug="vragen", soort="vragenlijst", **OPEN)
    vragen.vragen = [
        OproepVraag(vraag="x", keuzes=keuzes, soort=soort) for soort in ("een keuze", "meer keuzes", "open")
    ]
    helpen = factories.OproepPageFactory(parent=oproepen, slug="helpen", soort="meehelpen", **OPEN)
    helpen.taken = [OproepTaak(taak="x", nodig=3)]
    factories.OproepPageFactory(parent=oproepen, slug="uitdagen", soort="uitdaagrecht", **OPEN)
    klaar = OproepPage.objects.get(slug="klaar")
    klaar.uitkomstpunten = [Uitkomstpunt(titel="x", antwoord="x", besluit="deels")]
    klaar.vragen = [OproepVraag(vraag="x", keuzes=keuzes)]
    for oproep in (vragen, helpen, klaar):
        factories.publiceer(oproep)


def maak_afspraken(was: AgendaItemPage) -> None:
    was.verslag = "<p>x</p>"
    was.afspraken = [AgendaAfspraak(wat="x", wie_soort="inwoners", uiterlijk=DONDERDAG)]
    factories.publiceer(was)


def zeg(woord: str) -> None:
    """What residents sent in: placed, or waiting for the button in a mail whose key is the name of what it confirms."""
    adres = zorg_voor_adres(f"{woord.lower()[:40]}@example.org")
    zij = {"inwoner": zorg_voor_inwoner(adres, woord)}
    oproepen = {oproep.slug: oproep for oproep in OproepPage.objects.all()}
    klaar = oproepen["klaar"]
    vraag, punt = klaar.vragen.get(), klaar.uitkomstpunten.get()
    gezegd = {"titel": woord, "tekst": f"{woord} {woord}"}
    getoond = {"naam_getoond": woord, "stand": "geplaatst", "geplaatst_op": timezone.now(), **gezegd, **zij}
    Reactie.objects.create(oproep=oproepen["open"], volgnummer=2, **getoond)
    Reactie.objects.create(oproep=klaar, uitkomstpunt=punt.kenmerk, **getoond)
    for nummer in range(5):
        iemand = {"inwoner": zorg_voor_inwoner(zorg_voor_adres(f"x{nummer}@example.org"), woord)}
        antwoord = {str(vraag.kenmerk): [0]}
        Reactie.objects.create(
            oproep=klaar, antwoorden=antwoord, **getoond | iemand | {"tekst": "", "titel": ""}
        )
    voorstel = dict.fromkeys(("taak", "hoe", "waarom", "met_wie", "geld"), woord)
    rijen = {
        "reactie": Reactie.objects.create(oproep=oproepen["open"], **gezegd, **zij),
        "aanmelding": Aanmelding.objects.create(pagina=AgendaItemPage.objects.get(slug="hier"), **zij),
        "uitdaging": Uitdaging.objects.create(oproep=oproepen["uitdagen"], **voorstel, **zij),
        "vraag": InwonerVraag.objects.create(
            pagina=ProjectPage.objects.get(), over=woord, tekst=woord, **zij
        ),
    }
    rijen["tafel"] = rijen["reactie"]
    for waarvoor, rij in rijen.items():
        Sleutel.objects.create(
            adres=adres, doel=Doel.BEVESTIGEN, waarvoor=f"{waarvoor}:{rij.pk}", sha256=_sha256(waarvoor),
            verloopt_op=timezone.now() + timedelta(days=2),
        )  # fmt: skip


def maak_editie(woord: str) -> None:
    """A newsletter that went."""
    gezegd = dict.fromkeys(("titel", "regel", "wanneer", "label"), woord) | {
        "punten": [woord],
        "pad": "/kern/",
    }
    stuk = {"pagina": 1, "deel": "afspraken", "kern": woord, "teksten": {"nl": gezegd}, "feiten": {}}
    Editie.objects.create(
        volgt="kern", pagina=KernPage.objects.get(slug="kern").pk, ritme="week", dag=DONDERDAG, van=0, tot=0, inhoud=[stuk],
        voorwoord=woord, stand="verzonden",
    )  # fmt: skip

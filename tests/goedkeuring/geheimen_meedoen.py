"""What residents of Beesd told it, in every state. `GEHEIM` is in all of it; `ONGELEZEN` in what even its editors don't read."""

from datetime import timedelta

from django.utils import timezone

from core.tijd import vandaag
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Inwoner
from kernpagina.models import OproepPage
from meedoen.keuzes import OPENBAAR, AanmeldStand, Reden, Soort, Stand, UitdaagStand, VraagStand
from meedoen.models import Aanmelding, Besluit, Brief, InwonerVraag, Melding, Reactie, UitdaagVel, Uitdaging
from projecten.models import ProjectenPage
from tests import factories
from tests.dorp import Dorp, agenda_item
from tests.meedoen.hulp import oproep_in

from .geheimen import GEHEIM, ZOEK

ONGELEZEN = "zwijgdaarover"
NIET_OPENBAAR = tuple(stand for stand in Stand if stand not in OPENBAAR)


def maak_meedoen(dorp: Dorp) -> dict[str, list]:
    """By the name of a parameter of an address, as `maak_geheimen`."""
    ria = zorg_voor_inwoner(zorg_voor_adres(f"ria-{GEHEIM}@example.org"), f"Ria {GEHEIM}")
    bevestig(ria, timezone.now())
    oproep = oproep_in(dorp.beesd, title=f"Ideeën voor de {ZOEK}", slug="ideeen")
    lijst = oproep_in(dorp.beesd, "vragenlijst", title="Vragen", slug="vragen")
    reacties = [_reactie(oproep, stand, f"{ZOEK} {GEHEIM} {ONGELEZEN}") for stand in NIET_OPENBAAR]
    # What everybody reads, with a name that nobody reads whole.
    geplaatst = _reactie(oproep, Stand.GEPLAATST, "Een bankje", inwoner=ria, naam_getoond="Ria Z.")
    antwoorden, naam = {"x": f"{GEHEIM} {ONGELEZEN}"}, f"Ria {GEHEIM}"
    _reactie(lijst, Stand.GEPLAATST, "", inwoner=ria, antwoorden=antwoorden, naam_getoond=naam)
    Melding.objects.create(
        reactie=geplaatst, waarom=Reden.RECLAME, toelichting=f"{GEHEIM} {ONGELEZEN}", te_goeder_trouw=True,
        naam=f"Kees {GEHEIM}", email=f"kees-{GEHEIM}@example.org",
    )  # fmt: skip
    project = factories.ProjectPageFactory(
        parent=ProjectenPage.objects.child_of(dorp.beesd).get(), title="Het plein"
    )
    return {
        # One that waits, one that was refused, and one that everybody reads: the screens differ for these.
        "reactie_id": [reactie.pk for reactie in (*reacties[:2], geplaatst)],
        "vraag_id": _vragen(project, ria),
        "werkplek.page_id": [
            oproep.pk,
            lijst.pk,
            project.pk,
            *_aanmeldingen(dorp, ria),
            _uitdagingen(dorp, ria),
        ],
    }


def _reactie(oproep: OproepPage, stand: Stand, tekst: str, **velden) -> Reactie:
    velden.setdefault("inwoner", zorg_voor_inwoner(None, f"Jan {GEHEIM} {ONGELEZEN}"))
    # Of an hour ago and of three days ago: what is mailed about what waits looks at both.
    wanneer = timezone.now() - (timedelta(hours=1) if stand == Stand.CONCEPT else timedelta(days=5))
    reactie = Reactie.objects.create(
        oproep=oproep, stand=stand, titel=tekst, tekst=tekst, bevestigd_op=wanneer, geplaatst_op=wanneer,
        besloten_op=wanneer, aanpassen_voor=vandaag(), **velden,
    )  # fmt: skip
    if stand in (Stand.AFGEWEZEN, Stand.VERBORGEN):
        Besluit.objects.create(
            reactie=reactie, besluit=Soort(stand), reden=Reden.RECLAME, toelichting=f"{GEHEIM} {ONGELEZEN}"
        )
    return reactie


def _vragen(project, ria: Inwoner) -> list[int]:
    toen = timezone.now() - timedelta(days=5)
    gesteld = {"pagina": project, "over": "Het plein", "inwoner": ria, "ontvangen_op": toen, "tekst": GEHEIM}
    wacht = InwonerVraag.objects.create(stand=VraagStand.ONTVANGEN, **gesteld)
    klaar = InwonerVraag.objects.create(
        stand=VraagStand.BEANTWOORD, beantwoord_op=toen, antwoord=GEHEIM, **gesteld
    )
    return [wacht.pk, klaar.pk]


def _aanmeldingen(dorp: Dorp, ria: Inwoner) -> list[int]:
    avond = agenda_item(dorp.agenda, "Avond", live=True, aanmelden="hier", max_aantal=1)
    klus = oproep_in(dorp.beesd, "aanmelden", title="Klus", slug="klus")
    nu = timezone.now()
    for pagina in (avond, klus):
        Aanmelding.objects.create(pagina=pagina, inwoner=ria, stand=AanmeldStand.BEVESTIGD, bevestigd_op=nu)
    Brief.objects.create(
        inwoner=ria, agenda_item=avond, sleutel="geheim", soort="aanmelding", naam=f"Ria {GEHEIM}",
        postadres=f"{GEHEIM} 1", onderwerp=f"Je bent aangemeld {GEHEIM}", tekst=GEHEIM,
    )  # fmt: skip
    return [avond.pk, klus.pk]


def _uitdagingen(dorp: Dorp, ria: Inwoner) -> int:
    oproep = oproep_in(dorp.beesd, "uitdaagrecht", title="Neem het over", slug="over")
    for stand in (UitdaagStand.NALEZEN, UitdaagStand.ONTVANGEN):
        voorstel = Uitdaging.objects.create(
            oproep=oproep, inwoner=ria, stand=stand, taak=f"{ZOEK} {GEHEIM} {ONGELEZEN}", hoe=ONGELEZEN,
            waarom=ONGELEZEN, ontvangen_op=timezone.now(), besluit_voor=vandaag(),
        )  # fmt: skip
        if stand == UitdaagStand.NALEZEN:
            UitdaagVel.objects.create(uitdaging=voorstel, ingevoerd_door=dorp.gebruikers["redactie-beesd-2"])
    return oproep.pk

"""What residents answered in the demo. Nobody is mailed: the rows come as they would stand after it."""

from datetime import datetime, timedelta
from itertools import chain, cycle, islice, repeat
from typing import Any

from django.utils import timezone

from core.models import User
from demo.inhoud.aanmeldingen import NAMEN
from demo.inhoud.reacties import GETELD, IN_WOORDEN, InWoorden
from inwoners.mensen import zorg_voor_inwoner
from inwoners.models import BevestigdVia, Inwoner, NaamOpenbaar
from kernpagina.kernen import kern_van
from kernpagina.keuzes import OproepSoort
from kernpagina.models import KernPage, OproepPage
from meedoen import post
from meedoen.keuzes import OPENBAAR, Bron, Reden, Soort, Stand
from meedoen.models import Besluit, Reactie
from meedoen.namen import naam_met_kern
from meedoen.soorten import onderdelen

LEZER, TYPT_OVER = "communicatie", "redactie-beesd"


def bouw_reacties(oproep: OproepPage) -> None:
    """The reactions to this call, when the demo tells of any."""
    kern = kern_van(oproep)
    for rij in IN_WOORDEN.get(oproep.slug, []):
        _in_woorden(oproep, kern, rij)
    vragen, punt = list(oproep.vragen.all()), oproep.uitkomstpunten.first()
    for geteld in GETELD.get(oproep.slug, []):
        antwoorden = {
            str(vraag.kenmerk): deel for vraag, deel in zip(vragen, geteld.antwoorden, strict=False)
        }
        zonder_brief = zip(cycle(NAMEN), repeat(""), strict=False)
        namen = islice(chain(geteld.brieven, zonder_brief), geteld.aantal)
        for naam, postadres in namen:
            reactie = _maak(
                oproep,
                kern,
                naam,
                Stand.GEPLAATST,
                timezone.now(),
                geteld.bron,
                postadres,
                antwoorden=antwoorden,
                uitkomstpunt=punt.kenmerk if punt else None,
            )
            if punt and postadres:
                # A letter that waits to be printed.
                post.uitkomst(reactie, punt)


def ruim_reacties_op(slugs: list[str]) -> None:
    """Before their calls go: the people of the demo as well, who have no address."""
    Inwoner.objects.filter(adres=None, reacties__oproep__slug__in=slugs).delete()


def noem_overtypers() -> None:
    """Who typed over what came in on paper and who decided, once there are accounts: nobody places their own."""
    van_tafel = Reactie.objects.filter(oproep__slug__in=[*IN_WOORDEN, *GETELD], ingevoerd_door=None)
    van_tafel.exclude(bron=Bron.WEB).update(ingevoerd_door=User.objects.filter(username=TYPT_OVER).first())
    besloten = Besluit.objects.filter(reactie__oproep__slug__in=IN_WOORDEN, door=None)
    besloten.update(door=User.objects.filter(username=LEZER).first())


def _in_woorden(oproep: OproepPage, kern: KernPage | None, rij: InWoorden) -> None:
    toen = timezone.now() - timedelta(days=rij.geleden, hours=3)
    velden: dict[str, Any] = {"titel": rij.titel, "tekst": rij.tekst}
    if oproep.soort == OproepSoort.REAGEREN_OP_PLAN:
        deel = next((deel for deel in onderdelen(oproep) if deel.naam == rij.titel), None)
        velden = {"tekst": rij.tekst, "onderdeel": deel.kenmerk if deel else ""}
    velden |= {"velnummer": rij.vel, "naam_erbij": rij.naam_erbij}
    if rij.stand == Stand.AFGEWEZEN:
        velden["besloten_op"] = toen
    reactie = _maak(oproep, kern, rij.naam, Stand(rij.stand), toen, rij.bron, rij.postadres, **velden)
    if reactie.stand == Stand.AFGEWEZEN:
        Besluit.objects.create(reactie=reactie, besluit=Soort.AFGEWEZEN, reden=Reden.RECLAME, op=toen)


def _maak(
    oproep: OproepPage,
    kern: KernPage | None,
    naam: str,
    stand: Stand,
    toen: datetime,
    bron: str,
    postadres: str = "",
    **velden,
) -> Reactie:
    inwoner = zorg_voor_inwoner(
        None, naam, kern=kern.woonplaatscode if kern else "", naam_openbaar=NaamOpenbaar.KORT
    )
    inwoner.bevestigd_op, inwoner.bevestigd_via = toen, BevestigdVia.TAFEL
    inwoner.postadres = postadres
    inwoner.save(update_fields=["bevestigd_op", "bevestigd_via", "postadres"])
    reactie = Reactie(
        oproep=oproep,
        inwoner=inwoner,
        kern=inwoner.kern,
        bron=bron,
        stand=stand,
        gemaakt_op=toen,
        bevestigd_op=toen,
    )
    for veld, waarde in velden.items():
        setattr(reactie, veld, waarde)
    if stand in OPENBAAR:
        reactie.geplaatst_op, reactie.naam_getoond = toen, naam_met_kern(reactie)
    reactie.save()
    return reactie

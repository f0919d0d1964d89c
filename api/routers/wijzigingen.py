"""What became public, line by line: for who keeps a copy, or tells others what is new."""

from urllib.parse import urlencode

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from api.bestaand import BestaandeKern
from api.fouten import OngeldigeVraag
from api.lezing import Lezing, thema
from api.router import maak_router
from api.schemas import wijzigingen as s
from api.versie import BASIS
from api.vraag import NulOfMeer, Vraag
from api.vullen import Rij, vul
from core.models import Thema
from core.talen.taal import BRONTAAL
from kernpagina.models import KernPage
from volgen.models import Gevolgd, Wijziging, WijzigingQuerySet

router = maak_router("Wijzigingen")

PER_KEER = 500


class WijzigingVraag(Vraag):
    na: NulOfMeer = Field(
        0, description="Alleen wat na dit nummer komt; 0 is vanaf het begin.", examples=[1200]
    )
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    soort: s.WijzigingSoort | None = Field(None, description="Alleen dit soort wijzigingen.")


@router.get(
    "",
    response=s.Wijzigingen,
    operation_id="wijzigingen",
    summary="Wat er openbaar werd, in volgorde",
    description="Het logboek van de site: hoogstens 500 regels na het nummer dat je noemt, de oudste eerst. "
    "Een pagina die verdwijnt, komt er ook in (`weg`). Vraag bij elke regel de pagina op, of vergeet haar bij 404: "
    "dan heb je een kopie die klopt.",
)
def lijst(request: HttpRequest, vraag: Query[WijzigingVraag]) -> s.Wijzigingen:
    lezing = Lezing.van(request, vraag.taal)
    # Before the lines: what is added in between comes the next time.
    laatste = Wijziging.objects.laatste()
    if vraag.na > laatste:
        # After a backup was put back, numbers are given out again: who asks on from before it, would miss them.
        reden = f"Zo ver is het logboek niet: het laatste nummer is {laatste}. Begin opnieuw, bij 0."
        raise OngeldigeVraag([{"parameter": "na", "reden": reden}])
    gekozen = Wijziging.objects.na(vraag.na).filter(nummer__lte=laatste)
    if lezing.site is None or not lezing.site.is_default_site:
        gekozen = gekozen.none()
    if vraag.kern:
        gekozen = gekozen.filter(kern__in=KernPage.objects.filter(lezing.in_kern(vraag.kern)).values("pk"))
    if vraag.soort:
        gekozen = gekozen.filter(soort=vraag.soort)
    rijen = list(_met_plek(gekozen)[: PER_KEER + 1])
    deel = rijen[:PER_KEER]
    verder = len(rijen) > PER_KEER
    tot = deel[-1].nummer if verder else laatste
    keuze = urlencode(request.GET.dict() | {"na": str(tot)})
    return s.Wijzigingen(
        laatste=tot,
        volgende=request.build_absolute_uri(f"{request.path}?{keuze}") if verder else None,
        resultaten=_als_regels(lezing, deel),
    )


def _met_plek(regels: WijzigingQuerySet) -> WijzigingQuerySet:
    """With the place of the village in the tree, and where the page is now, if it may be seen."""
    kern = KernPage.objects.filter(pk=OuterRef("kern")).order_by()
    nu = Gevolgd.objects.filter(pagina=OuterRef("pagina"), taal=BRONTAAL, openbaar=True)
    return regels.annotate(kern_pad=Subquery(kern.values("path")), nu=Subquery(nu.values("url_path")[:1]))


def _als_regels(lezing: Lezing, rijen: list[Rij]) -> list[s.Wijziging]:
    themas = Thema.objects.in_bulk({pk for rij in rijen for pk in rij.themas})
    return [
        vul(
            s.Wijziging,
            rij,
            kern=lezing.kern(rij.kern_pad) if rij.kern_pad else None,
            themas=[
                thema({"slug": themas[pk].slug, "naam": themas[pk].name}) for pk in rij.themas if pk in themas
            ],
            url=lezing.absoluut(lezing.pad(rij.nu, rij.taal)) if rij.nu else None,
            api_url=lezing.absoluut(f"{BASIS}/paginas/{rij.pagina}"),
        )
        for rij in rijen
    ]

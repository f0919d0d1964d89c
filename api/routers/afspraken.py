"""What was agreed at meetings, over all villages."""

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Query
from pydantic import Field

from api.afspraken import als_afspraak, met_alles
from api.bestaand import BestaandeKern
from api.lezing import Lezing
from api.lijst import als_lijst
from api.router import maak_router
from api.schemas import afspraken as s
from api.schemas.keuzes import AfspraakStand, Trekker, naar_model
from api.vraag import JaOfNee, LijstVraag
from api.vullen import Rij, vul
from kernpagina import keuzes
from kernpagina.models import Afspraak, AgendaItemPage

router = maak_router("Afspraken")


class AfspraakVraag(LijstVraag):
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    wie: Trekker | None = Field(None, description="Alleen wat deze doet.")
    stand: AfspraakStand | None = Field(None, description="Alleen met deze stand.")
    te_laat: JaOfNee | None = Field(
        None, description="Alleen wat te laat is (`true`), of juist niet (`false`)."
    )


@router.get(
    "",
    response=s.Afspraken,
    operation_id="afspraken",
    summary="Afspraken",
    description="Wat er op bijeenkomsten is afgesproken en hoe het ermee staat. Eerst wat nog moet gebeuren, de eerste dag voorop.",
)
def lijst(request: HttpRequest, vraag: Query[AfspraakVraag]) -> s.Afspraken:
    lezing = Lezing.van(request, vraag.taal)
    items = lezing.paginas(AgendaItemPage.objects.order_by())
    if vraag.kern:
        items = items.filter(lezing.in_kern(vraag.kern))
    rijen = Afspraak.objects.filter(agenda_item__in=items.values("pk"))
    if vraag.wie:
        rijen = rijen.filter(wie_soort=naar_model(keuzes.Trekker, vraag.wie))
    if vraag.stand:
        rijen = rijen.filter(stand=naar_model(keuzes.AfspraakStand, vraag.stand))
    if vraag.te_laat is not None:
        laat = Afspraak.objects.te_laat(lezing.vandaag).order_by().values("pk")
        rijen = rijen.filter(pk__in=laat) if vraag.te_laat else rijen.exclude(pk__in=laat)
    rijen = met_alles(lezing, rijen.wat_loopt_eerst()).om_te_lezen()
    return als_lijst(
        request, vraag, s.Afspraken, rijen, lambda deel: [_in_lijst(lezing, rij) for rij in deel]
    )


def _in_lijst(lezing: Lezing, rij: Rij) -> s.AfspraakInLijst:
    item = next(iter(rij.item_rijen))
    kaal = als_afspraak(lezing, rij)
    return vul(
        s.AfspraakInLijst,
        rij,
        **{naam: getattr(kaal, naam) for naam in s.Afspraak.model_fields if naam != "dagen_te_laat"},
        dagen_te_laat=rij.dagen_te_laat(lezing.vandaag),
        kern=lezing.kern(rij.agenda_item.path),
        agenda_item=lezing.verwijzing(item),
        datum=localdate(rij.agenda_item.begin),
        url=f"{lezing.url_van_rij(item)}#{rij.anker}",
    )

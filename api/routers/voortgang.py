"""How far all villages are, in figures: what the page `/voortgang/` shows."""

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from api.bestaand import BestaandeKern, BestaandThema
from api.lezing import Lezing, thema
from api.router import maak_router
from api.schemas import voortgang as s
from api.schemas.keuzes import naar_api
from api.vraag import Dag, Jaar, JaOfNee, Vraag
from api.vullen import vul
from core.models import Thema
from home.filters import openbare_kernen
from home.voortgang import afspraken, beloften, cijfers, punten
from kernpagina.models import Afspraak, KernPage

router = maak_router("Voortgang")


class VoortgangVraag(Vraag):
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    thema: BestaandThema | None = Field(
        None, description="Alleen punten met dit thema (slug).", examples=["wonen"]
    )
    prioriteit: JaOfNee | None = Field(
        None, description="Alleen punten met (`true`) of zonder (`false`) voorrang."
    )
    veranderd_sinds: Dag | None = Field(
        None,
        description="Alleen punten die sinds die dag erbij kwamen of een andere status kregen.",
        examples=["2027-01-01"],
    )
    jaar: Jaar | None = Field(
        None, description="Het jaar van `cijfers`; zonder `jaar` dit jaar.", examples=[2027]
    )


@router.get(
    "",
    response=s.Voortgang,
    operation_id="voortgang",
    summary="De voortgang in cijfers",
    description="Punten naar kern, thema en status; beloften die te laat zijn of eraan komen; wat er van afspraken terechtkwam; cijfers per kern en jaar.",
)
def voortgang(request: HttpRequest, vraag: Query[VoortgangVraag]) -> s.Voortgang:
    lezing = Lezing.van(request, vraag.taal)
    op = lezing.vandaag
    kernen = [kern for kern in openbare_kernen() if lezing.kern_van(kern.pk)]
    kern = next((kern for kern in kernen if kern.slug == vraag.kern), None)
    jaar = vraag.jaar or op.year
    return s.Voortgang(
        jaar=jaar,
        punten=_punten(lezing, vraag, kern),
        beloften=[_belofte(lezing, rij) for rij in beloften.beloften(op, kern)],
        afspraken=[vul(s.AfsprakenVanJaar, rij) for rij in afspraken.per_jaar(op, kern)],
        cijfers=[
            vul(s.CijfersVanKern, rij, kern=lezing.kern_van(rij.kern.pk))
            for rij in cijfers.per_kern(jaar, op, [kern] if kern else kernen)
        ],
    )


def _punten(lezing: Lezing, vraag: VoortgangVraag, kern: KernPage | None) -> list[s.PuntenGeteld]:
    gekozen = punten.openbare_punten()
    if kern:
        gekozen = gekozen.van_kern(kern)
    if vraag.thema:
        gekozen = gekozen.filter(thema__slug=vraag.thema)
    if vraag.prioriteit is not None:
        gekozen = gekozen.filter(prioriteit=vraag.prioriteit)
    if vraag.veranderd_sinds:
        gekozen = gekozen.veranderd_sinds(vraag.veranderd_sinds)
    themas = {rij.pk: thema({"slug": rij.slug, "naam": rij.name}) for rij in Thema.objects.all()}
    return [
        s.PuntenGeteld(
            kern=lezing.kern_van(rij.kern),
            thema=themas[rij.thema],
            status=naar_api(rij.status),
            aantal=rij.aantal,
        )
        for rij in sorted(punten.tel(gekozen), key=lambda rij: (rij.kern or 0, rij.thema, rij.status))
    ]


def _belofte(lezing: Lezing, rij: beloften.Belofte) -> s.Belofte:
    ding = rij.ding
    url = lezing.url(ding.agenda_item) + f"#{ding.anker}" if isinstance(ding, Afspraak) else lezing.url(ding)
    return s.Belofte(
        soort=rij.soort, titel=str(ding), kern=lezing.kern_van(rij.kern.pk if rij.kern else None), uiterlijk=rij.dag,
        dagen_te_laat=rij.dagen, vragen_aan=rij.bel["wie"], telefoon=rij.bel["telefoon"], email=rij.bel["email"],
        url=url,
    )  # fmt: skip

"""Who rang, or handed in the form, put on the list by who works here; they hear it by mail or by letter (docs/adr/0053)."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from inwoners.models import Sleutel
from meedoen.aanmelden import post
from meedoen.aanmelden.bellen import onthoud_wat_ze_weten
from meedoen.aanmelden.open import met_aanmelding, waarom_niet
from meedoen.aanmelden.plaatsen import Plek, indeling, vrije_plaatsen
from meedoen.aanmelden.stappen import Gesloten, al_mee_met, rij_vast, vast
from meedoen.keuzes import AanmeldStand
from meedoen.models import Aanmelding
from meedoen.van_tafel import Afzender, is_van, maak_inwoner, vraag_of_het_klopt
from meedoen.vertrouwelijke_post import VAN_TAFEL

AL_BEKEND = "Die stond er al. Er is niets veranderd."
ANDER_AANTAL = (
    "Die stond er al, met een ander aantal. Er is niets veranderd. Klopt het nieuwe aantal? Druk bij de naam op "
    "‘Meld af’ en zet die opnieuw op de lijst. Is het vol, dan is dat onderaan de wachtlijst."
)


def schrijf_in(
    pagina_pk: int, afzender: Afzender, user, formulier: UUID, velden: dict[str, Any]
) -> tuple[Aanmelding, str]:
    """Put them on the list, and say how they hear of it. The same form again changes nothing; nor does the same name
    for the same thing, typed over by another. Raises Gesloten. `velden`: aantal, taak, bron, taal.
    """
    with vast(pagina_pk) as pagina:
        # On the phone it is never too late, until it is over.
        taak = velden["taak"]
        if niet := waarom_niet(pagina):
            raise Gesloten(f"{niet} Er kan niemand meer bij.")
        if not met_aanmelding(pagina) or taak not in vrije_plaatsen(pagina):
            raise Gesloten("Er is net iets veranderd. De lijst is gebleven zoals hij was.")
        aan_tafel = Aanmelding.objects.bevestigd().filter(pagina=pagina.pk, taak=taak)
        zelfde = aan_tafel.filter(ingevoerd_door__isnull=False, inwoner__naam__iexact=afzender.naam)
        bekend = Aanmelding.objects.filter(formulier=formulier).first() or zelfde.first()
        if bekend:
            return bekend, AL_BEKEND if bekend.aantal == velden["aantal"] else ANDER_AANTAL
        rij = Aanmelding.objects.create(
            pagina=pagina,
            inwoner=maak_inwoner(afzender),
            formulier=formulier,
            stand=AanmeldStand.BEVESTIGD,
            ingevoerd_door=user,
            bevestigd_op=timezone.now(),
            **velden,
        )
        verdeeld = indeling(pagina, taak)
        rij.beurt, rij.over = verdeeld.beurt(rij.pk), verdeeld.over
        onthoud_wat_ze_weten(rij, pagina)
        niet_gemaild = vraag_of_het_klopt(
            afzender.email, rij.taal, formulier, lambda adres: post.vraag_of_het_klopt(rij, pagina, adres)
        )
        hoe = [niet_gemaild or ("Er gaat een mail heen: klopt dit adres?" if afzender.email else "")]
        if post.brief(rij, pagina):
            hoe.append("De brief ligt klaar onder Brieven.")
        return rij, " ".join(filter(None, hoe)) or "Er gaat geen mail of brief: zeg het zelf."


def wacht_op_antwoord(pagina: Plek) -> set[int]:
    """Of whom an address was given that was asked by mail whether it is theirs, and may still say so."""
    zonder = Aanmelding.objects.bevestigd().filter(pagina=pagina.pk, inwoner__adres=None)
    bij = {f"{VAN_TAFEL}aanmelding:{pk}": pk for pk in zonder.values_list("pk", flat=True)}
    gevraagd = Sleutel.objects.filter(waarvoor__in=bij, verloopt_op__gt=timezone.now())
    return {bij[waarvoor] for waarvoor in gevraagd.values_list("waarvoor", flat=True)}


def klopt(pk: int, sleutel: Sleutel) -> None:
    """Who has the mailbox says that it is theirs: from now on they hear by mail, and cancel by themselves. Raises KanNiet."""
    with rij_vast(pk) as (rij, _pagina):
        inwoner = rij.inwoner
        if inwoner is None or inwoner.adres_id is not None:
            return
        eigen = is_van(inwoner, sleutel.adres)
        # From now on they hear by mail, beginning with how it is now.
        rij.hoort_feiten = ""
        rij.save(update_fields=["hoort_feiten"])
        if eigen == inwoner:
            return
        rij.inwoner = eigen
        if rij.stand == AanmeldStand.BEVESTIGD and (ander := al_mee_met(rij).select_for_update().first()):
            # On the site they signed up as well. Nobody loses a place by it: the earlier turn is for no more people.
            oud, nieuw = sorted((rij, ander), key=lambda een: een.pk)
            if nieuw.aantal <= oud.aantal:
                nieuw.bevestigd_op = min(oud.bevestigd_op, nieuw.bevestigd_op)
            oud.stand = AanmeldStand.AFGEZEGD
            oud.save()
            nieuw.save()
        rij.save()
        inwoner.delete()

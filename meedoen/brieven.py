"""Letters in the place of mail, for who takes part without e-mail: written with the event, printed by who works here."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation

from core.goedkeuring.rollen import is_communicatie
from core.teksten import schoon
from inwoners.models import Inwoner
from kernpagina.models import OproepPage
from kernpagina.redactie import kernen_van
from meedoen.brief import BriefQuerySet
from meedoen.models import Brief, Reactie

UITKOMST = "reactie-uitkomst"
# Post costs money: what somebody has to know, or may do something about. templates/brieven/<soort>.txt
SOORTEN = (UITKOMST, "reactie-aanpassen", "reactie-niet-geplaatst", "reactie-herzien", "reactie-te-laat")


def schrijf(reactie: Reactie, sleutel: str, soort: str, context: dict[str, Any]) -> Brief | None:
    """Let a letter wait to be printed, in the transaction of the event; None when there is nobody to write to, or it was
    there already. `context` as that of the mail.
    """
    inwoner = reactie.inwoner
    if inwoner is None or not inwoner.postadres or soort not in SOORTEN:
        return None
    with translation.override(reactie.taal):
        context = {"inwoner": inwoner, **context}
        tekst = schoon.post(render_to_string(f"brieven/{soort}.txt", context))
        onderwerp = schoon.regel(str(context["onderwerp"])).strip()[:300]
    velden = {
        "inwoner": inwoner,
        "oproep_id": reactie.oproep_id,
        "soort": soort,
        "taal": reactie.taal,
        "naam": inwoner.naam,
        "postadres": inwoner.postadres,
        "onderwerp": onderwerp,
        "tekst": tekst,
    }
    brief, nieuw = Brief.objects.get_or_create(sleutel=sleutel, defaults=velden)
    return brief if nieuw else None


def brieven_van(user) -> BriefQuerySet:
    """Those that this person may print: of all calls for communications, else of the calls of their kernen."""
    brieven = Brief.objects.select_related("oproep")
    if is_communicatie(user):
        return brieven
    oproepen: QuerySet[OproepPage] = OproepPage.objects.none()
    for kern in kernen_van(user):
        oproepen |= OproepPage.objects.descendant_of(kern)
    return brieven.filter(oproep__in=oproepen.values("pk"))


@transaction.atomic
def zijn_verstuurd(user, pks: list[int]) -> int:
    """These were printed and posted; returns how many weren't before. Who heard the outcome needs no address any more."""
    brieven = list(brieven_van(user).wacht().filter(pk__in=pks).select_for_update(of=("self",)))
    gaan, stapel, nu = [brief.pk for brief in brieven], uuid4(), timezone.now()
    Brief.objects.filter(pk__in=gaan).update(geprint_op=nu, geprint_door=user, stapel=stapel)
    klaar = [brief.inwoner_id for brief in brieven if brief.soort == UITKOMST]
    Inwoner.objects.filter(pk__in=klaar).update(postadres="")
    return len(gaan)


def zijn_toch_niet_verstuurd(user, stapel: UUID) -> int:
    """Somebody pressed too soon: these wait again. Returns how many; nothing for those that were emptied."""
    return (
        brieven_van(user)
        .filter(stapel=stapel)
        .exclude(postadres="")
        .update(geprint_op=None, geprint_door=None, stapel=None)
    )

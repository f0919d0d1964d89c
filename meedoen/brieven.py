"""Letters in the place of mail, for who takes part without e-mail: written with the event, printed by who works here."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.models import Page

from core.goedkeuring.rollen import is_communicatie
from core.teksten import schoon
from inwoners.models import Inwoner
from kernpagina.models import AgendaItemPage, OproepPage
from kernpagina.redactie import kernen_van
from meedoen.brief import BriefQuerySet
from meedoen.models import Brief

UITKOMST, AANMELDING, UITDAGING = "reactie-uitkomst", "aanmelding", "uitdaging-ontvangen"
# Post costs money: what somebody has to know, or may do something about. templates/brieven/<soort>.txt
SOORTEN = (UITKOMST, "reactie-aanpassen", "reactie-niet-geplaatst", "reactie-herzien", "reactie-te-laat", AANMELDING,
           UITDAGING)  # fmt: skip
# After these they need hear nothing more by post; the address for a decision goes with the proposal.
LAATSTE = (UITKOMST, AANMELDING)


def schrijf(
    inwoner: Inwoner,
    pagina: OproepPage | AgendaItemPage,
    taal: str,
    sleutel: str,
    soort: str,
    context: dict[str, Any],
) -> Brief | None:
    """Let a letter wait to be printed, in the transaction of the event; None when there is nobody to write to, or it was
    there already. `context` as that of the mail.
    """
    if not inwoner.postadres or soort not in SOORTEN:
        return None
    with translation.override(taal):
        context = {"inwoner": inwoner, **context}
        tekst = schoon.post(render_to_string(f"brieven/{soort}.txt", context))
        onderwerp = schoon.regel(str(context["onderwerp"])).strip()[:300]
    velden = {
        "inwoner": inwoner,
        "oproep": pagina if isinstance(pagina, OproepPage) else None,
        "agenda_item": pagina if isinstance(pagina, AgendaItemPage) else None,
        "soort": soort,
        "taal": taal,
        "naam": inwoner.naam,
        "postadres": inwoner.postadres,
        "onderwerp": onderwerp,
        "tekst": tekst,
    }
    brief, nieuw = Brief.objects.get_or_create(sleutel=sleutel, defaults=velden)
    return brief if nieuw else None


def brieven_van(user) -> BriefQuerySet:
    """Those that this person may print: all of them for communications, else of the calls and meetings of their kernen.
    A proposal is nobody's but who passes it on.
    """
    brieven = Brief.objects.all()
    if is_communicatie(user):
        return brieven
    paginas = Page.objects.none()
    for kern in kernen_van(user):
        paginas |= Page.objects.descendant_of(kern)
    mijn = Q(oproep__in=paginas.values("pk")) | Q(agenda_item__in=paginas.values("pk"))
    return brieven.filter(mijn).exclude(soort=UITDAGING)


@transaction.atomic
def zijn_verstuurd(user, pks: list[int]) -> int:
    """These were printed and posted; returns how many weren't before. Who heard the outcome needs no address any more."""
    brieven = list(brieven_van(user).wacht().filter(pk__in=pks).select_for_update(of=("self",)))
    gaan, stapel, nu = [brief.pk for brief in brieven], uuid4(), timezone.now()
    Brief.objects.filter(pk__in=gaan).update(geprint_op=nu, geprint_door=user, stapel=stapel)
    klaar = [brief.inwoner_id for brief in brieven if brief.soort in LAATSTE]
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
